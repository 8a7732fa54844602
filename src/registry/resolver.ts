import { ConfigError, CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";
import { type Credentials, encodeRegistryAuth } from "./auth.js";

/**
 * Finds the credentials of a registry. It is given the registry's key in Docker's configuration:
 * `https://index.docker.io/v1/` for Docker Hub, else the host, `ghcr.io`.
 */
export interface CredentialResolver {
  /**
   * @param registry - the key
   * @param signal - aborted with the call that the answer is for; only given to a resolver with `all`,
   * as others answer for all calls to come
   */
  (
    registry: string,
    signal?: AbortSignal,
  ): Credentials | undefined | Promise<Credentials | undefined>;
  /**
   * All credentials by registry, for a build. A resolver that has it knows where they are kept, and
   * is asked anew by every call; what one without it says is remembered.
   */
  all?(signal?: AbortSignal): Promise<Record<string, Credentials>>;
}

/**
 * Where registry credentials come from: fixed ones, a function asked for each registry, or none.
 * Fixed credentials with a `serveraddress` are shown to that registry only.
 */
export type RegistryAuth = AuthConfig | CredentialResolver | "anonymous";

const DOCKER_HUB = "https://index.docker.io/v1/";

/**
 * What a registry is called in Docker's configuration files and credential stores.
 *
 * @param registry - its host, `docker.io` for Docker Hub; also as a URL
 *
 * @example
 * ```ts
 * registryKey("docker.io"); // "https://index.docker.io/v1/"
 * registryKey("https://ghcr.io/v2/"); // "ghcr.io"
 * ```
 */
export function registryKey(registry: string): string {
  const host = registry.replace(/^https?:\/\//i, "").replace(/\/.*$/s, "");
  // In this case alone: the engine takes DOCKER.IO/app for an image of another registry.
  return /^(?:index\.)?docker\.io$/.test(host) ? DOCKER_HUB : host;
}

/**
 * The `X-Registry-Auth` header for a registry.
 *
 * @throws {CredentialsError} when the credentials cannot be used, or the resolver failed
 */
export async function registryAuthHeader(
  auth: RegistryAuth | undefined,
  registry: string,
): Promise<string> {
  return encodeRegistryAuth(await findCredentials(auth, registryKey(registry)));
}

/**
 * Asks for the credentials of a registry by its key.
 *
 * @throws {CredentialsError} when the resolver failed
 */
export async function findCredentials(
  auth: RegistryAuth | undefined,
  key: string,
  signal?: AbortSignal,
): Promise<Credentials> {
  if (typeof auth !== "function") return forRegistry(auth, key);
  try {
    return checkFound((await auth(key, signal)) ?? "anonymous", key);
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof CredentialsError || cause instanceof ConfigError) throw cause;
    // The resolver's own message may hold a secret; it stays in the cause.
    throw new CredentialsError(`registryAuth failed for ${key}`, { cause });
  }
}

/** What is no credentials would be none in silence. */
function checkFound(found: Credentials, key: string): Credentials {
  if (found === "anonymous" || (typeof found === "object" && !Array.isArray(found))) return found;
  throw new CredentialsError(`registryAuth gave neither credentials nor "anonymous" for ${key}`);
}

/** Credentials made for one registry are not shown to another. */
function forRegistry(auth: Credentials | undefined, key: string): Credentials {
  if (auth === undefined || auth === "anonymous") return "anonymous";
  const { serveraddress } = auth;
  const others = serveraddress && registryKey(serveraddress.toLowerCase()) !== key.toLowerCase();
  return others ? "anonymous" : auth;
}
