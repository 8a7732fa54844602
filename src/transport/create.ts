import createClient from "openapi-fetch";
import { pinnedApiVersion } from "../connection/api-version.js";
import { checkHeaders, checkOptions, checkTimeout } from "../connection/check.js";
import { type Engine, openEngine } from "../connection/engine.js";
import type { ConnectionOptions } from "../connection/options.js";
import { ClosedError, ProtocolError } from "../errors.js";
import type { CallRequest, OperationId, paths, Result } from "../types.js";
import { apiError } from "./api-error.js";
import { encodePath, encodeQuery } from "./encode.js";
import { createFetch } from "./fetch.js";
import { EngineRequest } from "./request.js";
import type { EngineResponse } from "./response.js";
import type { Answer, ApiClient, CallOptions, Transport } from "./transport.js";
import { commonApiVersion, once, refuseOldApiVersion } from "./version.js";

/** The parts of a call, whichever operation it is. */
interface Call {
  operation: string;
  method: string;
  path: string;
}

/** openapi-fetch's client, called with an operation that only the type of the caller knows. */
type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: string; error?: unknown; response: EngineResponse }>;

/**
 * Makes a way to an engine, for resource classes used by themselves. Nothing is read or sent before
 * the first call.
 *
 * @throws {ConfigError} for an option that cannot work
 *
 * @example
 * ```ts
 * import { Containers } from "docker-engine-sdk/containers";
 * import { createTransport } from "docker-engine-sdk/transport";
 *
 * const transport = createTransport({ host: "unix:///var/run/docker.sock" });
 * console.log(await new Containers(transport).list());
 * await transport.close();
 * ```
 */
export function createTransport(options: ConnectionOptions = {}): Transport {
  return new EngineTransport(options);
}

class EngineTransport implements Transport {
  readonly api: ApiClient;
  readonly #options: ConnectionOptions;
  readonly #fetch: (request: EngineRequest) => Promise<EngineResponse>;
  readonly #engine: () => Promise<Engine>;
  readonly #apiVersion: () => Promise<string>;
  #opening: Promise<Engine> | undefined;
  #closed = false;

  constructor(options: ConnectionOptions) {
    checkOptions(options);
    if (options.apiVersion) refuseOldApiVersion(options.apiVersion.replace(/^v/, ""), "apiVersion");
    this.#options = { ...options };
    this.#engine = once(() => {
      this.#opening = openEngine(this.#options);
      return this.#opening;
    });
    this.#apiVersion = once(() => this.#negotiate());
    this.#fetch = createFetch({
      engine: this.#engine,
      apiVersion: this.#apiVersion,
      isClosed: () => this.#closed,
      headers: { "user-agent": "docker-engine-sdk", ...lowerCase(options.headers) },
      timeout: options.timeout?.response,
    });
    this.api = createClient<paths>({
      fetch: this.#fetch as unknown as (request: globalThis.Request) => Promise<Response>,
      Request: EngineRequest as unknown as typeof globalThis.Request,
      pathSerializer: encodePath,
      querySerializer: encodeQuery,
    });
  }

  async call<Op extends OperationId>(
    operation: Op,
    method: string,
    path: string,
    request: CallRequest<Op>,
    options: CallOptions = {},
  ): Promise<Result<Op>> {
    const { body, ...params } = request as { body?: unknown };
    const init = { ...checkCall(options), params, ...(body !== undefined && { body }) };
    const answer = await (this.api.request as unknown as UntypedRequest)(method, path, {
      ...init,
      // The text, not the JSON: broken JSON has to become an error of ours.
      parseAs: "text",
    });
    if (!answer.response.ok) {
      throw this.#error({ operation, method, path }, params, answer.response, answer.error);
    }
    return (answer.data ? parseJson(answer.data, `${method} ${path}`) : undefined) as Result<Op>;
  }

  async open<Op extends OperationId>(
    operation: Op,
    method: string,
    path: string,
    request: CallRequest<Op>,
    options: CallOptions = {},
  ): Promise<Answer> {
    const params = request as OpenParams;
    const query = encodeQuery(params.query);
    const url = encodePath(path, params.path) + (query && `?${query}`);
    const headers = { ...lowerCase(params.header), ...lowerCase(checkCall(options).headers) };
    const init = { ...options, method, streaming: true, headers: Object.entries(headers) };
    const response = await this.#fetch(new EngineRequest(url, init));
    if (response.ok) return response;
    const text = await response.text();
    throw this.#error({ operation, method, path }, params, response, parseOr(text));
  }

  apiVersion(): Promise<string> {
    return this.#closed ? Promise.reject(new ClosedError()) : this.#apiVersion();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // An engine that could not be opened has nothing to end; whoever called it knows already.
    const engine = await this.#opening?.catch(() => undefined);
    await engine?.destroy(new ClosedError());
  }

  async #negotiate(): Promise<string> {
    const pinned = pinnedApiVersion(this.#options);
    if (pinned) {
      refuseOldApiVersion(pinned, "DOCKER_API_VERSION");
      return pinned;
    }
    // GET, not HEAD: undici closes the connection after every HEAD.
    const answer = await this.open("SystemPing", "GET", "/_ping", {});
    await answer.text();
    // undici takes a connection back one turn of the event loop after an answer's end; a call that
    // came sooner would open one of its own.
    await new Promise(setImmediate);
    return commonApiVersion(answer.headers.get("api-version"), (answer as EngineResponse).host);
  }

  #error(call: Call, params: OpenParams, response: EngineResponse, body: unknown): Error {
    const details = { ...call, path: encodePath(call.path, params.path), status: response.status };
    return apiError(details, body, response.host);
  }
}

interface OpenParams {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, string>;
}

function checkCall(options: CallOptions): CallOptions {
  if (options.timeout !== undefined) checkTimeout("timeout", options.timeout);
  checkHeaders("headers", options.headers);
  return options;
}

function lowerCase(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parseJson(text: string, call: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProtocolError(`the answer to ${call} is not JSON`, { cause });
  }
}
