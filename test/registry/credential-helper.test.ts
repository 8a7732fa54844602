import { execFile } from "node:child_process";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve as resolvePath } from "node:path";
import { inspect, promisify } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { dockerConfigCredentials } from "../../src/registry/index.js";
import { answering, type DockerEnv, dockerHome, store } from "../support/docker-home.js";

/** A home whose credentials all come from the helper "odd". */
const odd = (script: string): Promise<DockerEnv> =>
  dockerHome({ config: { credsStore: "odd" }, helpers: { odd: script } });

async function failure(env: DockerEnv, options: { timeout?: number } = {}): Promise<Error> {
  const resolve = dockerConfigCredentials({ env, ...options });
  const error = await Promise.resolve(resolve("reg.example")).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "CREDENTIALS" });
  return error as Error;
}

/** The processes that a helper has noted are gone, or go now. */
async function noneLeft({ LOG }: DockerEnv): Promise<void> {
  const pids = (await readFile(LOG, "utf8")).trim().split("\n").map(Number);
  expect(pids.length).toBeGreaterThan(0);
  const isRunning = async (pid: number): Promise<boolean> =>
    // A dead one that nobody has waited for yet is no more than a line in a table.
    readFile(`/proc/${pid}/stat`, "utf8").then(
      (stat) => !/\) [ZX]/.test(stat),
      () => false,
    );
  await vi.waitFor(async () => {
    for (const pid of pids) expect(await isRunning(pid)).toBe(false);
  }, 10_000);
}

