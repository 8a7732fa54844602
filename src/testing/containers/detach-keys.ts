/** The bytes that leave a process alone with its terminal. */
export type DetachKeys = readonly number[];

/** `ctrl-p,ctrl-q` */
const usual: DetachKeys = [16, 17];

/** Reads `ctrl-a,b`; undefined for what no keyboard has. An empty text is an empty list. */
export function parseDetachKeys(text: string): DetachKeys | undefined {
  if (text === "") return [];
  const codes = text.split(",").map(codeOf);
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

function codeOf(key: string): number | undefined {
  if (key.length === 1) return key.charCodeAt(0);
  const name = key.toLowerCase();
  if (name === "del") return 127;
  const [, letter] = /^ctrl-([a-z@[\\\]^_])$/.exec(name) ?? [];
  return letter === undefined ? undefined : letter.toUpperCase().charCodeAt(0) - 64;
}

/** Looks for the detach keys in what a client types, across chunks. */
export class DetachWatcher {
  readonly #keys: DetachKeys;
  #matched = 0;

  constructor(keys: DetachKeys) {
    this.#keys = keys.length > 0 ? keys : usual;
  }

  /** What is for the process: keys that may be the beginning of the sequence are kept back. */
  take(chunk: Buffer): { bytes: Buffer; detached: boolean } {
    const bytes: number[] = [];
    for (const byte of chunk) {
      if (byte !== this.#keys[this.#matched]) {
        bytes.push(...this.#keys.slice(0, this.#matched));
        this.#matched = 0;
      }
      if (byte !== this.#keys[this.#matched]) bytes.push(byte);
      else this.#matched += 1;
      if (this.#matched === this.#keys.length) return { bytes: Buffer.from(bytes), detached: true };
    }
    return { bytes: Buffer.from(bytes), detached: false };
  }
}
