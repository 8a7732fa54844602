import { CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";

/** The credentials of a registry, or "anonymous" for none. */
export type Credentials = AuthConfig | "anonymous";

const FIELDS: readonly (keyof AuthConfig)[] = [
  "username",
  "password",
  "auth",
  "serveraddress",
  "identitytoken",
  "registrytoken",
];

/**
 * Encodes credentials for the `X-Registry-Auth` header: JSON in base64url with its padding. The
 * engine takes nothing else, and goes on without credentials, silently, when it cannot read them.
 *
 * @param credentials - a user name with a password, an identity token, or nothing for anonymous
 * @throws {CredentialsError} when they contradict each other or one half is missing
 *
 * @example
 * ```ts
 * encodeRegistryAuth({ username: "me", password: "secret", serveraddress: "ghcr.io" });
 * encodeRegistryAuth({ identitytoken: "…" });
 * encodeRegistryAuth(); // "e30=", anonymous
 * ```
 */
export function encodeRegistryAuth(credentials: Credentials = "anonymous"): string {
  return encode(checkedCredentials(credentials));
}

/**
 * Encodes the credentials of several registries for the `X-Registry-Config` header of a build.
 *
 * @param config - credentials by registry: `ghcr.io`, `https://index.docker.io/v1/`
 * @throws {CredentialsError} when some contradict each other or one half is missing
 *
 * @example
 * ```ts
 * encodeRegistryConfig({ "ghcr.io": { username: "me", password: "secret" } });
 * ```
 */
export function encodeRegistryConfig(config: Record<string, Credentials>): string {
  const entries = Object.entries(config).map(([registry, credentials]) => [
    registry,
    checkedCredentials(credentials),
  ]);
  return encode(Object.fromEntries(entries));
}

function checkedCredentials(credentials: Credentials): AuthConfig {
  if (credentials === "anonymous") return {};
  checkCredentials(credentials);
  const fields = FIELDS.filter((field) => credentials[field]);
  return Object.fromEntries(fields.map((field) => [field, credentials[field]]));
}

/**
 * Refuses credentials that cannot be used. Messages name fields and never hold what is in them.
 *
 * @throws {CredentialsError} when they contradict each other or one half is missing
 */
export function checkCredentials(credentials: AuthConfig): void {
  for (const [field, value] of Object.entries(credentials)) {
    if (!(FIELDS as readonly string[]).includes(field)) {
      throw new CredentialsError(`credentials have no field "${field}"; use ${FIELDS.join(", ")}`);
    }
    if (value !== undefined && typeof value !== "string") {
      throw new CredentialsError(`the credentials' ${field} is no text`);
    }
  }
  const { username, password, identitytoken, registrytoken, auth } = credentials;
  if ((identitytoken || registrytoken) && (username || password || auth)) {
    throw new CredentialsError("give a token or a user name with its password, not both");
  }
  if (username && !password) throw new CredentialsError("a user name needs a password");
  if (password && !username) throw new CredentialsError("a password needs a user name");
}

function encode(value: object): string {
  const text = Buffer.from(JSON.stringify(value)).toString("base64url");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}
