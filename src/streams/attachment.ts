import type { Writable } from "node:stream";
import { ConfigError } from "../errors.js";
import { type OutputSource, OutputStream } from "./output.js";

export { noInput, processInput } from "./stdin.js";

/** The size of a terminal, in characters. */
export interface TerminalSize {
  /** Rows. */
  h: number;
  /** Columns. */
  w: number;
}

/** What an {@link Attachment} is made of. */
export interface AttachmentSource extends OutputSource {
  /** The way to the process. */
  stdin: Writable;
  resize(size: TerminalSize): Promise<void>;
  close(): void;
}

/**
 * A process and its streams: of a container that was attached to, or of an exec.
 *
 * @example
 * ```ts
 * const cat = await docker.exec.start(Id);
 * cat.stdin.end("hello\n");
 * console.log(await cat.output.text());
 * ```
 */
export class Attachment implements Disposable {
  /** What the process writes, read once. Its end is the end of the process, or of the attachment. */
  readonly output: OutputStream;
  /**
   * What the process reads. `end()` is the end of its input and leaves the output open: with a TTY it
   * sends what a terminal sends for it (Ctrl-D); of a container that was created without `StdinOnce`
   * the input stays open, and only you have ended. A process that ends before it has read everything
   * is no error, except for who waits for a write.
   */
  readonly stdin: Writable;
  readonly #source: AttachmentSource;

  constructor(source: AttachmentSource) {
    let read = false;
    this.output = new OutputStream(async () => {
      if (read) throw new ConfigError("output", "has been read already; it comes only once");
      read = true;
      return source;
    });
    this.stdin = source.stdin;
    this.#source = source;
  }

  /**
   * Sets the size of the process's TTY.
   *
   * @throws {ApiError} when the process has ended: 404, 409 or 500, as the engine's version has it
   *
   * @example
   * ```ts
   * await shell.resize({ h: process.stdout.rows, w: process.stdout.columns });
   * ```
   */
  resize(size: TerminalSize): Promise<void> {
    return this.#source.resize(size);
  }

  /** Ends the connection; the process goes on. What still reads the output is at its end. */
  close(): void {
    this.#source.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
