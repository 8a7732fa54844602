import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { dockerConfigCredentials } from "../../src/registry/index.js";
import {
  answering,
  type DockerHome,
  dockerHome,
  EMPTY,
  entry,
  store,
} from "../support/docker-home.js";

const HUB = "https://index.docker.io/v1/";

async function find(home: DockerHome, registry = "reg.example"): Promise<unknown> {
  return dockerConfigCredentials({ env: await dockerHome(home) })(registry);
}

const login = (username: string, password: string, serveraddress = "reg.example"): object => ({
  username,
  password,
  serveraddress,
});

describe("the credentials of the docker config", () => {
  it("are none where there is no configuration", async () => {
    expect(await find({})).toBeUndefined();
    expect(await dockerConfigCredentials({ env: {} })("reg.example")).toBeUndefined();
    expect(await find({ config: {} })).toBeUndefined();
  });

  it("come from auths, by the registry's name or a URL of it; the name goes first", async () => {
    const auths = {
      "https://reg.example/v1/": entry("url", "p"),
      "reg.example": entry("name", "p:q"),
      "http://old.example": entry("old", "p"),
    };
    expect(await find({ config: { auths } })).toEqual(login("name", "p:q"));
    expect(await find({ config: { auths } }, "old.example")).toEqual(
      login("old", "p", "http://old.example"),
    );
    expect(await find({ config: { auths } }, "REG.example")).toBeUndefined();
    expect(await find({ config: { auths } }, "constructor")).toBeUndefined();
  });

  it("of Docker Hub are those under its own URL only", async () => {
    const auths = { "docker.io": entry("a", "p"), "index.docker.io": entry("b", "p") };
    expect(await find({ config: { auths } }, HUB)).toBeUndefined();
    const config = { auths: { ...auths, [HUB]: entry("hub", "p") } };
    for (const name of [HUB, "docker.io"]) {
      expect(await find({ config }, name)).toEqual(login("hub", "p", HUB));
    }
  });

  it.each([
    [
      "an identity token, whatever is beside it",
      { identitytoken: "t", ...entry("u", "") },
      { identitytoken: "t" },
    ],
    ["a registry token", { registrytoken: "t", ...entry("u", "p") }, { registrytoken: "t" }],
    ["fields of their own", { username: "u", password: "p" }, { username: "u", password: "p" }],
    ["zeros around the password", entry("u", "\0p\0\0"), { username: "u", password: "p" }],
    ["of any case", { Auth: entry("u", "p").auth }, { username: "u", password: "p" }],
    ["broken lines", { auth: `${entry("user", "p").auth}\n` }, { username: "user", password: "p" }],
  ])("may be %s", async (_, auth, credentials) => {
    expect(await find({ config: { auths: { "reg.example": auth } } })).toEqual({
      ...credentials,
      serveraddress: "reg.example",
    });
  });

  it("are none in an entry that a credential store has left behind", async () => {
    for (const left of [{}, null, { auth: "" }, { email: "me@example.com" }]) {
      expect(await find({ config: { auths: { "reg.example": left } } })).toBeUndefined();
    }
  });

  it.each([
    ["s3cret", "is no object"],
    [{ auth: "s3cret!" }, "no base64 of user:password"],
    [{ auth: Buffer.from("s3cret").toString("base64") }, "no base64 of user:password"],
    [entry("", "s3cret"), "no base64 of user:password"],
    [{ auth: 7 }, "field auth that is no text"],
    [entry("s3cret", ""), "has a user name and no password"],
    [{ password: "s3cret" }, "has a password and no user name"],
  ])("in an entry like %j are refused once they are needed, unseen", async (auth, message) => {
    const auths = { "reg.example": auth, "other.example": entry("u", "p") };
    const env = await dockerHome({ config: { auths } });
    const resolve = dockerConfigCredentials({ env });
    expect(await resolve("other.example")).toMatchObject({ username: "u" });
    expect(await resolve.all?.()).toEqual({ "other.example": login("u", "p", "other.example") });
    const error = await Promise.resolve(resolve("reg.example")).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CREDENTIALS", message: expect.stringContaining(message) });
    const where = `the entry "reg.example" of auths in ${join(env.DOCKER_CONFIG, "config.json")}`;
    expect((error as Error).message).toContain(where);
    const encoded = Buffer.from("s3cret").toString("base64").slice(0, 7);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cret");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(encoded);
  });

  it("cannot be had from a file that is broken", async () => {
    await expect(find({ config: '{"auths":{"s3cret' })).rejects.toMatchObject({
      code: "CONFIG",
      message: expect.stringMatching(/config\.json: is not JSON$/),
    });
  });

  it("want a time limit that is one", () => {
    for (const timeout of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => dockerConfigCredentials({ timeout })).toThrow(/^timeout: /);
    }
  });
});

