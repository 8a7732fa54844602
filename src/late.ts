/**
 * An iterator whose code is loaded with the first item that is asked for, so that a program which
 * never asks for one does not load it.
 */
export class LateIterator<T> implements AsyncIterableIterator<T> {
  readonly #load: () => Promise<AsyncIterator<T, undefined>>;
  #loading: Promise<AsyncIterator<T, undefined>> | undefined;
  #iterator: AsyncIterator<T, undefined> | undefined;
  #left = false;

  constructor(load: () => Promise<AsyncIterator<T, undefined>>) {
    this.#load = load;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  // No `async`: with millions of items, a turn for each would cost more than the items.
  next(): Promise<IteratorResult<T, undefined>> {
    return this.#iterator?.next() ?? this.#first();
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#left = true;
    this.#loading ??= this.#load();
    await (await this.#loading).return?.();
    return { value: undefined, done: true };
  }

  async #first(): Promise<IteratorResult<T, undefined>> {
    if (this.#left) return { value: undefined, done: true };
    this.#loading ??= this.#load();
    this.#iterator = await this.#loading;
    return this.#iterator.next();
  }
}
