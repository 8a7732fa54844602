import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon, type MockDaemonOptions } from "../../src/testing/index.js";

/** What a few calls answer, with everything that a daemon makes up. */
async function answers(options: MockDaemonOptions): Promise<unknown> {
  await using daemon = new MockDaemon({ images: ["app:1"], ...options });
  await using docker = new Docker({ dispatcher: daemon.dispatcher });
  const network = await docker.networks.create({ Name: "own" });
  const volume = await docker.volumes.create({});
  const { Id } = await docker.containers.create({
    Image: "app:1",
    Cmd: ["sleep", "600"],
    ExposedPorts: { "80/tcp": {} },
    HostConfig: { PublishAllPorts: true, NetworkMode: "own" },
  });
  await docker.containers.start(Id);
  const exec = await docker.exec.create(Id, { Cmd: ["true"] });
  return {
    network: await docker.networks.inspect(network.Id),
    volume: await docker.volumes.inspect(volume.Name),
    container: await docker.containers.inspect(Id),
    exec: await docker.exec.inspect(exec.Id),
    info: await docker.system.info(),
  };
}

describe("a seed", () => {
  it("makes ids, names, addresses, ports and, with a clock, times the same in each run", async () => {
    const options = { seed: "invoices", clock: new Date("2026-01-01T00:00:00Z") };
    expect(await answers(options)).toEqual(await answers(options));
  });

  it("makes other ids than another seed, and than none", async () => {
    const [one, two, none, another] = await Promise.all(
      [{ seed: 1 }, { seed: 2 }, {}, {}].map(async (options) => {
        await using daemon = new MockDaemon({ images: ["app:1"], ...options });
        await using docker = new Docker({ dispatcher: daemon.dispatcher });
        return (await docker.containers.create({ Image: "app:1", Cmd: ["true"] })).Id;
      }),
    );
    expect(new Set([one, two, none, another]).size).toBe(4);
  });
});

describe("two daemons in one process", () => {
  it("do not know of each other's containers, images, programs, faults and requests", async () => {
    await using first = new MockDaemon({ images: ["app:1"] });
    await using second = new MockDaemon({ images: ["app:1", "other:1"] });
    await using one = new Docker({ dispatcher: first.dispatcher });
    await using two = new Docker({ dispatcher: second.dispatcher });
    first.program("app:1", () => 3);
    first.fail({ operation: "SystemInfo", status: 500 });
    const made = { Image: "app:1", Cmd: ["true"] };
    const [a, b] = [
      await one.containers.create(made, { name: "web" }),
      await two.containers.create(made, { name: "web" }),
    ];
    await one.containers.start(a.Id);
    await two.containers.start(b.Id);
    expect((await one.containers.wait(a.Id)).StatusCode).toBe(3);
    expect((await two.containers.wait(b.Id)).StatusCode).toBe(0);
    expect(await one.images.list()).toHaveLength(1);
    await expect(two.containers.inspect(a.Id)).rejects.toThrow("No such container");
    await two.system.info();
    await expect(one.system.info()).rejects.toThrow("told to fail");
    expect(second.requests.filter(({ path }) => path.includes(a.Id))).toHaveLength(1);
  });
});
