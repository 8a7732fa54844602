import {
  ApiError,
  type ApiErrorDetails,
  ApiVersionError,
  BadParameterError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  NotImplementedError,
  ServerError,
  TlsError,
  UnauthorizedError,
  UnavailableError,
} from "../errors.js";
import { noEngine } from "./version.js";

const CLASSES: Record<number, new (message: string, details: ApiErrorDetails) => ApiError> = {
  400: BadParameterError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  501: NotImplementedError,
  503: UnavailableError,
};

const MAX_MESSAGE = 500;

/**
 * The error for an answer that is none.
 *
 * @param details - which call, and the status
 * @param body - the body, whatever it is: JSON with a message, text, a proxy's page, nothing
 * @param host - the engine, for what is wrong with the connection and not with the call
 * @param sent - the JSON that the call sent
 */
export function apiError(
  details: ApiErrorDetails,
  body: string,
  host: string,
  sent?: unknown,
): Error {
  const message =
    messageOf(redacted(body, secretsIn(sent))) ??
    `the engine answered ${details.status} and said nothing more`;
  if (details.status === 400) {
    if (/^Client sent an HTTP request to an HTTPS server/.test(message)) {
      return new TlsError(
        `${host}: the engine wants TLS; give tls or certPath, or set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH`,
        host,
      );
    }
    if (/^client version [\d.]+ is too (old|new)|requires minimum API version/.test(message)) {
      return new ApiVersionError(message, { cause: new BadParameterError(message, details) });
    }
  }
  // Whatever else answers has no such page.
  if (details.status === 404 && details.operation === "SystemPing") return noEngine(host);
  const Class = CLASSES[details.status] ?? (details.status >= 500 ? ServerError : ApiError);
  return new Class(message, details);
}

/** A proxy may send back what it was sent; credentials are not for a message. */
export function withoutSecrets(body: string, headers: Record<string, string | string[]>): string {
  const secrets = Object.entries(headers)
    .filter(([name]) => /^x-registry-|auth|token|secret|password|cookie|key/i.test(name))
    .flatMap(([, value]) => value);
  return redacted(body, secrets);
}

function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (rest, secret) => (secret ? rest.replaceAll(secret, "<redacted>") : rest),
    text,
  );
}

/** Members of bodies that are not to be read by others: `Data` is that of secrets and configs. */
const SECRET = /token$|password|^auth$|^(UnlockKey|SigningCAKey|Data)$/i;
/** What is shorter is part of many words. */
const SHORTEST = 4;

function secretsIn(sent: unknown): string[] {
  if (typeof sent !== "object" || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    if (typeof value !== "string") return secretsIn(value);
    return SECRET.test(name) && value.length >= SHORTEST ? [value] : [];
  });
}

function messageOf(body: string): string | undefined {
  const text = (jsonMessage(body) ?? plainText(body)).trim();
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text || undefined;
}

/** The message of the engine's JSON, even where the JSON is cut short. */
function jsonMessage(body: string): string | undefined {
  try {
    // podman words some errors like those of a stream.
    const { message, error } = JSON.parse(body) as { message?: unknown; error?: unknown };
    return [message, error].find((text) => typeof text === "string");
  } catch {
    return /^\s*\{"message":"((?:[^"\\]|\\.)+)/.exec(body)?.[1];
  }
}

/** Text as it is; of a proxy's page the title, else what it shows. */
function plainText(body: string): string {
  if (!/^\s*</.test(body)) return body;
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1];
  return title ?? body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
