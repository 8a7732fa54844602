import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { type MockContainer, MockDaemon } from "../../src/testing/index.js";
import { soon } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

const script = (text: string, more: object = {}): MockContainer =>
  daemon.containers.run({ Image: "app:1", Cmd: ["sh", "-c", text], ...more });

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

async function ended(container: MockContainer): Promise<Ended> {
  await container.waitFor("exited");
  return { out: container.stdout, err: container.stderr, code: container.exitCode };
}

/** Sends SIGTERM as soon as the container has said that it is ready for it. */
async function terminate(container: MockContainer): Promise<Ended> {
  await vi.waitFor(() => expect(container.stdout).not.toBe(""), { interval: 1 });
  await container.kill("TERM");
  return ended(container);
}

const home = "$" + "{HOME";

describe("sh -c", () => {
  it.each<[string, string, string?, number?]>([
    ["echo a; echo b && false || echo c", "a\nb\nc\n"],
    ["false; echo $?; true; echo $?", "1\n0\n"],
    ["echo one\necho two # three\n", "one\ntwo\n"],
    ["echo a | cat | tr a b", "b\n"],
    ["yes | head -n 2", "y\ny\n"],
    ["false | true; echo $?; true | false; echo $?; ! false; echo $?", "0\n1\n0\n"],
    ["if false; then echo a; elif true; then echo b; else echo c; fi", "b\n"],
    ["i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 2 ] && continue; echo $i; done", "1\n3\n"],
    ["until false; do break; done; echo done", "done\n"],
    ["for i in 1 'a b' *zz; do echo \"[$i]\"; done", "[1]\n[a b]\n[*zz]\n"],
    ["set -- x 'y z'; for i; do echo $i; done; echo $#; shift; echo $1", "x\ny z\n2\ny z\n"],
    ["x=app.js; case $x in *.ts) echo ts;; *.js|*.mjs) echo js;; esac", "js\n"],
    ['f() { echo "$1 of $#"; return 3; }; f a b; echo $?', "a of 2\n3\n"],
    ["(cd /tmp; X=1; pwd); pwd; echo [$X]", "/tmp\n/\n[]\n"],
    ["{ echo a; echo b; } > /tmp/f; cat /tmp/f", "a\nb\n"],
    ['A="a  b"; echo $A "$A" \'$A\' \\$A', "a b a  b $A $A\n"],
    [`echo ${home}:-x} ${home}#/} ${home}%oot} $\{NONE:-d e} $\{#HOME}`, "/root root /r d e 5\n"],
    ['X=$(echo a; echo b); echo $X "$X" `echo c`', "a b a\nb c\n"],
    ["X=$(false); echo $?; echo $(exit 4); echo $?", "1\n\n0\n"],
    ["echo $((2 * (3 + 4) - 1 % 2)) $((3 > 2)) $((7 / 2))", "13 1 3\n"],
    ["cat <<END\nhome $HOME\nEND\necho x", "home /root\nx\n"],
    ["cat <<'END'\nhome $HOME\nEND", "home $HOME\n"],
    ["echo a > /tmp/f; echo b >> /tmp/f; cat < /tmp/f; echo c > /dev/null", "a\nb\n"],
    ['while read a b; do echo "$b $a"; done <<END\n1 2\n3 4 5\nEND', "2 1\n4 5 3\n"],
    ["echo out; echo err >&2", "out\n", "err\n"],
    ["(echo out; echo err >&2) 2>&1 | sort", "err\nout\n"],
    ["ls /nope > /tmp/f 2>&1; cat /tmp/f", "ls: /nope: No such file or directory\n"],
    ["echo /e* '/e*'", "/etc /e*\n"],
    ["export A=1; sh -c 'echo $A'; B=2 sh -c 'echo $B'; echo [$B]", "1\n2\n[]\n"],
    ["eval 'X=1; echo $X'", "1\n"],
    ["echo 'echo $1; return 2' > /tmp/s; set -- q; . /tmp/s; echo $?", "q\n2\n"],
    ["command -v ls; type nothing", "/bin/ls\nnothing: not found\n", "", 127],
    ["trap 'echo bye' EXIT; exit 3", "bye\n", "", 3],
    ["set -e; false || true; if false; then :; fi; echo on; false; echo never", "on\n", "", 1],
    ["set -x; A=1; echo $A 'b c'", "1 b c\n", "+ A=1\n+ echo 1 'b c'\n"],
    ["sleep 60 & kill $!; wait $!; echo $?", "143\n", "Terminated\n"],
    ["echo a & wait; echo b", "a\nb\n"],
    ["sh -c 'kill -TERM $$'; echo $?", "143\n", "Terminated\n"],
    ["exec echo replaced; echo never", "replaced\n"],
    ["printf '%s=%d\\n' a 1 b 2", "a=1\nb=2\n"],
  ])("%j", async (text, out, err = "", code = 0) => {
    expect(await ended(script(text))).toEqual({ out, err, code });
  });

  it.each([
    ["nosuch", 127, "nosuch: not found"],
    ["/no/such", 127, "/no/such: not found"],
    ["/etc", 126, "/etc: Permission denied"],
    ["exit abc", 2, "exit: line 0: Illegal number: abc"],
    ["cat < /nope", 1, "can't open /nope: no such file"],
    ["echo x > /no/f", 1, "can't create /no/f: nonexistent directory"],
    ["set -u; echo $X; echo never", 2, "X: parameter not set"],
    ["echo $" + "{X:?wanted}; echo never", 2, "X: wanted"],
    ["readonly A=1; A=2; echo never", 2, "A: is read only"],
    [". /nope; echo never", 2, ".: line 0: can't open '/nope': No such file or directory"],
    ['echo "a', 2, "syntax error: unterminated quoted string"],
    ["if true", 2, 'syntax error: unexpected end of file (expecting "then")'],
    ["fi", 2, 'syntax error: unexpected "fi"'],
    ["echo a; )", 2, 'syntax error: unexpected ")"'],
    ["echo a |", 2, "syntax error: unexpected end of file"],
    ["for 1 in a; do :; done", 2, "syntax error: bad for loop variable"],
  ])("%j says why it fails", async (text, code, message) => {
    expect(await ended(script(text))).toEqual({ out: "", err: `sh: ${message}\n`, code });
  });

  it("refuses options that it does not have", async () => {
    const odd = daemon.containers.run({ Image: "app:1", Cmd: ["sh", "-z"] });
    expect(await ended(odd)).toMatchObject({ err: "sh: illegal option -z\n", code: 2 });
    const bare = daemon.containers.run({ Image: "app:1", Cmd: ["sh", "-c"] });
    expect(await ended(bare)).toMatchObject({ err: "sh: -c requires an argument\n", code: 2 });
  });
});

