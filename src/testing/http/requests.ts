import type { IncomingHttpHeaders } from "node:http";
import type { OperationId } from "./call.js";

/** One request that the daemon received. */
export interface RecordedRequest {
  /** `ContainerCreate`; undefined for a path that the API does not have. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** Decoded, without version and query: `/containers/create`. */
  readonly path: string;
  /** `1.51`; undefined for a path without a version. */
  readonly version: string | undefined;
  /** A string for a parameter given once, a list for one given repeatedly. */
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Lower-case names; credentials are replaced by `<redacted>`. */
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or text; undefined without a body and for uploads. Passwords are redacted. */
  readonly body: unknown;
  /** Undefined until it has been answered, and for ever if the client went away before. */
  readonly status: number | undefined;
}

const redacted = "<redacted>";

const secretHeaders = [
  "x-registry-auth",
  "x-registry-config",
  "authorization",
  "proxy-authorization",
];
const secretFields = ["password", "auth", "identitytoken", "registrytoken"];

export function redactHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const safe = { ...headers };
  for (const name of secretHeaders) if (safe[name] !== undefined) safe[name] = redacted;
  return safe;
}

/** The body as it is shown to people; that of a login without its secrets. */
export function recordedBody(text: string, operation: OperationId | undefined): unknown {
  if (text === "") return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return operation === "SystemAuth" ? redacted : text;
  }
  if (operation !== "SystemAuth" || typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      secretFields.includes(name.toLowerCase()) && value ? redacted : value,
    ]),
  );
}
