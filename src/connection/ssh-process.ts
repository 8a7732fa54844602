import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { endWithProgram, ownSession, signalAll } from "../child-process.js";
import type { Env } from "../docker-config.js";
import type { DockerError } from "../errors.js";
import { sshFailure } from "./ssh-failure.js";

/** How much of what ssh says on its stderr is kept, from the end. */
const MAX_WORDS = 4_096;
/** Milliseconds for a process to end by itself before it is made to. */
const END_MS = 2_000;
/** Milliseconds for the last words of a process that is gone. */
const WORDS_MS = 200;

/** An ssh that runs, and what becomes of it. */
export class SshProcess {
  /** Resolves with the first byte that comes back, or when it is over. */
  readonly started: Promise<void>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  /** Resolves when all is said, with what it failed of. */
  readonly ended: Promise<DockerError | undefined>;
  readonly #child: ChildProcess;
  readonly #host: string;
  #words = "";
  #silent = true;

  /** @throws {Error} for arguments or an environment that no process can have */
  constructor(args: string[], host: string, env: Env = process.env) {
    this.#host = host;
    // A session of its own: an interrupt at the terminal is for the program, not for its connections,
    // and ssh does not ask at the terminal for a password, which nobody expects to be asked for.
    const child = spawn("ssh", args, { ...ownSession, env, stdio: "pipe" });
    this.#child = child;
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      this.#words = (this.#words + text).slice(-MAX_WORDS);
    });
    // A process that is gone is told of when it is known why it went.
    child.stdin?.on("error", () => {});
    this.ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(sshFailure(host, error, "")));
      child.once("exit", (code, signal) => resolve(this.#end(code ?? signal)));
    });
    this.exited = new Promise((resolve) => {
      child.once("exit", () => resolve()).once("error", () => resolve());
    });
    this.started = new Promise((resolve) => {
      child.stdout?.once("data", () => {
        this.#silent = false;
        resolve();
      });
      void this.exited.then(resolve);
    });
    // One whose login hangs would outlive this program.
    void this.exited.then(endWithProgram(() => this.kill()));
  }

  /** Missing where there was no descriptor left for it, as `stdout` is. */
  get stdin(): Writable | null {
    return this.#child.stdin;
  }

  get stdout(): Readable | null {
    return this.#child.stdout;
  }

  ref(): this {
    return this.#each("ref");
  }

  /** One that nobody uses does not keep the program alive. */
  unref(): this {
    return this.#each("unref");
  }

  #each(method: "ref" | "unref"): this {
    const { stdin, stdout, stderr } = this.#child;
    const handles = [this.#child, stdin, stdout, stderr] as (Partial<ChildProcess> | undefined)[];
    for (const handle of handles) handle?.[method]?.();
    return this;
  }

  /** Ends it, with what it has started itself: a ProxyCommand for instance. */
  kill(): void {
    this.#signal("SIGTERM");
    const timer = setTimeout(() => this.#signal("SIGKILL"), END_MS).unref();
    void this.exited.then(() => {
      clearTimeout(timer);
      // Whoever it has left behind may hold them open, and the program would wait for that.
      for (const stream of this.#child.stdio ?? []) stream?.destroy();
    });
  }

  #signal(signal: NodeJS.Signals): void {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) signalAll(this.#child, signal);
  }

  /** An engine that closes the connection ends the process, with 0. */
  async #end(reason: number | NodeJS.Signals | null): Promise<DockerError | undefined> {
    // What it has said is still to be read. A process that it leaves behind may hold its stderr open.
    await ended(this.#child.stdout);
    await Promise.race([ended(this.#child.stderr), delay(WORDS_MS)]);
    // Without a word to us it may have one to its user: a forced command, a login that is closed.
    const isRefusal = this.#silent && this.#words.trim() !== "";
    return reason === 0 && !isRefusal ? undefined : sshFailure(this.#host, reason, this.#words);
  }
}

function ended(stream: Readable | null): Promise<void> {
  if (!stream || stream.readableEnded || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once("end", resolve).once("close", resolve);
  });
}
