import { request } from "undici";
import { describe, expect, it } from "vitest";
import { ConnectionError, type Docker, ProtocolError, TimeoutError } from "../../src/index.js";
import type { Fault } from "../../src/testing/index.js";
import { daemon, docker, useFreshDaemon } from "../testing/fresh-daemon.js";
import { printed, soon } from "../testing/support.js";

useFreshDaemon();

describe("an answer", () => {
  it("that is cut off inside a frame and ends cleanly is a ProtocolError", async () => {
    const id = await printed(docker, "one two");
    daemon.fail({ operation: "ContainerLogs", truncate: true });
    const logs = docker.containers.logs(id, { stdout: true });
    await expect(logs.text()).rejects.toThrow(ProtocolError);
    expect(await docker.containers.logs(id, { stdout: true }).text()).toBe("one two");
  });

  it("that is cut off inside its JSON is a ProtocolError", async () => {
    daemon.fail({ operation: "ContainerList", truncate: true });
    await expect(docker.containers.list({ all: true })).rejects.toThrow(ProtocolError);
  });

  it("that is cut off on a connection of its own is a ProtocolError", async () => {
    const id = await printed(docker, "x");
    daemon.program("app:1", ({ stdout }) => {
      stdout.write("hello");
      return 0;
    });
    await docker.containers.start(id).catch(() => {});
    const { Id } = await docker.containers.create({ Image: "app:1" });
    daemon.fail({ operation: "ContainerAttach", truncate: true });
    const { output } = await docker.containers.attach(Id, { stream: true, stdout: true });
    const text = output.text();
    text.catch(() => {});
    await docker.containers.start(Id);
    await expect(soon(text, "the end")).rejects.toThrow(ProtocolError);
  });

  it.each<[Fault["operation"], (client: Docker) => Promise<unknown>]>([
    ["ContainerList", (client) => client.containers.list()],
    ["VolumeCreate", (client) => client.volumes.create({ Name: "data" })],
    ["ImageCreate", (client) => client.images.pull("app:1")],
    ["SystemEvents", (client) => client.system.events({ since: 0, until: new Date() }).next()],
  ])("that is no JSON is a ProtocolError: %s", async (operation, call) => {
    await printed(docker, "x");
    daemon.fail({ operation, malformed: true } as Fault);
    await expect(call(docker)).rejects.toThrow(ProtocolError);
  });

  it("that drips is complete in the end", async () => {
    const id = await printed(docker, "a drip");
    daemon.fail({ operation: "ContainerLogs", drip: { bytes: 3, every: 2 } });
    const pieces: Buffer[] = [];
    const answer = await request(`http://docker/containers/${id}/logs?stdout=1`, {
      dispatcher: daemon.dispatcher,
    });
    for await (const piece of answer.body) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(Buffer.concat(pieces).subarray(8).toString()).toBe("a drip");
    daemon.fail({ operation: "ContainerLogs", drip: { bytes: 1, every: 0 } });
    expect(await docker.containers.logs(id, { stdout: true }).text()).toBe("a drip");
    daemon.fail({ operation: "ContainerList", drip: { bytes: 50, every: 1 } });
    expect(await docker.containers.list({ all: true })).toHaveLength(1);
  });

  it("that drips too slowly meets the idle limit", async () => {
    const id = await printed(docker, "never");
    daemon.fail({ operation: "ContainerLogs", drip: { bytes: 1, every: 10_000 } });
    const logs = docker.containers.logs(id, { stdout: true }, { idle: 40 });
    await expect(soon(logs.text(), "the limit")).rejects.toThrow(TimeoutError);
  });
});

describe("a restart of the engine", () => {
  it("does not end events that reconnect", async () => {
    const events = docker.system.events(
      { filters: { type: ["volume"], event: ["create"] } },
      { reconnect: true },
    );
    const seen: (string | undefined)[] = [];
    const following = (async () => {
      for await (const { Actor } of events) {
        seen.push(Actor?.ID);
        if (seen.length === 1) void daemon.restart({ downtime: 30 });
        if (seen.length === 2) break;
      }
    })();
    await expect.poll(() => daemon.requests.at(-1)?.operation).toBe("SystemEvents");
    await docker.volumes.create({ Name: "before" });
    await expect.poll(() => seen).toEqual(["before"]);
    const created = async () => docker.volumes.create({ Name: "after" });
    await expect
      .poll(() =>
        created().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await soon(following, "the second event");
    expect(seen).toEqual(["before", "after"]);
    expect(daemon.requests.filter(({ operation }) => operation === "SystemEvents").length).toBe(2);
  });

  it("breaks events off that do not reconnect", async () => {
    await docker.volumes.create({ Name: "one" });
    const reading = (async () => {
      for await (const _ of docker.system.events({ since: 0 })) void daemon.restart();
    })();
    await expect(soon(reading, "the break")).rejects.toThrow(ConnectionError);
  });
});
