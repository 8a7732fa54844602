import type { Readable } from "node:stream";

/** What may be given beside fetch's own settings; openapi-fetch passes it through. */
export interface EngineRequestInit {
  method?: string;
  headers?: Iterable<[string, string]>;
  body?: string | Uint8Array | Readable | undefined;
  signal?: AbortSignal | undefined;
  /** See {@link CallOptions.timeout}. */
  timeout?: number | undefined;
  /** The time limit ends with the head of the answer, not with its body. */
  streaming?: boolean | undefined;
}

/**
 * The part of a fetch Request that openapi-fetch needs. A real one costs two thirds of a call, and
 * loads the fetch implementation that comes with Node.
 */
export class EngineRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | Readable | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number | undefined;
  readonly streaming: boolean;

  constructor(url: string, init: EngineRequestInit = {}) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.headers = Object.fromEntries(init.headers ?? []);
    this.body = init.body;
    this.signal = init.signal ?? undefined;
    this.timeout = init.timeout;
    this.streaming = init.streaming ?? false;
  }
}
