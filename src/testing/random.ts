import { createHash, randomBytes } from "node:crypto";

/** Where ids and names come from: chance, or a seed, after which they are the same each time. */
export class Random {
  readonly #seed: string | number | undefined;
  #drawn = 0;

  constructor(seed?: string | number) {
    this.#seed = seed;
  }

  /** 64 hexadecimal digits, as containers, networks and anonymous volumes are called. */
  id(): string {
    return this.#bytes().toString("hex");
  }

  pick(list: readonly string[]): string {
    return list[this.below(list.length)] ?? "";
  }

  /** A whole number from 0 on. */
  below(limit: number): number {
    return this.#bytes().readUInt32BE() % limit;
  }

  #bytes(): Buffer {
    if (this.#seed === undefined) return randomBytes(32);
    this.#drawn += 1;
    return createHash("sha256").update(`${this.#seed} ${this.#drawn}`).digest();
  }
}