describe("a credential helper", () => {
  const auths = { "reg.example": entry("file", "file") };
  const helpers = { own: answering("own", "p"), all: answering("all", "p"), none: EMPTY };

  it("of the registry goes before the one of all, and both before auths", async () => {
    const config = { auths, credsStore: "all", credHelpers: { "reg.example": "own" } };
    expect(await find({ config, helpers })).toEqual(login("own", "p"));
    expect(await find({ config, helpers }, "other.example")).toEqual(
      login("all", "p", "other.example"),
    );
    expect(await find({ config, helpers }, HUB)).toEqual(login("all", "p", HUB));
  });

  it("that has none is the last to be asked", async () => {
    expect(await find({ config: { auths, credsStore: "none" }, helpers })).toBeUndefined();
    const config = { auths, credsStore: "all", credHelpers: { "reg.example": "none" } };
    expect(await find({ config, helpers })).toBeUndefined();
  });

  it("without a name stands for the file", async () => {
    expect(await find({ config: { auths, credsStore: "" } })).toMatchObject({ username: "file" });
    const config = { auths, credsStore: "all", credHelpers: { "reg.example": "" } };
    expect(await find({ config, helpers })).toMatchObject({ username: "file" });
  });

  it("that fails leaves what the file has, as with the docker CLI", async () => {
    for (const credsStore of ["missing", "broken"]) {
      const home = { config: { auths, credsStore }, helpers: { broken: "exit 1" } };
      expect(await find(home)).toEqual(login("file", "file"));
      await expect(find(home, "other.example")).rejects.toMatchObject({ code: "CREDENTIALS" });
    }
  });

  it("is asked with the key and nothing around it", async () => {
    const env = await dockerHome({ config: { credsStore: "all" }, helpers });
    await dockerConfigCredentials({ env })(HUB);
    expect(await readFile(env.LOG, "utf8")).toBe(`get ${HUB}\n`);
  });

  it("may have an identity token, or nothing at all", async () => {
    const both = { token: answering("<token>", "t"), empty: answering("", "") };
    expect(await find({ config: { credsStore: "token" }, helpers: both })).toEqual({
      identitytoken: "t",
      serveraddress: "reg.example",
    });
    expect(await find({ config: { credsStore: "empty" }, helpers: both })).toBeUndefined();
  });
});

describe("DOCKER_AUTH_CONFIG", () => {
  const config = { credsStore: "all", auths: { "file.example": entry("file", "p") } };
  const helpers = { all: answering("all", "p") };

  it("goes before the file, by the registry's exact name", async () => {
    const variable = {
      auths: { "reg.example": entry("env", "p"), "https://x.example": entry("x", "p") },
    };
    expect(await find({ variable, config, helpers })).toEqual(login("env", "p"));
    expect(await find({ variable, config: "broken" })).toEqual(login("env", "p"));
    expect(await find({ variable, config, helpers }, "x.example")).toMatchObject({
      username: "all",
    });
  });

  it("says nothing when it is empty, or about another registry", async () => {
    for (const variable of ["", " \n", {}, { auths: {} }, { auths: { "reg.example": {} } }]) {
      expect(await find({ variable, config, helpers })).toMatchObject({ username: "all" });
    }
  });

  it.each([
    ['{"auths":{"reg.example":"s3cret', "DOCKER_AUTH_CONFIG is not JSON"],
    ["[]", "DOCKER_AUTH_CONFIG is not JSON"],
    [{ auths: "s3cret" }, "auths in DOCKER_AUTH_CONFIG is no object"],
    [
      { auths: { "reg.example": { auth: "s3cret" } } },
      'entry "reg.example" of auths in DOCKER_AUTH_CONFIG',
    ],
  ])("that is %j is refused, unseen", async (variable, message) => {
    const error = await find({ variable }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CREDENTIALS", message: expect.stringContaining(message) });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cret");
  });
});

describe("all credentials, for a build,", () => {
  const auths = { "reg.example": entry("file", "p"), "only.example": entry("file", "p") };
  const variable = {
    auths: { "reg.example": entry("env", "p"), "env.example": entry("env", "p") },
  };

  async function users(home: DockerHome): Promise<Record<string, string | undefined>> {
    const all = await dockerConfigCredentials({ env: await dockerHome(home) }).all?.();
    return Object.fromEntries(
      Object.entries(all ?? {}).map(([registry, credentials]) => [
        registry,
        credentials === "anonymous" ? credentials : (credentials.username ?? "a token"),
      ]),
    );
  }

  it("are auths, unless there is a store for all; then what that one lists and gives", async () => {
    expect(await users({ config: { auths } })).toEqual({
      "reg.example": "file",
      "only.example": "file",
    });
    const names = ["reg.example", "token.example", "gone.example", "broken.example"];
    expect(
      await users({ config: { auths, credsStore: "s" }, helpers: { s: store(names) } }),
    ).toEqual({
      "reg.example": "store-user",
      "token.example": "a token",
    });
  });

  it("are over those the registries' own helpers', and over all DOCKER_AUTH_CONFIG", async () => {
    const credHelpers = { "reg.example": "own", "own.example": "own", "none.example": "none" };
    const helpers = { own: answering("own", "p"), none: EMPTY };
    const own = { "reg.example": "own", "own.example": "own", "only.example": "file" };
    const none = { "reg.example": "none", "only.example": "" };
    expect(await users({ config: { auths, credHelpers: none }, helpers })).toEqual({
      "only.example": "file",
    });
    expect(await users({ config: { auths, credHelpers }, helpers })).toEqual(own);
    expect(await users({ config: { auths, credHelpers }, helpers, variable })).toEqual({
      ...own,
      "reg.example": "env",
      "env.example": "env",
    });
  });

  it("do without what cannot be had: nobody knows whether it is needed", async () => {
    const credHelpers = { "reg.example": "missing", "other.example": "missing" };
    expect(await users({ config: { auths, credHelpers }, variable: "{broken" })).toEqual({
      "reg.example": "file",
      "only.example": "file",
    });
    for (const list of ["echo rubbish", "exit 1", "echo null"]) {
      expect(await users({ config: { auths, credsStore: "s" }, helpers: { s: list } })).toEqual({});
    }
  });
});
