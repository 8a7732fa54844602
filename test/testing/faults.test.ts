import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectionError, Docker, ProtocolError, TimeoutError } from "../../src/index.js";
import { type Fault, MockDaemon } from "../../src/testing/index.js";
import { error, refusal, soon, wire } from "./support.js";

let daemon: MockDaemon;
let docker: Docker;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
  docker = new Docker({ dispatcher: daemon.dispatcher });
});
afterEach(async () => {
  await docker.close();
  await daemon.close();
});

/** A container that has printed this, and exited. */
async function printed(text: string): Promise<string> {
  const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["echo", "-n", text] });
  await docker.containers.wait(
    Id,
    { condition: "next-exit" },
    { onWaiting: () => docker.containers.start(Id) },
  );
  return Id;
}

describe("a fault", () => {
  it("makes an operation fail once, and then no more", async () => {
    daemon.fail({ operation: "ContainerCreate", status: 500, message: "disk full" });
    const create = () => docker.containers.create({ Image: "app:1" });
    await expect(create()).rejects.toEqual(error(500, "disk full"));
    expect((await create()).Id).toHaveLength(64);
    expect(daemon.requests.map(({ status }) => status).slice(-2)).toEqual([500, 201]);
  });

  it("is for a method and a path, and for ever when asked", async () => {
    const fault = { method: "get", path: /^\/images\//g, status: 503, message: "later" };
    daemon.fail({ ...fault, times: Infinity });
    for (const path of ["/images/json", "/v1.41/images/x/json"]) {
      expect(await wire(daemon, "GET", path)).toMatchObject(refusal(503, "later"));
    }
    expect((await wire(daemon, "GET", "/volumes")).status).toBe(200);
  });

  it("is for the requests that a function says", async () => {
    const fault = daemon.fail({
      when: ({ operation, body }) =>
        operation === "VolumeCreate" && (body as { Name: string }).Name === "second",
      status: 507,
    });
    await docker.volumes.create({ Name: "first" });
    expect(fault.happened).toBe(0);
    await expect(docker.volumes.create({ Name: "second" })).rejects.toMatchObject({ status: 507 });
    expect(fault.happened).toBe(1);
  });

  it("can be removed, and goes with its block", async () => {
    const fault = daemon.fail({ operation: "SystemPing", status: 500, times: Infinity });
    expect((await wire(daemon, "GET", "/_ping")).status).toBe(500);
    fault.remove();
    expect((await wire(daemon, "GET", "/_ping")).status).toBe(200);
    {
      using _ = daemon.fail({ operation: "SystemPing", status: 500, times: Infinity });
      expect((await wire(daemon, "GET", "/_ping")).status).toBe(500);
    }
    expect((await wire(daemon, "GET", "/_ping")).status).toBe(200);
    expect(fault.happened).toBe(1);
  });

  it("only delays when it is nothing but a delay", async () => {
    daemon.fail({ operation: "SystemPing", delay: 30 });
    const begun = performance.now();
    expect((await wire(daemon, "GET", "/_ping")).text).toBe("OK");
    expect(performance.now() - begun).toBeGreaterThan(25);
  });

  it("that delays makes a call with a time limit too late", async () => {
    daemon.fail({ operation: "ContainerList", delay: 5_000 });
    await expect(docker.containers.list({}, { timeout: 30 })).rejects.toThrow(TimeoutError);
    await docker.containers.list();
  });
});

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
    const id = await printed("one two");
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

describe("an answer", () => {
  it("that is cut off inside a frame and ends cleanly is a ProtocolError", async () => {
    const id = await printed("one two");
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
    const id = await printed("x");
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
    await printed("x");
    daemon.fail({ operation, malformed: true } as Fault);
    await expect(call(docker)).rejects.toThrow(ProtocolError);
  });

  it("that drips is complete in the end", async () => {
    const id = await printed("a drip");
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
    const id = await printed("never");
    daemon.fail({ operation: "ContainerLogs", drip: { bytes: 1, every: 10_000 } });
    const logs = docker.containers.logs(id, { stdout: true }, { idle: 40 });
    await expect(soon(logs.text(), "the limit")).rejects.toThrow(TimeoutError);
  });
});

describe("a daemon that is not there", () => {
  it("refuses connections until it is told to take them", async () => {
    await docker.system.ping();
    const outage = daemon.refuseConnections();
    await expect(docker.containers.list()).rejects.toMatchObject({
      name: "ConnectionError",
      cause: { code: "ECONNREFUSED" },
    });
    outage.end();
    expect(await docker.containers.list()).toEqual([]);
  });

  it.each(["unix", "tcp"])("refuses them on a %s socket, and keeps its address", async (kind) => {
    const { host } = await (kind === "tcp" ? daemon.listen({ port: 0 }) : daemon.listen());
    await using far = new Docker({ host, env: {} });
    await far.system.ping();
    for (let round = 0; round < 2; round += 1) {
      {
        using _ = daemon.refuseConnections();
        using _twice = daemon.refuseConnections();
        await expect(far.containers.list()).rejects.toMatchObject({
          name: "ConnectionError",
          cause: { code: "ECONNREFUSED" },
        });
      }
      await delay(5);
      expect(await far.containers.list()).toEqual([]);
    }
  });
});

describe("a restart", () => {
  const sleeper = async (name: string, policy?: "always" | "unless-stopped" | "on-failure") => {
    const restart = policy === undefined ? {} : { RestartPolicy: { Name: policy } };
    await docker.containers.create(
      { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: restart },
      { name },
    );
    await docker.containers.start(name);
  };

  it("kills containers, and runs those again that are to run always", async () => {
    await sleeper("plain");
    await sleeper("always", "always");
    await sleeper("kept", "unless-stopped");
    await sleeper("stopped", "unless-stopped");
    await sleeper("stopped-always", "always");
    await sleeper("failing", "on-failure");
    for (const name of ["stopped", "stopped-always"]) {
      await docker.containers.stop(name, { signal: "SIGKILL" });
    }
    await docker.containers.create({ Image: "app:1" }, { name: "created" });
    await docker.containers.pause("kept");
    await docker.volumes.create({ Name: "data" });
    await daemon.restart();
    const states = await docker.containers.list({ all: true });
    expect(Object.fromEntries(states.map(({ Names, State }) => [Names?.[0], State]))).toEqual({
      "/plain": "exited",
      "/always": "running",
      "/kept": "running",
      "/stopped": "exited",
      "/stopped-always": "running",
      "/failing": "exited",
      "/created": "created",
    });
    expect((await docker.containers.inspect("plain")).State?.ExitCode).toBe(137);
    expect((await docker.volumes.list()).Volumes).toHaveLength(1);
  });

  it("removes what is to be removed when it ends", async () => {
    const body = { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: { AutoRemove: true } };
    const { Id } = await docker.containers.create(body);
    await docker.containers.start(Id);
    await daemon.restart();
    await expect(docker.containers.inspect(Id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("ends pending calls, and refuses connections while it lasts", async () => {
    await sleeper("one");
    const { host } = await daemon.listen();
    await using far = new Docker({ host, env: {} });
    for (const client of [docker, far]) {
      const begun = performance.now();
      let down = Promise.resolve();
      const waiting = client.containers.wait(
        "one",
        {},
        {
          onWaiting: () => {
            down = daemon.restart({ downtime: 40 });
          },
        },
      );
      await expect(soon(waiting, "the end")).rejects.toThrow(ConnectionError);
      await expect(client.system.ping()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
      await down;
      expect(performance.now() - begun).toBeGreaterThan(35);
      await docker.containers.start("one");
      await client.system.ping();
    }
  });

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

  it("is refused when it cannot be", async () => {
    await expect(daemon.restart({ downtime: -1 })).rejects.toThrow(/^downtime: milliseconds/);
    await daemon.close();
    await expect(daemon.restart()).rejects.toThrow("closed");
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

describe("a fault that could never happen", () => {
  it.each([
    ["operation", { status: 500 }],
    ["operation", { operation: "ContainerMake", status: 500 }],
    ["operation", { operation: "toString", status: 500 }],
    ["path", { path: "/v1.51/containers/json", status: 500 }],
    ["path", { path: "containers/json", status: 500 }],
    ["path", { path: "/containers/json?all=1", status: 500 }],
    ["path", { path: 5, status: 500 }],
    ["path", { operation: "ContainerList", path: "/images/json", status: 500 }],
    ["method", { operation: "ContainerList", method: "POST", status: 500 }],
    ["method", { method: "GET /x", status: 500 }],
    ["when", { when: true, status: 500 }],
    ["message", { operation: "ContainerCreate", message: "disk full" }],
    ["message", { operation: "ContainerCreate", message: "disk full", reset: "body" }],
    ["status", { operation: "ContainerCreate" }],
    ["status", { operation: "ContainerCreate", delay: 0 }],
    ["status", { operation: "ContainerCreate", status: 200 }],
    ["status", { operation: "ContainerCreate", status: "500" }],
    ["reset", { operation: "ContainerCreate", status: 500, reset: "body" }],
    ["reset", { operation: "ContainerCreate", reset: "after" }],
    ["truncate", { operation: "ContainerLogs", truncate: false }],
    ["truncate", { operation: "ContainerLogs", reset: "body", truncate: true }],
    ["malformed", { operation: "ContainerList", malformed: 1 }],
    ["drip.bytes", { operation: "ContainerLogs", drip: { bytes: 0, every: 1 } }],
    ["drip.every", { operation: "ContainerLogs", drip: { bytes: 1 } }],
    ["delay", { operation: "ContainerLogs", delay: -5 }],
    ["times", { operation: "ContainerCreate", status: 500, times: 0 }],
    ["times", { operation: "ContainerCreate", status: 500, times: 1.5 }],
    ["statuscode", { operation: "ContainerCreate", statuscode: 500 }],
  ])("is refused with the name of its option, %s: %j", (option, fault) => {
    const fail = () => daemon.fail(fault as never);
    expect(fail).toThrow(TypeError);
    expect(fail).toThrow(new RegExp(`^${option.replace(".", "\\.")}: `));
  });
});
