import { ProtocolError, StreamError } from "../errors.js";
import type { ChunkDecoder } from "./batches.js";

/** A piece of what a container's process wrote. */
export interface OutputFrame {
  stream: "stdout" | "stderr";
  data: Uint8Array;
}

const HEADER = 8;
/** 0 means stdin; what comes with it is output all the same. */
const STDOUT = 1;
const STDERR = 2;
const ENGINE_ERROR = 3;

/**
 * Takes the engine's multiplexed stream apart. Each frame is a type byte, three bytes that mean
 * nothing, a length (32 bits, big endian) and the data. Chunks may be cut anywhere; data is handed
 * on as views of the chunk, never copied, so a large frame arrives in the pieces it came in.
 */
export class FrameDecoder implements ChunkDecoder<OutputFrame> {
  /** The beginning of a header that a chunk was cut in. */
  readonly #header = new Uint8Array(HEADER);
  #headerBytes = 0;
  #type = STDOUT;
  #remaining = 0;
  #error: Uint8Array[] = [];
  #failure: Error | undefined;

  /**
   * Takes the next chunk. What was written before a frame that fails is returned; the failure is
   * thrown by the next `decode` or by `end`.
   *
   * @throws {ProtocolError} for a type that does not exist
   * @throws {StreamError} with the engine's message for an error frame
   */
  decode(chunk: Uint8Array): OutputFrame[] {
    if (this.#failure) throw this.#failure;
    const frames: OutputFrame[] = [];
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#remaining === 0) {
        offset = this.#readHeader(chunk, offset);
        if (this.#failure) break;
      }
      if (this.#remaining === 0 || offset === chunk.length) continue;
      const end = Math.min(offset + this.#remaining, chunk.length);
      const data = chunk.subarray(offset, end);
      this.#remaining -= end - offset;
      offset = end;
      if (this.#type === ENGINE_ERROR) this.#readError(data);
      else frames.push({ stream: this.#type === STDERR ? "stderr" : "stdout", data });
    }
    return frames;
  }

  /** The stream has ended; it must have done so between two frames. */
  end(): OutputFrame[] {
    if (this.#failure) throw this.#failure;
    if (this.#headerBytes === 0 && this.#remaining === 0) return [];
    throw new ProtocolError("the output was cut off in the middle of a frame");
  }

  /** Answers where the data begins, or the chunk's end when it was cut in the header. */
  #readHeader(chunk: Uint8Array, offset: number): number {
    if (this.#headerBytes === 0 && chunk.length - offset >= HEADER) {
      this.#beginFrame(chunk, offset);
      return offset + HEADER;
    }
    const part = chunk.subarray(offset, offset + HEADER - this.#headerBytes);
    this.#header.set(part, this.#headerBytes);
    this.#headerBytes += part.length;
    if (this.#headerBytes === HEADER) {
      this.#headerBytes = 0;
      this.#beginFrame(this.#header, 0);
    }
    return offset + part.length;
  }

  #beginFrame(bytes: Uint8Array, at: number): void {
    const type = bytes[at] ?? STDOUT;
    this.#type = type;
    // By hand: a DataView costs as much as all the rest of a frame.
    let length = 0;
    for (let i = at + 4; i < at + HEADER; i += 1) length = length * 256 + (bytes[i] ?? 0);
    this.#remaining = length;
    if (type > ENGINE_ERROR) {
      const message = `the output holds a frame of type ${type}, which does not exist`;
      this.#failure = new ProtocolError(message);
    } else if (type === ENGINE_ERROR && this.#remaining === 0) {
      this.#readError(new Uint8Array());
    }
  }

  #readError(data: Uint8Array): void {
    this.#error.push(data.slice());
    if (this.#remaining > 0) return;
    const text = Buffer.concat(this.#error).toString();
    this.#failure = new StreamError(`the engine ended the output: ${text}`);
  }
}
