import createClient, { type Client } from "openapi-fetch";
import { ProtocolError } from "../errors.js";
import type { paths } from "../types.js";
import { parseJson } from "./call.js";
import { encodePath, encodeQuery } from "./encode.js";
import type { Answer, EngineRequest, Transport } from "./transport.js";

/** The API document as openapi-fetch sees it: every path, with its parameters and answers. */
export type ApiClient = Client<paths>;

const METHODS = ["GET", "PUT", "POST", "DELETE", "HEAD"] as const;

/**
 * Makes the typed client for everything that the resource classes lack. An error status comes back
 * as `error` and is not thrown; the `response` has `status`, `ok`, `headers` and the body. A body of
 * text, bytes or a stream is sent as it is, with the `content-type` that you give. Read with `parseAs`
 * "stream" or "arrayBuffer", an answer is the engine's bytes, where the `timeNano` of an event is
 * digits without quotes; the integers of stats are numbers, exact or not.
 *
 * @example
 * ```ts
 * const api = createApiClient(createTransport());
 * const { data, error } = await api.GET("/containers/{id}/json", { params: { path: { id: "web" } } });
 * ```
 */
export function createApiClient(transport: Transport): ApiClient {
  const send = async (request: ApiRequest): Promise<ApiResponse> =>
    new ApiResponse(await transport.send(request), request);
  const client = createClient<paths>({
    // openapi-fetch needs no more of a Request and a Response than ours have; real ones cost two
    // thirds of a call.
    fetch: send as unknown as (request: Request) => Promise<Response>,
    Request: ApiRequest as unknown as typeof Request,
    pathSerializer: encodePath,
    querySerializer: encodeQuery,
    bodySerializer: encodeBody,
  });
  for (const method of METHODS) {
    const checked = throwing(method, client[method] as UntypedMethod);
    client[method] = checked as (typeof client)[typeof method];
  }
  return client;
}

type UntypedMethod = (path: string, init?: UntypedInit) => Promise<unknown>;

interface UntypedInit extends Partial<EngineRequest> {
  parseAs?: string;
  params?: { query?: Record<string, unknown> };
}

/** openapi-fetch parses JSON itself where the answer has no length, and throws what that throws. */
function throwing(name: string, method: UntypedMethod): UntypedMethod {
  return async (path, init) => {
    const { refuseNewerRoute } = await import("./supports.js");
    const onVersion = (version: string): void =>
      refuseNewerRoute(version, name, path, init?.params?.query);
    try {
      return await method(path, { ...init, onVersion, streaming: init?.parseAs === "stream" });
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw new ProtocolError(`the answer to ${path} is not JSON`, { cause });
    }
  };
}

function encodeBody(body: unknown): unknown {
  const isStream = typeof body === "object" && body !== null && Symbol.asyncIterator in body;
  return typeof body === "string" || body instanceof Uint8Array || isStream
    ? body
    : JSON.stringify(body);
}

/** The part of fetch's Request that openapi-fetch needs. */
class ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;

  constructor(url: string, { headers, method, ...init }: ApiRequestInit) {
    this.method = method ?? "GET";
    this.url = url;
    this.headers = Object.fromEntries(headers ?? []);
    // The body, the signal and the call options.
    Object.assign(this, init);
  }
}

interface ApiRequestInit extends Omit<EngineRequest, "url" | "headers"> {
  headers?: Iterable<[string, string]>;
}

/** The part of fetch's Response that openapi-fetch and its callers need. */
class ApiResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: ApiHeaders;
  readonly #answer: Answer;
  readonly #call: string;

  constructor(answer: Answer, { method, url }: EngineRequest) {
    this.status = answer.status;
    this.ok = answer.ok;
    this.headers = new ApiHeaders(answer.headers);
    this.#answer = answer;
    this.#call = `${method} ${url.split("?", 1)[0]}`;
  }

  get body(): ReadableStream<Uint8Array> {
    return ReadableStream.from(this.#answer);
  }

  async text(): Promise<string> {
    const text = await this.#answer.text();
    if (this.#call !== "GET /events") return text;
    const { withTimeAsText } = await import("../event-time.js");
    return withTimeAsText(text);
  }

  async json(): Promise<unknown> {
    return parseJson(await this.text(), this.#call);
  }

  async blob(): Promise<Blob> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#answer) parts.push(part);
    return new Blob(parts);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.blob()).arrayBuffer();
  }
}

/** Headers by name, in any case. */
class ApiHeaders {
  readonly #values: Answer["headers"];

  constructor(values: Answer["headers"]) {
    this.#values = values;
  }

  get(name: string): string | null {
    const value = this.#values[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  *[Symbol.iterator](): IterableIterator<[string, string]> {
    for (const name of Object.keys(this.#values)) yield [name, this.get(name) ?? ""];
  }
}
