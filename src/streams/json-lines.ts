import { ProtocolError } from "../errors.js";
import { Batches, type ChunkDecoder } from "./batches.js";
import { Flattened } from "./flatten.js";

const NEWLINE = 10;
/** What a sequence of JSON texts puts before each of them. */
const RECORD_SEPARATOR = "\x1e";

/**
 * Reads a stream of JSON values, one a line, each as soon as its line is there.
 *
 * @throws {ProtocolError} for a line that is not JSON, and for a last line that is cut off
 */
export function readJsonLines<T>(bytes: AsyncIterable<Uint8Array>): AsyncIterableIterator<T> {
  return openJsonLines(async () => bytes);
}

/** The same of an answer that is asked for with the first value. */
export function openJsonLines<T>(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  parse?: (line: string) => T,
): AsyncIterableIterator<T> {
  return new Flattened(
    new Batches(async () => ({ bytes: await open(), decoder: new JsonDecoder<T>(parse) })),
  );
}

class JsonDecoder<T> implements ChunkDecoder<T> {
  readonly #parse: (line: string) => T;
  /** The beginning of a line, in pieces: a large one comes in many, and is put together once. */
  #rest: Uint8Array[] = [];
  #failure: ProtocolError | undefined;

  constructor(parse: (line: string) => T = JSON.parse) {
    this.#parse = parse;
  }

  decode(chunk: Uint8Array): T[] {
    if (this.#failure) throw this.#failure;
    const values: T[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#rest.push(chunk.subarray(start, end));
      this.#readLine(values);
      if (this.#failure) return values;
      start = end + 1;
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
    return values;
  }

  end(): T[] {
    const values: T[] = [];
    if (!this.#failure) this.#readLine(values);
    if (this.#failure) throw this.#failure;
    return values;
  }

  /** A line of white space is none: some engines send one to keep the connection open. */
  #readLine(values: T[]): void {
    const [piece, ...more] = this.#rest.splice(0);
    if (!piece) return;
    const bytes = more.length > 0 ? Buffer.concat([piece, ...more]) : asBuffer(piece);
    const line = bytes.toString().replace(RECORD_SEPARATOR, "").trim();
    if (!line) return;
    try {
      values.push(this.#parse(line));
    } catch (cause) {
      this.#failure = new ProtocolError(
        "a line of the answer is not JSON, or the answer is cut off",
        { cause },
      );
    }
  }
}

function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
