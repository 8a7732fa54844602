import { CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";
import { type Credentials, encodeRegistryAuth } from "./auth.js";

/**
 * Finds the credentials of a registry. It is given the registry's key in Docker's configuration:
 * `https://index.docker.io/v1/` for Docker Hub, else the host, `ghcr.io`.
 */
export type CredentialResolver = (
  registry: string,
) => Credentials | undefined | Promise<Credentials | undefined>;

/**
 * Where registry credentials come from: fixed ones, a function asked for each registry, or none.
 * Fixed credentials with a `serveraddress` are shown to that registry only.
 */
export type RegistryAuth = AuthConfig | CredentialResolver | "anonymous";

const DOCKER_HUB = "https://index.docker.io/v1/";

/** What a registry is called in Docker's configuration files and credential stores. */
export function registryKey(registry: string): string {
  const host = registry
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
  return host === "docker.io" || host === "index.docker.io" ? DOCKER_HUB : host;
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
  const key = registryKey(registry);
  if (typeof auth !== "function") return encodeRegistryAuth(forRegistry(auth, key));
  try {
    return encodeRegistryAuth((await auth(key)) ?? "anonymous");
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    // The resolver's own message may hold a secret; it stays in the cause.
    throw new CredentialsError(`registryAuth failed for ${key}`, { cause });
  }
}

/** Credentials made for one registry are not shown to another. */
function forRegistry(auth: Credentials | undefined, key: string): Credentials {
  if (auth === undefined || auth === "anonymous") return "anonymous";
  const { serveraddress } = auth;
  return serveraddress && registryKey(serveraddress) !== key ? "anonymous" : auth;
}
