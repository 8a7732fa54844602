import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

const filters = (value: object): string => `filters=${encodeURIComponent(JSON.stringify(value))}`;

async function create(name: string, body: object = {}): Promise<string> {
  const { text } = await wire(daemon, "POST", `/containers/create?name=${name}`, {
    body: { Image: "app:1", Cmd: ["sleep", "600"], ...body },
  });
  return JSON.parse(text).Id;
}

describe("a version", () => {
  it("that is too new or too old is refused, and none means the newest", async () => {
    expect(await wire(daemon, "GET", "/v1.52/version")).toMatchObject(
      refusal(400, "client version 1.52 is too new. Maximum supported API version is 1.51"),
    );
    const old = await wire(daemon, "GET", "/v1.23/version");
    expect(old).toMatchObject({
      status: 400,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
    expect(old.text).toBe(
      "client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version\n",
    );
    expect((await wire(daemon, "GET", "/v1.41/version")).status).toBe(200);
    expect(JSON.parse((await wire(daemon, "GET", "/version")).text).ApiVersion).toBe("1.51");
  });
});

describe("a path", () => {
  it.each(["/nope", "/containers", "/vx/version"])(
    "%s that the API does not have is not found",
    async (path) => {
      expect(await wire(daemon, "GET", path)).toMatchObject(refusal(404, "page not found"));
    },
  );

  it("that the mock daemon does not do says so, with its operation", async () => {
    expect(await wire(daemon, "GET", "/containers/x/checkpoints")).toMatchObject(
      refusal(501, "the mock daemon does not do CheckpointList yet"),
    );
  });

  it("with a doubled slash is redirected as an engine does", async () => {
    expect(await wire(daemon, "GET", "/containers//x/json?size=1")).toMatchObject({
      status: 301,
      headers: { location: "/containers/x/json?size=1" },
    });
  });

  it("finds a container by name and by the beginning of its id, and refuses one of two", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 17; index += 1) ids.push(await create(`many${index}`));
    const [first = ""] = ids;
    for (const term of [first, first.slice(0, 12), "many0"]) {
      expect(JSON.parse((await wire(daemon, "GET", `/containers/${term}/json`)).text).Id).toBe(
        first,
      );
    }
    const digit = [..."0123456789abcdef"].find(
      (each) => ids.filter((id) => id.startsWith(each)).length > 1,
    );
    expect(await wire(daemon, "GET", `/containers/${digit}/json`)).toMatchObject(
      refusal(400, `multiple IDs found with provided prefix: ${digit}`),
    );
  });
});

