import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DockerEnv, dockerHome } from "../support/docker-home.js";
import { Docker, ensureImage, image, registry, ways } from "./engine.js";

/** What `docker login` has left is all that the SDK is given. */
const cli = process.env.LIVE_DOCKER_CLI ?? "";

/** A credential helper that keeps what it is given in files below $STORE. */
const FILES = `
case $1 in
  list)
    printf '{'
    for file in "$STORE"/*.server; do
      [ -e "$file" ] && printf '%s"%s":"user"' "$comma" "$(cat "$file")" && comma=,
    done
    printf '}' ;;
  store)
    json=$(cat)
    server=$(echo "$json" | sed 's/.*"ServerURL":"\\([^"]*\\)".*/\\1/')
    file="$STORE/$(echo "$server" | tr -c 'a-z0-9\\n' _)"
    mkdir -p "$STORE" && echo "$server" > "$file.server" && echo "$json" > "$file.json" ;;
  get|erase)
    file="$STORE/$(tr -c 'a-z0-9\\n' _)"
    [ -e "$file.json" ] || { echo "credentials not found in native keychain"; exit 1; }
    if [ "$1" = get ]; then cat "$file.json"; else rm "$file.json" "$file.server"; fi ;;
esac`;

const { address = "", username = "", password = "" } = registry ?? {};

const KEEPERS: [string, object][] = [
  ["the file itself", {}],
  ["a credential store", { credsStore: "files" }],
  ["a credential helper of the registry", { credHelpers: { [address]: "files" } }],
];

describe.runIf(registry && cli).each(ways)("after a real docker login, %s,", (_, options) => {
  let name: string;

  beforeEach(async () => {
    name = `${address}/sdk-${randomUUID().slice(0, 8)}`;
    await using docker = new Docker(options);
    await ensureImage(docker);
    await docker.images.tag(image, { repo: name, tag: "1" });
  });

  afterEach(async () => {
    await using docker = new Docker(options);
    for (const tag of ["1", "built"]) {
      await docker.images.remove(`${name}:${tag}`).catch(() => {});
    }
  });

  it.each(KEEPERS)("with %s, images are pushed, pulled and built", async (_title, config) => {
    const env = await home(config);
    const pair = { ...options, env: { ...process.env, ...env } };
    await using docker = new Docker(pair);
    await expect(docker.images.push(`${name}:1`)).rejects.toMatchObject({ code: "PROGRESS" });

    await login(env);
    const { digest } = await docker.images.push(`${name}:1`);
    expect(digest).toMatch(/^sha256:/);
    await docker.images.remove(`${name}:1`);
    expect(await docker.images.pull(`${name}:1`)).toMatchObject({ digest });
    await docker.images.remove(`${name}:1`);
    const dockerfile = `FROM ${name}:1\nLABEL sdk=built\n`;
    const built = await docker.images.build({ Dockerfile: dockerfile }, { t: [`${name}:built`] });
    expect((await docker.images.inspect(built.Id)).Config?.Labels).toMatchObject({ sdk: "built" });

    await logout(env);
    await docker.images.remove(`${name}:1`).catch(() => {});
    await expect(docker.images.push(`${name}:built`)).rejects.toMatchObject({ code: "PROGRESS" });
  });

  it("a build asks a function for the registry of its Dockerfile", async () => {
    const asked: string[] = [];
    await using docker = new Docker({
      ...options,
      registryAuth: (key) => {
        asked.push(key);
        return { username, password, serveraddress: key };
      },
    });
    await docker.images.push(`${name}:1`);
    await docker.images.remove(`${name}:1`);
    const dockerfile = "ARG BASE\nFROM $BASE:1\nLABEL sdk=built\n";
    const query = { buildargs: { BASE: name }, t: [`${name}:built`] };
    await docker.images.build({ Dockerfile: dockerfile }, query);
    expect(asked).toEqual([address]);
  });

  it("the SDK's check of the credentials gives what the CLI's gave", async () => {
    await using docker = new Docker(options);
    const auth = { username, password, serveraddress: address };
    expect(await docker.system.auth(auth)).toMatchObject({ Status: "Login Succeeded" });
    const wrong = docker.system.auth({ ...auth, password: "wr0ng-pass" });
    await expect(wrong).rejects.toThrow(/401 Unauthorized/);
    await expect(wrong).rejects.not.toThrow(/wr0ng-pass/);
  });
});

async function home(config: object): Promise<DockerEnv> {
  const env = await dockerHome({ config, helpers: { files: FILES } });
  return { ...env, STORE: join(env.DOCKER_CONFIG, "store") };
}

/** The engine of the CLI's is that of the tests' environment: it asks the registry for the CLI. */
async function login(env: DockerEnv): Promise<void> {
  const args = ["login", "--username", username, "--password-stdin", address];
  const child = spawn(cli, args, {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(password);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(output).toContain("Login Succeeded");
  expect(code).toBe(0);
  // A store keeps the password out of the file.
  const file = await readFile(join(env.DOCKER_CONFIG, "config.json"), "utf8");
  expect(file.includes('"auth"')).toBe(!existsSync(env.STORE ?? ""));
}

async function logout(env: DockerEnv): Promise<void> {
  const own = { ...process.env, ...env };
  await new Promise((resolve) => execFile(cli, ["logout", address], { env: own }, resolve));
}
