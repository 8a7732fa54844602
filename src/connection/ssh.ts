import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { buildConnector } from "undici";
import type { Connector } from "./connect.js";
import type { SshHost } from "./host.js";
import { type ConnectionOptions, connectLimit } from "./options.js";
import { SshConnection } from "./ssh-connection.js";
import { sshFailure } from "./ssh-failure.js";
import { SshProcess } from "./ssh-process.js";

/** An ssh server turns clients away when ten of them are about to log in at the same time. */
const MAX_STARTING = 8;
/** Milliseconds after which a connection without an answer counts as logged in. */
const STARTED_MS = 2_000;

/**
 * Makes connections by the system's `ssh`, a process for each, so that the user's ssh settings, keys,
 * agent and known hosts are all in force.
 */
export class SshConnector implements Connector {
  /** A login is dear: a connection is kept for a minute. */
  readonly keepAliveTimeout: number = 60_000;
  readonly #host: SshHost;
  readonly #args: string[];
  readonly #env: ConnectionOptions["env"];
  readonly #processes: Set<SshProcess> = new Set();
  readonly #waiting: (() => void)[] = [];
  /** Of each process that is about to log in, when to wait for it no longer. */
  readonly #starting: Set<NodeJS.Timeout> = new Set();

  constructor(host: SshHost, options: ConnectionOptions) {
    const ms = connectLimit(options, host.kind);
    this.#host = host;
    this.#args = sshArguments(host, Math.ceil(ms / 1000));
    this.#env = options.env;
  }

  connect: buildConnector.connector = (_target, callback) => {
    const connection: Duplex = new SshConnection((one) => this.#start(one));
    // undici asks for a net.Socket but uses it as a Duplex.
    process.nextTick(callback, null, connection as Socket);
  };

  /** Starts a process for a connection when it is its turn, and it is still wanted then. */
  #start(connection: SshConnection): Promise<SshProcess | undefined> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        try {
          resolve(connection.destroyed ? undefined : this.#spawn());
        } catch (error) {
          reject(sshFailure(this.#host.href, error as Error, ""));
        }
        if (this.#starting.size < MAX_STARTING) this.#next();
      };
      if (this.#starting.size < MAX_STARTING) return start();
      this.#waiting.push(start);
      this.#hold();
    });
  }

  #spawn(): SshProcess {
    const one = new SshProcess(this.#args, this.#host.href, this.#env);
    this.#processes.add(one);
    void one.exited.then(() => this.#processes.delete(one));
    const free = (): void => {
      clearTimeout(timer);
      if (this.#starting.delete(timer)) this.#next();
    };
    const timer = setTimeout(free, STARTED_MS);
    this.#starting.add(timer);
    void one.started.then(free);
    this.#hold();
    return one;
  }

  #next(): void {
    this.#waiting.shift()?.();
    this.#hold();
  }

  /** One that is waited for keeps the program alive: the call that waits has nothing else to do so. */
  #hold(): void {
    for (const timer of this.#starting) {
      if (this.#waiting.length > 0) timer.ref();
      else timer.unref();
    }
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    const processes = [...this.#processes];
    // One that is idle would let the program end before it has.
    for (const one of processes) one.ref().kill();
    await Promise.all(processes.map(({ exited }) => exited));
  }
}

/** @param seconds - to wait for the server; 0 for as long as ssh itself does */
function sshArguments(host: SshHost, seconds: number): string[] {
  const { user, hostname, port, socketPath } = host;
  return [
    ...(user === undefined ? [] : ["-l", user]),
    ...(port === undefined ? [] : ["-p", String(port)]),
    ...(seconds ? ["-o", `ConnectTimeout=${seconds}`] : []),
    ...["-T", "--", hostname, "docker"],
    ...(socketPath === undefined ? [] : [quote(`--host=unix://${socketPath}`)]),
    ...["system", "dial-stdio"],
  ];
}

/** One word for the shell over there, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
