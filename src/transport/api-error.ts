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

const CLASSES: Record<number, new (message: string, details: ApiErrorDetails) => ApiError> = {
  400: BadParameterError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  501: NotImplementedError,
  503: UnavailableError,
};

/**
 * The error for an answer that is none.
 *
 * @param details - which call, and the status
 * @param body - the body: parsed JSON, or the text when it is no JSON
 * @param host - the engine, for what is wrong with the connection and not with the call
 */
export function apiError(details: ApiErrorDetails, body: unknown, host: string): Error {
  const message = messageOf(body) ?? `the engine answered ${details.status} and said nothing more`;
  if (details.status === 400) {
    if (/^Client sent an HTTP request to an HTTPS server/.test(message)) {
      return new TlsError(`${host}: the engine wants TLS; give tls or certPath`, host);
    }
    if (/^client version [\d.]+ is too (old|new)/.test(message)) {
      return new ApiVersionError(message, { cause: new BadParameterError(message, details) });
    }
  }
  const Class = CLASSES[details.status] ?? (details.status >= 500 ? ServerError : ApiError);
  return new Class(message, details);
}

function messageOf(body: unknown): string | undefined {
  if (typeof body === "object" && body !== null && "message" in body) {
    if (typeof body.message === "string" && body.message.trim()) return body.message.trim();
  }
  const text = typeof body === "string" ? plainText(body) : JSON.stringify(body ?? "");
  if (text.length > 500) return `${text.slice(0, 500)}…`;
  return text === '""' ? undefined : text || undefined;
}

/** What a body that is no JSON says: text as it is, a proxy's page in a line, JSON cut short. */
function plainText(body: string): string {
  const cut = /^\s*\{\s*"message"\s*:\s*"((?:[^"\\]|\\.)*)/.exec(body)?.[1];
  if (cut) return cut;
  if (!/^\s*</.test(body)) return body.trim();
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1];
  return (title ?? body.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
}
