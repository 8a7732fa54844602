import { type DockerConfig, type Env, membersOf, readDockerConfig } from "../docker-config.js";
import { ConfigError, CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";
import { readConfigEntry } from "./config-entry.js";
import {
  type CredentialHelper,
  getFromHelper,
  HELPER_TIMEOUT,
  type HelperOptions,
  listFromHelper,
} from "./credential-helper.js";
import { type CredentialResolver, registryKey } from "./resolver.js";

/** Whose docker configuration is read, and how long it may take. */
export interface DockerConfigOptions {
  /** The environment: `DOCKER_AUTH_CONFIG`, `DOCKER_CONFIG`, `HOME`, and `PATH` for the helpers. Default: `process.env`. */
  env?: Env | undefined;
  /** Milliseconds that a credential helper may take before it is killed. Default: 30 000. */
  timeout?: number | undefined;
}

const VARIABLE = "DOCKER_AUTH_CONFIG";
/** So many helpers run at the same time. */
const AT_ONCE = 8;
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * Finds the credentials that `docker login` has left, where the docker CLI finds them:
 * `DOCKER_AUTH_CONFIG`, then of `config.json` the registry's own helper in `credHelpers`, else the one
 * in `credsStore`, else `auths`. Everything is read anew each time that it is asked.
 *
 * @param options - `env`, `timeout` for a credential helper in milliseconds
 * @returns a resolver for `registryAuth`. It throws a {@link CredentialsError} for what it needs and
 * cannot use, and a {@link ConfigError} for a `config.json` that cannot be read
 * @throws {ConfigError} for a timeout that is no number of milliseconds
 *
 * @example
 * ```ts
 * const find = dockerConfigCredentials({ timeout: 5_000 });
 * const credentials = await find("ghcr.io"); // undefined where there are none
 * ```
 */
export function dockerConfigCredentials(options: DockerConfigOptions = {}): CredentialResolver {
  const { env = process.env, timeout = HELPER_TIMEOUT } = options;
  if (!(timeout > 0 && timeout <= MAX_TIMEOUT)) {
    throw new ConfigError("timeout", "is no number of milliseconds from 1 to 2 ** 31 - 1");
  }
  const open = (signal?: AbortSignal): Lookup => new Lookup({ env, timeout, signal });
  return Object.assign(
    (registry: string, signal?: AbortSignal) => open(signal).find(registryKey(registry)),
    {
      all: (signal?: AbortSignal) => open(signal).all(),
    },
  );
}

/** One look at the configuration as it is now. */
class Lookup {
  readonly #options: HelperOptions;

  constructor(options: HelperOptions) {
    this.#options = options;
  }

  async find(key: string): Promise<AuthConfig | undefined> {
    const { env } = this.#options;
    return fromVariable(env, key) ?? this.#fromConfig(await readDockerConfig(env), key);
  }

  /** What cannot be had is left out: nobody knows whether it is needed. */
  async all(): Promise<Record<string, AuthConfig>> {
    const { env } = this.#options;
    const config = await readDockerConfig(env);
    const { credsStore, credHelpers = {}, auths = {} } = config;
    const found = new Map<string, AuthConfig>();
    if (credsStore) {
      const store = storeOf(config);
      const listed = await this.#orNothing(() => listFromHelper(store, this.#options));
      await this.#addAll(found, listed ?? [], (key) => this.#ask(store, key));
    } else {
      await this.#addAll(found, Object.keys(auths), async (key) => fromAuths(config, key));
    }
    await this.#addAll(found, Object.keys(credHelpers), (key) => this.#fromConfig(config, key));
    const named = (await this.#orNothing(async () => Object.keys(readVariable(env)))) ?? [];
    await this.#addAll(found, named, async (key) => fromVariable(env, key) ?? found.get(key));
    return Object.fromEntries(found);
  }

  /** Puts in what is found, and takes out what somebody who must know does not have. */
  async #addAll(
    found: Map<string, AuthConfig>,
    keys: readonly string[],
    get: (key: string) => Promise<AuthConfig | undefined>,
  ): Promise<void> {
    const add = async (key: string): Promise<void> => {
      const credentials = await get(key);
      if (credentials) found.set(key, credentials);
      else found.delete(key);
    };
    for (let i = 0; i < keys.length; i += AT_ONCE) {
      const some = keys.slice(i, i + AT_ONCE);
      await Promise.all(some.map((key) => this.#orNothing(() => add(key))));
    }
  }

  async #fromConfig(config: DockerConfig, key: string): Promise<AuthConfig | undefined> {
    const helper = helperFor(config, key);
    if (!helper) return fromAuths(config, key);
    try {
      return await this.#ask(helper, key);
    } catch (error) {
      // The docker CLI goes on with what the file has, where a helper fails.
      const inFile = await this.#orNothing(async () => fromAuths(config, key));
      if (inFile) return inFile;
      throw error;
    }
  }

  #ask(helper: CredentialHelper, key: string): Promise<AuthConfig | undefined> {
    return getFromHelper(helper, key, this.#options);
  }

  async #orNothing<T>(get: () => Promise<T>): Promise<T | undefined> {
    try {
      return await get();
    } catch (error) {
      if (error instanceof CredentialsError) return undefined;
      throw error;
    }
  }
}

/** A helper without a name stands for the file, as it does in the docker CLI. */
function helperFor(config: DockerConfig, key: string): CredentialHelper | undefined {
  const { credHelpers = {}, credsStore } = config;
  if (!Object.hasOwn(credHelpers, key)) return credsStore ? storeOf(config) : undefined;
  const name = credHelpers[key];
  return name ? { name, source: `credHelpers of ${key} in ${config.file}` } : undefined;
}

function storeOf({ credsStore = "", file }: DockerConfig): CredentialHelper {
  return { name: credsStore, source: `credsStore in ${file}` };
}

/** A registry's own entry, else one that was written as a URL of it. */
function fromAuths({ auths = {}, file }: DockerConfig, key: string): AuthConfig | undefined {
  const hostOf = (name: string): string => name.replace(/^https?:\/\//, "").replace(/\/.*$/s, "");
  const name = Object.hasOwn(auths, key)
    ? key
    : Object.keys(auths).find((other) => hostOf(other) === key);
  if (name === undefined) return undefined;
  const entry = readConfigEntry(auths[name], `the entry "${name}" of auths in ${file}`);
  return entry && { ...entry, serveraddress: name };
}

function fromVariable(env: Env, key: string): AuthConfig | undefined {
  const auths = readVariable(env);
  if (!Object.hasOwn(auths, key)) return undefined;
  const entry = readConfigEntry(auths[key], `the entry "${key}" of auths in ${VARIABLE}`);
  return entry && { ...entry, serveraddress: key };
}

/** `{"auths": {…}}`, the form of config.json; other members say nothing here. */
function readVariable(env: Env): Record<string, unknown> {
  const text = env[VARIABLE]?.trim();
  if (!text) return {};
  let auths: unknown;
  try {
    const config: unknown = JSON.parse(text);
    if (typeof config !== "object" || Array.isArray(config)) throw new SyntaxError();
    ({ auths = {} } = membersOf(config));
  } catch {
    // What the parser says would show a piece of it.
    throw new CredentialsError(`${VARIABLE} is not JSON; it is {"auths": {…}}, or unset`);
  }
  if (typeof auths !== "object" || auths === null || Array.isArray(auths)) {
    throw new CredentialsError(`auths in ${VARIABLE} is no object`);
  }
  return { ...auths };
}
