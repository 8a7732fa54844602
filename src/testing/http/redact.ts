import type { IncomingHttpHeaders } from "node:http";
import type { OperationId } from "./call.js";

const redacted = "<redacted>";

const secretHeaders = [
  "x-registry-auth",
  "x-registry-config",
  "authorization",
  "proxy-authorization",
  "cookie",
];

/** Which members of a body are secrets, by operation; the engine does not mind upper and lower case. */
const secretMembers: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  SystemAuth: ["password", "auth", "identitytoken", "registrytoken"],
  SwarmInit: ["signingcakey"],
  SwarmJoin: ["jointoken"],
  SwarmUnlock: ["unlockkey"],
  SwarmUpdate: ["signingcakey"],
  SecretCreate: ["data"],
  SecretUpdate: ["data"],
};

export function redactHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const safe = { ...headers };
  for (const name of secretHeaders) if (safe[name] !== undefined) safe[name] = redacted;
  return safe;
}

/** An address with a password in it, such as that of a build's remote context. */
export const redactText = (text: string): string =>
  text.replace(/(:\/\/)[^/@\s]+@/g, `$1${redacted}@`);

/** The body as it is shown to people: parsed, and without its secrets. */
export function recordedBody(text: string, operation: OperationId | undefined): unknown {
  if (text === "") return undefined;
  const secrets = operation && secretMembers[operation];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return secrets === undefined ? text : redacted;
  }
  return secrets === undefined ? body : redactMembers(body, secrets);
}

function redactMembers(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => redactMembers(each, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const secret = secrets.includes(name.toLowerCase()) && member;
      return [name, secret ? redacted : redactMembers(member, secrets)];
    }),
  );
}
