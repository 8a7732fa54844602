import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Killed } from "../../src/testing/index.js";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";
import { error, soon } from "./support.js";

useFreshDaemon();

async function run(name: string, Cmd: string[] = ["app"]): Promise<string> {
  const { Id } = await docker.containers.create({ Image: "app:1", Cmd }, { name });
  await docker.containers.start(Id);
  return Id;
}

const state = async (id: string) => (await docker.containers.inspect(id)).State;

/** Ends when the container is told to, with the number of the signal. */
const polite = ({ signal }: { signal: AbortSignal }): Promise<number> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(signal.reason.signal === "SIGTERM" ? 15 : 1));
  });

describe("a program", () => {
  it("is given the command, the environment and an empty stdin", async () => {
    daemon.program("app:1", async ({ argv, env, stdin, stdout, hostname, workingDir }) => {
      let input = "";
      for await (const chunk of stdin) input += chunk;
      stdout.write(JSON.stringify({ argv, A: env.A, hostname, workingDir, input }));
      return 4;
    });
    const { Id } = await docker.containers.create({
      Image: "app:1",
      Entrypoint: ["app", "serve"],
      Cmd: ["--port", "80"],
      Env: ["A=b=c"],
      WorkingDir: "/srv",
    });
    await docker.containers.start(Id);
    expect((await docker.containers.wait(Id)).StatusCode).toBe(4);
    expect(JSON.parse(await docker.containers.logs(Id, { stdout: true }).text())).toEqual({
      argv: ["app", "serve", "--port", "80"],
      A: "b=c",
      hostname: Id.slice(0, 12),
      workingDir: "/srv",
      input: "",
    });
  });

  it("that throws ends its container with 1 and says why on stderr", async () => {
    daemon.program("app:1", () => {
      throw new Error("no database");
    });
    const id = await run("throws");
    expect((await docker.containers.wait(id)).StatusCode).toBe(1);
    expect(await docker.containers.logs(id, { stderr: true }).text()).toContain("no database");
  });

  it("serves an image that was committed from its own, and one that has another tag", async () => {
    daemon.program("app:1", () => 9);
    await docker.images.tag("app:1", { repo: "other", tag: "2" });
    const id = await run("base");
    await docker.containers.commit(id, {}, { repo: "made", tag: "1" });
    for (const Image of ["other:2", "made:1"]) {
      const { Id } = await docker.containers.create({ Image });
      await docker.containers.start(Id);
      expect((await docker.containers.wait(Id)).StatusCode).toBe(9);
    }
  });

  it("waits while nobody takes what it writes, and stops when its container is killed", async () => {
    let written = 0;
    daemon.program("app:1", async ({ stdout }) => {
      for (;;) {
        written += 1;
        if (!stdout.write("x".repeat(1024))) {
          await once(stdout, "drain");
        }
      }
    });
    const id = await run("endless");
    while (written < 1000) await delay(1);
    await soon(docker.containers.kill(id), "the kill");
    const before = written;
    await delay(5);
    expect(written).toBe(before);
  });
});

describe("stop", () => {
  it("lets a program end by itself, with its own exit code", async () => {
    daemon.program("app:1", polite);
    const id = await run("polite");
    await docker.containers.stop(id);
    expect(await state(id)).toMatchObject({ Status: "exited", ExitCode: 15, Pid: 0 });
  });

  it("ends a program that passes its signal on with 128 + 15", async () => {
    daemon.program("app:1", async ({ signal }) => {
      await delay(60_000, undefined, { signal });
      return 0;
    });
    const id = await run("passes-on");
    await docker.containers.stop(id);
    expect((await state(id)).ExitCode).toBe(143);
  });

  it("kills what does not listen when the time is up", async () => {
    const reasons: unknown[] = [];
    daemon.program("app:1", async ({ signal }) => {
      signal.addEventListener("abort", () => reasons.push(signal.reason));
      await new Promise(() => {});
      return 0;
    });
    const id = await run("deaf");
    await docker.containers.stop(id, { t: 0 });
    expect((await state(id)).ExitCode).toBe(137);
    expect(reasons).toEqual([new Killed("SIGTERM")]);
  });

  it("sends the container's stop signal, or the one of the call", async () => {
    const signals: string[] = [];
    daemon.program(
      "app:1",
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            signals.push(signal.reason.signal);
            resolve(0);
          });
        }),
    );
    const { Id } = await docker.containers.create({ Image: "app:1", StopSignal: "SIGINT" });
    await docker.containers.start(Id);
    await docker.containers.stop(Id);
    await docker.containers.start(Id);
    await docker.containers.stop(Id, { signal: "QUIT" });
    expect(signals).toEqual(["SIGINT", "SIGQUIT"]);
  });
});

