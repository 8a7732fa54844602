import { type Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { ContainerFiles } from "../files/container-files.js";
import { nextTurn } from "../real-timers.js";
import { type ContainerProcesses, Processes } from "./processes.js";
import { endsByDefault, Killed, signalNumber } from "./signals.js";

/** What a program is given when its container starts. */
export interface ProgramContext {
  /** The command: entrypoint and arguments. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Ends at once unless the container was created with `OpenStdin`, or the exec with `AttachStdin`. */
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborts when the container is stopped or killed; the reason is a {@link Killed}. */
  readonly signal: AbortSignal;
  readonly hostname: string;
  readonly workingDir: string;
  /** As it was asked for: `root` where it was not. */
  readonly user: string;
  readonly files: ContainerFiles;
  readonly tty: boolean;
  /** The terminal's size as it is now; noughts until a client has said it. */
  readonly size: TerminalSize;
  /** The time that the daemon tells. */
  now(): Date;
  /** Its number in the container, whose own process is 1. */
  readonly pid: number;
  /** The container's processes: this one, and those of its execs and scripts. */
  readonly processes: ContainerProcesses;
  /**
   * Handles a signal, like a shell's `trap`: `signal` does not abort for it then. Without a handler
   * it is as it was before.
   *
   * @example
   * ```ts
   * onSignal("SIGHUP", () => stdout.write("reloaded\n"));
   * ```
   */
  onSignal(signal: string, handler: (() => void) | undefined): void;
  /**
   * In raw mode a terminal echoes nothing, makes no signals, and gives the program every byte at once;
   * otherwise a line when it is complete.
   *
   * @example
   * ```ts
   * setRawMode(true);
   * for await (const key of stdin) stdout.write(`you pressed ${key}\n`);
   * ```
   */
  setRawMode(raw: boolean): void;
  /**
   * Is told when a client has changed the terminal's size; handlers of `SIGWINCH` are, too.
   *
   * @example
   * ```ts
   * onResize(({ columns, rows }) => stdout.write(`${columns} by ${rows}\n`));
   * ```
   */
  onResize(handler: (size: TerminalSize) => void): void;
}

/** How much a terminal shows. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/**
 * A container's process. Its result is the exit code (0 where there is none). An error it throws ends
 * the container with code 1 and the error's text on stderr.
 */
export type Program = (context: ProgramContext) => ExitCode | Promise<ExitCode>;

// biome-ignore lint/suspicious/noConfusingVoidType: a program may return nothing at all
type ExitCode = number | void;

export interface ProcessOptions
  extends Pick<
    ProgramContext,
    "argv" | "env" | "hostname" | "workingDir" | "user" | "files" | "tty" | "size" | "stdin"
  > {
  readonly program: Program;
  setRawMode?(raw: boolean): void;
  /** That of `Date` unless given. */
  now?(): Date;
  /** Those of its container. */
  readonly processes?: Processes;
  /** Takes what the program writes; the program waits for the promise. */
  output(stream: "stdout" | "stderr", chunk: Buffer): Promise<unknown> | undefined;
}

/** How much a program may write in one turn of the event loop before it is made to wait. */
const budget = 64 * 1024;

/** A program at work: its streams, its signals, and the code it ends with. */
export class Process {
  /** The exit code. Never rejects. */
  readonly exited: Promise<number>;

  readonly #controller = new AbortController();
  readonly #handlers = new Map<string, () => void>();
  readonly #resizeHandlers: ((size: TerminalSize) => void)[] = [];
  readonly #size: { columns: number; rows: number };
  readonly #stdin: Readable;
  readonly #stdout: Writable;
  readonly #stderr: Writable;
  readonly #held: (() => void)[] = [];
  readonly #processes: Processes;
  readonly #pid: number;
  #written = 0;
  #paused = false;
  #end!: (code: number) => void;

  constructor(options: ProcessOptions) {
    this.#stdin = options.stdin;
    this.#processes = options.processes ?? new Processes();
    this.#pid = this.#processes.add({
      argv: options.argv,
      user: options.user,
      deliver: (signal) => this.kill(signal),
    });
    this.#size = { ...options.size };
    this.#stdout = this.#sink((chunk) => options.output("stdout", chunk));
    this.#stderr = this.#sink((chunk) => options.output("stderr", chunk));
    this.exited = new Promise((resolve) => {
      this.#end = (code) => {
        this.#processes.delete(this.#pid);
        if (options.processes === undefined) this.#processes.end();
        resolve(code);
      };
    });
    // At once: a signal that follows the start must find the program listening.
    void this.#run(options);
  }

  /** Its number in the container. */
  get pid(): number {
    return this.#pid;
  }

  /** Delivers a signal; SIGKILL ends the process whether or not the program returns. */
  kill(signal: string): void {
    const handler = this.#handlers.get(signal);
    if (signal === "SIGKILL") {
      this.end(137);
    } else if (handler !== undefined) {
      handler();
    } else if (endsByDefault(signal) && !this.#controller.signal.aborted) {
      this.#controller.abort(new Killed(signal));
    }
  }

  /** Ends it at once with this code, whether or not the program returns. */
  end(code: number): void {
    this.#end(code & 0xff);
    const reason = new Killed("SIGKILL");
    if (!this.#controller.signal.aborted) this.#controller.abort(reason);
    for (const stream of [this.#stdin, this.#stdout, this.#stderr]) stream.destroy(reason);
  }

  resize(size: TerminalSize): void {
    Object.assign(this.#size, size);
    for (const handler of this.#resizeHandlers) handler(size);
    this.kill("SIGWINCH");
  }

  /** Holds back what the program writes; a program that waits for its writes stands still. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    for (const write of this.#held.splice(0)) write();
  }

  async #run({ program, ...options }: ProcessOptions): Promise<void> {
    let code: number;
    try {
      const result = await program({
        ...options,
        setRawMode: (raw) => options.setRawMode?.(raw),
        now: () => options.now?.() ?? new Date(),
        pid: this.#pid,
        processes: this.#processes,
        size: this.#size,
        stdout: this.#stdout,
        stderr: this.#stderr,
        signal: this.#controller.signal,
        onSignal: (signal, handler) => {
          if (handler === undefined) this.#handlers.delete(signal);
          else this.#handlers.set(signal, handler);
        },
        onResize: (handler) => void this.#resizeHandlers.push(handler),
      });
      code = (result ?? 0) & 0xff;
    } catch (error) {
      code = this.#failed(error);
    }
    for (const stream of [this.#stdout, this.#stderr]) if (!stream.writableEnded) stream.end();
    await Promise.allSettled([finished(this.#stdout), finished(this.#stderr)]);
    // What is paused does not end, either.
    while (this.#paused) await new Promise<void>((resolve) => this.#held.push(resolve));
    this.#stdin.destroy();
    this.#end(code);
  }

  #failed(error: unknown): number {
    const { aborted, reason } = this.#controller.signal;
    if (error instanceof Killed) return 128 + signalNumber(error.signal);
    if (aborted && isAbort(error)) return 128 + signalNumber(reason.signal);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (this.#stderr.writable) this.#stderr.write(`${text}\n`);
    return 1;
  }

  #afterRest(done: () => void): void {
    this.#written = 0;
    done();
  }

  #sink(output: (chunk: Buffer) => Promise<unknown> | undefined): Writable {
    const stream = new Writable({
      decodeStrings: true,
      write: (chunk: Buffer, _encoding, done) => {
        const write = (): void => {
          const held = output(chunk);
          if (held !== undefined) return void held.then(() => done());
          this.#written += chunk.length;
          // At once while there is little of it, so that stdout and stderr keep their order.
          if (this.#written <= budget) done();
          else void nextTurn().then(() => this.#afterRest(done));
        };
        if (this.#paused) this.#held.push(write);
        else write();
      },
    });
    // A killed program may go on writing for a while; that is nobody's error.
    stream.on("error", () => {});
    return stream;
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";