describe("a shell as process 1", () => {
  it("runs its trap when the command at hand has ended, and at once while it waits", async () => {
    const slow = script("trap 'echo bye; exit 5' TERM; echo hi; while :; do sleep 0.02; done");
    expect(await terminate(slow)).toEqual({ out: "hi\nbye\n", err: "", code: 5 });
    const waits = script("trap 'echo bye; exit 6' TERM; echo hi; sleep 600 & wait");
    expect(await terminate(waits)).toEqual({ out: "hi\nbye\n", err: "", code: 6 });
  });

  it("takes no notice of signals that it has no trap for", async () => {
    const deaf = script("sleep 600; echo never");
    await deaf.kill("TERM");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(deaf.status).toBe("running");
    await deaf.kill();
    expect(deaf.exitCode).toBe(137);
  });

  it("gives its place to the last command, which has its signals then", async () => {
    daemon.command("app:1", "serve", async ({ pid, stdout, signal }) => {
      stdout.write(`${pid}\n`);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return 9;
    });
    for (const text of ["echo begun && serve", "echo begun; exec serve"]) {
      const served = script(text);
      await vi.waitFor(() => expect(served.stdout).toContain("1"), { interval: 1 });
      expect(await terminate(served)).toMatchObject({ out: "begun\n1\n", code: 9 });
    }
  });

  it("can be ended though it never waits for anything", async () => {
    const busy = script("while true; do :; done");
    const chatty = script("while true; do echo x; done");
    await soon(busy.kill(), "the kill");
    await soon(chatty.kill(), "the kill");
    expect([busy.exitCode, chatty.exitCode]).toEqual([137, 137]);
    script("while :; do :; done");
    script("yes");
    await soon(daemon.close(), "the close");
  });

  it("stands still while it is paused", async () => {
    const docker = new Docker({ dispatcher: daemon.dispatcher });
    const counting = script("i=0; while :; do i=$((i+1)); echo $i > /tmp/i; done");
    await docker.containers.pause(counting.id);
    const before = counting.files.readText("/tmp/i");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(counting.files.readText("/tmp/i")).toBe(before);
    await docker.containers.unpause(counting.id);
    await docker.close();
  });
});

describe("a script", () => {
  it("is a file, with its parameters, or comes by the input, line by line", async () => {
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    daemon.images.add({
      reference: "scripted:1",
      files: { "/run.sh": { content: '#!/bin/sh\necho "$0 $1"\n', mode: 0o755 } },
    });
    const file = daemon.containers.run({ Image: "scripted:1", Cmd: ["sh", "/run.sh", "a"] });
    expect((await ended(file)).out).toBe("/run.sh a\n");
    const called = daemon.containers.run({ Image: "scripted:1", Cmd: ["sh", "-c", "/run.sh b"] });
    expect((await ended(called)).out).toBe("/run.sh b\n");
    const host = daemon.containers.run({ Image: "app:1", Cmd: ["sleep", "600"] });
    const { Id } = await docker.exec.create(host.id, {
      Cmd: ["sh"],
      AttachStdin: true,
      AttachStdout: true,
    });
    const { output, stdin } = await docker.exec.start(Id);
    const lines = output.lines()[Symbol.asyncIterator]();
    stdin.write("echo one\nif true; then\n");
    expect((await soon(lines.next(), "the first line")).value).toBe("one");
    stdin.write("echo two; fi; cat\nthree\n");
    expect((await soon(lines.next(), "the second line")).value).toBe("two");
    expect((await soon(lines.next(), "the third line")).value).toBe("three");
    stdin.end();
    expect((await lines.next()).done).toBe(true);
  });
});

describe("a file that says what runs it", () => {
  const add = (mode: number): unknown =>
    daemon.images.add({
      reference: "scripted:1",
      config: { Entrypoint: ["/entrypoint.sh"], Cmd: ["serve"] },
      files: {
        "/entrypoint.sh": { content: '#!/bin/sh\nset -e\necho starting\nexec "$@"\n', mode },
      },
    });

  it("is an entrypoint, which gives its place to the command", async () => {
    add(0o755);
    daemon.command("scripted:1", "serve", ({ argv, pid, stdout }) => {
      stdout.write(`${argv.join(" ")} as ${pid}\n`);
      return 3;
    });
    const web = daemon.containers.run({ Image: "scripted:1", Cmd: ["serve", "--now"] });
    expect(await ended(web)).toEqual({ out: "starting\nserve --now as 1\n", err: "", code: 3 });
  });

  it("has to be executable", () => {
    add(0o644);
    const web = daemon.containers.create({ Image: "scripted:1" }, { name: "web" });
    expect(() => web.start()).toThrow('exec: "/entrypoint.sh": permission denied');
    expect(web.status).toBe("created");
  });
});
