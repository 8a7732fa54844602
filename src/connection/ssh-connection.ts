import { Duplex } from "node:stream";
import type { SshProcess } from "./ssh-process.js";

type Done = (error?: Error | null) => void;

/** Starts a process for a connection; none where it is given up before its turn has come. */
type Start = (connection: SshConnection) => Promise<SshProcess | undefined>;

/**
 * A connection that is the stdin and stdout of an ssh process. It is started with the first byte that
 * is sent: undici asks for a new connection after every call that is aborted, and has no use for it.
 */
export class SshConnection extends Duplex {
  readonly #start: Start;
  #process: SshProcess | undefined;
  #idle = false;

  constructor(start: Start) {
    super();
    this.#start = start;
    // Whoever calls is told; nobody else listens.
    this.on("error", () => {});
  }

  override _read(): void {
    this.#process?.stdout?.resume();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
    if (this.#process) this.#send(this.#process, chunk, done);
    else this.#open(chunk, done).catch(done);
  }

  override _final(done: Done): void {
    const stdin = this.#process?.stdin;
    if (stdin) stdin.end(() => done());
    else done();
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#process?.kill();
    done(error);
  }

  ref(): this {
    this.#idle = false;
    this.#process?.ref();
    return this;
  }

  unref(): this {
    this.#idle = true;
    this.#process?.unref();
    return this;
  }

  async #open(chunk: Uint8Array, done: Done): Promise<void> {
    const process = await this.#start(this);
    if (!process || this.destroyed) {
      process?.kill();
      return done();
    }
    this.#process = process;
    if (this.#idle) process.unref();
    process.stdout?.on("data", (data) => {
      if (!this.push(data)) process.stdout?.pause();
    });
    void process.ended.then((failure) => {
      if (this.destroyed) return;
      if (failure) this.destroy(failure);
      else this.push(null);
    });
    this.#send(process, chunk, done);
  }

  #send({ stdin }: SshProcess, chunk: Uint8Array, done: Done): void {
    stdin?.write(chunk, (error) => {
      if (!error || this.destroyed) done(error);
      // The end of the process says more than a broken pipe.
      else this.once("close", () => done(error));
    });
  }
}
