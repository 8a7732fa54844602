import type { Readable } from "node:stream";
import { TimeoutError } from "../errors.js";

/** How much may wait to be read before the stream is made to wait. */
const HIGH_WATER_MARK = 64 * 1024;
/** A chunk smaller than this costs more on its way to the reader than a copy of it. */
const SMALL = 4 * 1024;

export interface ReadOptions {
  /** Turns what breaks the stream into the error for the caller. */
  readonly failure: (error: unknown) => unknown;
  /** Milliseconds that the stream may be silent while it is waited for; 0 for no limit. */
  readonly idle: number;
  /** Tells errors that are no more than the end of the stream. */
  readonly isEnd?: ((error: unknown) => boolean) | undefined;
}

interface Waiter {
  resolve(result: IteratorResult<Uint8Array, undefined>): void;
  reject(error: unknown): void;
}

/**
 * Reads a stream chunk by chunk, as the chunks come: Node's own iterator joins what waits, which
 * costs a copy of everything. Only small ones are joined here: an engine sends a chunk for every
 * line of a log, hundreds at a time. No more is taken from the stream than is asked for, but for
 * one chunk's worth.
 */
export class ByteReader implements AsyncIterableIterator<Uint8Array> {
  readonly #stream: Readable;
  readonly #options: ReadOptions;
  #chunks: Uint8Array[] = [];
  #bytes = 0;
  #waiters: Waiter[] = [];
  #started = false;
  #over = false;
  #error: unknown;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: Readable, options: ReadOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (!this.#started) this.#start();
    const chunk = this.#shift();
    if (chunk) {
      this.#bytes -= chunk.length;
      return Promise.resolve({ value: chunk, done: false });
    }
    if (this.#over) return this.#end();
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      if (this.#stream.isPaused()) this.#stream.resume();
      this.#limit();
    });
  }

  /** Ends the answer, and the engine's work on it. */
  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#chunks = [];
    this.#stream.destroy();
    this.#settle(undefined);
    return Promise.resolve({ value: undefined, done: true });
  }

  #start(): void {
    this.#started = true;
    const stream = this.#stream;
    if (stream.destroyed || stream.readableEnded) {
      this.#settle(stream.errored ?? undefined);
      return;
    }
    stream
      .on("data", (chunk: Uint8Array) => this.#take(chunk))
      .once("end", () => this.#settle(undefined))
      .once("error", (error) => this.#settle(error))
      // Destroyed without an error: whoever did that is done with it.
      .once("close", () => this.#settle(undefined));
  }

  #take(chunk: Uint8Array): void {
    const waiter = this.#waiters.shift();
    if (waiter) {
      clearTimeout(this.#timer);
      waiter.resolve({ value: chunk, done: false });
      return;
    }
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes >= HIGH_WATER_MARK) this.#stream.pause();
  }

  /** What has come and waits: the next chunk, or the next small ones as one. */
  #shift(): Uint8Array | undefined {
    const large = this.#chunks.findIndex(({ length }) => length >= SMALL);
    const small = large < 0 ? this.#chunks.length : large;
    return small > 1 ? Buffer.concat(this.#chunks.splice(0, small)) : this.#chunks.shift();
  }

  #settle(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#error = this.#options.isEnd?.(error) ? undefined : error;
    clearTimeout(this.#timer);
    for (const { resolve, reject } of this.#waiters.splice(0)) this.#end().then(resolve, reject);
  }

  /** A failure is told once; after it there is nothing. */
  #end(): Promise<IteratorResult<Uint8Array, undefined>> {
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) return Promise.reject(this.#options.failure(error));
    return Promise.resolve({ value: undefined, done: true });
  }

  #limit(): void {
    const { idle } = this.#options;
    if (!idle) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const message = `nothing came for ${idle} ms (idle)`;
      this.#stream.destroy(new TimeoutError(message));
    }, idle);
  }
}
