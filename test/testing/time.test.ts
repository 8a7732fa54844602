import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";

let daemon: MockDaemon;
let docker: Docker;

const start = new Date("2026-03-01T12:00:00Z");
const everything = [
  ["as vitest fakes them", undefined],
  [
    "of setTimeout and Date alone",
    { toFake: ["setTimeout" as const, "clearTimeout" as const, "Date" as const] },
  ],
] as const;

async function run(Cmd: string[], more: object = {}): Promise<string> {
  const { Id } = await docker.containers.create({ Image: "app:1", Cmd, ...more });
  await docker.containers.start(Id);
  return Id;
}

const state = async (id: string) => (await docker.containers.inspect(id)).State;

describe.each(everything)("with fake timers %s", (_title, options) => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start, ...(options && { toFake: [...options.toFake] }) });
    daemon = new MockDaemon({ images: ["app:1"] });
    docker = new Docker({ dispatcher: daemon.dispatcher });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await docker.close();
    await daemon.close();
  });

  it("calls are answered, one after another and at once, streams and uploads too", async () => {
    const id = await run(["echo", "hello"]);
    await Promise.all([docker.containers.list(), docker.images.list(), docker.system.ping()]);
    expect(await docker.containers.logs(id, { stdout: true }).text()).toBe("hello\n");
    const pulled = await docker.images.pull("app:1");
    expect(pulled).toBeDefined();
    const sleeper = await run(["sleep", "600"]);
    const exec = await docker.exec.create(sleeper, { Cmd: ["echo", "hi"], AttachStdout: true });
    const { output } = await docker.exec.start(exec.Id);
    expect(await output.text()).toBe("hi\n");
  });

  it("a sleep takes the time that the test lets pass", async () => {
    const id = await run(["sleep", "600"]);
    await vi.advanceTimersByTimeAsync(599_000);
    expect((await state(id)).Status).toBe("running");
    const [summary] = await docker.containers.list();
    expect(summary?.Status).toBe("Up 9 minutes");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await state(id)).toMatchObject({ Status: "exited", ExitCode: 0 });
    expect((await state(id)).FinishedAt).toMatch(/^2026-03-01T12:10:00/);
  });

  it("a stop kills when the time is up", async () => {
    const id = await run(["sleep", "600"]);
    const stopped = docker.containers.stop(id, { t: 30 });
    while (daemon.requests.at(-1)?.operation !== "ContainerStop") await docker.system.ping();
    await vi.advanceTimersByTimeAsync(29_000);
    expect((await state(id)).Running).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    await stopped;
    expect((await state(id)).ExitCode).toBe(137);
  });

  it("a container restarts when its delay has passed", async () => {
    const id = await run(["false"], { HostConfig: { RestartPolicy: { Name: "always" } } });
    await docker.system.ping();
    expect((await state(id)).Status).toBe("restarting");
    await vi.advanceTimersByTimeAsync(100);
    expect((await docker.containers.inspect(id)).RestartCount).toBe(2);
  });

  it("stats come each second of the test's", async () => {
    const id = await run(["sleep", "600"]);
    const samples = docker.containers.stats(id)[Symbol.asyncIterator]();
    const first = await samples.next();
    const second = samples.next();
    await docker.system.ping();
    await vi.advanceTimersByTimeAsync(1000);
    const reads = [first, await second].map(({ value }) => Date.parse(value?.read ?? ""));
    expect((reads[1] ?? 0) - (reads[0] ?? 0)).toBe(1000);
    await samples.return?.();
  });
});

describe("a client that was there before the timers were replaced", () => {
  it("goes on, and so it does when they are back", async () => {
    daemon = new MockDaemon({ images: ["app:1"] });
    docker = new Docker({ dispatcher: daemon.dispatcher });
    await docker.containers.list();
    vi.useFakeTimers();
    await docker.containers.list();
    await docker.containers.list();
    vi.useRealTimers();
    expect(await docker.containers.list()).toEqual([]);
    await docker.close();
    await daemon.close();
  });
});

describe("a clock", () => {
  it("that is a function tells the time of everything", async () => {
    let now = Date.UTC(2026, 0, 1);
    await using fixed = new MockDaemon({ images: ["app:1"], clock: () => now });
    docker = new Docker({ dispatcher: fixed.dispatcher });
    const id = await run(["sleep", "600"]);
    expect((await state(id)).StartedAt).toMatch(/^2026-01-01T00:00:00/);
    now += 300_000;
    const [summary] = await docker.containers.list();
    expect(summary).toMatchObject({ Status: "Up 5 minutes", Created: Date.UTC(2026, 0, 1) / 1000 });
    await docker.close();
  });

  it("is what the programs of containers see, too", async () => {
    await using fixed = new MockDaemon({ images: ["app:1"], clock: start });
    const printed = fixed.containers.run({ Image: "app:1", Cmd: ["date"] });
    await printed.waitFor("exited");
    expect(printed.stdout).toBe("Sun Mar  1 12:00:00 UTC 2026\n");
  });

  it("follows a test that sets the time back", async () => {
    await using fixed = new MockDaemon({ images: ["app:1"] });
    docker = new Docker({ dispatcher: fixed.dispatcher });
    await run(["true"]);
    vi.setSystemTime(new Date("2001-02-03T04:05:06Z"));
    const id = await run(["sleep", "600"]);
    expect((await state(id)).StartedAt).toMatch(/^2001-02-03T04:05:06/);
    vi.useRealTimers();
    await docker.close();
  });

  it("that is a date stands still, and what happens keeps its order all the same", async () => {
    await using fixed = new MockDaemon({ images: ["app:1"], clock: start });
    docker = new Docker({ dispatcher: fixed.dispatcher });
    const [one, two] = [await run(["true"]), await run(["true"])];
    const [first, second] = [
      await docker.containers.inspect(one),
      await docker.containers.inspect(two),
    ];
    expect(first.Created).toMatch(/^2026-03-01T12:00:00/);
    expect(second.Created && first.Created && second.Created > first.Created).toBe(true);
    await docker.close();
  });
});
