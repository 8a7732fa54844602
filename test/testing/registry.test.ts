import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker, type Progress } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

let daemon: MockDaemon;
let docker: Docker;
beforeEach(() => {
  daemon = new MockDaemon({ registry: ["alpine:3.20"] });
  docker = new Docker({ dispatcher: daemon.dispatcher });
});
afterEach(async () => {
  await docker.close();
  await daemon.close();
});

const progressOf = async (reference: string): Promise<string[]> => {
  const told: string[] = [];
  const ids: string[] = [];
  await docker.images.pull(
    reference,
    {},
    {
      onProgress: ({ message: { status = "", id = "" } }) => {
        if (/^[0-9a-f]{12}$/.test(id) && !ids.includes(id)) ids.push(id);
        told.push(`${status} ${ids.indexOf(id)}`);
      },
    },
  );
  return told;
};

describe("an image of several layers", () => {
  it("is pulled three layers at a time, and shares those that are there already", async () => {
    const sizes = [1e6, 2e6, 3e6, 4e6];
    daemon.registry.add({
      reference: "app:1",
      from: "alpine:3.20",
      layers: sizes.map((size) => ({ size })),
    });
    expect(daemon.registry.get("app:1").layers).toEqual([7_800_000, ...sizes]);
    await docker.images.pull("alpine:3.20");
    const told = await progressOf("app:1");
    expect(told.slice(0, 8)).toEqual([
      "Pulling from library/app -1",
      "Already exists 0",
      ...[1, 2, 3, 4].map((layer) => `Pulling fs layer ${layer}`),
      "Waiting 4",
      "Downloading 1",
    ]);
    for (const layer of [1, 2, 3, 4]) {
      const steps = ["Downloading", "Verifying Checksum", "Download complete", "Extracting"];
      const places = [...steps, "Pull complete"].map((step) => told.indexOf(`${step} ${layer}`));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
    }
    const { Size, RootFS } = await docker.images.inspect("app:1");
    expect([Size, RootFS?.Layers?.length]).toEqual([17_800_000, 5]);
  });

  it("has the files of all of them", async () => {
    const layers = [{ files: { "/a": "1", "/b": "1" } }, { files: { "/b": "2" } }];
    daemon.images.add({ reference: "app:1", layers });
    const { Id } = await docker.containers.create({ Image: "app:1" });
    const { files } = daemon.containers.get(Id);
    expect([files.readText("/a"), files.readText("/b")]).toEqual(["1", "2"]);
    expect((await docker.images.history("app:1")).length).toBe(3);
  });
});

describe("an image for several platforms", () => {
  it("is pulled for the one that is asked for", async () => {
    for (const platform of ["linux/amd64", "linux/arm64"]) {
      daemon.registry.add({ reference: "multi:1", platform });
    }
    const { Platforms } = await docker.distribution.inspect("multi:1");
    expect(Platforms?.map(({ architecture }) => architecture)).toEqual(["amd64", "arm64"]);
    await docker.images.pull("multi:1", { platform: "linux/arm64" });
    expect((await docker.images.inspect("multi:1")).Architecture).toBe("arm64");
    await docker.images.pull("multi:1");
    expect((await docker.images.inspect("multi:1")).Architecture).toBe("amd64");
  });

  it.each<[string, number, string | undefined]>([
    ["1.41", 0, undefined],
    ["1.45", 0, "does not match the specified platform: wanted linux/s390x, actual: linux/amd64"],
    ["1.51", 1, undefined],
  ])("is not for any other: an engine of API %s", async (apiVersion, count, message) => {
    await using old = new MockDaemon({ apiVersion, registry: ["alpine:3.20"] });
    await using client = new Docker({ dispatcher: old.dispatcher });
    const warnings: string[] = [];
    const onProgress = ({ message: { status = "" } }: Progress): void => {
      if (status.startsWith("WARNING: ")) warnings.push(status);
    };
    const pull = client.images.pull("alpine:3.20", { platform: "linux/s390x" }, { onProgress });
    if (message === undefined) await pull;
    else await expect(pull).rejects.toThrow(message);
    expect(warnings).toHaveLength(count);
  });
});

describe("what was pushed", () => {
  it("can be asserted, and pulled by its digest", async () => {
    await docker.images.pull("alpine:3.20");
    await docker.images.tag("alpine:3.20", { repo: "reg.example:5000/team/app", tag: "1" });
    daemon.registry.protect("reg.example:5000", login);
    const { digest } = await docker.images.push("reg.example:5000/team/app:1", {}, as(login));
    const pushed = daemon.registry.get("reg.example:5000/team/app:1");
    expect(pushed).toMatchObject({ digest, config: { Cmd: ["/bin/sh"] }, layers: [7_800_000] });
    expect(daemon.registry.has("reg.example:5000/team/app:2")).toBe(false);
    expect(daemon.registry.list().map(({ reference }) => reference)).toEqual([
      "alpine:3.20",
      "reg.example:5000/team/app:1",
    ]);
    expect(() => daemon.registry.get("nope:1")).toThrow(
      'the mock daemon has no image in the registry "nope:1": there are alpine:3.20, reg.example:5000/team/app:1',
    );
    await docker.images.pull(`reg.example:5000/team/app@${digest}`, {}, as(login));
  });
});

