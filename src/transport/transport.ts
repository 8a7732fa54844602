import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * Milliseconds until the call must be over (for output that is read as it comes: until it
   * begins); `0` for no limit. Default: the client's `timeout.response`.
   */
  timeout?: number | undefined;
  /** Headers for this request only. */
  headers?: Record<string, string> | undefined;
}

/** A request as it goes to the engine, before the API version is put into its path. */
export interface EngineRequest extends CallOptions {
  method: string;
  /** Path and query, `/containers/json?all=true`. */
  url: string;
  body?: string | Uint8Array | Readable;
  /** The time limit ends with the head of the answer, not with its body. */
  streaming?: boolean;
}

/**
 * An answer whose body has not been read yet, and is read once: as it comes, by iterating, or as
 * text. Read it or destroy it, or its connection stays busy.
 */
export interface Answer extends AsyncIterable<Uint8Array> {
  readonly status: number;
  /** A success: 2xx, or the 304 that the engine says where nothing was left to do. */
  readonly ok: boolean;
  readonly headers: IncomingHttpHeaders;
  /** The engine that answered, as in `DOCKER_HOST`, for messages. */
  readonly host: string;
  /** The whole body as text; of an error's body, no more than a message needs. */
  text(): Promise<string>;
  /** Ends the answer, and the engine's work on it. */
  destroy(): void;
}

/** One way to an engine. Resource classes reach the engine through this and nothing else. */
export interface Transport {
  /**
   * Sends a request and resolves with the answer, whatever its status.
   *
   * @throws {ConnectionError} when the engine cannot be reached
   */
  send(request: EngineRequest): Promise<Answer>;

  /** The API version that is spoken, `"1.44"`: pinned, or negotiated with the engine now. */
  apiVersion(): Promise<string>;

  /** Ends every connection. Calls under way, and later ones, fail with {@link ClosedError}. */
  close(): Promise<void>;
}
