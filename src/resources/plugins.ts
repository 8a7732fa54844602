import { pluginSince } from "../../generated/since-plugin.js";
import {
  ClientCredentials,
  type ClientCredentialsOptions,
} from "../registry/client-credentials.js";
import { parseReference } from "../registry/reference.js";
import type { RegistryAuth } from "../registry/resolver.js";
import {
  cutOff,
  followProgress,
  type ProgressMessage,
  type ProgressOptions,
} from "../streams/progress.js";
import { call, open, run, toItsEnd } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, RequestBody, Transport } from "../transport/transport.js";
import type { Body, Query, Result } from "../types.js";

/** What {@link Plugins.privileges} takes beside the call options. */
export interface PluginRegistryOptions extends CallOptions {
  /** Registry credentials for this call, instead of the client's. */
  registryAuth?: RegistryAuth | undefined;
}

/** What a pull, an upgrade or a push of a plugin takes beside the call options. */
export interface PluginTransferOptions extends PluginRegistryOptions, ProgressOptions {}

/** What a pull or an upgrade of a plugin came to. */
export interface PluginPullResult {
  /** Digest of the plugin in the registry. */
  digest: string;
}

/** What a push of a plugin came to. */
export interface PluginPushResult extends PluginPullResult {
  tag: string;
  /** Bytes of the manifest. */
  size: number | undefined;
}

/**
 * Plugins that the engine runs: volume and network drivers, for instance.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin
 */
export class Plugins {
  readonly #transport: Transport;
  readonly #credentials: ClientCredentials;

  constructor(transport: Transport, options: ClientCredentialsOptions = {}) {
    this.#transport = withSince(transport, pluginSince);
    this.#credentials = ClientCredentials.of(options);
  }

  /**
   * Lists the plugins that the engine has.
   *
   * @param query - `filters`: `capability` (`volumedriver`, …), `enabled`
   *
   * @example
   * ```ts
   * const running = await docker.plugins.list({ filters: { enabled: ["true"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginList
   */
  list(query: Query<"PluginList"> = {}, options?: CallOptions): Promise<Result<"PluginList">> {
    return call(this.#transport, "PluginList", "GET", "/plugins", { query }, options);
  }

  /**
   * Asks a plugin's registry what the plugin wants to be allowed, to be granted with {@link pull}. The
   * list is empty, too, where the registry does not show the plugin.
   *
   * @param remote - the plugin in its registry, `vieux/sshfs:latest`
   * @param options - call options, `registryAuth`
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * for (const { Name, Value } of await docker.plugins.privileges("vieux/sshfs")) console.log(Name, Value);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/GetPluginPrivileges
   */
  async privileges(
    remote: string,
    options: PluginRegistryOptions = {},
  ): Promise<Result<"GetPluginPrivileges">> {
    const path = "/plugins/privileges";
    return this.#ask(remote, options, (header, rest, name) => {
      const request = { query: { remote: name }, header };
      return call(this.#transport, "GetPluginPrivileges", "GET", path, request, rest);
    });
  }

