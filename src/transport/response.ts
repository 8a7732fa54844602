import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { ProtocolError } from "../errors.js";
import type { Answer } from "./transport.js";

/** An error's body is read no further than this: it is for a message. */
const MAX_ERROR_BYTES = 1024 * 1024;

/** What a response needs to know of the call it answers. */
export interface ResponseContext {
  /** The engine, for messages. */
  readonly host: string;
  /** The call in words: `GET /info`. */
  readonly call: string;
  /** Turns a failure while reading into the error for the caller. */
  failure(error: unknown): unknown;
}

/** The part of a fetch Response that openapi-fetch needs, over undici's answer. */
export class EngineResponse implements Answer {
  readonly status: number;
  /** A 304 is a success: the engine says it where a container is started or stopped already. */
  readonly ok: boolean;
  readonly headers: EngineHeaders;
  readonly stream: Readable;
  readonly #context: ResponseContext;

  constructor(data: Dispatcher.ResponseData, context: ResponseContext) {
    this.status = data.statusCode;
    this.ok = (data.statusCode >= 200 && data.statusCode < 300) || data.statusCode === 304;
    this.headers = new EngineHeaders(data.headers);
    this.stream = data.body;
    this.#context = context;
  }

  /** The engine that answered. */
  get host(): string {
    return this.#context.host;
  }

  /** The body as a web stream, for `docker.api` with `parseAs: "stream"`. */
  get body(): ReadableStream<Uint8Array> {
    return Readable.toWeb(this.stream) as ReadableStream<Uint8Array>;
  }

  async text(): Promise<string> {
    if (!this.ok) return this.#errorText();
    try {
      return await (this.stream as Dispatcher.ResponseData["body"]).text();
    } catch (error) {
      throw this.#context.failure(error);
    }
  }

  async json(): Promise<unknown> {
    const text = await this.text();
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new ProtocolError(`the answer to ${this.#context.call} is not JSON`, { cause });
    }
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    try {
      return await (this.stream as Dispatcher.ResponseData["body"]).arrayBuffer();
    } catch (error) {
      throw this.#context.failure(error);
    }
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.arrayBuffer()]);
  }

  /** An error's text as far as it comes: a message cut short says more than a broken connection. */
  async #errorText(): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of this.stream as AsyncIterable<Uint8Array>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_ERROR_BYTES) break;
      }
    } catch (error) {
      const failure = this.#context.failure(error);
      if (failure === error || size === 0) throw failure;
    }
    return Buffer.concat(chunks).toString("utf8", 0, MAX_ERROR_BYTES);
  }
}

/** Headers by name, in any case. */
export class EngineHeaders {
  readonly #values: Record<string, string | string[] | undefined>;

  constructor(values: Record<string, string | string[] | undefined>) {
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
