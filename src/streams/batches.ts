/** Makes items of bytes that come in chunks, cut anywhere. */
export interface ChunkDecoder<T> {
  /** The items that this chunk completes. What fails after them is thrown by the next call. */
  decode(chunk: Uint8Array): T[];
  /** The bytes have ended: what is left, or an error when they were cut off. */
  end(): T[];
}

/** Where items come from. */
export interface ItemSource<T> {
  bytes: AsyncIterable<Uint8Array>;
  decoder: ChunkDecoder<T>;
}

/**
 * The items of every chunk, opened with the first one that is asked for. No generator: leaving it
 * ends the source at once, also while a quiet source is waited for.
 */
export class Batches<T> implements AsyncIterableIterator<T[]> {
  readonly #open: () => Promise<ItemSource<T>>;
  #opened: Promise<OpenedSource<T>> | undefined;
  #source: OpenedSource<T> | undefined;
  #over = false;

  constructor(open: () => Promise<ItemSource<T>>) {
    this.#open = open;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T[], undefined>> {
    if (this.#over) return { value: undefined, done: true };
    try {
      this.#opened ??= openSource(this.#open);
      this.#source ??= await this.#opened;
      const { bytes, decoder } = this.#source;
      const { value, done } = await bytes.next();
      if (!done) return { value: decoder.decode(value), done: false };
      if (this.#over) return { value: undefined, done: true };
      this.#over = true;
      return { value: decoder.end(), done: false };
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<T[], undefined>> {
    this.#over = true;
    if (this.#source) await this.#source.bytes.return?.();
    // What is still being opened is left as soon as it is there.
    else this.#opened?.then(({ bytes }) => bytes.return?.()).catch(() => {});
    return { value: undefined, done: true };
  }
}

interface OpenedSource<T> {
  bytes: AsyncIterator<Uint8Array>;
  decoder: ChunkDecoder<T>;
}

async function openSource<T>(open: () => Promise<ItemSource<T>>): Promise<OpenedSource<T>> {
  const { bytes, decoder } = await open();
  return { bytes: bytes[Symbol.asyncIterator](), decoder };
}
