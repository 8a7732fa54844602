import { Readable, type Writable } from "node:stream";
import { LateIterator } from "../late.js";
import type { OutputFrame } from "./frames.js";

/** Bytes that may tell of their failure, or of an abort, before they are read that far. */
export interface FailingBytes extends AsyncIterable<Uint8Array> {
  onFailure?(listener: (error: unknown) => void): void;
}

/** Where output comes from: the bytes, and whether stdout and stderr are multiplexed in them. */
export interface OutputSource {
  bytes: FailingBytes;
  /** False for a container with a TTY, whose output is one plain stream. */
  multiplexed: boolean;
}

/**
 * What a container's process wrote: as frames, lines or text, as two streams, or written on to
 * streams of yours. That of `logs` is asked for when it is read, in one of these ways, and reading
 * it again asks again; that of an attachment is read once. It comes no faster than it is read.
 * Leaving a loop over it ends the request.
 *
 * @example
 * ```ts
 * for await (const { stream, data } of docker.containers.logs("web", { stdout: true, stderr: true })) {
 *   process[stream].write(data);
 * }
 * ```
 */
export class OutputStream implements AsyncIterable<OutputFrame> {
  readonly #open: () => Promise<OutputSource>;

  constructor(open: () => Promise<OutputSource>) {
    this.#open = open;
  }

  /** The frames as they come. With a TTY everything is stdout. */
  [Symbol.asyncIterator](): AsyncIterableIterator<OutputFrame> {
    return new LateIterator(async () => (await reader()).readFrames(this.#open));
  }

  /**
   * The lines of stdout and stderr in the order in which they end, without their line breaks.
   *
   * @example
   * ```ts
   * for await (const line of docker.containers.logs("web", { stdout: true }).lines()) console.log(line);
   * ```
   */
  lines(): AsyncIterableIterator<string> {
    return new LateIterator(async () => (await reader()).readLines(this.#open));
  }

  /**
   * All of stdout and stderr, in the order in which it came.
   *
   * @example
   * ```ts
   * const text = await docker.containers.logs("web", { stdout: true, tail: 10 }).text();
   * ```
   */
  async text(): Promise<string> {
    return (await reader()).readText(this.#open);
  }

  /**
   * Two streams of Node's. Whichever is read holds the other back when that is read too and is
   * slower; what nobody reads waits in memory, so destroy the one that you do not want.
   *
   * @example
   * ```ts
   * const { stdout, stderr } = docker.containers.logs("web", { stdout: true, stderr: true }).split();
   * await Promise.all([pipeline(stdout, createWriteStream("out")), pipeline(stderr, createWriteStream("err"))]);
   * ```
   */
  split(): { stdout: Readable; stderr: Readable } {
    const side = (): Readable =>
      // Whoever reads one side only is told once, and an error of the other ends no program.
      new Readable({
        read() {
          void split.then((both) => both.read(this));
        },
        destroy(error, done) {
          void split.then((both) => both.leave(this));
          done(error);
        },
      }).on("error", () => {});
    const sides = { stdout: side(), stderr: side() };
    const split = reader().then(({ splitOutput }) => splitOutput(this.#open, sides));
    return sides;
  }

  /**
   * Writes it on, as fast as the streams take it, and leaves them open.
   *
   * @param stdout - takes stdout
   * @param stderr - takes stderr; the same as stdout unless given
   * @returns when all of it has been written
   * @throws what a stream that it writes to fails with; the request ends then
   *
   * @example
   * ```ts
   * await docker.containers.logs("web", { follow: true, stdout: true, stderr: true })
   *   .pipe(process.stdout, process.stderr);
   * ```
   */
  async pipe(stdout: Writable, stderr: Writable = stdout): Promise<void> {
    return (await reader()).pipeOutput(this.#open, { stdout, stderr });
  }
}

/** Loaded with what is read first. */
const reader = (): Promise<typeof import("./output-reader.js")> => import("./output-reader.js");
