import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { soon, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

const fruit = "pear 3\napple 1\nfig 2\napple 1\n";

describe("the built-in command", () => {
  it.each<[string, string, string?, number?]>([
    ["echo -e 'a\\tb\\n\\x41'", "a\tb\nA\n"],
    ["echo -en 'a\\cb'", "a"],
    ["echo -x", "-x\n"],
    ["printf '%5.2f|%-4s|%04d|%x|%c|%%\\n' 3.14159 ab 7 255 xyz", " 3.14|ab  |0007|ff|x|%\n"],
    ["printf '%d\\n' x", "0\n", "printf: invalid number 'x'\n", 1],
    ["seq 3; seq 3 -1 2", "1\n2\n3\n3\n2\n"],
    ["head -n 1 /f; head -2 /f; head -c 4 /f", "pear 3\npear 3\napple 1\npear"],
    ["tail -n 1 /f; tail -n +3 /f", "apple 1\nfig 2\napple 1\n"],
    ["head /nope", "", "head: /nope: No such file or directory\n", 1],
    ["tail /nope", "", "tail: can't open '/nope': No such file or directory\ntail: no files\n", 1],
    [
      "grep -n apple /f; grep -c apple /f; grep -v -i PEAR /f | grep -q fig && echo found",
      "2:apple 1\n4:apple 1\n2\nfound\n",
    ],
    ["grep -E '^(fig|pear)' /f; grep -o '[0-9]' /f | head -n 1", "pear 3\nfig 2\n3\n"],
    ["grep x /f", "", "", 1],
    ["grep x /nope", "", "grep: /nope: No such file or directory\n", 2],
    ["wc -l /f; cat /f | wc -w; wc /f", "4 /f\n8\n        4         8        29 /f\n"],
    ["sort /f | uniq -c", "      2 apple 1\n      1 fig 2\n      1 pear 3\n"],
    ["sort -r -u /f; cut -d ' ' -f 2 /f | sort -n | head -n 1", "pear 3\nfig 2\napple 1\n1\n"],
    ["cut -c 1-2 /f | head -n 1", "pe\n"],
    ["echo Hello | tr a-z A-Z | tr -d L; echo a1b2 | tr -d '[:digit:]'", "HEO\nab\n"],
    ["echo a | tee /tmp/t; cat /tmp/t", "a\na\n"],
    ["basename /a/b.c .c; dirname /a/b; dirname a", "b\n/a\n.\n"],
    ["which ls; which nothing", "/bin/ls\n", "", 1],
    ["id; id -u; whoami", "uid=0(root) gid=0(root) groups=0(root)\n0\nroot\n"],
    ["uname; uname -m; nproc", "Linux\nx86_64\n2\n"],
    ["env -i A=1 env; env B=2 sh -c 'echo $B'", "A=1\n2\n"],
    [
      "date -u -d @0; date -d @0 '+%Y-%m-%d %H:%M:%S'",
      "Thu Jan  1 00:00:00 UTC 1970\n1970-01-01 00:00:00\n",
    ],
    ["timeout 0.01 sleep 5; echo $?", "143\n", "Terminated\n"],
    [
      "kill 99; kill x",
      "",
      "kill: can't kill pid 99: No such process\nkill: invalid number 'x'\n",
      1,
    ],
    ["kill -0 1 && echo here", "here\n"],
    ["cat /dev/null; sync; true", ""],
    [
      "mkdir /d; ln -s /f /d/l; ls /d; cat /d/l | wc -l; ln -s x /d/l",
      "l\n4\n",
      "ln: /d/l: File exists\n",
      1,
    ],
    [
      "mkdir /d; touch /d/x; rmdir /f; rm /d/x; rmdir /d; [ -e /d ]",
      "",
      "rmdir: '/f': Not a directory\n",
      1,
    ],
    [
      "echo -n hello | sha256sum",
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  -\n",
    ],
    ["md5sum /nope", "", "md5sum: can't open '/nope': No such file or directory\n", 1],
    ["echo hello | base64; echo aGVsbG8K | base64 -d", "aGVsbG8K\nhello\n"],
  ])("%s", async (script, out, err = "", code = 0) => {
    const container = daemon.containers.create({ Image: "app:1", Cmd: ["sh", "-c", script] });
    container.files.write("/f", fruit);
    await container.start().waitFor("exited");
    expect({ out: container.stdout, err: container.stderr, code: container.exitCode }).toEqual({
      out,
      err,
      code,
    });
  });

  it("ls -l says what kind of file it is, whose, how long and how old", async () => {
    vi.useFakeTimers({ now: new Date("2026-03-01T12:34:00Z"), toFake: ["Date"] });
    try {
      const script =
        "mkdir -p /w/d; cd /w; echo hello > f; chmod 755 f; ln -s f l; ls -l; ls -ld d";
      const listed = daemon.containers.run({ Image: "app:1", Cmd: ["sh", "-c", script] });
      await listed.waitFor("exited");
      const directory = "drwxr-xr-x    2 root     root          4096 Mar  1 12:34 d";
      expect(listed.stdout.split("\n")).toEqual([
        "total 8",
        directory,
        "-rwxr-xr-x    1 root     root             6 Mar  1 12:34 f",
        "lrwxrwxrwx    1 root     root             1 Mar  1 12:34 l -> f",
        directory,
        "",
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("hostname says the container's", async () => {
    const named = daemon.containers.run({ Image: "app:1", Cmd: ["hostname"], Hostname: "web" });
    await named.waitFor("exited");
    expect(named.stdout).toBe("web\n");
  });

  it("tail -f goes on with what is added to a file", async () => {
    vi.useFakeTimers();
    try {
      const log = daemon.containers.create({ Image: "app:1", Cmd: ["tail", "-f", "/log"] });
      log.files.write("/log", "one\n");
      log.start();
      await vi.advanceTimersByTimeAsync(0);
      log.files.append("/log", "two\n");
      await vi.advanceTimersByTimeAsync(1000);
      expect(log.stdout).toBe("one\ntwo\n");
      expect(log.status).toBe("running");
      const idle = daemon.containers.run({ Image: "app:1", Cmd: ["tail", "-f", "/dev/null"] });
      await vi.advanceTimersByTimeAsync(5000);
      expect(idle.status).toBe("running");
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a program that never ends", () => {
  it("does not hold up the end of its daemon", async () => {
    daemon.program("app:1", async ({ onSignal }) => {
      for (const signal of ["SIGTERM", "SIGKILL", "SIGINT"]) onSignal(signal, () => {});
      await new Promise(() => {});
    });
    const web = daemon.containers.run({ Image: "app:1" });
    await soon(daemon.close(), "the close");
    expect(web.status).toBe("exited");
  });
});

describe("processes of a container", () => {
  it("have numbers, are listed, and get signals from one another", async () => {
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const signals: string[] = [];
    daemon.program("app:1", async ({ pid, onSignal, signal }) => {
      expect(pid).toBe(1);
      onSignal("SIGHUP", () => signals.push("SIGHUP"));
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    daemon.command("app:1", "poke", ({ processes, stdout }) => {
      stdout.write(`${processes.list().map(({ pid, argv }) => `${pid} ${argv.join(" ")}`)}\n`);
      processes.signal(1, "SIGHUP");
    });
    const web = daemon.containers.run({ Image: "app:1", Cmd: ["serve", "80"] });
    const { Id } = await docker.exec.create(web.id, { Cmd: ["poke"], AttachStdout: true });
    const { output } = await docker.exec.start(Id);
    expect(await output.text()).toBe("1 serve 80,2 poke\n");
    expect(signals).toEqual(["SIGHUP"]);
    const killer = await docker.exec.create(web.id, { Cmd: ["kill", "1"] });
    await docker.exec.start(killer.Id);
    expect((await web.waitFor("exited")).exitCode).toBe(143);
  });

  it("can take a handler back", async () => {
    daemon.program("app:1", async ({ onSignal, signal }) => {
      onSignal("SIGTERM", () => onSignal("SIGTERM", undefined));
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    const web = daemon.containers.run({ Image: "app:1" });
    await web.kill("TERM");
    expect(web.status).toBe("running");
    await web.kill("TERM");
    expect((await web.waitFor("exited")).exitCode).toBe(143);
  });
});

describe("top", () => {
  it("shows the processes of a container, its execs and their scripts, as the host counts them", async () => {
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const web = daemon.containers.run({ Image: "app:1", Cmd: ["sleep", "600"] });
    const { Id } = await docker.exec.create(web.id, { Cmd: ["sh", "-c", "sleep 55; echo"] });
    await docker.exec.start(Id, { Detach: true });
    const { Titles, Processes } = await docker.containers.top(web.id, {
      ps_args: "-o pid,ppid,args",
    });
    expect(Titles).toEqual(["PID", "PPID", "COMMAND"]);
    const [own = [], script = [], child = []] = Processes ?? [];
    expect([own[2], script[2], child[2]]).toEqual([
      "sleep 600",
      "sh -c sleep 55; echo",
      "sleep 55",
    ]);
    expect(own[1]).toBe(script[1]);
    expect(child[1]).toBe(script[0]);
    expect((await docker.exec.inspect(Id)).Pid).toBe(Number(script[0]));
    const { text } = await wire(daemon, "GET", `/containers/${web.id}/stats?stream=0`);
    expect(JSON.parse(text)).toMatchObject({ pids_stats: { current: 3 } });
  });
});
