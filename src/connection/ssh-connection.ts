import { type ChildProcess, spawn } from "node:child_process";
import { Duplex, type Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Env } from "../docker-config.js";
import { sshFailure } from "./ssh-failure.js";

/** How much of what ssh says on its stderr is kept, from the end. */
const MAX_WORDS = 4_096;
/** Milliseconds for a process to end by itself before it is made to. */
const END_MS = 2_000;
/** Milliseconds for the last words of a process that is gone. */
const WORDS_MS = 200;

/**
 * A connection that is the stdin and stdout of an ssh process. It emits `started` with the first
 * byte that comes back, or when it is over.
 */
export class SshConnection extends Duplex {
  /** Resolves when there is a process, and rejects when there cannot be one. */
  readonly opened: Promise<void>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  /** Its streams are missing where there was no descriptor left for them. */
  readonly #child: ChildProcess;
  readonly #host: string;
  #words = "";
  #starting = true;
  #over = false;

  constructor(args: string[], host: string, env: Env = process.env) {
    super();
    this.#host = host;
    // A session of its own: an interrupt at the terminal is for the program, not for its connections,
    // and ssh does not ask at the terminal for a password, which nobody expects to be asked for.
    const detached = process.platform !== "win32";
    const child = spawn("ssh", args, { env, detached, windowsHide: true, stdio: "pipe" });
    this.#child = child;
    this.exited = new Promise((resolve) => {
      child.once("exit", () => resolve()).once("error", () => resolve());
    });
    endWithProcess(this);
    this.opened = new Promise((resolve, reject) => {
      child.once("spawn", resolve).once("error", (error) => {
        const reason = sshFailure(host, error, "");
        this.destroy(reason);
        reject(reason);
      });
    });
    this.on("error", () => {});
    child.stdout?.on("data", (chunk) => {
      this.#started();
      if (!this.push(chunk)) child.stdout?.pause();
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      this.#words = (this.#words + text).slice(-MAX_WORDS);
    });
    // A process that is gone is told of when it is known why it went.
    child.stdin?.on("error", () => {});
    child.once("exit", (code, signal) => this.#end(code ?? signal));
  }

  override _read(): void {
    this.#child.stdout?.resume();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.#child.stdin?.write(chunk, (error) => {
      if (!error) done();
      else if (this.#over) done(error);
      // The end of the process says more than a broken pipe.
      else this.once("close", () => done(error));
    });
  }

  override _final(done: () => void): void {
    this.#child.stdin?.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#over = true;
    this.#started();
    this.#kill("SIGTERM");
    const timer = setTimeout(() => this.#kill("SIGKILL"), END_MS).unref();
    void this.exited.then(() => {
      clearTimeout(timer);
      // Whoever it has left behind may hold them open, and the program would wait for that.
      for (const stream of this.#child.stdio ?? []) stream?.destroy();
    });
    done(error);
  }

  /** An idle connection does not keep the program alive. */
  ref(): this {
    return this.#each("ref");
  }

  unref(): this {
    return this.#each("unref");
  }

  #each(method: "ref" | "unref"): this {
    const { stdin, stdout, stderr } = this.#child;
    const handles = [this.#child, stdin, stdout, stderr] as (Partial<ChildProcess> | undefined)[];
    for (const handle of handles) {
      handle?.[method]?.();
    }
    return this;
  }

  #started(): void {
    if (!this.#starting) return;
    this.#starting = false;
    this.emit("started");
  }

  /** An engine that closes the connection ends the process, with 0. */
  async #end(reason: number | NodeJS.Signals | null): Promise<void> {
    const { stdout, stderr } = this.#child;
    // What it has said is still to be read. A process that it leaves behind may hold its stderr open.
    await ended(stdout);
    await Promise.race([ended(stderr), delay(WORDS_MS)]);
    if (this.destroyed) return;
    // Without a word to us it may have one to its user: a forced command, a login that is closed.
    const isRefusal = this.#starting && this.#words.trim() !== "";
    if (reason === 0 && !isRefusal) this.push(null);
    else this.destroy(sshFailure(this.#host, reason, this.#words));
  }

  /** With what it has started itself, a ProxyCommand for instance. */
  #kill(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      if (process.platform === "win32") this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // It is gone already.
    }
  }
}

/** Those that run now; one whose login hangs would outlive this process. */
const running: Set<SshConnection> = new Set();

function destroyAll(): void {
  for (const connection of running) connection.destroy();
}

function endWithProcess(connection: SshConnection): void {
  if (running.size === 0) process.on("exit", destroyAll);
  running.add(connection);
  void connection.exited.then(() => {
    running.delete(connection);
    if (running.size === 0) process.removeListener("exit", destroyAll);
  });
}

function ended(stream: Readable | null): Promise<void> {
  if (!stream || stream.readableEnded || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once("end", resolve).once("close", resolve);
  });
}
