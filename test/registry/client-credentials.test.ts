import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Docker, type DockerOptions } from "../../src/index.js";
import { ClientCredentials, type CredentialResolver } from "../../src/registry/index.js";
import { Images } from "../../src/resources/images.js";
import { MockDaemon } from "../../src/testing/index.js";
import { createTransport } from "../../src/transport/index.js";
import { answering, type DockerHome, dockerHome, entry } from "../support/docker-home.js";
import { temporaryDirectory } from "../support/files.js";
import { type ListeningEngine, listeningEngine } from "../support/listening-engine.js";

const HUB = "https://index.docker.io/v1/";
const login = (username: string, serveraddress?: string): object => ({
  username,
  password: "s3cret",
  ...(serveraddress && { serveraddress }),
});

let engine: ListeningEngine;
beforeEach(async () => {
  engine = await listeningEngine();
});
afterEach(() => engine[Symbol.asyncDispose]());

const client = (options: DockerOptions): Docker =>
  new Docker({ host: engine.host, env: {}, ...options });

/** What the engine has heard since it was asked last. */
const heard = (): unknown[] => engine.heard.splice(0).map(({ credentials }) => credentials);

describe("a client without credentials of its own", () => {
  const auths = { "reg.example": entry("me", "s3cret"), [HUB]: entry("hub", "s3cret") };

  it("uses those of the docker config, for pull, push and search", async () => {
    await using docker = client({ env: await dockerHome({ config: { auths } }) });
    await docker.images.pull("reg.example/app");
    await docker.images.push("reg.example/app:1");
    await docker.images.pull("alpine");
    await docker.images.pull("other.example/app");
    expect(heard()).toEqual([
      login("me", "reg.example"),
      login("me", "reg.example"),
      login("hub", HUB),
      {},
    ]);
  });

  it("reads them anew for every call", async () => {
    const env = await dockerHome({ config: {} });
    await using docker = client({ env });
    await docker.images.pull("reg.example/app");
    await writeFile(join(env.DOCKER_CONFIG, "config.json"), JSON.stringify({ auths }));
    await docker.images.pull("reg.example/app");
    expect(heard()).toEqual([{}, login("me", "reg.example")]);
  });

  it("asks for nothing for a call that needs none, nor with credentials for the call", async () => {
    const config = { auths: { "reg.example": { auth: "no base64 of a password" } } };
    await using docker = client({ env: await dockerHome({ config }) });
    expect(await docker.images.tag("a", { repo: "b" })).toBeUndefined();
    await docker.images.pull("reg.example/app", {}, { registryAuth: "anonymous" });
    await docker.images.build({ Dockerfile: "FROM reg.example/app" }, {}, { registryConfig: {} });
    await expect(docker.images.pull("reg.example/app")).rejects.toMatchObject({
      code: "CREDENTIALS",
    });
  });

  it("is anonymous where it has a dispatcher: a test reads nobody's files", async () => {
    await using daemon = new MockDaemon({ registry: ["alpine:3.20"] });
    const env = await dockerHome({ config: "{broken" });
    await using docker = new Docker({ dispatcher: daemon.dispatcher, env });
    await docker.images.pull("alpine:3.20");
    await docker.images.build({ Dockerfile: "FROM alpine:3.20" });
  });

  it("finds them as a resource class by itself does", async () => {
    await using transport = Object.assign(createTransport({ host: engine.host, env: {} }), {
      [Symbol.asyncDispose]: () => transport.close(),
    });
    const env = await dockerHome({ config: { auths } });
    await new Images(transport, { env }).pull("reg.example/app");
    expect(heard()).toEqual([login("me", "reg.example")]);
  });
});

describe("a search", () => {
  it.each([
    ["alpine", HUB],
    ["org/app", HUB],
    ["reg.example", HUB],
    ["UPPER/app", HUB],
    ["index.docker.io/app", HUB],
    ["reg.example/app", "reg.example"],
    ["reg.example:5000/org/app", "reg.example:5000"],
    ["localhost/app", "localhost"],
  ])("for %s has the credentials of %s, as the docker CLI's", async (term, registry) => {
    await using docker = client({ registryAuth: (key) => ({ username: key, password: "s3cret" }) });
    await docker.images.search({ term });
    expect(heard()).toEqual([login(registry)]);
    await docker.images.search({ term }, { registryAuth: "anonymous" });
    expect(heard()).toEqual([{}]);
  });
});

