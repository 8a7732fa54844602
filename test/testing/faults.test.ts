import { describe, expect, it } from "vitest";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";
import { error, refusal, wire } from "./support.js";

useFreshDaemon();

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
