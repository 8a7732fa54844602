/** What is in a file, in pieces, so that large files are never put together. */
export interface Content {
  readonly size: number;
  readonly chunks: Iterable<Uint8Array>;
}

export const noContent: Content = { size: 0, chunks: [] };

/** A copy: whoever gave the data may go on using it. */
export function contentOf(data: string | Uint8Array): Content {
  const chunk = typeof data === "string" ? Buffer.from(data) : Buffer.from(Uint8Array.from(data));
  return chunk.length === 0 ? noContent : { size: chunk.length, chunks: [chunk] };
}

export const bytesOf = ({ chunks }: Content): Buffer => Buffer.concat([...chunks]);

export const textOf = (content: Content): string => bytesOf(content).toString("utf8");

const block = 1024 * 1024;

/** Takes data as it arrives; in the end it is in memory once, in few large pieces. */
export class ContentWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #expected: number;
  #current: Uint8Array = new Uint8Array(0);
  #used = 0;
  #size = 0;

  /** @param expected - bytes; 0 where nobody knows */
  constructor(expected = 0) {
    this.#expected = expected;
  }

  write(data: Uint8Array): void {
    let rest = data;
    while (rest.length > 0) {
      if (this.#used === this.#current.length) this.#nextBlock();
      const part = rest.subarray(0, this.#current.length - this.#used);
      this.#current.set(part, this.#used);
      this.#used += part.length;
      this.#size += part.length;
      rest = rest.subarray(part.length);
    }
  }

  finish(): Content {
    this.#keep();
    this.#current = new Uint8Array(0);
    this.#used = 0;
    return { size: this.#size, chunks: [...this.#chunks] };
  }

  #nextBlock(): void {
    this.#keep();
    // As large as what is missing, or, where nobody knows, as what is there.
    const missing = this.#expected - this.#size;
    const wanted = missing > 0 ? missing : Math.max(4096, this.#size);
    this.#current = new Uint8Array(Math.min(wanted, block));
    this.#used = 0;
  }

  #keep(): void {
    if (this.#used > 0) this.#chunks.push(this.#current.subarray(0, this.#used));
  }
}