describe("kill", () => {
  it("ends a container at once, whatever its program does", async () => {
    daemon.program("app:1", () => new Promise<number>(() => {}));
    const id = await run("stuck");
    await docker.containers.kill(id);
    expect(await state(id)).toMatchObject({ Status: "exited", ExitCode: 137 });
  });

  it("reaches the handler that the program has for a signal", async () => {
    daemon.program("app:1", async ({ stdout, signal, onSignal }) => {
      onSignal("SIGHUP", () => stdout.write("reloaded\n"));
      await delay(60_000, undefined, { signal });
      return 0;
    });
    const id = await run("reloads");
    const lines = docker.containers.logs(id, { stdout: true, follow: true }).lines();
    await docker.containers.kill(id, { signal: "HUP" });
    for await (const line of lines) {
      expect(line).toBe("reloaded");
      break;
    }
    expect((await state(id)).Running).toBe(true);
  });

  it("leaves a sleep alone for every signal but SIGKILL, as PID 1 does", async () => {
    const id = await run("sleeper", ["sleep", "600"]);
    await docker.containers.kill(id, { signal: "SIGTERM" });
    await delay(5);
    expect((await state(id)).Running).toBe(true);
    await docker.containers.kill(id, { signal: "9" });
    expect((await state(id)).ExitCode).toBe(137);
  });
});

describe("pause", () => {
  it("holds back what the program writes until unpause", async () => {
    let goOn = (): void => {};
    daemon.program("app:1", async ({ stdout }) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      stdout.write("late\n");
      return 0;
    });
    const id = await run("paused");
    await delay(1);
    await docker.containers.pause(id);
    goOn();
    await delay(5);
    expect(await docker.containers.logs(id, { stdout: true }).text()).toBe("");
    expect(await state(id)).toMatchObject({ Status: "paused", Running: true, Paused: true });
    await docker.containers.unpause(id);
    await docker.containers.wait(id);
    expect(await docker.containers.logs(id, { stdout: true }).text()).toBe("late\n");
  });
});

describe("a paused container", () => {
  it("does not end before it is unpaused, but can be killed", async () => {
    daemon.program("app:1", async () => {
      await delay(5);
      return 3;
    });
    const id = await run("frozen");
    await docker.containers.pause(id);
    await delay(15);
    expect((await state(id)).Status).toBe("paused");
    await docker.containers.unpause(id);
    expect((await docker.containers.wait(id)).StatusCode).toBe(3);
    await docker.containers.start(id);
    await docker.containers.pause(id);
    await docker.containers.kill(id);
    expect(await state(id)).toMatchObject({ Status: "exited", ExitCode: 137, Paused: false });
  });
});

