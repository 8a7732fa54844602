import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import type { Batches } from "./batches.js";
import type { OutputFrame } from "./frames.js";

type Sides<T> = Record<OutputFrame["stream"], T>;

/** Writes output to two streams, or one; they are left open. */
export async function pipeOutput(
  batches: Batches<OutputFrame>,
  targets: Sides<Writable>,
): Promise<void> {
  const ended = new AbortController();
  const { stdout, stderr } = targets;
  let failure: unknown;
  const onError = (error: unknown): void => {
    failure ??= error;
    ended.abort();
    // Whoever waits for the next piece of output is not kept from learning of it.
    void batches.return();
  };
  const onClose = (): void => onError(new Error("the stream that the output goes to is closed"));
  const both = stdout === stderr ? [stdout] : [stdout, stderr];
  for (const target of both) target.once("error", onError).once("close", onClose);
  try {
    for await (const frames of batches) {
      const full = new Set<Writable>();
      for (const { stream, data } of frames) {
        if (!targets[stream].write(data)) full.add(targets[stream]);
      }
      for (const target of full) {
        if (target.writableNeedDrain) await once(target, "drain", { signal: ended.signal });
      }
    }
  } catch (error) {
    throw failure ?? error;
  } finally {
    for (const target of both) target.off("error", onError).off("close", onClose);
  }
  if (failure !== undefined) throw failure;
}

/** Two streams of what one source gives. */
export function splitOutput(batches: Batches<OutputFrame>): Sides<Readable> {
  return new OutputSplit(batches).sides;
}

class OutputSplit {
  readonly sides: Sides<Readable>;
  readonly #batches: Batches<OutputFrame>;
  #running = false;
  #wake: () => void = () => {};
  readonly #full = new Set<Readable>();

  constructor(batches: Batches<OutputFrame>) {
    this.#batches = batches;
    this.sides = { stdout: this.#side(), stderr: this.#side() };
  }

  #side(): Readable {
    const split = this;
    return new Readable({
      read() {
        split.#full.delete(this);
        split.#wake();
        if (!split.#running) void split.#run();
      },
      destroy(error, done) {
        split.#full.delete(this);
        split.#wake();
        // Nobody is left who could want any of it.
        if (split.#open().length === 0) void split.#batches.return();
        done(error);
      },
    });
  }

  #open(): Readable[] {
    return [this.sides.stdout, this.sides.stderr].filter(({ destroyed }) => !destroyed);
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for await (const frames of this.#batches) {
        for (const { stream, data } of frames) {
          const side = this.sides[stream];
          if (!side.destroyed && !side.push(data)) this.#full.add(side);
        }
        while (this.#heldBack()) await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      for (const side of this.#open()) side.push(null);
    } catch (error) {
      for (const side of this.#open()) side.destroy(error as Error);
    }
  }

  /** A side that nobody has begun to read would hold the other one back for ever. */
  #heldBack(): boolean {
    return [...this.#full].some((side) => side.readableFlowing !== null);
  }
}
