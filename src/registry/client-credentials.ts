import { setMaxListeners } from "node:events";
import type { Env } from "../docker-config.js";
import { ClosedError, ConfigError, TimeoutError } from "../errors.js";
import {
  type Credentials,
  checkCredentials,
  encodeRegistryAuth,
  encodeRegistryConfig,
} from "./auth.js";
import {
  type CredentialResolver,
  findCredentials,
  type RegistryAuth,
  registryKey,
} from "./resolver.js";

/** What may end the search for credentials. */
interface Limits {
  signal?: AbortSignal | undefined;
  timeout?: number | undefined;
}

/** What a build knows of its registries. */
interface BuildCredentials {
  /** What the caller gives, instead of the client's. */
  registryConfig?: Record<string, Credentials> | undefined;
  /** The registries that the build will ask, as far as that can be known. */
  registries: () => Promise<readonly string[]>;
}

/** Whose registry credentials images, distribution, plugins and services use. */
export interface ClientCredentialsOptions {
  /** Registry credentials. Default: those of the docker configuration, which `docker login` keeps. */
  registryAuth?: RegistryAuth | ClientCredentials | undefined;
  /** The environment that the docker configuration is found by. Default: `process.env`. */
  env?: Env | undefined;
}

/** Headers of a call. */
type Headers<Name extends string> = Record<Name, string>;

/**
 * The registry credentials of one client, for its images, distribution, plugins and services. Nothing
 * is read or asked before a call needs it.
 *
 * @example
 * ```ts
 * const registryAuth = new ClientCredentials(askVault);
 * const images = new Images(transport, { registryAuth });
 * const distribution = new Distribution(transport, { registryAuth }); // asks no registry's twice
 * ```
 */
export class ClientCredentials {
  readonly #auth: RegistryAuth | undefined;
  readonly #env: Env | undefined;
  readonly #known = new Map<string, Promise<Credentials>>();
  readonly #closing = new AbortController();
  #fromConfig: CredentialResolver | undefined;

  /**
   * @param auth - where they come from. Default: the docker configuration
   * @param env - the environment that the docker configuration is found by. Default: `process.env`
   * @throws {ConfigError} for what is none of these
   * @throws {CredentialsError} for credentials that contradict each other, or lack their other half
   */
  constructor(auth?: RegistryAuth, env?: Env) {
    const object = typeof auth === "object" && auth !== null && !Array.isArray(auth);
    if (auth !== undefined && auth !== "anonymous" && typeof auth !== "function" && !object) {
      throw new ConfigError("registryAuth", 'is neither credentials, a function nor "anonymous"');
    }
    if (typeof auth === "object") {
      checkCredentials(auth);
      if (auth.serveraddress === "") {
        throw new ConfigError("registryAuth", "has an empty serveraddress; name the registry");
      }
    }
    this.#auth = auth;
    this.#env = env;
  }

  /** What a resource class was given, as credentials. */
  static of(options: ClientCredentialsOptions): ClientCredentials {
    const { registryAuth, env } = options;
    // Not by its class: the ESM and the CommonJS build have one each.
    const given = registryAuth instanceof Object && "useForBuild" in registryAuth;
    return given ? registryAuth : new ClientCredentials(registryAuth, env);
  }

  /** Those that a call has of its own, where it has any: they are not remembered. */
  or(own: RegistryAuth | undefined): ClientCredentials {
    return own === undefined ? this : new ClientCredentials(own);
  }

