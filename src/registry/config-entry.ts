import { membersOf } from "../docker-config.js";
import { CredentialsError } from "../errors.js";
import type { AuthConfig } from "../types.js";

/** Standard base64 with its padding; whoever wrote it may have broken its lines. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const FIELDS = ["username", "password", "auth", "identitytoken", "registrytoken"] as const;

/**
 * Reads an entry of `auths`. Where it has a token, the token alone counts: what the entry has beside
 * it is the name of its user.
 *
 * @param entry - as it stands in the file, whatever that is
 * @param where - the file and the entry, for messages
 * @returns undefined for an entry without credentials, such as a credential store leaves behind
 * @throws {CredentialsError} for one that cannot be used; it shows nothing of what is in it
 */
export function readConfigEntry(entry: unknown, where: string): AuthConfig | undefined {
  const fail = (what: string): never => {
    throw new CredentialsError(`${where} ${what}; write it anew with docker login`);
  };
  if (entry === undefined || entry === null) return undefined;
  if (typeof entry !== "object" || Array.isArray(entry)) return fail("is no object");
  const fields = membersOf(entry);
  for (const name of FIELDS) {
    const value = fields[name] ?? "";
    if (typeof value !== "string") return fail(`has a field ${name} that is no text`);
  }
  const { auth, identitytoken, registrytoken, ...login } = fields as AuthConfig;
  if (identitytoken) return { identitytoken };
  if (registrytoken) return { registrytoken };
  const { username, password } = auth
    ? (decodeAuth(auth) ?? fail('has an "auth" that is no base64 of user:password'))
    : login;
  if (!username && !password) return undefined;
  if (!username) return fail("has a password and no user name");
  if (!password) return fail("has a user name and no password");
  return { username, password };
}

function decodeAuth(auth: string): { username: string; password: string } | undefined {
  const text = auth.replace(/[\r\n]/g, "");
  if (!BASE64.test(text)) return undefined;
  const decoded = Buffer.from(text, "base64").toString();
  const colon = decoded.indexOf(":");
  if (colon < 1) return undefined;
  // Old versions of the docker CLI padded passwords with zeros.
  const password = decoded.slice(colon + 1).replace(/^\0+|\0+$/g, "");
  return { username: decoded.slice(0, colon), password };
}
