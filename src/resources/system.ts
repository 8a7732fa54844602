import { call, open } from "../transport/call.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { AuthConfig, Query, Result } from "../types.js";

/** What the engine says of itself in the head of a ping. */
export interface PingResult {
  /** The newest API version it speaks. */
  apiVersion: string;
  /** "linux" or "windows". */
  osType: string;
  experimental: boolean;
  /** The builder it would use: "1" the classic one, "2" BuildKit. */
  builderVersion: string;
  /** State in a swarm, with the role where there is one: "inactive", "active/manager". */
  swarm: string | undefined;
}

/**
 * The engine itself.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System
 */
export class System {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Asks whether the engine is there.
   *
   * @throws {ConnectionError} when it is not
   *
   * @example
   * ```ts
   * const { apiVersion } = await docker.system.ping({ timeout: 2_000 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemPing
   */
  async ping(options?: CallOptions): Promise<PingResult> {
    const whole = { ...options, streaming: false };
    const answer = await open(this.#transport, "SystemPing", "GET", "/_ping", {}, whole);
    await answer.text();
    const header = (name: string): string => String(answer.headers[name] ?? "");
    return {
      apiVersion: header("api-version"),
      osType: header("ostype"),
      experimental: header("docker-experimental") === "true",
      builderVersion: header("builder-version"),
      swarm: header("swarm") || undefined,
    };
  }

  /**
   * Tells the versions of the engine, its API and its parts.
   *
   * @example
   * ```ts
   * const { Version, ApiVersion } = await docker.system.version();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemVersion
   */
  version(options?: CallOptions): Promise<Result<"SystemVersion">> {
    return call(this.#transport, "SystemVersion", "GET", "/version", {}, options);
  }

  /**
   * Tells how the engine is set up and what it holds.
   *
   * @example
   * ```ts
   * const { NCPU, MemTotal, Driver } = await docker.system.info();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemInfo
   */
  info(options?: CallOptions): Promise<Result<"SystemInfo">> {
    return call(this.#transport, "SystemInfo", "GET", "/info", {}, options);
  }

  /**
   * Measures the disk space of images, containers, volumes and the build cache. It may take long.
   *
   * @param query - `type`: only these kinds (API 1.42); `verbose` (API 1.52)
   *
   * @example
   * ```ts
   * const { LayersSize } = await docker.system.dataUsage();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemDataUsage
   */
  dataUsage(
    query: Query<"SystemDataUsage"> = {},
    options?: CallOptions,
  ): Promise<Result<"SystemDataUsage">> {
    return call(this.#transport, "SystemDataUsage", "GET", "/system/df", { query }, options);
  }

  /**
   * Has the engine check credentials with a registry.
   *
   * @param body - `username`, `password` and `serveraddress`
   * @returns `Status`, and an `IdentityToken` to use instead of the password where the registry gives one
   * @throws {ApiError} when the registry refuses them; 401 or 500, as the engine sees it
   *
   * @example
   * ```ts
   * await docker.system.auth({ username: "me", password, serveraddress: "ghcr.io" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemAuth
   */
  auth(body: AuthConfig, options?: CallOptions): Promise<Result<"SystemAuth">> {
    return call(this.#transport, "SystemAuth", "POST", "/auth", { body }, options);
  }
}