describe("a credential helper", () => {
  it("that hangs is killed with what it has started, and named", async () => {
    const env = await odd('sleep 600 & echo $! >> "$LOG"; echo $$ >> "$LOG"; wait');
    const { message } = await failure(env, { timeout: 2_000 });
    const source = `credsStore in ${join(env.DOCKER_CONFIG, "config.json")}`;
    expect(message).toBe(
      `docker-credential-odd (${source}) gave no answer within 2000 ms and was killed; ` +
        "it may wait for somebody to unlock it",
    );
    await noneLeft(env);
  });

  it("is killed when its call is aborted, with the reason of the signal", async () => {
    const env = await odd('echo $$ >> "$LOG"; sleep 600');
    const controller = new AbortController();
    const asked = dockerConfigCredentials({ env })("reg.example", controller.signal);
    const settled = Promise.resolve(asked).catch((reason: unknown) => reason);
    await vi.waitFor(() => readFile(env.LOG), 10_000);
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await settled).toBe(reason);
    await noneLeft(env);
  });

  it("does not outlive the program that asked it", async () => {
    const env = await odd('echo $$ >> "$LOG"; sleep 600');
    const [source, tsx] = ["src/registry/index.ts", "node_modules/tsx/dist/cli.mjs"].map((path) =>
      resolvePath(import.meta.dirname, "../..", path),
    );
    const program = `
      import { existsSync } from "node:fs";
      import { dockerConfigCredentials } from ${JSON.stringify(source)};
      dockerConfigCredentials()("reg.example");
      setInterval(() => existsSync(process.env.LOG) && process.exit(), 20);`;
    const file = join(env.DOCKER_CONFIG, "program.mts");
    await writeFile(file, program);
    await promisify(execFile)(process.execPath, [String(tsx), file], { env, timeout: 20_000 });
    await noneLeft(env);
  }, 30_000);

  it("is one of many at a time, without a warning of too many listeners", async () => {
    const registries = Array.from({ length: 30 }, (_, i) => `reg${i}.example`);
    const helpers = { s: store(registries) };
    const env = await dockerHome({ config: { credsStore: "s" }, helpers });
    const warned = vi.fn();
    process.on("warning", warned);
    const resolve = dockerConfigCredentials({ env });
    const { signal } = new AbortController();
    const [all] = await Promise.all([
      resolve.all?.(signal),
      ...registries.slice(0, 12).map((registry) => resolve(registry, signal)),
    ]);
    expect(Object.keys(all ?? {}).sort()).toEqual(registries.sort());
    await new Promise(setImmediate);
    expect(warned).not.toHaveBeenCalled();
    process.off("warning", warned);
  });

  it("that prints without end is killed", async () => {
    const env = await odd('echo $$ >> "$LOG"; while :; do echo s3cret-s3cret-s3cret-s3cret; done');
    const error = await failure(env);
    expect(error.message).toContain("prints without end and was killed");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cret");
    await noneLeft(env);
  });

  it("that is missing is to be installed, or taken out of the file", async () => {
    const env = await dockerHome({ config: { credHelpers: { "reg.example": "missing" } } });
    const { message } = await failure(env);
    const file = join(env.DOCKER_CONFIG, "config.json");
    expect(message).toMatch(/^docker-credential-missing \(credHelpers of reg.example in /);
    expect(message).toContain(
      `${file}) is not in PATH; install it, take it out of there, or give registryAuth`,
    );
  });

  it("that may not be run is to be made executable", async () => {
    const env = await odd("exit 0");
    await chmod(join(env.DOCKER_CONFIG, "bin", "docker-credential-odd"), 0o644);
    const { message } = await failure(env);
    expect(message).toContain("cannot be run (EACCES); make it executable");
  });

  it("is looked for in the PATH that is given, and run with no shell", async () => {
    const env = await odd(answering("u", "p"));
    expect(await dockerConfigCredentials({ env })("reg.example; $(exit)")).toMatchObject({
      serveraddress: "reg.example; $(exit)",
    });
    expect((await failure({ ...env, PATH: "/nowhere" })).message).toContain("is not in PATH");
    for (const name of ["../odd", "/bin/odd", "odd\0"]) {
      const named = await dockerHome({ config: { credsStore: name } });
      expect((await failure(named)).message).toMatch(
        /config.json is no name of a credential helper/,
      );
    }
  });

  it("that ignores its stdin has answered all the same", async () => {
    const env = await odd(`exec <&-; printf '{"username":"u","secret":"p"}'`);
    const resolve = dockerConfigCredentials({ env });
    const answers = Array.from({ length: 5 }, () => resolve("reg.example"));
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ password: "p" });
  });

  it.each([
    ["that fails", "echo s3cret; echo s3cret >&2; exit 3", "failed for reg.example (exit code 3)"],
    ["that fails with an answer", `${answering("u", "s3cret")}; exit 1`, "(exit code 1)"],
    ["that dies", "echo s3cret; kill -TERM $$", "(killed by SIGTERM)"],
    [
      "that prints rubbish",
      "echo 'password: s3cret'",
      '"get" with something that is no JSON object',
    ],
    ["that prints no object", `echo '"s3cret"'`, '"get" with something that is no JSON object'],
    ["that prints a list", "echo '[]'", '"get" with something that is no JSON object'],
    [
      "that prints numbers",
      `echo '{"Username":1,"Secret":2}'`,
      "answers with a Username that is no text",
    ],
    ["that prints nothing", "exit 0", '"get" with something that is no JSON object'],
    ["without the user's name", `echo '{"Secret":"s3cret"}'`, "has no user name for reg.example"],
    ["without a secret", `echo '{"Username":"s3cret"}'`, "has no secret for reg.example"],
    ["that says it in other words", "echo 'credentials not found: s3cret'; exit 1", "exit code 1"],
  ])("%s is named, and what it printed is not shown", async (_, script, message) => {
    const error = await failure(await odd(script));
    expect(error.message).toMatch(/^docker-credential-odd \(credsStore in /);
    expect(error.message).toContain(message);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cret");
  });

  it("that is put right is asked again", async () => {
    const env = await odd("exit 1");
    const resolve = dockerConfigCredentials({ env });
    const file = join(env.DOCKER_CONFIG, "bin", "docker-credential-odd");
    await expect(resolve("reg.example")).rejects.toThrow("exit code 1");
    await rm(file);
    await writeFile(file, `#!/bin/sh\n${answering("u", "p")}`, { mode: 0o755 });
    expect(await resolve("reg.example")).toMatchObject({ username: "u" });
  });
});
