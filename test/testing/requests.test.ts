import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";
import { wire } from "./support.js";
import { pack } from "./tar.js";

const encode = (auth: object): string => Buffer.from(JSON.stringify(auth)).toString("base64url");

useFreshDaemon();

describe("the requests", () => {
  it("are kept with operation, version, query, headers, body and status", async () => {
    await using daemon = new MockDaemon({ images: ["app:1"] });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    await docker.containers.create({ Image: "app:1" }, { name: "kept" });
    expect(daemon.requests.at(-1)).toMatchObject({
      operation: "ContainerCreate",
      method: "POST",
      path: "/containers/create",
      version: "1.51",
      query: { name: "kept" },
      headers: { "content-type": expect.stringContaining("application/json") },
      body: { Image: "app:1" },
      status: 201,
    });
    await wire(daemon, "GET", "/nope?a=1&a=2");
    expect(daemon.requests.at(-1)).toMatchObject({
      operation: undefined,
      version: undefined,
      query: { a: ["1", "2"] },
      body: undefined,
      status: 404,
    });
  });

  it("show no credentials, and neither does the daemon", async () => {
    await using daemon = new MockDaemon();
    const credentials = { username: "me", password: "s3cret" };
    daemon.registry.add("reg.example:5000/app:1", { auth: credentials });
    const auth = encode(credentials);
    await wire(daemon, "POST", "/images/create?fromImage=reg.example:5000/app&tag=1", {
      headers: { "x-registry-auth": auth },
    });
    await wire(daemon, "POST", "/auth", {
      body: { ...credentials, serveraddress: "reg.example:5000" },
    });
    expect(daemon.requests.at(0)?.headers["x-registry-auth"]).toBe("<redacted>");
    expect(daemon.requests.at(1)?.body).toMatchObject({ username: "me", password: "<redacted>" });
    const shown = inspect(daemon, { depth: 20, showHidden: true }) + JSON.stringify(daemon);
    expect(shown).not.toContain("s3cret");
    expect(shown).not.toContain(auth);
  });
});

describe("the parameters of a path", () => {
  it("are told by their names, decoded", async () => {
    await docker.images.tag("app:1", { repo: "reg.example/team/app", tag: "2" });
    await docker.images.inspect("reg.example/team/app:2");
    expect(daemon.requests.at(-1)?.parameters).toEqual({ name: "reg.example/team/app:2" });
    await wire(daemon, "DELETE", "/containers/web/checkpoints/first");
    expect(daemon.requests.at(-1)).toMatchObject({
      operation: "CheckpointDelete",
      parameters: { id: "web", checkpoint: "first" },
    });
    await wire(daemon, "GET", "/nope");
    expect(daemon.requests.at(-1)?.parameters).toEqual({});
  });
});

describe("a query", () => {
  it("has the types that the API gives its parameters", async () => {
    await docker.containers.list({ all: true, limit: 5, filters: { label: ["a=b"], id: ["1"] } });
    expect(daemon.requests.at(-1)?.query).toEqual({
      all: true,
      limit: 5,
      filters: { label: ["a=b"], id: ["1"] },
    });
    await docker.system.dataUsage({ type: ["image"] });
    expect(daemon.requests.at(-1)?.query).toEqual({ type: ["image"] });
    await docker.containers.list({ all: false });
    expect(daemon.requests.at(-1)?.query).toEqual({ all: false });
  });

  it("leaves as text what would not come back from its type", async () => {
    for (const [search, query] of [
      ["since=1700000000.000000001&tail=all", { since: "1700000000.000000001", tail: "all" }],
      ["since=5&tail=10&stdout=1", { since: 5, tail: 10, stdout: true }],
      ["follow=&stderr=None", { follow: false, stderr: false }],
      ["unknown=1&unknown=2&other=1", { unknown: ["1", "2"], other: "1" }],
    ] as const) {
      await wire(daemon, "GET", `/containers/x/logs?${search}`);
      expect(daemon.requests.at(-1)?.query).toEqual(query);
    }
    await wire(daemon, "GET", "/containers/json?filters={");
    expect(daemon.requests.at(-1)?.query).toEqual({ filters: "{" });
  });
});

