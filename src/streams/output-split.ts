import type { Readable } from "node:stream";
import type { Batches } from "./batches.js";
import type { OutputFrame } from "./frames.js";

/** Gives what one source brings to two streams. */
export class OutputSplit {
  readonly #sides: Record<OutputFrame["stream"], Readable>;
  readonly #batches: Batches<OutputFrame>;
  /** The sides that have enough for now. */
  readonly #full = new Set<Readable>();
  #running = false;
  #wake: () => void = () => {};

  constructor(batches: Batches<OutputFrame>, sides: Record<OutputFrame["stream"], Readable>) {
    this.#batches = batches;
    this.#sides = sides;
  }

  /** A side is read, and has room. */
  read(side: Readable): void {
    this.#full.delete(side);
    this.#wake();
    if (!this.#running) void this.#run();
  }

  /** A side is destroyed. */
  leave(side: Readable): void {
    this.#full.delete(side);
    this.#wake();
    // Nobody is left who could want any of it.
    if (this.#open().length === 0) void this.#batches.return();
  }

  /** The output is lost, also for a side that is held back. */
  fail(error: unknown): void {
    for (const side of this.#open()) side.destroy(error as Error);
  }

  #open(): Readable[] {
    return [this.#sides.stdout, this.#sides.stderr].filter(({ destroyed }) => !destroyed);
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for await (const frames of this.#batches) {
        for (const { stream, data } of frames) {
          const side = this.#sides[stream];
          if (!side.destroyed && !side.push(data)) this.#full.add(side);
        }
        while (this.#heldBack()) await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      for (const side of this.#open()) side.push(null);
    } catch (error) {
      this.fail(error);
    }
  }

  /** A side that nobody has begun to read would hold the other one back for ever. */
  #heldBack(): boolean {
    return [...this.#full].some((side) => side.readableFlowing !== null);
  }
}
