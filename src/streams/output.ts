import type { Readable, Writable } from "node:stream";
import { Batches, type ChunkDecoder } from "./batches.js";
import { Flattened } from "./flatten.js";
import { FrameDecoder, type OutputFrame } from "./frames.js";
import { LineSplitter } from "./lines.js";
import { pipeOutput, splitOutput } from "./output-streams.js";

/** Where output comes from: the bytes, and whether stdout and stderr are multiplexed in them. */
export interface OutputSource {
  bytes: AsyncIterable<Uint8Array>;
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
  [Symbol.asyncIterator](): AsyncIterableIterator<OutputFrame, undefined> {
    return new Flattened(this.#batches());
  }

  /**
   * The lines of stdout and stderr in the order in which they end, without their line breaks.
   *
   * @example
   * ```ts
   * for await (const line of docker.containers.logs("web", { stdout: true }).lines()) console.log(line);
   * ```
   */
  lines(): AsyncIterableIterator<string, undefined> {
    return new Flattened(this.#lineBatches());
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
    const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    let text = "";
    for await (const frames of this.#batches()) {
      for (const { stream, data } of frames) {
        text += decoders[stream].decode(data, { stream: true });
      }
    }
    return text + decoders.stdout.decode() + decoders.stderr.decode();
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
    return splitOutput(this.#batches());
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
  pipe(stdout: Writable, stderr: Writable = stdout): Promise<void> {
    return pipeOutput(this.#batches(), { stdout, stderr });
  }

  async *#lineBatches(): AsyncGenerator<string[], void, undefined> {
    const splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
    for await (const frames of this.#batches()) {
      const lines: string[] = [];
      for (const { stream, data } of frames) splitters[stream].split(data, lines);
      yield lines;
    }
    yield [splitters.stdout.end(), splitters.stderr.end()].filter(Boolean);
  }

  /** One array a chunk. */
  #batches(): Batches<OutputFrame> {
    return new Batches(async () => {
      const { bytes, multiplexed } = await this.#open();
      return { bytes, decoder: multiplexed ? new FrameDecoder() : plainOutput };
    });
  }
}

const plainOutput: ChunkDecoder<OutputFrame> = {
  decode: (data) => [{ stream: "stdout", data }],
  end: () => [],
};
