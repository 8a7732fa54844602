import type { Dispatcher } from "undici";
import type { TcpHost } from "./host.js";
import type { ConnectionOptions } from "./options.js";
import { type ResolvedHost, resolveHost, resolveTls } from "./resolve.js";
import type { TlsMaterial } from "./tls.js";

/** An engine that calls can be sent to. Nothing has been sent yet. */
export interface Engine {
  dispatcher: Dispatcher;
  /** Origin of every request, `http://docker` for a socket. */
  origin: string;
  /** What stands before `/v1.44`. */
  basePath: string;
  /** The engine for people, as in `DOCKER_HOST`. */
  host: string;
  tls: boolean;
  /** Whether a client certificate is shown; false where an injected dispatcher decides. */
  clientCertificate: boolean;
  /** Whether it has answered anything yet; until then a closed connection may mean a refusal. */
  answered: boolean;
  /** Ends every connection and fails the calls that are under way. */
  destroy(error: Error): Promise<void>;
}

/** What Go's own client calls a socket's host; some engines refuse an empty Host header. */
const SOCKET_ORIGIN = "http://docker";
const CONNECT_TIMEOUT = 10_000;

/** Resolves where the engine is and makes the dispatcher that reaches it. */
export async function openEngine(options: ConnectionOptions): Promise<Engine> {
  if (options.dispatcher) return injectedEngine(options, options.dispatcher);
  const resolved = resolveHost(options);
  const tls = await resolveTls(options, resolved);
  const origin = originOf(resolved, tls);
  // Loaded with the first call: half of what a short-lived tool would wait for at its start.
  const { Pool } = await import("undici");
  const pool = new Pool(origin, {
    connect: {
      timeout: options.timeout?.connect ?? CONNECT_TIMEOUT,
      ...(resolved.host.kind === "socket" && { socketPath: resolved.host.socketPath }),
      ...(tls && connectTls(tls)),
    },
  });
  return {
    dispatcher: pool,
    origin,
    basePath: basePathOf(resolved),
    host: resolved.host.href,
    tls: tls !== undefined,
    clientCertificate: tls?.cert !== undefined,
    answered: false,
    destroy: (error) => pool.destroy(error),
  };
}

/** The caller's dispatcher decides how the engine is reached, and stays the caller's. */
function injectedEngine(options: ConnectionOptions, dispatcher: Dispatcher): Engine {
  const resolved = options.host === undefined ? undefined : resolveHost(options);
  return {
    dispatcher,
    origin: resolved ? originOf(resolved, options.tls) : SOCKET_ORIGIN,
    basePath: resolved ? basePathOf(resolved) : "",
    host: resolved?.host.href ?? "the given dispatcher",
    tls: resolved?.host.kind === "tcp" && resolved.host.secure === true,
    clientCertificate: false,
    answered: false,
    destroy: async () => {},
  };
}

function basePathOf({ host }: ResolvedHost): string {
  return host.kind === "tcp" ? host.basePath : "";
}

function originOf({ host }: ResolvedHost, tls: TlsMaterial | undefined): string {
  if (host.kind === "socket") return SOCKET_ORIGIN;
  const secure = host.secure ?? tls !== undefined;
  return `${secure ? "https" : "http"}://${authority(host)}:${host.port ?? (secure ? 2376 : 2375)}`;
}

function authority({ hostname }: TcpHost): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

/** What the TLS handshake needs, in undici's words. Node's own default CAs serve without `ca`. */
function connectTls(tls: TlsMaterial): object {
  const { insecureSkipVerify, ...material } = tls;
  return {
    ...material,
    minVersion: "TLSv1.2",
    rejectUnauthorized: !insecureSkipVerify,
  };
}