describe("wait", () => {
  it("answers its headers at once, and ends when its client goes away", async () => {
    const id = await run("waited", ["sleep", "600"]);
    const waiting = new AbortController();
    const ended = docker.containers.wait(
      id,
      { condition: "next-exit" },
      { signal: waiting.signal, onWaiting: () => waiting.abort(new Error("enough")) },
    );
    await expect(soon(ended, "the abort")).rejects.toThrow("enough");
    await soon(docker.containers.kill(id), "the kill");
    expect(daemon.requests.find(({ operation }) => operation === "ContainerWait")?.status).toBe(
      undefined,
    );
  });

  it("for the removal answers with the exit code", async () => {
    const id = await run("removed", ["sleep", "600"]);
    const removed = docker.containers.wait(
      id,
      { condition: "removed" },
      { onWaiting: () => docker.containers.remove(id, { force: true }) },
    );
    expect((await removed).StatusCode).toBe(137);
  });

  it("tells why a container could not be started", async () => {
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["nonsense"] });
    const message =
      'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nonsense": executable file not found in $PATH';
    await expect(docker.containers.start(Id)).rejects.toEqual(error(400, message));
    expect(await docker.containers.wait(Id)).toEqual({
      StatusCode: 127,
      Error: { Message: message },
    });
    expect(await state(Id)).toMatchObject({ Status: "created", ExitCode: 127, Error: message });
  });
});

describe("a restart policy", () => {
  it("starts a failing container again, as often as it may", async () => {
    daemon.program("app:1", () => 2);
    const { Id } = await docker.containers.create({
      Image: "app:1",
      HostConfig: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 1 } },
    });
    const ended = await docker.containers.wait(
      Id,
      { condition: "next-exit" },
      { onWaiting: () => docker.containers.start(Id) },
    );
    expect(ended.StatusCode).toBe(2);
    const { State, RestartCount } = await docker.containers.inspect(Id);
    expect(RestartCount).toBe(1);
    expect(State).toMatchObject({ Status: "exited", Restarting: false });
  });

  it("does not start again what was stopped by a call", async () => {
    const { Id } = await docker.containers.create({
      Image: "app:1",
      Cmd: ["sleep", "600"],
      HostConfig: { RestartPolicy: { Name: "always" } },
    });
    await docker.containers.start(Id);
    await docker.containers.stop(Id, { t: 0 });
    expect(await state(Id)).toMatchObject({ Status: "exited", Restarting: false });
  });
});

describe("the list", () => {
  it("filters by id, name, label, status, exit code, ancestor, network, volume, before and since", async () => {
    const ids: string[] = [];
    for (const [name, code] of [
      ["one", "0"],
      ["two", "3"],
    ] as const) {
      const { Id } = await docker.containers.create(
        {
          Image: "app:1",
          Cmd: ["sh", "-c", `exit ${code}`],
          Labels: { which: name },
          HostConfig: { Binds: [`data-${name}:/data`] },
        },
        { name },
      );
      ids.push(Id);
      await docker.containers.wait(
        Id,
        { condition: "next-exit" },
        { onWaiting: () => docker.containers.start(Id) },
      );
    }
    const found = async (filters: Record<string, string[]>): Promise<(string | undefined)[]> =>
      (await docker.containers.list({ all: true, filters })).map(({ Names }) => Names?.[0]);
    const [one = "", two = ""] = ids;
    expect(await found({})).toEqual(["/two", "/one"]);
    expect(await found({ id: [one] })).toEqual(["/one"]);
    expect(await found({ name: ["^/tw"] })).toEqual(["/two"]);
    expect(await found({ label: ["which=one"] })).toEqual(["/one"]);
    expect(await found({ status: ["running"] })).toEqual([]);
    expect(await found({ exited: ["3"] })).toEqual(["/two"]);
    expect(await found({ ancestor: ["app:1"] })).toHaveLength(2);
    expect(await found({ network: ["bridge"] })).toHaveLength(2);
    expect(await found({ volume: ["data-one"] })).toEqual(["/one"]);
    expect(await found({ before: [two] })).toEqual(["/one"]);
    expect(await found({ since: [one] })).toEqual(["/two"]);
    expect(await docker.containers.list()).toEqual([]);
    expect(await docker.containers.list({ limit: 1 })).toHaveLength(1);
  });
});
