import type { Server } from "node:http";
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
}

export type ListenOptions = PathListenOptions | PortListenOptions;

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

const names = ["path", "port", "host"];

/**
 * @throws {TypeError} that names the option that cannot be
 */
export function listenAt(server: Server, options: ListenOptions): Promise<Place> {
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw new TypeError(`${name}: listen has ${names.join(", ")}`);
  }
  const { path, port, host } = options as { path?: unknown; port?: unknown; host?: unknown };
  if (path !== undefined && (typeof path !== "string" || path === "")) {
    throw new TypeError("path: the name of a socket file");
  }
  if (port === undefined) {
    if (host !== undefined) throw new TypeError("host: goes with a port");
    return listenAtPath(server, path);
  }
  if (path !== undefined) throw new TypeError("port: either a path or a port");
  if (!Number.isInteger(port) || (port as number) < 0 || (port as number) > 65_535) {
    throw new TypeError(`port: 0 to 65535, not ${String(port)}`);
  }
  if (host !== undefined && (typeof host !== "string" || host === "")) {
    throw new TypeError("host: an address of this machine");
  }
  return listenAtPort(server, port as number, host);
}
