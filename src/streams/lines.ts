import { StringDecoder } from "node:string_decoder";

/** Puts lines together from pieces that are cut anywhere, in the middle of a character too. */
export class LineSplitter {
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
