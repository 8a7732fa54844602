/**
 * An iterator whose code is loaded with the first item that is asked for, so that a program which
 * never asks for one does not load it. After that it is the iterator itself that is called.
 */
export class LateIterator<T> implements AsyncIterableIterator<T> {
  readonly #load: () => Promise<AsyncIterator<T, undefined>>;
  #loaded: Promise<AsyncIterator<T, undefined>> | undefined;
  #left = false;

  constructor(load: () => Promise<AsyncIterator<T, undefined>>) {
    this.#load = load;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#left) return { value: undefined, done: true };
    this.#loaded ??= this.#load();
    const iterator = await this.#loaded;
    this.next = () => iterator.next();
    return iterator.next();
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#left = true;
    this.#loaded ??= this.#load();
    await (await this.#loaded).return?.();
    return { value: undefined, done: true };
  }
}