describe("a function for credentials", () => {
  const counting = (): { asked: string[]; registryAuth: CredentialResolver } => {
    const asked: string[] = [];
    return {
      asked,
      registryAuth: async (key) => {
        asked.push(key);
        return { username: `me${asked.length}`, password: "s3cret" };
      },
    };
  };

  it("is asked once for each registry, also by calls at the same time", async () => {
    const { asked, registryAuth } = counting();
    await using docker = client({ registryAuth });
    await Promise.all([docker.images.pull("reg.example/a"), docker.images.pull("reg.example/b")]);
    await docker.distribution.inspect("reg.example/a:1");
    await docker.images.pull("alpine");
    expect(asked).toEqual(["reg.example", HUB]);
    expect(heard()).toEqual([login("me1"), login("me1"), login("me1"), login("me2")]);
  });

  it.each<[string, string, (docker: Docker) => Promise<unknown>]>([
    ["pull", "/images/create", (docker) => docker.images.pull("reg.example/app")],
    ["push", "/images/reg.example%2Fapp/push", (docker) => docker.images.push("reg.example/app")],
    [
      "look at a registry",
      "/distribution/reg.example%2Fapp%3A1/json",
      (docker) => docker.distribution.inspect("reg.example/app:1"),
    ],
    ["search", "/images/search", (docker) => docker.images.search({ term: "reg.example/app" })],
    ["build", "/build", (docker) => docker.images.build({ Dockerfile: "FROM reg.example/app" })],
  ])("is asked again after a %s that failed", async (_, path, call) => {
    const { asked, registryAuth } = counting();
    await using docker = client({ registryAuth });
    await docker.images.pull("reg.example/other");
    await docker.images.pull("alpine");
    engine.failing.add(path);
    await expect(call(docker)).rejects.toMatchObject({ status: 500 });
    engine.failing.clear();
    await docker.images.pull("reg.example/other");
    await docker.images.pull("alpine");
    expect(asked).toEqual(["reg.example", HUB, "reg.example"]);
  });

  it("that fails, or says what cannot be used, is asked again", async () => {
    const answers: (() => unknown)[] = [
      () => Promise.reject(new Error("s3cret")),
      () => ({ username: "me" }),
      () => 5,
      () => undefined,
    ];
    const registryAuth = vi.fn(() => answers.shift()?.()) as unknown as CredentialResolver;
    await using docker = client({ registryAuth });
    const pull = (): Promise<unknown> => docker.images.pull("reg.example/app");
    await expect(pull()).rejects.toThrow(/^registryAuth failed for reg.example$/);
    await expect(pull()).rejects.toThrow("a user name needs a password");
    await expect(pull()).rejects.toThrow(/^registryAuth gave neither credentials nor "anonymous"/);
    await pull();
    await pull();
    expect(registryAuth).toHaveBeenCalledTimes(4);
    expect(heard()).toEqual([{}, {}]);
  });

  it("of a call is for that call alone", async () => {
    const [own, forCall] = [counting(), counting()];
    await using docker = client({ registryAuth: own.registryAuth });
    const options = { registryAuth: forCall.registryAuth };
    await docker.images.pull("reg.example/a", {}, options);
    await docker.images.pull("reg.example/a", {}, options);
    await docker.images.pull("reg.example/a");
    expect([own.asked.length, forCall.asked.length]).toEqual([1, 2]);
  });

  it("that never answers is left by an abort and by the call's time limit", async () => {
    await using docker = client({ registryAuth: () => new Promise(() => {}) });
    const reason = new Error("enough");
    const signal = AbortSignal.timeout(50);
    await expect(docker.images.pull("a", {}, { signal })).rejects.toBe(await reasonOf(signal));
    const aborted = docker.images.pull("a", {}, { signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);
    const late = docker.images.pull("reg.example/a", {}, { timeout: 50 });
    await expect(late).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "the search for the credentials of reg.example took longer than 50 ms (timeout)",
    });
    const build = docker.images.build({ Dockerfile: "FROM a" }, {}, { timeout: 50 });
    await expect(build).rejects.toMatchObject({ code: "TIMEOUT" });
  });
});

const reasonOf = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(signal.reason)));

