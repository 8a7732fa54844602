import type { ConnectionOptions } from "./options.js";
import type { EngineSource } from "./resolve.js";

/** Which engine a client talks to, and why. It holds nothing secret, and may be printed. */
export interface ResolvedEngine {
  /** As in `DOCKER_HOST`; undefined behind a dispatcher whose host was not given. */
  host: string | undefined;
  /**
   * Who said so: the option `host`, `context` or `dispatcher`, the variable `DOCKER_HOST` or
   * `DOCKER_CONTEXT`, the `currentContext` of the docker config, or nobody: then it is the
   * platform's `default` socket, or where that is not there that of a `rootless` engine or of
   * Docker `desktop`.
   */
  source: EngineSource | "dispatcher";
  /** The docker CLI's context that it comes from. */
  context: string | undefined;
  /** How TLS is used; undefined where it is not. */
  tls: ResolvedTls | undefined;
  /** The proxy on the way, without its user and password. */
  proxy: string | undefined;
  /** The API version that is spoken, where an option or `DOCKER_API_VERSION` pins it. */
  apiVersion: string | undefined;
}

/** What a TLS connection is made of, without the material itself. */
export interface ResolvedTls {
  /** Whether the engine's certificate is checked. */
  verified: boolean;
  /** Whether there is a client certificate to show. */
  clientCertificate: boolean;
  /** Whether the engine's certificate is checked against CAs of its own, and not the public ones. */
  ownCa: boolean;
  /** The directory that certificates were looked for in. */
  certPath: string | undefined;
}

/**
 * Tells which engine `new Docker(options)` would talk to, and who said so. The docker config, the
 * context and the certificates are read and checked; nothing is sent.
 *
 * @param options - those of {@link Docker}
 * @throws {ConfigError} for an option, a variable or a file that cannot work
 *
 * @example
 * ```ts
 * const { host, source, context } = await resolveEngine();
 * console.log(`${host}, because of ${source} ${context ?? ""}`);
 * ```
 */
export async function resolveEngine(
  options: ConnectionOptions & { registryAuth?: unknown } = {},
): Promise<ResolvedEngine> {
  const { describeEngine } = await import("./describe-engine.js");
  return describeEngine(options);
}