  /**
   * Installs a plugin from its registry. It does not run before {@link enable}.
   *
   * @param remote - the plugin in its registry; without a tag, `latest`
   * @param body - what it is allowed, just as {@link privileges} has it
   * @param query - `name` to call it by here, instead of its name in the registry
   * @param options - call options, `onProgress`, `registryAuth`
   * @throws {ProgressError} when it wants to be allowed something else, or the pull fails on the way
   * @throws {BadParameterError} when there is a plugin of that name
   * @throws {NotFoundError | ServerError} when the registry does not have it, or does not show it to
   * these credentials
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const privileges = await docker.plugins.privileges("vieux/sshfs");
   * await docker.plugins.pull("vieux/sshfs", privileges, { name: "sshfs" });
   * await docker.plugins.enable("sshfs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginPull
   */
  async pull(
    remote: string,
    body: Body<"PluginPull"> = [],
    query: Omit<Query<"PluginPull">, "remote"> = {},
    options: PluginTransferOptions = {},
  ): Promise<PluginPullResult> {
    const path = "/plugins/pull";
    return this.#ask(remote, options, async (header, rest, name) => {
      const request = { query: { ...query, remote: name }, header, body };
      const send = toItsEnd(rest);
      const answer = await open(this.#transport, "PluginPull", "POST", path, request, send);
      return pulled("pull", answer, options);
    });
  }

  /**
   * Tells everything about a plugin.
   *
   * @throws {NotFoundError} when there is no such plugin
   *
   * @example
   * ```ts
   * const { Enabled, Settings } = await docker.plugins.inspect("sshfs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginInspect
   */
  inspect(name: string, options?: CallOptions): Promise<Result<"PluginInspect">> {
    const request = { path: { name } };
    return call(this.#transport, "PluginInspect", "GET", "/plugins/{name}/json", request, options);
  }

  /**
   * Starts a plugin.
   *
   * @param query - `timeout`: seconds that its calls may take, default 30; 0 for no limit
   * @throws {ConflictError} when it runs already
   * @throws {ServerError} when it does not come up
   *
   * @example
   * ```ts
   * await docker.plugins.enable("sshfs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginEnable
   */
  enable(
    name: string,
    query: Query<"PluginEnable"> = { timeout: 30 },
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { name }, query };
    return run(this.#transport, "PluginEnable", "POST", "/plugins/{name}/enable", request, options);
  }

  /**
   * Stops a plugin.
   *
   * @param query - `force` even if it is in use
   * @throws {ConflictError} when it does not run, or is in use
   *
   * @example
   * ```ts
   * await docker.plugins.disable("sshfs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginDisable
   */
  disable(name: string, query: Query<"PluginDisable"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { name }, query };
    const path = "/plugins/{name}/disable";
    return run(this.#transport, "PluginDisable", "POST", path, request, options);
  }

  /**
   * Removes a plugin.
   *
   * @param query - `force` even if it runs
   * @throws {NotFoundError} when there is no such plugin
   * @throws {ConflictError} when it runs
   *
   * @example
   * ```ts
   * await docker.plugins.remove("sshfs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginDelete
   */
  remove(name: string, query: Query<"PluginDelete"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { name }, query };
    return run(this.#transport, "PluginDelete", "DELETE", "/plugins/{name}", request, options);
  }

  /**
   * Puts another version in the place of a plugin that does not run; its settings stay.
   *
   * @param name - the plugin here
   * @param remote - the other version in its registry; without a tag, `latest`
   * @param body - what it is allowed, just as {@link privileges} has it
   * @param options - call options, `onProgress`, `registryAuth`
   * @throws {ProgressError} when it wants to be allowed something else, or the pull fails on the way
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const privileges = await docker.plugins.privileges("vieux/sshfs:next");
   * await docker.plugins.upgrade("sshfs", "vieux/sshfs:next", privileges);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginUpgrade
   */
  async upgrade(
    name: string,
    remote: string,
    body: Body<"PluginUpgrade"> = [],
    options: PluginTransferOptions = {},
  ): Promise<PluginPullResult> {
    const path = "/plugins/{name}/upgrade";
    return this.#ask(remote, options, async (header, rest, whole) => {
      const request = { path: { name }, query: { remote: whole }, header, body };
      const send = toItsEnd(rest);
      const answer = await open(this.#transport, "PluginUpgrade", "POST", path, request, send);
      return pulled("upgrade", answer, options);
    });
  }

  /**
   * Makes a plugin of its files.
   *
   * @param name - what to call it, with a tag; for {@link push} with the name of its registry
   * @param archive - a tar archive of `config.json` and the directory `rootfs`: bytes, or a stream
   * @throws {ConflictError} when there is a plugin of that name
   *
   * @example
   * ```ts
   * await docker.plugins.create("ghcr.io/org/driver:1.0", createReadStream("driver.tar"));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginCreate
   */
  create(name: string, archive: RequestBody, options?: CallOptions): Promise<void> {
    const request = { query: { name }, archive };
    return run(this.#transport, "PluginCreate", "POST", "/plugins/create", request, options);
  }

  /**
   * Gives a plugin to its registry.
   *
   * @param reference - the plugin, which has the name of its registry; without a tag, `latest`
   * @param options - call options, `onProgress`, `registryAuth`
   * @throws {NotFoundError} when there is no such plugin
   * @throws {ProgressError} when the registry refuses, or the push fails on the way
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const { digest } = await docker.plugins.push("ghcr.io/org/driver:1.0");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginPush
   */
  async push(reference: string, options: PluginTransferOptions = {}): Promise<PluginPushResult> {
    const path = "/plugins/{name}/push";
    return this.#ask(reference, options, async (header, rest, name) => {
      const request = { path: { name }, header };
      const send = toItsEnd(rest);
      const answer = await open(this.#transport, "PluginPush", "POST", path, request, send);
      let pushed: PluginPushResult | undefined;
      const read = ({ aux }: ProgressMessage): void => {
        const { Tag, Digest, Size } = (aux ?? {}) as {
          Tag?: string;
          Digest?: string;
          Size?: number;
        };
        if (Tag && Digest) pushed = { tag: Tag, digest: Digest, size: Size };
      };
      await followProgress(answer, read, options);
      if (!pushed) throw cutOff("push");
      return pushed;
    });
  }

  /**
   * Changes the settings of a plugin that does not run.
   *
   * @param body - `["DEBUG=1"]`: what its configuration says may be set
   * @throws {ServerError} when there is no such setting
   *
   * @example
   * ```ts
   * await docker.plugins.set("sshfs", ["DEBUG=1"]);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Plugin/operation/PluginSet
   */
  set(name: string, body: Body<"PluginSet">, options?: CallOptions): Promise<void> {
    const request = { path: { name }, body };
    return run(this.#transport, "PluginSet", "POST", "/plugins/{name}/set", request, options);
  }

  /** Makes a call to a plugin's registry, with the plugin's whole name there. */
  async #ask<T>(
    remote: string,
    { registryAuth, onProgress, ...rest }: PluginTransferOptions,
    send: (header: { "X-Registry-Auth": string }, rest: CallOptions, name: string) => Promise<T>,
  ): Promise<T> {
    const { registry, repository, tag = "latest", digest } = parseReference(remote);
    const name = `${registry}/${repository}${digest ? `@${digest}` : `:${tag}`}`;
    return this.#credentials
      .or(registryAuth)
      .use(registry, rest, (header) => send(header, rest, name));
  }
}

/** Of a plugin the engine names the digest first, and says nothing at the end. */
async function pulled(
  what: string,
  answer: Parameters<typeof followProgress>[0],
  options: ProgressOptions,
): Promise<PluginPullResult> {
  let digest: string | undefined;
  const read = ({ status }: ProgressMessage): void => {
    digest = /^Digest: (\S+)/.exec(status ?? "")?.[1] ?? digest;
  };
  await followProgress(answer, read, options);
  if (digest === undefined) throw cutOff(what);
  return { digest };
}
