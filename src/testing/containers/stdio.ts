import { type Duplex, PassThrough } from "node:stream";
import { close } from "../http/hijack.js";
import { type DetachKeys, DetachWatcher } from "./detach-keys.js";
import { frameHeader } from "./logs.js";
import { Terminal, type TerminalEnds } from "./terminal.js";

export type OutputName = "stdout" | "stderr";

/** How a client is joined to a process. */
export interface ClientOptions {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** Without frames, as for a terminal. */
  readonly raw: boolean;
  /** What leaves the process alone with its terminal; undefined where there is no terminal. */
  readonly detachKeys: DetachKeys | undefined;
  /** Whether the end of the client's input is the end of the process's. */
  readonly endsStdin: boolean;
  onDetach(): void;
}

interface Client extends ClientOptions {
  readonly connection: Duplex;
}

/** As long as less than this waits for a client, the process is not held back: so does the engine. */
const patience = 1_000_000;
/** The engine copies in pieces of this size, and frames each of them. */
const pieceSize = 32 * 1024;

/**
 * What lies between a process and its clients: each of them gets what it writes, and all of them write
 * to its stdin. It is there before the process, and ends with it.
 */
export class Stdio {
  readonly stdin: PassThrough = new PassThrough();
  readonly #clients = new Set<Client>();
  /** Typed before there was a terminal. */
  readonly #early: Buffer[] = [];
  #terminal: Terminal | undefined;

  constructor() {
    this.stdin.setMaxListeners(0);
    this.stdin.on("error", () => {});
  }

  /** The process has a terminal: what is typed goes through it. */
  openTerminal(ends: Pick<TerminalEnds, "echo" | "signal">): Terminal {
    const terminal = new Terminal({
      ...ends,
      input: (bytes) => this.#write(bytes),
      end: () => this.stdin.end(),
    });
    this.#terminal = terminal;
    for (const bytes of this.#early.splice(0)) terminal.type(bytes);
    return terminal;
  }

  attach(connection: Duplex, options: ClientOptions): void {
    const client: Client = { ...options, connection };
    connection.setMaxListeners(0);
    connection.once("close", () => this.#clients.delete(client));
    if (!client.stdin && !client.stdout && !client.stderr) return void close(connection);
    this.#clients.add(client);
    if (client.stdin) this.#feed(client);
    else connection.resume();
  }

  /** Hands output to the clients; resolves when they have read enough for more, or went away. */
  write(stream: OutputName, chunk: Buffer): Promise<unknown> | undefined {
    const slow: Promise<void>[] = [];
    for (const client of this.#clients) {
      if (!client[stream]) continue;
      send(client, stream, chunk);
      const { connection } = client;
      if (connection.writableLength > patience) slow.push(drained(connection));
    }
    return slow.length > 0 ? Promise.all(slow) : undefined;
  }

  /** The process has ended, and with it what its clients came for. */
  end(): void {
    for (const { connection } of this.#clients) close(connection);
    this.#clients.clear();
    this.stdin.destroy();
  }

  #type(bytes: Buffer): boolean {
    if (this.#terminal !== undefined) return this.#terminal.type(bytes);
    this.#early.push(bytes);
    return true;
  }

  #write(bytes: Buffer): boolean {
    return this.stdin.writableEnded || bytes.length === 0 || this.stdin.write(bytes);
  }

  #feed(client: Client): void {
    const { connection, detachKeys: keys } = client;
    const watcher = keys && new DetachWatcher(keys);
    const leave = (): void => {
      this.#clients.delete(client);
      close(connection);
    };
    connection.on("data", (chunk: Buffer) => {
      const { bytes: input, detached } = watcher?.take(chunk) ?? { bytes: chunk, detached: false };
      const free = keys === undefined ? this.#write(input) : this.#type(input);
      if (detached) {
        client.onDetach();
        leave();
      } else if (!free && !this.stdin.destroyed) {
        connection.pause();
        this.stdin.once("drain", () => connection.resume());
      }
    });
    const inputEnds = (): void => {
      if (client.endsStdin) this.stdin.end();
      // Where its end does not end the process's input, a client that says no more has left.
      if (!client.endsStdin || (!client.stdout && !client.stderr)) leave();
    };
    connection.once("end", inputEnds).once("close", inputEnds);
    connection.resume();
  }
}

/** Writes bytes as the client wants them: as they are, or in frames. */
export function send(
  { connection, raw }: Pick<Client, "connection" | "raw">,
  stream: OutputName,
  bytes: Buffer,
): void {
  if (!connection.writable) return;
  if (raw) return void connection.write(bytes);
  for (let start = 0; start < bytes.length; start += pieceSize) {
    const piece = bytes.subarray(start, start + pieceSize);
    connection.cork();
    connection.write(frameHeader(stream, piece.length));
    connection.write(piece);
    connection.uncork();
  }
}

function drained(connection: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      connection.off("drain", go).off("close", go);
      resolve();
    };
    connection.on("drain", go).on("close", go);
  });
}
