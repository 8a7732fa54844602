import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answering,
  type DockerEnv,
  type DockerHome,
  dockerHome,
  EMPTY,
  entry,
  store,
} from "../support/docker-home.js";
import { type ListeningEngine, listeningEngine } from "../support/listening-engine.js";
import { Docker } from "./engine.js";

/** The same configuration is read by the real docker CLI and by the SDK, and the headers compared. */
const cli = process.env.LIVE_DOCKER_CLI ?? "";
const run = promisify(execFile);
const HUB = "https://index.docker.io/v1/";
const IMAGE = "reg.example/app";

const auths = { "reg.example": entry("file", "f") };
const helpers = {
  own: answering("own", "o"),
  all: answering("all", "a"),
  none: EMPTY,
  broken: "exit 1",
};
const variable = { auths: { "reg.example": entry("env", "e") } };

let engine: ListeningEngine;
beforeAll(async () => {
  engine = await listeningEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());

const heard = (): unknown => engine.heard.splice(0).at(-1)?.credentials;

async function cliHears(env: DockerEnv, args: readonly string[]): Promise<unknown> {
  const own = { ...env, HOME: env.DOCKER_CONFIG, DOCKER_HOST: engine.host, DOCKER_BUILDKIT: "0" };
  await run(cli, args, { env: own, timeout: 30_000 });
  return heard();
}

/** A token alone counts to an engine, whatever is beside it; and a registry's name is no credential. */
function essence(credentials: unknown): object | undefined {
  const { serveraddress, ...rest } = credentials as Record<string, string>;
  const { identitytoken, registrytoken } = rest;
  if (identitytoken) return { serveraddress, identitytoken };
  if (registrytoken) return { serveraddress, registrytoken };
  return Object.keys(rest).length > 0 ? { serveraddress, ...rest } : undefined;
}

const essences = (config: unknown): object =>
  Object.fromEntries(
    Object.entries(config as object)
      .map(([registry, credentials]) => [registry, essence(credentials)])
      .filter(([, credentials]) => credentials !== undefined),
  );

const CONFIGS: [string, DockerHome, string?][] = [
  ["no file", {}],
  ["an empty file", { config: {} }],
  ["an entry", { config: { auths } }],
  [
    "an entry with a colon in the password",
    { config: { auths: { "reg.example": entry("u", "p:q:") } } },
  ],
  ["an entry with zeros", { config: { auths: { "reg.example": entry("u", "\0p\0\0") } } }],
  ["a URL", { config: { auths: { "https://reg.example/v2/": entry("u", "p") } } }],
  ["a URL without TLS", { config: { auths: { "http://reg.example": entry("u", "p") } } }],
  [
    "a URL beside the name",
    { config: { auths: { "https://reg.example": entry("u", "p"), ...auths } } },
  ],
  ["a path", { config: { auths: { "reg.example/app": entry("u", "p") } } }],
  ["other capitals", { config: { auths: { "REG.example": entry("u", "p") } } }],
  [
    "the same capitals",
    { config: { auths: { "REG.example": entry("u", "p") } } },
    "REG.example/app",
  ],
  [
    "a port",
    { config: { auths: { "reg.example:5000": entry("u", "p") } } },
    "reg.example:5000/app",
  ],
  ["an identity token", { config: { auths: { "reg.example": { identitytoken: "t" } } } }],
  [
    "an identity token with its user",
    {
      config: { auths: { "reg.example": { identitytoken: "t", ...entry("u", "") } } },
    },
  ],
  [
    "a registry token",
    { config: { auths: { "reg.example": { registrytoken: "t", ...entry("u", "p") } } } },
  ],
  ["fields", { config: { auths: { "reg.example": { username: "u", password: "p" } } } }],
  [
    "fields and auth",
    { config: { auths: { "reg.example": { username: "x", password: "x", ...entry("u", "p") } } } },
  ],
  ["an empty entry", { config: { auths: { "reg.example": {} } } }],
  ["null", { config: { auths: { "reg.example": null } } }],
  ["Docker Hub", { config: { auths: { [HUB]: entry("u", "p") } } }, "alpine"],
  ["Docker Hub by its host", { config: { auths: { "docker.io": entry("u", "p") } } }, "alpine"],
  [
    "Docker Hub by its index",
    { config: { auths: { "index.docker.io": entry("u", "p") } } },
    "alpine",
  ],
  ["a store", { config: { auths, credsStore: "all" }, helpers }],
  ["a store without it", { config: { auths, credsStore: "none" }, helpers }],
  ["a store for Docker Hub", { config: { credsStore: "all" }, helpers }, "alpine"],
  ["a store that is missing", { config: { auths, credsStore: "missing" } }],
  ["a store that fails", { config: { auths, credsStore: "broken" }, helpers }],
  ["a store without a name", { config: { auths, credsStore: "" } }],
  [
    "a token in a store",
    { config: { credsStore: "t" }, helpers: { t: answering("<token>", "t") } },
  ],
  ["nothing in a store", { config: { auths, credsStore: "t" }, helpers: { t: answering("", "") } }],
  [
    "a store with small letters",
    {
      config: { credsStore: "s" },
      helpers: { s: `echo '{"username":"u","secret":"p"}'` },
    },
  ],
  [
    "its own helper",
    { config: { auths, credsStore: "all", credHelpers: { "reg.example": "own" } }, helpers },
  ],
  [
    "its own helper without it",
    {
      config: { auths, credsStore: "all", credHelpers: { "reg.example": "none" } },
      helpers,
    },
  ],
  [
    "its own helper without a name",
    {
      config: { auths, credsStore: "all", credHelpers: { "reg.example": "" } },
      helpers,
    },
  ],
  ["a helper by URL", { config: { credHelpers: { "https://reg.example": "own" } }, helpers }],
  [
    "a helper for docker.io",
    { config: { credHelpers: { "docker.io": "own" } }, helpers },
    "alpine",
  ],
  ["a helper for Docker Hub", { config: { credHelpers: { [HUB]: "own" } }, helpers }, "alpine"],
  ["the variable", { variable }],
  [
    "the variable before all",
    { variable, config: { auths, credHelpers: { "reg.example": "own" } }, helpers },
  ],
  ["the variable with another", { variable: { auths: { x: entry("x", "x") } }, config: { auths } }],
  [
    "the variable with a URL",
    { variable: { auths: { "https://reg.example": entry("x", "x") } }, config: { auths } },
  ],
  ["the variable with nothing", { variable: {}, config: { auths } }],
  ["the variable empty", { variable: "", config: { auths } }],
];

describe.runIf(cli)("the docker CLI's credentials for a pull are the SDK's, with", () => {
  it.each(CONFIGS)("%s", async (_, home, image = IMAGE) => {
    const env = await dockerHome(home);
    const wanted = essence(await cliHears(env, ["pull", image]));
    await using docker = new Docker({ host: engine.host, env });
    await docker.images.pull(image);
    expect(essence(heard())).toEqual(wanted);
  });
});

describe.runIf(cli)(
  "where the docker CLI goes on without a word or with a warning, the SDK fails, with",
  () => {
    it.each<[string, DockerHome]>([
      ["no password", { config: { auths: { "reg.example": entry("u", "") } } }],
      ["rubbish in auth", { config: { auths: { "reg.example": { auth: "!!" } } } }],
      ["a missing helper", { config: { credsStore: "missing" } }],
      ["a failing helper", { config: { credsStore: "broken" }, helpers }],
      ["a broken variable", { variable: "{" }],
    ])("%s", async (_, home) => {
      const env = await dockerHome(home);
      await cliHears(env, ["pull", IMAGE]);
      await using docker = new Docker({ host: engine.host, env });
      await expect(docker.images.pull(IMAGE)).rejects.toMatchObject({ code: "CREDENTIALS" });
    });
  },
);

const LISTED = ["reg.example", "token.example", "gone.example"];
const BUILDS: [string, DockerHome][] = [
  [
    "auths",
    {
      config: {
        auths: { ...auths, [HUB]: entry("h", "h"), "https://o/v1/": entry("o", "o"), e: {} },
      },
    },
  ],
  ["a store", { config: { auths, credsStore: "s" }, helpers: { s: store(LISTED) } }],
  ["a store that lists rubbish", { config: { auths, credsStore: "s" }, helpers: { s: "echo no" } }],
  ["a store that is missing", { config: { auths, credsStore: "missing" } }],
  [
    "helpers",
    {
      config: {
        auths: { ...auths, b: entry("b", "b") },
        credHelpers: { "reg.example": "own", n: "none" },
      },
      helpers,
    },
  ],
  ["a helper that fails", { config: { auths, credHelpers: { "reg.example": "broken" } }, helpers }],
  [
    "a helper that has none",
    { config: { auths, credHelpers: { "reg.example": "none" } }, helpers },
  ],
  [
    "a helper without a name",
    {
      config: { auths, credsStore: "s", credHelpers: { "reg.example": "" } },
      helpers: { s: store(LISTED) },
    },
  ],
  [
    "a store and a helper",
    {
      config: { credsStore: "s", credHelpers: { "reg.example": "own" } },
      helpers: { ...helpers, s: store(LISTED) },
    },
  ],
  [
    "the variable",
    { variable: { auths: { ...variable.auths, v: entry("v", "v") } }, config: { auths } },
  ],
  [
    "the variable and a store",
    {
      variable,
      config: { credsStore: "s", credHelpers: { "reg.example": "own" } },
      helpers: { ...helpers, s: store(LISTED) },
    },
  ],
];

describe.runIf(cli)("the docker CLI's credentials for a build are the SDK's, with", () => {
  it.each(BUILDS)("%s", async (_, home) => {
    const env = await dockerHome(home);
    const context = join(env.DOCKER_CONFIG, "context");
    await mkdir(context);
    await writeFile(join(context, "Dockerfile"), "FROM scratch\n");
    const wanted = essences(await cliHears(env, ["build", context]));
    await using docker = new Docker({ host: engine.host, env });
    await docker.images.build(context);
    expect(essences(heard())).toEqual(wanted);
  });
});

describe.runIf(cli)("the docker CLI's credentials for a search are the SDK's, for", () => {
  const config = { auths: { [HUB]: entry("h", "h"), ...auths, UPPER: entry("u", "u") } };

  it.each([
    "term",
    "org/term",
    "reg.example",
    "reg.example/term",
    "UPPER/term",
    "index.docker.io/term",
  ])("%s", async (term) => {
    const env = await dockerHome({ config });
    const wanted = await cliHears(env, ["search", term]);
    await using docker = new Docker({ host: engine.host, env });
    await docker.images.search({ term });
    expect(heard()).toEqual(wanted);
  });
});