describe("the body of a create call", () => {
  const answer = (body: string, type = "application/json") =>
    wire(daemon, "POST", "/containers/create", { body, headers: { "content-type": type } });

  it.each([
    ["", "invalid JSON: got EOF while reading request body"],
    ["{}", "config cannot be empty in order to create a container"],
    ["null", "config cannot be empty in order to create a container"],
    ["{bad", "invalid JSON: invalid character 'b' looking for beginning of object key string"],
    ['{"Image":"app:1"', "invalid JSON: unexpected EOF"],
    ['{"Image":tru}', "invalid JSON: invalid character '}' in literal true (expecting 'e')"],
    ['{"Image":[1 2]}', "invalid JSON: invalid character '2' after array element"],
    ['{"Image":"x" "y"}', "invalid JSON: invalid character '\"' after object key:value pair"],
    ['{"Image":"app:1"} extra', "unexpected content after JSON"],
    [
      "[]",
      "invalid JSON: json: cannot unmarshal array into Go value of type container.CreateRequest",
    ],
    [
      '{"Image":5}',
      "invalid JSON: json: cannot unmarshal number into Go struct field .Image of type string",
    ],
    [
      '{"Image":"app:1","HostConfig":{"Privileged":"x"}}',
      "invalid JSON: json: cannot unmarshal string into Go struct field .HostConfig.Privileged of type bool",
    ],
    [
      '{"Image":"app:1","Labels":{"a":1}}',
      "invalid JSON: json: cannot unmarshal number into Go struct field .Labels.a of type string",
    ],
    [
      '{"Image":"app:1","Env":[1]}',
      "invalid JSON: json: cannot unmarshal number into .Env.0 of type string",
    ],
  ])("%j is refused", async (body, message) => {
    expect(await answer(body)).toMatchObject(refusal(400, message));
  });

  it("of another type is refused", async () => {
    expect(await answer('{"Image":"app:1"}', "text/plain")).toMatchObject(
      refusal(400, "unsupported Content-Type header (text/plain): must be 'application/json'"),
    );
  });

  it.each([
    [{ Image: "nope" }, 404, "No such image: nope:latest"],
    [
      { Image: "UPPER" },
      400,
      "invalid reference format: repository name (library/UPPER) must be lowercase",
    ],
    [
      { WorkingDir: "rel" },
      400,
      "the working directory 'rel' is invalid, it needs to be an absolute path",
    ],
    [{ StopSignal: "NOPE" }, 400, "invalid signal: NOPE"],
    [{ Env: ["=x"] }, 400, "invalid environment variable: =x"],
    [{ HostConfig: { Memory: 1000 } }, 400, "Minimum memory limit allowed is 6MB"],
    [{ HostConfig: { CapAdd: ["NOPE"] } }, 400, 'invalid CapAdd: unknown capability: "CAP_NOPE"'],
    [
      { HostConfig: { RestartPolicy: { Name: "always" }, AutoRemove: true } },
      400,
      "can't create 'AutoRemove' container with restart policy",
    ],
    [
      { HostConfig: { PortBindings: { "80/tcp": [{ HostPort: "x" }] } } },
      400,
      'invalid port specification: "x"',
    ],
    [
      { HostConfig: { Mounts: [{ Type: "volume", Target: "" }] } },
      400,
      'invalid mount config for type "volume": field Target must not be empty',
    ],
    [
      { HostConfig: { Binds: ["v:rel"] } },
      500,
      "invalid volume specification: 'v:rel': invalid mount config for type \"volume\": invalid mount path: 'rel' mount path must be absolute",
    ],
    [{ HostConfig: { VolumesFrom: ["nope"] } }, 400, "No such container: nope"],
    [
      { HostConfig: { Links: ["nope:x"] } },
      400,
      "could not get container for nope: No such container: nope",
    ],
    [{ HostConfig: { IpcMode: "nope" } }, 400, "invalid IPC mode: nope"],
    [{ HostConfig: { Runtime: "nope" } }, 400, "unknown or invalid runtime name: nope"],
    [{ Entrypoint: [""] }, 400, "no command specified"],
  ])("%j is refused", async (body, status, message) => {
    const answered = await wire(daemon, "POST", "/containers/create?name=x1", {
      body: { Image: "app:1", ...body },
    });
    expect(answered).toMatchObject(refusal(status, message));
  });

  it("may have a wrong name, a taken name or another platform", async () => {
    const body = { Image: "app:1" };
    expect(await wire(daemon, "POST", "/containers/create?name=a", { body })).toMatchObject(
      refusal(400, "Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"),
    );
    const id = await create("taken");
    expect(await wire(daemon, "POST", "/containers/create?name=/taken", { body })).toMatchObject(
      refusal(
        409,
        `Conflict. The container name "/taken" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`,
      ),
    );
    expect(
      await wire(daemon, "POST", "/containers/create?platform=linux/arm64", { body }),
    ).toMatchObject(
      refusal(
        404,
        "image with reference app:1 was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)",
      ),
    );
  });
});

describe("a container that does not exist", () => {
  it.each([
    ["GET", "json", ""],
    ["GET", "top", ""],
    ["GET", "logs?stdout=1", ""],
    ["GET", "changes", ""],
    ["POST", "start", ""],
    ["POST", "stop", ""],
    ["POST", "restart", ""],
    ["POST", "kill", "cannot kill container: nope: "],
    ["POST", "pause", ""],
    ["POST", "unpause", ""],
    ["POST", "rename?name=q1", ""],
    ["POST", "resize?h=1&w=1", ""],
    ["POST", "update", ""],
    ["POST", "wait", ""],
  ] as const)("%s %s is not found", async (method, path, prefix) => {
    expect(await wire(daemon, method, `/containers/nope/${path}`)).toMatchObject(
      refusal(404, `${prefix}No such container: nope`),
    );
  });
});

describe("a container that does not run", () => {
  it.each([
    ["GET", "logs", 400, "Bad parameters: you must choose at least one stream"],
    ["GET", "logs?stdout=1&since=zz", 500, 'strconv.ParseInt: parsing "zz": invalid syntax'],
    ["GET", "top", 409, "container ID is not running"],
    ["POST", "kill", 409, "cannot kill container: idle: container ID is not running"],
    ["POST", "kill?signal=NOPE", 400, "cannot kill container: idle: invalid signal: NOPE"],
    [
      "POST",
      "kill?signal=99",
      400,
      "cannot kill container: idle: the linux daemon does not support signal 99",
    ],
    ["POST", "pause", 409, "container ID is not running"],
    ["POST", "unpause", 500, "Container ID is not paused"],
    ["POST", "resize?h=1&w=1", 409, "container ID is not running"],
    ["POST", "resize?h=x&w=1", 400, 'invalid resize height "x": invalid syntax'],
    ["POST", "stop?t=x", 500, 'strconv.Atoi: parsing "x": invalid syntax'],
    ["POST", "rename", 400, "Neither old nor new names may be empty"],
    [
      "POST",
      "rename?name=idle",
      400,
      "Renaming a container with the same name as its current name",
    ],
    [
      "POST",
      "rename?name=a%20b",
      400,
      "Error when allocating new name: Invalid container name (/a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed",
    ],
    ["POST", "wait?condition=nope", 400, 'invalid condition: "nope"'],
  ] as const)("answers %s %s with %i", async (method, path, status, message) => {
    const id = await create("idle");
    expect(await wire(daemon, method, `/containers/idle/${path}`)).toMatchObject(
      refusal(status, message.replace("ID", id)),
    );
  });

  it("is stopped already, and refuses a start with a body", async () => {
    await create("idle");
    expect((await wire(daemon, "POST", "/containers/idle/stop")).status).toBe(304);
    const body = { Binds: null };
    expect(await wire(daemon, "POST", "/containers/idle/start", { body })).toMatchObject(
      refusal(
        400,
        "starting container with non-empty request body was deprecated since API v1.22 and removed in v1.24",
      ),
    );
  });
});

