import type { Readable } from "node:stream";
import type { Client } from "openapi-fetch";
import type { Routes } from "../../generated/routes.js";
import type { CallRequest, OperationId, paths, Result } from "../types.js";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call; it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Milliseconds until the answer must have come in whole (for a stream: until it begins); `0` for
   * no limit. Default: the client's `timeout.response`.
   */
  timeout?: number;
  /** Headers for this request only. */
  headers?: Record<string, string>;
}

/** An answer whose body has not been read yet. Read it or destroy it, or its connection stays busy. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** The body as it comes. */
  readonly stream: Readable;
  /** The whole body as text. */
  text(): Promise<string>;
  /** The whole body, which must be JSON. */
  json(): Promise<unknown>;
}

/** The API document as openapi-fetch sees it: every path, with its parameters and answers. */
export type ApiClient = Client<paths>;

/** One way to an engine. Resource classes reach the engine through this and nothing else. */
export interface Transport {
  /** The typed client for everything that the classes lack. */
  readonly api: ApiClient;

  /** Makes a call whose answer is JSON or empty. An error status becomes an {@link ApiError}. */
  call<Op extends OperationId>(
    operation: Op,
    method: Routes[Op][0],
    path: Routes[Op][1],
    request: CallRequest<Op>,
    options?: CallOptions,
  ): Promise<Result<Op>>;

  /** Makes a call whose answer is read as it comes. An error status becomes an {@link ApiError}. */
  open<Op extends OperationId>(
    operation: Op,
    method: Routes[Op][0],
    path: Routes[Op][1],
    request: CallRequest<Op>,
    options?: CallOptions,
  ): Promise<Answer>;

  /** The API version that is spoken, `"1.44"`: pinned, or negotiated with the engine now. */
  apiVersion(): Promise<string>;

  /** Ends every connection. Calls under way, and later ones, fail with {@link ClosedError}. */
  close(): Promise<void>;
}
