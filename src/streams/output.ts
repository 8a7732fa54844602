import { FrameDecoder, type OutputFrame } from "./frames.js";

/** Where output comes from: the bytes, and whether stdout and stderr are multiplexed in them. */
export interface OutputSource {
  bytes: AsyncIterable<Uint8Array>;
  /** False for a container with a TTY, whose output is one plain stream. */
  multiplexed: boolean;
}

/**
 * What a container's process wrote, as frames, lines or text. Nothing is asked of the engine before
 * the output is read, in one of the three ways; reading it again asks again. Leaving a loop over it
 * ends the request.
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
  async *[Symbol.asyncIterator](): AsyncGenerator<OutputFrame, void, undefined> {
    for await (const frames of this.#batches()) yield* frames;
  }

  /**
   * The lines of stdout and stderr in the order in which they end, without their line breaks.
   *
   * @example
   * ```ts
   * for await (const line of docker.containers.logs("web", { stdout: true }).lines()) console.log(line);
   * ```
   */
  async *lines(): AsyncGenerator<string, void, undefined> {
    const splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
    for await (const frames of this.#batches()) {
      for (const { stream, data } of frames) yield* splitters[stream].split(data);
    }
    for (const splitter of [splitters.stdout, splitters.stderr]) {
      const last = splitter.end();
      if (last) yield last;
    }
  }

  /** All of stdout and stderr, in the order in which it came. */
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

  /** One array a chunk: a generator that yields frame by frame costs five times as much. */
  async *#batches(): AsyncGenerator<OutputFrame[], void, undefined> {
    const { bytes, multiplexed } = await this.#open();
    const decoder = multiplexed ? new FrameDecoder() : undefined;
    for await (const chunk of bytes) {
      yield decoder ? decoder.decode(chunk) : [{ stream: "stdout", data: chunk }];
    }
    decoder?.end();
  }
}

/** Puts lines together from pieces that are cut anywhere. */
class LineSplitter {
  readonly #decoder = new TextDecoder();
  /** What has come of the line, in pieces: a progress bar may write thousands and end none. */
  #pieces: string[] = [];

  split(data: Uint8Array): string[] {
    const [first = "", ...lines] = this.#decoder.decode(data, { stream: true }).split("\n");
    this.#pieces.push(first);
    const last = lines.pop();
    if (last === undefined) return [];
    const ended = [this.#pieces.join(""), ...lines];
    this.#pieces = [last];
    return ended.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  }

  /** The line that nothing ended. */
  end(): string {
    return this.#pieces.join("") + this.#decoder.decode();
  }
}
