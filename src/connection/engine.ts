import type { Socket } from "node:net";
import type { buildConnector, Dispatcher } from "undici";
import { pinnedApiVersion } from "./api-version.js";
import { checkOptions } from "./check.js";
import { connectionFailure, type FailureContext } from "./failure.js";
import type { TcpHost } from "./host.js";
import { CONNECT_TIMEOUT, type ConnectionOptions, type TlsOptions } from "./options.js";
import { type ResolvedHost, resolveHost, resolveTls } from "./resolve.js";
import type { createSecureConnector, SecureConnector } from "./secure.js";

/** An engine that calls can be sent to. Nothing has been sent yet. */
export interface Engine extends FailureContext {
  readonly dispatcher: Dispatcher;
  /** Origin of every request, `http://docker` for a socket. */
  readonly origin: string;
  /** What stands before `/v1.44`. */
  readonly basePath: string;
  /** The API version that the options or the environment ask for. */
  readonly pinned: string | undefined;
  /** Whether it has answered anything yet; until then a closed connection may mean a refusal. */
  answered: boolean;
  /** Turns what broke on the way to this engine into an error that says what to do. */
  failure(error: unknown): unknown;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** A socket has no host; an engine wants some name in the Host header all the same. */
const SOCKET_ORIGIN = "http://docker";

/**
 * Resolves where the engine is and makes the dispatcher that reaches it.
 *
 * @throws {ConfigError} for an option, a variable or a file that cannot work
 */
export async function openEngine(options: ConnectionOptions): Promise<Engine> {
  checkOptions(options);
  // The caller's own dispatcher stays the caller's; a host beside it only names the requests' origin.
  if (options.dispatcher) {
    const resolved = options.host === undefined ? undefined : resolveHost(options);
    // What its TLS fails of is told as that of our own.
    const { tlsFailure } = await import("./tls-failure.js");
    return createEngine(
      options,
      options.dispatcher,
      resolved,
      options.tls,
      tlsFailure,
      async () => {},
    );
  }
  const resolved = resolveHost(options);
  const tls = await resolveTls(options, resolved);
  const undici = await import("undici");
  const timeout = options.timeout?.connect ?? CONNECT_TIMEOUT;
  const secure = tls && (await secureConnector(tls, timeout, options.env));
  const connect: buildConnector.connector = secure
    ? (...call) => secure.connect(...call)
    : undici.buildConnector({
        timeout,
        ...(resolved.host.kind === "socket" && { socketPath: resolved.host.socketPath }),
      });
  const connecting = new Set<Socket>();
  const pool = new undici.Pool(originOf(resolved, tls), {
    connect(target, callback) {
      // It returns the socket, which its type does not say.
      const socket = connect(target, (...result) => {
        connecting.delete(socket);
        callback(...result);
      }) as unknown as Socket;
      connecting.add(socket);
    },
  });
  const tlsFailure: Engine["tlsFailure"] = secure && ((...failed) => secure.failure(...failed));
  return createEngine(options, pool, resolved, tls, tlsFailure, async () => {
    await pool.destroy();
    // undici lets go of a socket that has no connection yet, and the process would wait for it.
    for (const socket of connecting) socket.destroy();
  });
}

function createEngine(
  options: ConnectionOptions,
  dispatcher: Dispatcher,
  resolved: ResolvedHost | undefined,
  tls: TlsOptions | undefined,
  tlsFailure: Engine["tlsFailure"],
  close: Engine["close"],
): Engine {
  const origin = resolved ? originOf(resolved, tls) : SOCKET_ORIGIN;
  return {
    dispatcher,
    origin,
    basePath: resolved?.host.kind === "tcp" ? resolved.host.basePath : "",
    pinned: pinnedApiVersion(options),
    host: resolved?.host.href ?? "the given dispatcher",
    tls: origin.startsWith("https:"),
    answered: false,
    tlsFailure,
    failure(error) {
      return connectionFailure(error, this);
    },
    close,
  };
}

function originOf({ host }: ResolvedHost, tls: TlsOptions | undefined): string {
  if (host.kind === "socket") return SOCKET_ORIGIN;
  const secure = host.secure ?? tls !== undefined;
  return `${secure ? "https" : "http"}://${authority(host)}:${host.port ?? (secure ? 2376 : 2375)}`;
}

function authority({ hostname }: TcpHost): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

/** Most engines are behind a socket, and need no TLS to be loaded. */
async function secureConnector(
  ...call: Parameters<typeof createSecureConnector>
): Promise<SecureConnector> {
  const secure = await import("./secure.js");
  return secure.createSecureConnector(...call);
}
