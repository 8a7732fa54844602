import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import { describe, expect, it } from "vitest";
import { ConnectionError, Docker, TimeoutError } from "../../src/index.js";
import type { Fault } from "../../src/testing/index.js";
import { daemon, docker, useFreshDaemon } from "../testing/fresh-daemon.js";
import { printed, soon } from "../testing/support.js";

useFreshDaemon();

describe("a connection that is reset", () => {
  it("before the answer is a ConnectionError, with a reset for its cause", async () => {
    daemon.fail({ operation: "ContainerCreate", reset: "before" });
    const create = docker.containers.create({ Image: "app:1" });
    await expect(create).rejects.toMatchObject({
      name: "ConnectionError",
      cause: { code: "ECONNRESET" },
    });
    expect(daemon.requests.at(-1)).toMatchObject({
      operation: "ContainerCreate",
      status: undefined,
    });
    await docker.containers.list();
  });

  it("is asked again for what only reads, once", async () => {
    await docker.system.ping();
    const once = daemon.fail({ operation: "ContainerList", reset: "before" });
    expect(await docker.containers.list()).toEqual([]);
    expect(once.happened).toBe(1);
    const always = daemon.fail({ operation: "ContainerList", reset: "before", times: Infinity });
    await expect(docker.containers.list()).rejects.toThrow(ConnectionError);
    expect(always.happened).toBe(2);
  });

  it("in the middle of an answer is a ConnectionError, and nothing is asked again", async () => {
    await docker.system.ping();
    const fault = daemon.fail({ operation: "SystemInfo", reset: "body", times: Infinity });
    await expect(docker.system.info()).rejects.toThrow(ConnectionError);
    expect(fault.happened).toBe(1);
  });

  it("in the middle of a stream is a ConnectionError after what has come", async () => {
    const id = await printed(docker, "one two");
    daemon.fail({ operation: "ContainerLogs", reset: "body" });
    const answer = await request(`http://docker/containers/${id}/logs?stdout=1`, {
      dispatcher: daemon.dispatcher,
    });
    let received = 0;
    const reading = (async () => {
      for await (const chunk of answer.body) received += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(received).toBeGreaterThan(0);
    daemon.fail({ operation: "ContainerLogs", reset: "body" });
    const logs = docker.containers.logs(id, { stdout: true });
    await expect(logs.text()).rejects.toThrow(ConnectionError);
  });

  it("under an attach ends its output with a ConnectionError", async () => {
    daemon.program("app:1", async ({ stdin, stdout }) => {
      for await (const chunk of stdin) stdout.write(chunk);
      return 0;
    });
    const { Id } = await docker.containers.create({ Image: "app:1", OpenStdin: true });
    await docker.containers.start(Id);
    daemon.fail({ operation: "ContainerAttach", reset: "body" });
    const attached = await docker.containers.attach(Id, {
      stream: true,
      stdin: true,
      stdout: true,
    });
    attached.stdin.write("hello");
    await expect(soon(attached.output.text(), "the reset")).rejects.toThrow(ConnectionError);
  });

  it.each(["unix", "tcp"])("is one on a %s socket, too", async (kind) => {
    const { host } = await (kind === "tcp" ? daemon.listen({ port: 0 }) : daemon.listen());
    await using far = new Docker({ host, env: {} });
    await far.system.ping();
    for (const reset of ["before", "body"] as const) {
      daemon.fail({ operation: "VolumeCreate", reset });
      await expect(far.volumes.create({ Name: "data" })).rejects.toThrow(ConnectionError);
    }
    daemon.fail({ operation: "SystemInfo", reset: "before" });
    expect((await far.system.info()).Name).toBe("mock");
  });
});

describe("an answer that comes late", () => {
  it("is a TimeoutError for a call with a time limit", async () => {
    daemon.fail({ operation: "ContainerList", delay: 5_000 });
    await expect(docker.containers.list({}, { timeout: 30 })).rejects.toThrow(TimeoutError);
    await docker.containers.list();
  });
});

describe("a connection that breaks under an upload", () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      yield Buffer.alloc(16 * 1024);
      await delay(1);
    }
  }

  it.each<[string, Fault["operation"], (client: Docker) => Promise<unknown>]>([
    ["a build", "ImageBuild", (client) => client.images.build(endless())],
    ["a load", "ImageLoad", (client) => client.images.load(Readable.from(endless()))],
    [
      "putArchive",
      "PutContainerArchive",
      (client) => client.containers.putArchive("web", endless(), { path: "/" }),
    ],
    [
      "putArchive of a Readable",
      "PutContainerArchive",
      (client) => client.containers.putArchive("web", Readable.from(endless()), { path: "/" }),
    ],
    [
      "copyTo",
      "PutContainerArchive",
      (client) => client.containers.copyTo("web", import.meta.dirname, "/tmp"),
    ],
    [
      "a build of a directory",
      "ImageBuild",
      (client) => client.images.build(import.meta.dirname, { dockerfile: "uploads.test.ts" }),
    ],
  ])("is a ConnectionError: %s", async (_name, operation, upload) => {
    const { host } = await daemon.listen({ port: 0 });
    await using far = new Docker({ host, env: {} });
    for (const client of [docker, far]) {
      await client.containers.create({ Image: "app:1" }, { name: "web" }).catch(() => {});
      daemon.fail({ operation, reset: "before", delay: 10 } as Fault);
      await expect(soon(upload(client), "the break")).rejects.toThrow(ConnectionError);
    }
  });
});
