import type { Server } from "node:net";
import { listenAtPath } from "./listen-path.js";
import { listenAtPort } from "./listen-port.js";

/** A socket file, or a pipe on Windows. */
export interface PathListenOptions {
  /**
   * The socket file (on Windows the pipe) to listen on; a fresh one unless given.
   *
   * @example
   * ```ts
   * await daemon.listen({ path: "/tmp/test-docker.sock" });
   * ```
   */
  path?: string;
  port?: never;
  host?: never;
  tls?: never;
}

/** TCP with mutual TLS, for clients that have the daemon's certificates. */
export interface TlsListenOptions {
  /**
   * Lets in who has a certificate of the daemon's own authority.
   *
   * @example
   * ```ts
   * const { host } = await daemon.listen({ tls: true });
   * const docker = new Docker({ host, tls: daemon.certificates });
   * ```
   */
  tls: true;
  /** Any that is free unless given. */
  port?: number;
  /** The address to listen on, which the certificate names; `127.0.0.1` unless given. */
  host?: string;
  path?: never;
}

/** TCP, for clients that have no way to a socket file. */
export interface PortListenOptions {
  /**
   * The port to listen on; any that is free for 0.
   *
   * @example
   * ```ts
   * const { host } = await daemon.listen({ port: 0 }); // tcp://127.0.0.1:38211
   * ```
   */
  port: number;
  /** The address to listen on; `127.0.0.1` unless given. */
  host?: string;
  path?: never;
  tls?: never;
}

export type ListenOptions = PathListenOptions | PortListenOptions | TlsListenOptions;

/** What clients can reach the daemon by, until it is closed. */
export interface Listening extends AsyncDisposable {
  /** For `DOCKER_HOST`: `unix:///tmp/…/docker.sock`, `npipe:////./pipe/…` or `tcp://127.0.0.1:…`. */
  readonly host: string;
  /** Takes no more connections here; those that are open stay. */
  close(): Promise<void>;
}

export interface PathListening extends Listening {
  /** The socket file, or the pipe. */
  readonly path: string;
}

export interface PortListening extends Listening {
  readonly port: number;
}

/** A place to listen at, which can be left for a while. */
export interface Place {
  readonly host: string;
  readonly path: string;
  readonly port: number;
  /** Refuses connections, and keeps the address. */
  pause(): void;
  resume(): void;
  /** Takes away what is left of it when nobody listens any more. */
  remove(): Promise<void>;
}

/** Options that go together. */
export type CheckedOptions =
  | { readonly path: string | undefined }
  | { readonly port: number; readonly address: string; readonly tls: boolean };

const names = ["path", "port", "host", "tls"];

/**
 * @throws {TypeError} that names the option that cannot be
 */
export function checkListen(options: ListenOptions): CheckedOptions {
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw new TypeError(`${name}: listen has ${names.join(", ")}`);
  }
  const { path, port, host, tls } = options as Record<string, unknown>;
  if (tls !== undefined && tls !== true) throw new TypeError("tls: true or nothing");
  if (path !== undefined && (typeof path !== "string" || path === "")) {
    throw new TypeError("path: the name of a socket file");
  }
  if (port === undefined && tls === undefined) {
    if (host !== undefined) throw new TypeError("host: goes with a port");
    return { path };
  }
  if (path !== undefined) throw new TypeError("path: either a socket file, or a port or tls");
  const number = port ?? 0;
  if (
    typeof number !== "number" ||
    !(Number.isInteger(number) && number >= 0 && number < 2 ** 16)
  ) {
    throw new TypeError(`port: 0 to 65535, not ${String(port)}`);
  }
  if (host !== undefined && (typeof host !== "string" || host === "")) {
    throw new TypeError("host: an address of this machine");
  }
  return { port: number, address: host ?? "127.0.0.1", tls: tls === true };
}

export function listenAt(server: Server, checked: CheckedOptions): Promise<Place> {
  if ("path" in checked) return listenAtPath(server, checked.path);
  return listenAtPort(server, checked.port, checked.address);
}
