import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";

let daemon: MockDaemon;
let docker: Docker;
let runs: number[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") });
  daemon = new MockDaemon({ images: ["app:1"] });
  docker = new Docker({ dispatcher: daemon.dispatcher });
  runs = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await docker.close();
  await daemon.close();
});

const begun = Date.UTC(2026, 2, 1, 12);

/** A container whose runs are written down, in milliseconds since the test began. */
async function run(policy: string, code: number, MaximumRetryCount = 0): Promise<void> {
  daemon.program("app:1", () => {
    runs.push(Date.now() - begun);
    return code;
  });
  await docker.containers.create(
    { Image: "app:1", HostConfig: { RestartPolicy: { Name: policy as "no", MaximumRetryCount } } },
    { name: "web" },
  );
  await docker.containers.start("web");
}

const inspect = () => docker.containers.inspect("web");

describe("a restart policy", () => {
  it("of no leaves an ended container alone", async () => {
    await run("no", 3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toEqual([0]);
    expect((await inspect()).State).toMatchObject({ Status: "exited", ExitCode: 3 });
  });

  it.each(["always", "unless-stopped"])(
    "of %s waits 100 ms, and twice as long each time",
    async (policy) => {
      await run(policy, 0);
      await vi.advanceTimersByTimeAsync(3200);
      expect(runs).toEqual([0, 100, 300, 700, 1500, 3100]);
      const { State, RestartCount } = await inspect();
      expect(RestartCount).toBe(6);
      expect(State).toMatchObject({
        Status: "restarting",
        Running: true,
        Restarting: true,
        Pid: 0,
      });
    },
  );

  it("of on-failure ends with a success, or after as many tries as it may", async () => {
    await run("on-failure", 3, 2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toEqual([0, 100, 300]);
    const { State, RestartCount } = await inspect();
    expect(RestartCount).toBe(2);
    expect(State).toMatchObject({ Status: "exited", ExitCode: 3, Restarting: false });
    await docker.containers.remove("web");
    runs = [];
    await run("on-failure", 0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(1);
  });

  it("begins with the short wait again after a run of ten seconds, and counts on", async () => {
    daemon.program("app:1", async ({ signal }) => {
      runs.push(Date.now() - begun);
      if (runs.length !== 3) return;
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        setTimeout(resolve, 10_000);
      });
    });
    await docker.containers.create(
      { Image: "app:1", HostConfig: { RestartPolicy: { Name: "always" } } },
      { name: "web" },
    );
    await docker.containers.start("web");
    await vi.advanceTimersByTimeAsync(10_450);
    expect(runs).toEqual([0, 100, 300, 10_400]);
    expect((await inspect()).RestartCount).toBe(4);
  });

  it("says in the list how long it waits already", async () => {
    await run("always", 7);
    await vi.advanceTimersByTimeAsync(25_600);
    await vi.advanceTimersByTimeAsync(3000);
    const [summary] = await docker.containers.list();
    expect(summary).toMatchObject({ State: "restarting", Status: "Restarting (7) 3 seconds ago" });
  });

  it.each(["stop", "kill"] as const)("is over with a %s while it waits", async (how) => {
    await run("always", 3);
    await vi.advanceTimersByTimeAsync(1);
    const ended = docker.containers.wait("web");
    await docker.containers[how]("web");
    expect((await ended).StatusCode).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(1);
    expect((await inspect()).State).toMatchObject({ Status: "exited", Restarting: false });
  });

  it("begins anew with a start", async () => {
    await run("always", 3);
    await vi.advanceTimersByTimeAsync(400);
    await docker.containers.stop("web");
    runs = [];
    const now = Date.now() - begun;
    await docker.containers.start("web");
    await vi.advanceTimersByTimeAsync(350);
    expect(runs.map((time) => time - now)).toEqual([0, 100, 300]);
    expect((await inspect()).RestartCount).toBe(3);
  });

  it("can be changed while it runs", async () => {
    await run("always", 3);
    await docker.containers.update("web", { RestartPolicy: { Name: "no" } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(2);
  });

  it("refuses what needs a process while it waits", async () => {
    await run("always", 3);
    await docker.system.ping();
    const { Id } = await inspect();
    const message = `Container ${Id} is restarting, wait until the container is running`;
    await expect(docker.containers.pause("web")).rejects.toThrow(message);
    await expect(docker.exec.create("web", { Cmd: ["true"] })).rejects.toThrow(message);
  });
});

describe("AutoRemove", () => {
  it("removes a container and its anonymous volumes when it ends", async () => {
    daemon.program("app:1", () => 4);
    const { Id } = await docker.containers.create({
      Image: "app:1",
      HostConfig: { AutoRemove: true },
      Volumes: { "/data": {} },
    });
    const removed = docker.containers.wait(
      Id,
      { condition: "removed" },
      { onWaiting: () => docker.containers.start(Id) },
    );
    expect((await removed).StatusCode).toBe(4);
    expect(await docker.containers.list({ all: true })).toEqual([]);
    expect((await docker.volumes.list()).Volumes).toEqual([]);
  });
});
