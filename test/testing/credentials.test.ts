import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker, type DockerOptions } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

const login = { username: "me", password: "secret" };
const HUB = "https://index.docker.io/v1/";

let daemon: MockDaemon;
beforeEach(() => {
  daemon = new MockDaemon({ registry: ["alpine:3.20"] });
  daemon.registry.add("reg.example:5000/app:1", { auth: login });
});
afterEach(() => daemon.close());

const client = (registryAuth?: DockerOptions["registryAuth"]): Docker =>
  new Docker({ dispatcher: daemon.dispatcher, registryAuth });

describe("a registry that wants credentials", () => {
  const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);

  it("shows its images to those who have them", async () => {
    await using docker = client(login);
    const { Descriptor, Platforms } = await docker.distribution.inspect("reg.example:5000/app:1");
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    expect(Descriptor).toEqual({ mediaType, digest, size: 527 });
    expect(Platforms).toEqual([{ architecture: "amd64", os: "linux" }]);
    const pulled = await docker.images.pull(`reg.example:5000/app@${Descriptor.digest}`);
    expect(pulled.digest).toBe(Descriptor.digest);
  });

  it("gives them for a build", async () => {
    await using docker = client((key) => ({ ...login, serveraddress: key }));
    const from = { Dockerfile: "FROM reg.example:5000/app:1\nLABEL a=b" };
    const { Id } = await docker.images.build(from);
    expect((await docker.images.inspect(Id)).Config.Labels).toEqual({ a: "b" });
  });

  it.each([
    ["reg.example:5000", "a name"],
    ["https://reg.example:5000/v2/", "a URL"],
  ])("knows them in a build by %s", async (registry) => {
    await using docker = client();
    const from = { Dockerfile: "FROM reg.example:5000/app:1" };
    const wrong = { registryConfig: { [HUB]: login } };
    await expect(docker.images.build(from, {}, wrong)).rejects.toThrow("no basic auth credentials");
    await docker.images.build(from, {}, { registryConfig: { [registry]: login } });
  });

  it.each<[string, DockerOptions["registryAuth"], number, RegExp]>([
    ["nobody", "anonymous", 500, /^Head "https:.*\/manifests\/1": no basic auth credentials$/],
    ["somebody else", { ...login, password: "no" }, 401, /^unauthorized: authentication required$/],
  ])("shows nothing to %s", async (_, auth, status, message) => {
    await using docker = client(auth);
    const inspect = docker.distribution.inspect("reg.example:5000/app:1");
    await expect(inspect).rejects.toMatchObject({
      status,
      message: expect.stringMatching(message),
    });
    const own = { registryAuth: login };
    await docker.distribution.inspect("reg.example:5000/app:1", own);
  });
});

describe("what a registry says of an image", () => {
  it("is said without credentials where it wants none", async () => {
    await using docker = client();
    const { Descriptor } = await docker.distribution.inspect("alpine:3.20");
    expect(await docker.images.list()).toEqual([]);
    expect((await docker.images.pull("alpine:3.20")).digest).toBe(Descriptor.digest);
  });

  it("is an error where there is none", async () => {
    await using docker = client(login);
    const unknown = error(404, "manifest unknown: manifest unknown");
    await expect(docker.distribution.inspect("alpine")).rejects.toEqual(unknown);
    await expect(docker.distribution.inspect("reg.example:5000/b")).rejects.toEqual(unknown);
    const nowhere = 'Get "https://x.example/v2/": dial tcp: lookup x.example: no such host';
    await expect(docker.distribution.inspect("x.example/a")).rejects.toEqual(error(500, nowhere));
    await expect(docker.distribution.inspect("A")).rejects.toMatchObject({ option: "image" });
  });
});
