import type { Dispatcher } from "undici";
import { type DockerConfig, readDockerConfig } from "../docker-config.js";
import { pinnedApiVersion } from "./api-version.js";
import { checkOptions } from "./check.js";
import { createConnector, type Way } from "./connect.js";
import { connectionFailure, type FailureContext, isLost } from "./failure.js";
import { checkHeaders, lowerCase } from "./headers.js";
import type { TcpHost } from "./host.js";
import { type ConnectionOptions, connectLimit } from "./options.js";
import { type ResolvedHost, resolveHost } from "./resolve.js";
import type { TlsMaterial } from "./tls.js";

/** An engine that calls can be sent to. Nothing has been sent yet. */
export interface Engine extends FailureContext {
  readonly dispatcher: Dispatcher;
  /** Origin of every request, `http://docker` for a socket. */
  readonly origin: string;
  /** What stands before `/v1.44`. */
  readonly basePath: string;
  /** Headers of every request, by their names in lower case. */
  readonly headers: Record<string, string>;
  /** The API version that the options or the environment ask for. */
  readonly pinned: string | undefined;
  /** Milliseconds that it may take to be reached; 0 for no limit. */
  readonly connectTimeout: number;
  /** Whether it has answered anything yet; until then a closed connection may mean a refusal. */
  answered: boolean;
  /** Whether a call failed for no more than a connection that had served before and was gone. */
  isLost(error: unknown): boolean;
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
  // The caller's own dispatcher stays the caller's, and the docker config says nothing about it; a
  // host beside it only names the requests' origin.
  if (options.dispatcher) {
    const { host } = options;
    const resolved = host === undefined ? undefined : await resolveHost({ host }, {});
    // What its TLS fails of is told as that of our own.
    const { tlsFailure } = await import("./tls-failure.js");
    const origin = resolved ? originOf(resolved, options.tls !== undefined) : SOCKET_ORIGIN;
    return createEngine(options, { resolved, origin, dispatcher: options.dispatcher, tlsFailure });
  }
  const { config, ...way } = await findWay(options);
  const { resolved, origin } = way;
  const connector = await createConnector(way);
  const { connect, keepAliveTimeout, tlsFailure } = connector;
  const { Pool } = await import("undici");
  const dispatcher = new Pool(origin, { connect, ...(keepAliveTimeout && { keepAliveTimeout }) });
  const close = async (): Promise<void> => {
    await dispatcher.destroy();
    await connector.close();
  };
  return createEngine(options, { resolved, origin, dispatcher, tlsFailure, config, close });
}

/** Finds out where the engine is and how it is reached, by all that says something about it. */
export async function findWay(options: ConnectionOptions): Promise<Way & { config: DockerConfig }> {
  const config = await readDockerConfig(options.env);
  const resolved = await resolveHost(options, config);
  const tls = await resolveTls(options, resolved);
  return { options, config, resolved, tls, origin: originOf(resolved, tls !== undefined) };
}

/** Most engines are behind a socket, and need no TLS to be loaded. */
async function resolveTls(
  options: ConnectionOptions,
  resolved: ResolvedHost,
): Promise<TlsMaterial | undefined> {
  if (resolved.host.kind !== "tcp") return undefined;
  const settings = await import("./tls-settings.js");
  return settings.resolveTls(options, resolved);
}

/** What an engine is made of. */
interface Parts {
  resolved: ResolvedHost | undefined;
  origin: string;
  dispatcher: Dispatcher;
  tlsFailure: Engine["tlsFailure"];
  config?: DockerConfig;
  close?: Engine["close"];
}

function createEngine(options: ConnectionOptions, parts: Parts): Engine {
  const { resolved, origin, dispatcher, tlsFailure, config, close = async () => {} } = parts;
  const { HttpHeaders } = config ?? {};
  checkHeaders(HttpHeaders, `${config?.file}: HttpHeaders.`);
  return {
    dispatcher,
    origin,
    basePath: resolved?.host.kind === "tcp" ? resolved.host.basePath : "",
    headers: {
      "user-agent": "docker-engine-sdk",
      ...lowerCase(HttpHeaders),
      ...lowerCase(options.headers),
    },
    pinned: pinnedApiVersion(options),
    host: resolved?.host.href ?? "the given dispatcher",
    tls: origin.startsWith("https:"),
    connectTimeout: connectLimit(options, resolved?.host.kind),
    answered: false,
    tlsFailure,
    isLost(error) {
      return this.answered && isLost(error);
    },
    failure(error) {
      return connectionFailure(error, this);
    },
    close,
  };
}

/** Where requests are addressed to. */
function originOf({ host }: ResolvedHost, tls: boolean): string {
  if (host.kind !== "tcp") return SOCKET_ORIGIN;
  const secure = host.secure ?? tls;
  return `${secure ? "https" : "http"}://${authority(host)}:${host.port ?? (secure ? 2376 : 2375)}`;
}

function authority({ hostname }: TcpHost): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}
