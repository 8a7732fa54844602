import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";

let daemon: MockDaemon;
let docker: Docker;

const ms = 1_000_000;
const second = 1000 * ms;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") });
  daemon = new MockDaemon({ images: ["app:1"] });
  docker = new Docker({ dispatcher: daemon.dispatcher });
});
afterEach(async () => {
  vi.useRealTimers();
  await docker.close();
  await daemon.close();
});

type Check = NonNullable<Parameters<typeof docker.containers.create>[0]["Healthcheck"]>;

async function run(Healthcheck: Check, name = "web"): Promise<string> {
  const { Id } = await docker.containers.create(
    { Image: "app:1", Cmd: ["sleep", "100000"], Healthcheck },
    { name },
  );
  await docker.containers.start(Id);
  return Id;
}

const health = async (id = "web") => (await docker.containers.inspect(id)).State.Health;
const status = async () => (await docker.containers.list({ all: true }))[0]?.Status;

describe("a health check", () => {
  it("begins with starting, and says healthy after the first success", async () => {
    await run({ Test: ["CMD-SHELL", "echo fine; test -e /etc"], Interval: second });
    expect(await health()).toEqual({ Status: "starting", FailingStreak: 0, Log: [] });
    expect(await status()).toBe("Up Less than a second (health: starting)");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await health()).toEqual({
      Status: "healthy",
      FailingStreak: 0,
      Log: [
        {
          Start: expect.stringMatching(/^2026-03-01T12:00:01/),
          End: expect.stringMatching(/^2026-03-01T12:00:01/),
          ExitCode: 0,
          Output: "fine\n",
        },
      ],
    });
    expect(await status()).toBe("Up 1 second (healthy)");
  });

  it("is unhealthy after as many failures as it has retries, and can recover", async () => {
    let up = false;
    daemon.command("app:1", "probe", ({ stderr }) => {
      if (!up) stderr.write("down\n");
      return up ? 0 : 1;
    });
    await run({ Test: ["CMD", "probe"], Interval: second, Retries: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await health()).toMatchObject({ Status: "starting", FailingStreak: 1 });
    await vi.advanceTimersByTimeAsync(6000);
    const ill = await health();
    expect(ill).toMatchObject({ Status: "unhealthy", FailingStreak: 7 });
    expect(ill?.Log).toHaveLength(5);
    expect(ill?.Log?.[0]).toMatchObject({ ExitCode: 1, Output: "down\n" });
    up = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await health()).toMatchObject({ Status: "healthy", FailingStreak: 0 });
    await vi.advanceTimersByTimeAsync(500);
    const events = docker.system.events({
      since: String(Date.UTC(2026, 2, 1) / 1000),
      until: String(Date.now() / 1000),
      filters: { event: ["health_status"] },
    });
    const actions: (string | undefined)[] = [];
    for await (const { Action } of events) actions.push(Action);
    expect(actions).toEqual(["health_status: unhealthy", "health_status: healthy"]);
  });

  it("waits 30 seconds, and allows three failures, unless told otherwise", async () => {
    await run({ Test: ["CMD", "false"] });
    await vi.advanceTimersByTimeAsync(89_000);
    expect(await health()).toMatchObject({ Status: "starting", FailingStreak: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await health()).toMatchObject({ Status: "unhealthy", FailingStreak: 3 });
  });

  it("that takes too long is killed and counts as a failure", async () => {
    await run({
      Test: ["CMD-SHELL", "echo begun; sleep 600"],
      Interval: second,
      Timeout: 1500 * ms,
      Retries: 1,
    });
    await vi.advanceTimersByTimeAsync(2500);
    const { Status, Log } = (await health()) ?? {};
    expect(Status).toBe("unhealthy");
    expect(Log?.[0]).toMatchObject({
      ExitCode: -1,
      Output: "Health check exceeded timeout (1.5s): begun\n",
    });
  });

  it("that cannot be run says why", async () => {
    await run({ Test: ["CMD", "nonsense"], Interval: second, Retries: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect((await health())?.Log?.[0]).toMatchObject({
      ExitCode: -1,
      Output:
        'OCI runtime exec failed: exec failed: unable to start container process: exec: "nonsense": executable file not found in $PATH',
    });
  });

  it("does not count failures of the start period, and checks more often in it", async () => {
    let checks = 0;
    daemon.command("app:1", "probe", () => {
      checks += 1;
      return 1;
    });
    await run({
      Test: ["CMD", "probe"],
      Interval: 60 * second,
      StartPeriod: 9 * second,
      StartInterval: 2 * second,
      Retries: 1,
    });
    await vi.advanceTimersByTimeAsync(9000);
    expect(checks).toBe(4);
    expect(await health()).toMatchObject({ Status: "starting", FailingStreak: 0 });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await health()).toMatchObject({ Status: "unhealthy", FailingStreak: 2 });
  });

  it("has no interval of its own for the start on an engine before API 1.44", async () => {
    await docker.close();
    await daemon.close();
    daemon = new MockDaemon({ images: ["app:1"], apiVersion: "1.41" });
    docker = new Docker({ dispatcher: daemon.dispatcher });
    await run({ Test: ["CMD", "true"], Interval: 60 * second, StartPeriod: 10 * second });
    await vi.advanceTimersByTimeAsync(59_000);
    expect((await health())?.Log).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await health())?.Status).toBe("healthy");
  });

  it("stops with its container, which is unhealthy then, and keeps its log over a restart", async () => {
    await run({ Test: ["CMD", "true"], Interval: second });
    await vi.advanceTimersByTimeAsync(2000);
    await docker.containers.kill("web");
    expect(await health()).toMatchObject({ Status: "unhealthy", Log: [{}, {}] });
    await vi.advanceTimersByTimeAsync(5000);
    expect((await health())?.Log).toHaveLength(2);
    await docker.containers.start("web");
    expect(await health()).toMatchObject({ Status: "starting", Log: [{}, {}] });
  });

  it("waits while the container is paused", async () => {
    await run({ Test: ["CMD", "true"], Interval: second });
    await vi.advanceTimersByTimeAsync(1000);
    await docker.containers.pause("web");
    expect(await status()).toBe("Up 1 second (Paused)");
    await vi.advanceTimersByTimeAsync(5000);
    expect((await health())?.Log).toHaveLength(1);
    await docker.containers.unpause("web");
    expect((await health())?.Status).toBe("unhealthy");
    await vi.advanceTimersByTimeAsync(1000);
    expect((await health())?.Status).toBe("healthy");
  });

  it("comes from the image unless the container has its own, or none", async () => {
    const Healthcheck = { Test: ["CMD", "true"], Interval: second };
    daemon.registry.add({
      reference: "checked:1",
      config: { Healthcheck, Cmd: ["sleep", "9999"] },
    });
    await docker.images.pull("checked:1");
    for (const name of ["inherits", "none"]) {
      const more = name === "none" ? { Healthcheck: { Test: ["NONE"] } } : {};
      await docker.containers.create({ Image: "checked:1", ...more }, { name });
      await docker.containers.start(name);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect((await health("inherits"))?.Status).toBe("healthy");
    expect(await health("none")).toBeUndefined();
  });

  it("is what the list can be filtered by", async () => {
    await run({ Test: ["CMD", "true"], Interval: second }, "well");
    await run({ Test: ["CMD", "false"], Interval: second, Retries: 1 }, "ill");
    await run({ Test: ["CMD", "true"] }, "new");
    await run({ Test: ["NONE"] }, "none");
    await vi.advanceTimersByTimeAsync(1000);
    for (const [wanted, name] of [
      ["healthy", "/well"],
      ["unhealthy", "/ill"],
      ["starting", "/new"],
      ["none", "/none"],
    ] as const) {
      const found = await docker.containers.list({ filters: { health: [wanted] } });
      expect(found.map(({ Names }) => Names?.[0])).toEqual([name]);
    }
  });

  it("is told in lists from API 1.52 on", async () => {
    await using newer = new MockDaemon({ images: ["app:1"], apiVersion: "1.52" });
    await using client = new Docker({ dispatcher: newer.dispatcher });
    const Healthcheck = { Test: ["CMD", "false"], Interval: second };
    newer.containers.run({ Image: "app:1", Cmd: ["sleep", "600"], Healthcheck });
    newer.containers.create({ Image: "app:1", Cmd: ["sleep", "600"] });
    await vi.advanceTimersByTimeAsync(1000);
    expect((await client.containers.list({ all: true })).map(({ Health }) => Health)).toEqual([
      { Status: "none", FailingStreak: 0 },
      { Status: "starting", FailingStreak: 1 },
    ]);
    await using older = new Docker({ dispatcher: newer.dispatcher, apiVersion: "1.51" });
    expect((await older.containers.list())[0]).not.toHaveProperty("Health");
  });
});
