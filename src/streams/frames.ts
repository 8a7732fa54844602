import { ProtocolError, StreamError } from "../errors.js";

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
export class FrameDecoder {
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
    while (offset < chunk.length && !this.#failure) {
      if (this.#headerBytes < HEADER) {
        const part = chunk.subarray(offset, offset + HEADER - this.#headerBytes);
        this.#header.set(part, this.#headerBytes);
        this.#headerBytes += part.length;
        offset += part.length;
        if (this.#headerBytes < HEADER) break;
        this.#readHeader();
      } else {
        const data = chunk.subarray(offset, offset + this.#remaining);
        this.#remaining -= data.length;
        offset += data.length;
        this.#take(data, frames);
      }
      if (this.#remaining === 0) this.#endFrame();
    }
    return frames;
  }

  /** The stream has ended; it must have done so between two frames. */
  end(): void {
    if (this.#failure) throw this.#failure;
    if (this.#headerBytes === 0) return;
    throw new ProtocolError("the output was cut off in the middle of a frame");
  }

  #readHeader(): void {
    const [type = 0] = this.#header;
    if (type > ENGINE_ERROR) {
      const message = `the output holds a frame of type ${type}, which does not exist`;
      this.#failure = new ProtocolError(message);
    }
    this.#type = type;
    this.#remaining = new DataView(this.#header.buffer).getUint32(4);
  }

  #take(data: Uint8Array, frames: OutputFrame[]): void {
    if (this.#type === ENGINE_ERROR) this.#error.push(data.slice());
    else frames.push({ stream: this.#type === STDERR ? "stderr" : "stdout", data });
  }

  #endFrame(): void {
    this.#headerBytes = 0;
    if (this.#type !== ENGINE_ERROR) return;
    const text = Buffer.concat(this.#error).toString();
    this.#failure = new StreamError(`the engine ended the output: ${text}`);
  }
}
