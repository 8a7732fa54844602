/** The query of a request, read the way the engine reads it. */
export class Query {
  readonly #parameters: URLSearchParams;

  /** @param ignored - whether the engine does not look at a parameter of this name */
  constructor(search: string, ignored: (name: string) => boolean = () => false) {
    this.#parameters = new URLSearchParams(search);
    for (const name of [...this.#parameters.keys()]) {
      if (ignored(name)) this.#parameters.delete(name);
    }
  }

  text(name: string): string {
    return this.#parameters.get(name) ?? "";
  }

  all(name: string): string[] {
    return this.#parameters.getAll(name);
  }

  has(name: string): boolean {
    return this.#parameters.has(name);
  }

  /** Anything is true but `""`, `0`, `no`, `false` and `none`. */
  flag(name: string, otherwise = false): boolean {
    if (!this.has(name)) return otherwise;
    return !["", "0", "no", "false", "none"].includes(this.text(name).trim().toLowerCase());
  }

  names(): string[] {
    return [...new Set(this.#parameters.keys())];
  }
}

/**
 * Go's `strconv.Atoi`.
 *
 * @param refuse - makes the error of its words for what is not a number
 */
export function parseInteger(text: string, refuse: (reason: string) => Error): number {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw refuse(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
}

/** Go's `strconv.ParseBool`: `undefined` for what is not a boolean. */
export function parseBool(text: string): boolean | undefined {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text)) return false;
  return undefined;
}
