import { StringDecoder } from "node:string_decoder";
import type { ChunkDecoder } from "./batches.js";
import type { OutputFrame } from "./frames.js";

/** Makes lines of output; those of stdout and stderr are kept apart. */
export class LineDecoder implements ChunkDecoder<string> {
  readonly #frames: ChunkDecoder<OutputFrame>;
  readonly #splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };

  constructor(frames: ChunkDecoder<OutputFrame>) {
    this.#frames = frames;
  }

  decode(chunk: Uint8Array): string[] {
    return this.#split(this.#frames.decode(chunk));
  }

  end(): string[] {
    const lines = this.#split(this.#frames.end());
    const { stdout, stderr } = this.#splitters;
    return [...lines, ...[stdout.end(), stderr.end()].filter(Boolean)];
  }

  #split(frames: OutputFrame[]): string[] {
    const lines: string[] = [];
    for (const { stream, data } of frames) this.#splitters[stream].split(data, lines);
    return lines;
  }
}

/** Puts lines together from pieces that are cut anywhere, in the middle of a character too. */
class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  /** Whether the decoder may hold the beginning of a character. */
  #cut = false;
  /** What has come of the line, in pieces: a progress bar may write thousands and end none. */
  #pieces: string[] = [];

  /** Adds the lines that this piece ends, without their line breaks. */
  split(data: Uint8Array, lines: string[]): void {
    const text = this.#decode(data);
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      let line = text.slice(start, end);
      if (this.#pieces.length > 0) {
        line = this.#pieces.join("") + line;
        this.#pieces = [];
      }
      lines.push(line.endsWith("\r") ? line.slice(0, -1) : line);
      start = end + 1;
    }
    if (start < text.length) this.#pieces.push(text.slice(start));
  }

  /** The line that nothing ended. */
  end(): string {
    const last = this.#pieces.join("") + this.#decoder.end();
    this.#pieces = [];
    return last;
  }

  /** A piece that begins and ends with whole characters, as most do, needs no decoder. */
  #decode(data: Uint8Array): string {
    const wasCut = this.#cut;
    // By index: `at` costs as much as the rest.
    this.#cut = (data[data.length - 1] ?? 0) > 127;
    if (wasCut || this.#cut) return this.#decoder.write(data as Buffer);
    return data instanceof Buffer ? data.toString() : Buffer.from(data).toString();
  }
}
