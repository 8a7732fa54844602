import type { Routes } from "../../generated/routes.js";
import { ProtocolError } from "../errors.js";
import type { CallRequest, OperationId, Result } from "../types.js";
import { encodePath, encodeQuery } from "./encode.js";
import type { DatedTransport } from "./since.js";
import type { Answer, CallOptions, EngineRequest, RequestBody, Transport } from "./transport.js";

/** The parts of a request, whichever operation it is for. */
interface Parts {
  path?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  header?: EngineRequest["headers"];
  body?: unknown;
  archive?: RequestBody | undefined;
}

/** A request whose body is an archive, as it comes from the caller. */
type Upload = { archive?: RequestBody | undefined };

/** How a request is sent. */
type SendOptions = CallOptions & Pick<EngineRequest, "streaming" | "upgrade">;

/**
 * Makes a call whose answer is JSON. The method and the path stand beside the operation, and are
 * checked against the API document when compiled.
 *
 * @throws {ApiError} for an error status
 * @throws {ProtocolError} for an answer that is not JSON, or empty
 */
export async function call<Op extends OperationId>(
  transport: Transport,
  operation: Op,
  method: Routes[Op][0],
  path: Routes[Op][1],
  request: CallRequest<Op>,
  options?: CallOptions,
): Promise<Result<Op>> {
  const answer = await send(transport, operation, method, path, request, options);
  return parseJson(await answer.text(), `${method} ${path}`) as Result<Op>;
}

/**
 * Makes a call whose answer says nothing but that it was done.
 *
 * @throws {ApiError} for an error status
 */
export async function run<Op extends OperationId>(
  transport: Transport,
  operation: Op,
  method: Routes[Op][0],
  path: Routes[Op][1],
  request: CallRequest<Op> & Upload,
  options?: CallOptions,
): Promise<void> {
  const answer = await send(transport, operation, method, path, request, options);
  // Empty, as a rule; podman says "OK" here and there.
  await answer.text();
}

/**
 * Makes a call whose answer is read as it comes.
 *
 * @throws {ApiError} for an error status
 */
export function open<Op extends OperationId>(
  transport: Transport,
  operation: Op,
  method: Routes[Op][0],
  path: Routes[Op][1],
  request: CallRequest<Op> & Upload,
  options?: Omit<SendOptions, "upgrade">,
): Promise<Answer> {
  return send(transport, operation, method, path, request, { streaming: true, ...options });
}

/**
 * The options for an {@link open} that one promise stands for: a time limit of the call's own covers
 * it to its end, the client's only its beginning.
 */
export function toItsEnd(options: CallOptions): CallOptions & { streaming: boolean } {
  return { ...options, streaming: options.timeout === undefined };
}

/**
 * Reads text that must be JSON.
 *
 * @param what - where it comes from, for the error
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProtocolError(`the answer to ${what} is not JSON`, { cause });
  }
}

/** Makes any call; an error status is thrown. */
export async function send(
  transport: DatedTransport,
  operation: string,
  method: string,
  template: string,
  { path: names, query, header, body, archive }: Parts,
  options?: SendOptions,
): Promise<Answer> {
  const path = encodePath(template, names);
  const search = encodeQuery(query);
  const request: EngineRequest = { ...options, method, url: search ? `${path}?${search}` : path };
  if (header) request.headers = { ...header, ...request.headers };
  if (body !== undefined) {
    request.headers = { "content-type": "application/json", ...request.headers };
    request.body = JSON.stringify(body);
  } else if (archive !== undefined) {
    request.headers = { "content-type": "application/x-tar", ...request.headers };
    request.body = archive;
  }
  const since = transport.since?.[operation];
  if (since) {
    const { refuseNewer } = await import("./refuse-newer.js");
    request.onVersion = (version) => refuseNewer(version, operation, since, query);
  }
  const answer = await transport.send(request);
  if (answer.ok) return answer;
  const { apiError } = await import("./api-error.js");
  const details = { operation, method, path, status: answer.status };
  throw apiError(details, await answer.text(), answer.host, body);
}
