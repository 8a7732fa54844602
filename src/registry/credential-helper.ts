import { type ChildProcess, spawn } from "node:child_process";
import { setMaxListeners } from "node:events";
import { endWithProgram, ownSession, signalAll } from "../child-process.js";
import type { Env } from "../docker-config.js";
import { CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";

/** A credential helper as a configuration names it. */
export interface CredentialHelper {
  /** `pass` for the program `docker-credential-pass`. */
  readonly name: string;
  /** Where that stands, for messages: `credsStore in /root/.docker/config.json`. */
  readonly source: string;
}

/** How a credential helper is run. */
export interface HelperOptions {
  /** The program's environment; its PATH is where the program is looked for. */
  readonly env: Env;
  /** Milliseconds until it is killed. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** The time limit of a helper where none is given: it may have to ask its user. */
export const HELPER_TIMEOUT = 30_000;

const NOT_FOUND = "credentials not found in native keychain";
const MAX_OUTPUT = 1024 * 1024;
const TOKEN_USER = "<token>";

/**
 * Asks a helper for the credentials of a registry.
 *
 * @param key - the registry's key in Docker's configuration
 * @returns undefined where it has none
 * @throws {CredentialsError} naming the helper, when it cannot be asked or its answer is none
 */
export async function getFromHelper(
  helper: CredentialHelper,
  key: string,
  options: HelperOptions,
): Promise<AuthConfig | undefined> {
  const { output, failure } = await run(helper, "get", key, options);
  if (failure) {
    if (output.trim() === NOT_FOUND) return undefined;
    // Whatever it printed may hold a secret.
    const advice = `see why with: echo ${key} | ${program(helper)} get`;
    throw new CredentialsError(`${describe(helper)} failed for ${key} (${failure}); ${advice}`);
  }
  const answer = parse(helper, "get", output);
  const username = field(helper, answer, "Username");
  const secret = field(helper, answer, "Secret");
  if (!username && !secret) return undefined;
  if (!username || !secret) {
    const missing = username ? "secret" : "user name";
    const advice = `store it again with: docker login ${key}`;
    throw new CredentialsError(`${describe(helper)} has no ${missing} for ${key}; ${advice}`);
  }
  if (username === TOKEN_USER) return { identitytoken: secret, serveraddress: key };
  return { username, password: secret, serveraddress: key };
}

/**
 * Asks a helper which registries it has credentials for.
 *
 * @throws {CredentialsError} naming the helper, when it cannot be asked or its answer is none
 */
export async function listFromHelper(
  helper: CredentialHelper,
  options: HelperOptions,
): Promise<string[]> {
  const { output, failure } = await run(helper, "list", "unused", options);
  if (failure) throw new CredentialsError(`${describe(helper)} cannot list (${failure})`);
  return Object.keys(parse(helper, "list", output));
}

const program = ({ name }: CredentialHelper): string => `docker-credential-${name}`;

const describe = (helper: CredentialHelper): string => `${program(helper)} (${helper.source})`;

/** Members are found whatever their case, as the docker CLI finds them. */
function field(helper: CredentialHelper, answer: Record<string, unknown>, name: string): string {
  const isIt = ([key]: [string, unknown]): boolean => key.toLowerCase() === name.toLowerCase();
  const [, value = ""] = Object.entries(answer).find(isIt) ?? [];
  if (typeof value === "string") return value;
  throw new CredentialsError(`${describe(helper)} answers with a ${name} that is no text`);
}

function parse(helper: CredentialHelper, action: string, output: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(output);
    if (typeof answer === "object" && answer !== null && !Array.isArray(answer)) {
      return { ...answer };
    }
  } catch {
    // What the parser says would show a piece of the output.
  }
  const what = `${describe(helper)} answers "${action}" with something that is no JSON object`;
  throw new CredentialsError(`${what}; it does not speak the protocol of credential helpers`);
}

interface HelperRun {
  output: string;
  /** How it failed; undefined where it did not. */
  failure: string | undefined;
}

async function run(
  helper: CredentialHelper,
  action: string,
  input: string,
  { env, timeout, signal }: HelperOptions,
): Promise<HelperRun> {
  if (!/^[^/\\\0]+$/.test(helper.name)) {
    throw new CredentialsError(`${helper.source} is no name of a credential helper`);
  }
  signal?.throwIfAborted();
  const child = start(helper, action, env);
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      kill(child);
    };
  });
  const onAbort = (): void => stop(signal?.reason);
  const timer = setTimeout(() => {
    const advice = "it may wait for somebody to unlock it";
    const what = `${describe(helper)} gave no answer within ${timeout} ms`;
    stop(new CredentialsError(`${what} and was killed; ${advice}`));
  }, timeout);
  // One signal may rightly end many helpers.
  if (signal) setMaxListeners(0, signal);
  signal?.addEventListener("abort", onAbort, { once: true });
  const over = endWithProgram(() => kill(child));
  try {
    return await Promise.race([talk(helper, child, input, stop), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    over();
  }
}

/** Without a shell; on its own, so that it can be ended with all that it has started. */
function start(helper: CredentialHelper, action: string, env: Env): ChildProcess {
  try {
    return spawn(program(helper), [action], {
      ...ownSession,
      env,
      stdio: ["pipe", "pipe", "ignore"],
    });
  } catch (cause) {
    throw notStarted(helper, cause as NodeJS.ErrnoException);
  }
}

function talk(
  helper: CredentialHelper,
  child: ChildProcess,
  input: string,
  stop: (reason: unknown) => void,
): Promise<HelperRun> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    child.on("error", (cause) => reject(notStarted(helper, cause)));
    child.stdout?.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= MAX_OUTPUT) return;
      stop(new CredentialsError(`${describe(helper)} prints without end and was killed`));
    });
    child.on("close", (code, signal) => {
      const failure = signal ? `killed by ${signal}` : code ? `exit code ${code}` : undefined;
      resolve({ output: Buffer.concat(chunks).toString(), failure });
    });
    // One that reads nothing may have all it needs.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function kill(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stdin?.destroy();
  signalAll(child, "SIGKILL");
}

function notStarted(helper: CredentialHelper, cause: NodeJS.ErrnoException): CredentialsError {
  const missing = cause.code === "ENOENT";
  const why = missing ? "is not in PATH" : `cannot be run (${cause.code})`;
  const denied = cause.code === "EACCES" ? "make it executable" : "try again";
  const first = missing ? "install it" : denied;
  const advice = `${first}, take it out of there, or give registryAuth`;
  return new CredentialsError(`${describe(helper)} ${why}; ${advice}`, { cause });
}