describe("a push", () => {
  it("takes a layer from where the registry has it already", async () => {
    daemon.registry.add("reg.example/other:1");
    await docker.images.pull("alpine:3.20");
    const pushTo = async (repo: string): Promise<string[]> => {
      await docker.images.tag("alpine:3.20", { repo, tag: "1" });
      const told: string[] = [];
      const onProgress = ({ message: { status = "" } }: Progress): void => void told.push(status);
      await docker.images.push(`${repo}:1`, {}, { onProgress });
      return told;
    };
    expect(await pushTo("reg.example/one")).toContain("Pushed");
    expect(await pushTo("reg.example/one")).toContain("Layer already exists");
    expect(await pushTo("reg.example/two")).toContain("Mounted from one");
  });
});

const login = { username: "me", password: "secret" };
const as = (registryAuth: object) => ({ registryAuth: { ...registryAuth } });

describe("credentials", () => {
  it("can be those of one repository, or for pulling alone", async () => {
    daemon.registry.add("reg.example/open/app:1");
    daemon.registry.add("reg.example/secret/app:1");
    const reader = { username: "ci", password: "read", readOnly: true };
    daemon.registry.protect("reg.example/secret", reader);
    await docker.images.pull("reg.example/open/app:1");
    const secret = "reg.example/secret/app:1";
    await expect(docker.images.pull(secret)).rejects.toThrow("no basic auth credentials");
    await expect(docker.images.pull(secret, {}, as(login))).rejects.toEqual(
      error(401, "unauthorized: authentication required"),
    );
    const mayRead = as({ username: "ci", password: "read" });
    await docker.images.pull(secret, {}, mayRead);
    await expect(docker.images.push(secret, {}, mayRead)).rejects.toThrow(
      "denied: requested access to the resource is denied",
    );
  });

  it("give a token at a login, which stands for them afterwards", async () => {
    daemon.registry.add("reg.example/app:1");
    daemon.registry.protect("reg.example", { ...login, identityToken: "t0ken" });
    const { IdentityToken } = await docker.system.auth({ ...login, serveraddress: "reg.example" });
    expect(IdentityToken).toBe("t0ken");
    await docker.images.pull("reg.example/app:1", {}, as({ identitytoken: "t0ken" }));
    const wrong = docker.images.pull("reg.example/app:1", {}, as({ identitytoken: "stale" }));
    await expect(wrong).rejects.toThrow("no basic auth credentials");
    const nobody = docker.system.auth({ serveraddress: "reg.example" });
    await expect(nobody).rejects.toThrow(
      'Get "https://reg.example/v2/": no basic auth credentials',
    );
  });

  it("are missed at an http:// URL by a registry without TLS", async () => {
    daemon.registry.insecure("reg.example:5000");
    daemon.registry.protect("reg.example:5000", login);
    await expect(docker.images.pull("reg.example:5000/app:1")).rejects.toThrow(
      'Head "http://reg.example:5000/v2/app/manifests/1": no basic auth credentials',
    );
  });
});

describe("a search", () => {
  beforeEach(() => {
    const about = { description: "A web server", stars: 20, official: true };
    daemon.registry.add("nginx:1", about);
    daemon.registry.add("me/nginx:1", { stars: 3 });
  });

  it("finds what the registry has, by name and description", async () => {
    const search = async (term: string, filters = {}): Promise<string[]> =>
      (await docker.images.search({ term, filters })).map(({ name = "" }) => name);
    expect(await search("nginx")).toEqual(["nginx", "me/nginx"]);
    expect(await search("web")).toEqual(["nginx"]);
    expect(await search("nginx", { stars: ["10"] })).toEqual(["nginx"]);
    expect(await search("nginx", { "is-official": ["false"] })).toEqual(["me/nginx"]);
    expect(await docker.images.search({ term: "nginx", limit: 1 })).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ["1.51", { limit: 101 }, "limit 101 is outside the range of [1, 100]"],
    ["1.41", { limit: 101 }, "Limit 101 is outside the range of [1, 100]"],
    ["1.51", { filters: { "is-official": ["x"] } }, "invalid filter 'is-official=[x]'"],
    ["1.41", { filters: { stars: ["x"] } }, "Invalid filter 'stars=x'"],
  ])("is refused by an engine of API %s: %o", async (apiVersion, query, message) => {
    await using old = new MockDaemon({ apiVersion });
    await using client = new Docker({ dispatcher: old.dispatcher });
    await expect(client.images.search({ term: "x", ...query })).rejects.toEqual(
      error(400, message),
    );
  });
});
