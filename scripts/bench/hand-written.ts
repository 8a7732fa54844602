/**
 * The reference: what a program costs that does no more than it has to. It knows one engine and one
 * answer, so it is no client.
 */
import { connect } from "node:net";

/** Counts the bytes in frames, which may be cut anywhere. */
export class FrameCounter {
  bytes = 0;
  readonly #header = Buffer.alloc(8);
  #headerBytes = 0;
  #remaining = 0;

  take(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#remaining === 0) {
        const end = Math.min(offset + 8 - this.#headerBytes, chunk.length);
        chunk.copy(this.#header, this.#headerBytes, offset, end);
        this.#headerBytes += end - offset;
        offset = end;
        if (this.#headerBytes < 8) return;
        this.#headerBytes = 0;
        this.#remaining = this.#header.readUInt32BE(4);
      }
      // A view, as somebody would be given it.
      const data = chunk.subarray(offset, offset + this.#remaining);
      this.bytes += data.length;
      this.#remaining -= data.length;
      offset += data.length;
    }
  }
}

/** Takes the chunks of a chunked body apart. */
class Unchunker {
  #sizeLine = "";
  #remaining = 0;

  /** Answers whether this was the end. */
  take(data: Buffer, use: (part: Buffer) => void): boolean {
    let offset = 0;
    while (offset < data.length) {
      if (this.#remaining > 0) {
        const part = data.subarray(offset, offset + this.#remaining);
        use(part);
        this.#remaining -= part.length;
        offset += part.length;
        continue;
      }
      const end = data.indexOf(10, offset);
      this.#sizeLine += data.toString("latin1", offset, end < 0 ? data.length : end + 1);
      if (end < 0) return false;
      offset = end + 1;
      const size = this.#sizeLine.trim();
      this.#sizeLine = "";
      // Empty is the line break after a chunk.
      if (size === "") continue;
      this.#remaining = Number.parseInt(size, 16);
      if (this.#remaining === 0) return true;
    }
    return false;
  }
}

/** Reads the output of a container, and tells how much there was. */
export function readBySocket(
  socketPath: string,
  request: string,
  chunked: boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const frames = new FrameCounter();
    const chunks = new Unchunker();
    const take = (part: Buffer): void => frames.take(part);
    let head: Buffer | undefined = Buffer.alloc(0);
    socket.on("data", (received: Buffer) => {
      let data = received;
      if (head) {
        head = Buffer.concat([head, data]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        data = head.subarray(end + 4);
        head = undefined;
      }
      if (!chunked) take(data);
      else if (chunks.take(data, take)) socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(frames.bytes));
    socket.write(request);
  });
}