describe("the files of an upload", () => {
  it("are those of a build's context", async () => {
    const directory = await mkdtemp(join(tmpdir(), "mock-context-"));
    try {
      await mkdir(join(directory, "src"));
      await writeFile(join(directory, "Dockerfile"), "FROM app:1\nCOPY src /src\n");
      await writeFile(join(directory, "src", "main.js"), "console.log('hällo')\n");
      await writeFile(join(directory, "src", "secret.txt"), "not this");
      await writeFile(join(directory, ".dockerignore"), "**/secret.txt\n");
      await symlink("main.js", join(directory, "src", "index.js"));
      await docker.images.build(directory, { t: ["built:1"] });
    } finally {
      await rm(directory, { recursive: true });
    }
    const build = daemon.requests.find(({ operation }) => operation === "ImageBuild");
    expect(build?.query).toMatchObject({ t: ["built:1"] });
    expect(build?.body).toBe(undefined);
    const files = build?.files ?? [];
    expect(files.map(({ name }) => name)).not.toContain("src/secret.txt");
    expect(files).toContainEqual(
      expect.objectContaining({ name: "src/main.js", text: "console.log('hällo')\n" }),
    );
    expect(files).toContainEqual(
      expect.objectContaining({ name: "src/index.js", type: "symlink", target: "main.js" }),
    );
    expect(files).toContainEqual(
      expect.objectContaining({ name: "src", type: "directory", text: "" }),
    );
  });

  it("are those of an archive that is put into a container, whatever their names", async () => {
    await docker.containers.create({ Image: "app:1" }, { name: "web" });
    const long = `${"directory/".repeat(30)}file.txt`;
    const archive = await pack(
      { name: long, content: "far down" },
      { name: "ünïcode", content: "x" },
    );
    for (const body of [archive, gzipSync(archive)]) {
      await docker.containers.putArchive("web", body, { path: "/tmp" });
      expect(daemon.requests.at(-1)?.files).toEqual([
        expect.objectContaining({ name: long, type: "file", text: "far down" }),
        expect.objectContaining({ name: "ünïcode", text: "x" }),
      ]);
    }
  });

  it("are undefined where there is no archive", async () => {
    await wire(daemon, "PUT", "/containers/none/archive?path=/", { body: "no archive at all" });
    expect(daemon.requests.at(-1)?.files).toBe(undefined);
    await docker.images.pull("app:1");
    expect(daemon.requests.at(-1)?.files).toBe(undefined);
    await docker.volumes.create({ Name: "data" });
    expect(daemon.requests.at(-1)?.files).toBe(undefined);
  });
});

describe("secrets", () => {
  it.each([
    ["/swarm/join", { JoinToken: "s3cret", RemoteAddrs: ["10.0.0.1"] }],
    ["/swarm/unlock", { UnlockKey: "s3cret" }],
    ["/swarm/init", { ListenAddr: "x", Spec: { CAConfig: { SigningCAKey: "s3cret" } } }],
    ["/swarm/update?version=1", { CAConfig: { signingCAKey: "s3cret" } }],
    ["/secrets/create", { Name: "db", Data: "s3cret" }],
    ["/secrets/db/update?version=1", { Name: "db", Data: "s3cret" }],
    ["/auth", { username: "me", password: "s3cret", identitytoken: "s3cret" }],
    ["/auth", "username=me&password=s3cret"],
    ["/build?remote=https://me:s3cret@example.com/context.git", undefined],
  ])("are shown by no request: %s", async (path, body) => {
    await wire(daemon, "POST", path, {
      body,
      headers: {
        "content-type": "application/json",
        "x-registry-config": encode({ "reg.example": { password: "s3cret" } }),
      },
    });
    const [recorded] = daemon.requests;
    expect(recorded?.operation).not.toBe(undefined);
    const shown = inspect(recorded, { depth: 20 }) + JSON.stringify(recorded);
    expect(shown).not.toContain("s3cret");
    expect(shown).toContain("<redacted>");
    expect(shown).not.toContain(encode({ "reg.example": { password: "s3cret" } }));
  });
});

describe("the list", () => {
  it("keeps all of them until it is emptied", async () => {
    for (let count = 0; count < 300; count += 1) await wire(daemon, "GET", "/_ping");
    expect(daemon.requests).toHaveLength(300);
    daemon.requests.length = 0;
    await wire(daemon, "GET", "/_ping");
    expect(daemon.requests).toHaveLength(1);
  });
});
