import { Readable } from "node:stream";
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../types.js";
import { parseJson } from "./call.js";
import { encodePath, encodeQuery } from "./encode.js";
import type { Answer, EngineRequest, Transport } from "./transport.js";

/** The API document as openapi-fetch sees it: every path, with its parameters and answers. */
export type ApiClient = Client<paths>;

/**
 * Makes the typed client for everything that the resource classes lack. An error status comes back
 * as `error` and is not thrown; the `response` has `status`, `ok`, `headers` and the body.
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
  // openapi-fetch reads no more of fetch's types than these two have; the real ones cost two thirds
  // of a call.
  return createClient<paths>({
    fetch: send as unknown as (request: Request) => Promise<Response>,
    Request: ApiRequest as unknown as typeof Request,
    pathSerializer: encodePath,
    querySerializer: encodeQuery,
  });
}

/** The part of fetch's Request that openapi-fetch needs. */
class ApiRequest implements EngineRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  declare readonly body: string;
  declare readonly signal: AbortSignal;

  constructor(
    readonly url: string,
    init: {
      method?: string;
      headers?: Iterable<[string, string]>;
      body?: string;
      signal?: AbortSignal;
    },
  ) {
    const { method = "GET", headers = [], body, signal } = init;
    this.method = method;
    this.headers = Object.fromEntries(headers);
    Object.assign(this, body !== undefined && { body }, signal && { signal });
  }
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
    return Readable.toWeb(this.#answer.stream) as ReadableStream<Uint8Array>;
  }

  text(): Promise<string> {
    return this.#answer.text();
  }

  async json(): Promise<unknown> {
    return parseJson(await this.text(), this.#call);
  }

  async blob(): Promise<Blob> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#answer.stream) parts.push(part);
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
