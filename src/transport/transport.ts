import type { IncomingHttpHeaders } from "node:http";
import type { Duplex, Readable, Writable } from "node:stream";

export type { Duplex, Readable, Writable };

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /**
   * Milliseconds until the call must be over (for output that is read as it comes: until it
   * begins); `0` for no limit. Default: the client's `timeout.response`.
   */
  timeout?: number | undefined;
  /**
   * Milliseconds that an answer which is read as it comes may be silent while it is waited for; `0`
   * for no limit. Default: the client's `timeout.idle`.
   */
  idle?: number | undefined;
  /** Headers for this request only. */
  headers?: Record<string, string> | undefined;
}

/** A body as it is sent: all of it, or bytes that are pulled as fast as the engine takes them. */
export type RequestBody = string | Uint8Array | AsyncIterable<Uint8Array>;

/** A request as it goes to the engine, before the API version is put into its path. */
export interface EngineRequest extends Omit<CallOptions, "headers"> {
  method: string;
  /** Path and query, `/containers/json?all=true`. */
  url: string;
  /** A header with several values is sent once for each. */
  headers?: Record<string, string | string[]> | undefined;
  body?: RequestBody;
  /** The time limit ends with the head of the answer, not with its body. */
  streaming?: boolean;
  /**
   * Asks for the connection itself, to speak this protocol on it (`tcp`: an attach's bytes); the
   * answer then has a `stdin`.
   */
  upgrade?: string;
  /** Is told the API version that is spoken, before anything is sent; throwing ends the call. */
  onVersion?: (version: string) => void;
}

/**
 * An answer whose body has not been read yet, and is read once: as it comes, by iterating, as a
 * stream, or as text. Read it or destroy it, or its connection stays busy.
 */
export interface Answer extends AsyncIterable<Uint8Array> {
  readonly status: number;
  /** A success: 2xx, or the 304 that the engine says where nothing was left to do. */
  readonly ok: boolean;
  readonly headers: IncomingHttpHeaders;
  /** The engine that answered, as in `DOCKER_HOST`, for messages. */
  readonly host: string;
  /**
   * The way to the engine, where it has handed the connection over: its end is the end of what the
   * client has to say, and what the engine says goes on.
   */
  readonly stdin?: Writable | undefined;
  /** The whole body as text; of an error's body, no more than a message needs, without secrets. */
  text(): Promise<string>;
  /** The body as a stream of Node's. */
  stream(): Readable;
  /** Ends the answer, and the engine's work on it. */
  destroy(): void;
  /** Tells of a lost connection, an abort or a close, also while nobody reads. */
  onFailure(listener: (error: unknown) => void): void;
}

/** The answer to a request that asked for the connection, and was given it. */
export interface UpgradedAnswer extends Answer {
  readonly stdin: Writable;
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