describe("a container that runs", () => {
  it("is started already, cannot be removed, and keeps its image", async () => {
    const id = await create("busy");
    expect((await wire(daemon, "POST", "/containers/busy/start")).status).toBe(204);
    expect((await wire(daemon, "POST", "/containers/busy/start")).status).toBe(304);
    expect(await wire(daemon, "DELETE", "/containers/busy")).toMatchObject(
      refusal(
        409,
        'cannot remove container "busy": container is running: stop the container before removing or force remove',
      ),
    );
    expect(await wire(daemon, "POST", "/containers/busy/stop?signal=NOPE")).toMatchObject(
      refusal(500, "cannot stop container: busy: invalid signal: NOPE"),
    );
    await wire(daemon, "POST", "/containers/busy/pause");
    expect(await wire(daemon, "POST", "/containers/busy/pause")).toMatchObject(
      refusal(409, `Container ${id} is already paused`),
    );
    expect(await wire(daemon, "POST", "/containers/busy/start")).toMatchObject(
      refusal(409, "cannot start a paused container, try unpause instead"),
    );
    expect(await wire(daemon, "DELETE", "/containers/busy")).toMatchObject(
      refusal(
        409,
        'cannot remove container "busy": container is paused and must be unpaused first',
      ),
    );
  });

  it("keeps its port, its address and the network of the one it belongs to", async () => {
    const ports = {
      ExposedPorts: { "80/tcp": {} },
      HostConfig: { PortBindings: { "80/tcp": [{ HostPort: "8099" }] } },
    };
    for (const name of ["p1", "p2"]) await create(name, ports);
    await wire(daemon, "POST", "/containers/p1/start");
    const second = await wire(daemon, "POST", "/containers/p2/start");
    expect(second.status).toBe(500);
    expect(JSON.parse(second.text).message).toMatch(
      /^failed to set up container networking: driver failed programming external connectivity on endpoint p2 \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:8099 failed: port is already allocated$/,
    );
    await create("p3", { HostConfig: { NetworkMode: "missing" } });
    expect(await wire(daemon, "POST", "/containers/p3/start")).toMatchObject(
      refusal(404, "failed to set up container networking: network missing not found"),
    );
    await create("p4", { HostConfig: { NetworkMode: "container:p2" } });
    expect(await wire(daemon, "POST", "/containers/p4/start")).toMatchObject(
      refusal(
        409,
        "cannot join network namespace of a non running container: container p2 is created",
      ),
    );
  });
});

describe("filters", () => {
  it.each([
    ["/containers/json", { nope: ["x"] }, 400, "invalid filter 'nope'"],
    [
      "/containers/json",
      { status: ["x"] },
      400,
      "invalid filter 'status=x': invalid value for state (x): must be one of created, running, paused, restarting, removing, exited, dead",
    ],
    [
      "/containers/json",
      { exited: ["x"] },
      400,
      `invalid filter 'exited=x': strconv.Atoi: parsing "x": invalid syntax`,
    ],
    ["/containers/json", { before: ["nope"] }, 404, "No such container: nope"],
    ["/images/json", { dangling: ["x"] }, 400, "invalid filter 'dangling=[x]'"],
    ["/images/json", { since: ["nope"] }, 404, "No such image: nope:latest"],
    ["/networks", { type: ["x"] }, 500, "invalid filter: 'type'='x'"],
    [
      "/networks",
      { dangling: ["x"] },
      400,
      `invalid value for filter 'dangling', must be "true" (or "1"), or "false" (or "0")`,
    ],
    ["/volumes", { dangling: ["x"] }, 400, "invalid filter 'dangling=[x]'"],
  ])("of %s: %j are refused", async (path, given, status, message) => {
    expect(await wire(daemon, "GET", `${path}?${filters(given)}`)).toMatchObject(
      refusal(status, message),
    );
  });

  it("that are not JSON, or not lists, are refused", async () => {
    for (const given of ["x", '{"status":"x"}', "[]"]) {
      const path = `/containers/json?filters=${encodeURIComponent(given)}`;
      expect(await wire(daemon, "GET", path)).toMatchObject(refusal(400, "invalid filter"));
    }
    const set = filters({ status: { running: true } });
    expect((await wire(daemon, "GET", `/containers/json?${set}`)).status).toBe(200);
  });
});