describe("a build", () => {
  it("has all credentials of the docker config, and asks for what the Dockerfile names", async () => {
    const auths = {
      "reg.example": entry("me", "s3cret"),
      "https://old.example": entry("old", "s3cret"),
    };
    const home: DockerHome = {
      config: { auths },
      variable: { auths: { e: entry("e", "s3cret") } },
    };
    await using docker = client({ env: await dockerHome(home) });
    const all = {
      "reg.example": login("me", "reg.example"),
      "https://old.example": login("old", "https://old.example"),
      e: login("e", "e"),
    };
    await docker.images.build(Buffer.from("tar"));
    await docker.images.build({ Dockerfile: "FROM old.example/app" });
    expect(heard()).toEqual([all, { ...all, "old.example": login("old", "https://old.example") }]);
  });

  it("fails for a registry that is needed and whose helper fails, and for no other", async () => {
    const credHelpers = { "reg.example": "gone", "other.example": "own" };
    const helpers = { own: answering("own", "s3cret") };
    await using docker = client({ env: await dockerHome({ config: { credHelpers }, helpers }) });
    await docker.images.build({ Dockerfile: "FROM scratch" });
    expect(heard()).toEqual([{ "other.example": login("own", "other.example") }]);
    const build = docker.images.build({ Dockerfile: "FROM reg.example/app" });
    await expect(build).rejects.toThrow("docker-credential-gone");
    expect(heard()).toEqual([]);
  });

  it("that has no credentials leaves no stream of the caller's open", async () => {
    await using docker = client({ env: await dockerHome({ config: "{broken" }) });
    const context = new PassThrough();
    await expect(docker.images.build(context)).rejects.toMatchObject({ code: "CONFIG" });
    expect(context.destroyed).toBe(true);
  });

  it("asks a function for the registries of a Dockerfile that it can read", async () => {
    const registryAuth: CredentialResolver = (key) =>
      key === "none.example" ? "anonymous" : { username: key, password: "s3cret" };
    await using docker = client({ registryAuth });
    const directory = await temporaryDirectory();
    await writeFile(
      join(directory, "Other"),
      "ARG R=no\nFROM $R/app\nCOPY --from=none.example/a . .",
    );
    const query = {
      dockerfile: "Other",
      buildargs: { R: "reg.example" },
      cachefrom: ["c.example/x"],
    };
    await docker.images.build(directory, query);
    await docker.images.build({ Dockerfile: new TextEncoder().encode("FROM alpine") });
    await docker.images.build(await readFile(join(directory, "Other")), { dockerfile: "Other" });
    await docker.images.build(new URL("https://example.com/app.git"));
    expect(heard()).toEqual([
      { "c.example": login("c.example"), "reg.example": login("reg.example") },
      { [HUB]: login(HUB) },
      {},
      {},
    ]);
  });

  it("has fixed credentials that name their registry, or those of its own", async () => {
    const auth = { username: "me", password: "s3cret", serveraddress: "https://reg.example/v2/" };
    await using docker = client({ registryAuth: auth });
    await docker.images.build({ Dockerfile: "FROM scratch" });
    const registryConfig = { "x.example": { identitytoken: "t" } };
    await docker.images.build({ Dockerfile: "FROM scratch" }, {}, { registryConfig });
    expect(heard()).toEqual([{ "reg.example": auth }, registryConfig]);
  });
});

describe("a client that is closed", () => {
  it("ends the searches for credentials that go on, and begins no more", async () => {
    const docker = client({ registryAuth: () => new Promise(() => {}) });
    const calls = [
      docker.images.pull("reg.example/app"),
      docker.images.build({ Dockerfile: "FROM reg.example/app" }),
      docker.distribution.inspect("reg.example/app"),
    ];
    const settled = Promise.allSettled(calls);
    await docker.close();
    calls.push(docker.images.pull("reg.example/app"));
    for (const result of [...(await settled), ...(await Promise.allSettled(calls))]) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "CLOSED" } });
    }
  });
});

describe("credentials of a client", () => {
  it("must be such", () => {
    for (const registryAuth of ["anonymus", 7, null]) {
      expect(() => client({ registryAuth: registryAuth as never })).toThrow(/^registryAuth: /);
    }
  });

  it("are shown nowhere", async () => {
    const registryAuth: CredentialResolver = async () => ({ username: "me", password: "s3cret" });
    await using docker = client({ registryAuth });
    const credentials = new ClientCredentials({ username: "me", password: "s3cret" });
    await docker.images.pull("reg.example/app");
    engine.failing.add("/images/create");
    const error = await docker.images.pull("reg.example/app").catch((reason: unknown) => reason);
    for (const value of [docker, credentials, error]) {
      expect(inspect(value, { depth: 20, showHidden: true })).not.toMatch(/s3cret|czNjcmV0/);
      expect(JSON.stringify(value)).not.toMatch(/s3cret|czNjcmV0/);
    }
  });
});