  /**
   * Makes a call with the credentials of a registry. One that fails has them forgotten, as they may
   * have expired.
   *
   * @throws {CredentialsError} when they cannot be had
   */
  async use<T>(
    registry: string,
    limits: Limits,
    send: (header: Headers<"X-Registry-Auth">) => Promise<T>,
  ): Promise<T> {
    const key = registryKey(registry);
    const credentials = await this.#within(limits, key, (signal) => this.#find(key, signal));
    return this.#forgetting([key], () =>
      send({ "X-Registry-Auth": encodeRegistryAuth(credentials) }),
    );
  }

  /**
   * Makes a build with the credentials that it may need: all those of the docker configuration, or
   * what a function says of the registries that are known.
   *
   * @throws {CredentialsError} when those of a known registry cannot be had
   */
  async useForBuild<T>(
    { registryConfig, registries }: BuildCredentials,
    limits: Limits,
    send: (header: Headers<"X-Registry-Config">) => Promise<T>,
  ): Promise<T> {
    const auth = registryConfig ? undefined : await this.#source();
    let config: Record<string, Credentials> = registryConfig ?? {};
    let keys: string[] = [];
    if (typeof auth === "object" && auth.serveraddress) {
      config = { [registryKey(auth.serveraddress)]: auth };
    } else if (typeof auth === "function") {
      keys = [...new Set((await registries()).map(registryKey))];
      config = await this.#within(limits, "the build's registries", (signal) =>
        this.#findAll(auth, keys, signal),
      );
    }
    return this.#forgetting(keys, () =>
      send({ "X-Registry-Config": encodeRegistryConfig(config) }),
    );
  }

  /** Ends every search, with a {@link ClosedError}: the client has no use for what would be found. */
  close(): void {
    this.#closing.abort(new ClosedError());
  }

  #within<T>(
    { signal, timeout }: Limits,
    what: string,
    search: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const signals = [this.#closing.signal, ...(signal ? [signal] : [])];
    return within(signals, timeout, what, search);
  }

  async #findAll(
    auth: CredentialResolver,
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<Record<string, Credentials>> {
    const all = { ...(await auth.all?.(signal)) };
    const others = keys.filter((key) => !Object.hasOwn(all, key));
    const found = await Promise.all(others.map((key) => this.#find(key, signal)));
    for (const [i, key] of others.entries()) {
      const credentials = found[i] ?? "anonymous";
      if (credentials !== "anonymous") all[key] = credentials;
    }
    return all;
  }

  async #find(key: string, signal?: AbortSignal): Promise<Credentials> {
    const auth = await this.#source();
    if (typeof auth !== "function" || auth.all) return findCredentials(auth, key, signal);
    const known = this.#known.get(key);
    if (known) return known;
    const asked = findCredentials(auth, key);
    this.#known.set(key, asked);
    // What could not be had is asked for again.
    asked.catch(() => this.#forget(key, asked));
    return asked;
  }

  async #source(): Promise<RegistryAuth> {
    if (this.#auth !== undefined) return this.#auth;
    const { dockerConfigCredentials } = await import("./docker-config-credentials.js");
    this.#fromConfig ??= dockerConfigCredentials({ env: this.#env });
    return this.#fromConfig;
  }

  async #forgetting<T>(keys: readonly string[], call: () => Promise<T>): Promise<T> {
    const used = keys.map((key) => [key, this.#known.get(key)] as const);
    try {
      return await call();
    } catch (error) {
      for (const [key, credentials] of used) this.#forget(key, credentials);
      throw error;
    }
  }

  /** Unless somebody has asked anew meanwhile. */
  #forget(key: string, credentials: Promise<Credentials> | undefined): void {
    if (this.#known.get(key) === credentials) this.#known.delete(key);
  }
}

/** An abort or the call's time limit ends the search, whoever else waits for the same. */
async function within<T>(
  signals: readonly AbortSignal[],
  timeout: number | undefined,
  what: string,
  search: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (const signal of signals) signal.throwIfAborted();
  const controller = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
  });
  // One signal may rightly end a hundred calls.
  setMaxListeners(0, ...signals);
  const onAbort = (): void => controller.abort(signals.find(({ aborted }) => aborted)?.reason);
  const onTimeout = (): void => {
    const message = `the search for the credentials of ${what} took longer than ${timeout} ms`;
    controller.abort(new TimeoutError(`${message} (timeout)`));
  };
  // What is no time limit is refused when the call is sent.
  const timer =
    timeout && timeout > 0 && timeout < 2 ** 31 ? setTimeout(onTimeout, timeout) : undefined;
  for (const signal of signals) signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([search(controller.signal), ended]);
  } finally {
    // Of several that were asked, the others need not go on once one has failed.
    controller.abort();
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener("abort", onAbort);
  }
}
