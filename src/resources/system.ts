import { systemSince } from "../../generated/since-system.js";
import { followEvents, readEvents, secondsOf } from "../streams/events.js";
import { call, open } from "../transport/call.js";
import { encodeValue } from "../transport/encode.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Duplex, Transport } from "../transport/transport.js";
import type { AuthConfig, EventMessage, Query, Result } from "../types.js";

/** What the engine says of itself in the head of a ping. */
export interface PingResult {
  /** The newest API version it speaks. */
  apiVersion: string;
  /** "linux" or "windows". */
  osType: string;
  experimental: boolean;
  /** The builder it would use: "1" the classic one, "2" BuildKit. */
  builderVersion: string;
  /** State in a swarm, with the role where there is one: "inactive", "active/manager". */
  swarm: string | undefined;
}

/** What {@link System.events} takes. */
export type EventsQuery = Query<"SystemEvents">;

/** What {@link System.events} takes beside the call options. */
export interface EventsOptions extends CallOptions {
  /**
   * Connect again after the connection was lost, also when the engine was restarted, and go on after
   * the last event. The engine remembers its last 256 events.
   */
  reconnect?: boolean | undefined;
}

/** What {@link System.session} takes beside the call options. */
export interface SessionOptions extends CallOptions {
  /** What a build names the session by, as its `session`: a name that no other session has. */
  id: string;
  /** What the session is called, for messages. */
  name?: string | undefined;
  /** Sessions with the same one share what the engine keeps of the files that it fetched. */
  sharedKey?: string | undefined;
  /**
   * The gRPC methods of the program's server: `/moby.filesync.v1.FileSync/DiffCopy`. For files, the
   * engine asks only if their method is named here.
   */
  methods?: readonly string[] | undefined;
}

/**
 * The engine itself.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System
 */
export class System {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, systemSince);
  }

  /**
   * Asks whether the engine is there.
   *
   * @throws {ConnectionError} when it is not
   *
   * @example
   * ```ts
   * const { apiVersion } = await docker.system.ping({ timeout: 2_000 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemPing
   */
  async ping(options?: CallOptions): Promise<PingResult> {
    const whole = { ...options, streaming: false };
    const answer = await open(this.#transport, "SystemPing", "GET", "/_ping", {}, whole);
    await answer.text();
    const header = (name: string): string => String(answer.headers[name] ?? "");
    return {
      apiVersion: header("api-version"),
      osType: header("ostype"),
      experimental: header("docker-experimental") === "true",
      builderVersion: header("builder-version"),
      swarm: header("swarm") || undefined,
    };
  }

  /**
   * Tells the versions of the engine, its API and its parts.
   *
   * @example
   * ```ts
   * const { Version, ApiVersion } = await docker.system.version();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemVersion
   */
  version(options?: CallOptions): Promise<Result<"SystemVersion">> {
    return call(this.#transport, "SystemVersion", "GET", "/version", {}, options);
  }

  /**
   * Tells how the engine is set up and what it holds.
   *
   * @example
   * ```ts
   * const { NCPU, MemTotal, Driver } = await docker.system.info();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemInfo
   */
  info(options?: CallOptions): Promise<Result<"SystemInfo">> {
    return call(this.#transport, "SystemInfo", "GET", "/info", {}, options);
  }

  /**
   * Measures the disk space of images, containers, volumes and the build cache. It may take long.
   *
   * @param query - `type`: only these kinds (API 1.42); `verbose` (API 1.52)
   *
   * @example
   * ```ts
   * const { LayersSize } = await docker.system.dataUsage();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemDataUsage
   */
  dataUsage(
    query: Query<"SystemDataUsage"> = {},
    options?: CallOptions,
  ): Promise<Result<"SystemDataUsage">> {
    return call(this.#transport, "SystemDataUsage", "GET", "/system/df", { query }, options);
  }

  /**
   * Tells what happens on the engine, as it happens, until the loop is left, `until`, or an abort.
   *
   * @param query - `filters`, `since`, `until`
   * @param options - call options, and `reconnect`. `timeout` covers the beginning only; the events
   * may be silent for as long as they like unless `idle` says otherwise
   * @returns events with `time` in seconds and `timeNano`, the nanoseconds since 1970 as text:
   * `BigInt(timeNano)` has them all, a number would not
   * @throws {ConnectionError} when the connection is lost, and `reconnect` is not given
   *
   * @example
   * ```ts
   * const filters: Filters<"SystemEvents"> = { type: ["container"], event: ["die"] };
   * for await (const { Actor, time } of docker.system.events({ filters }, { reconnect: true })) {
   *   console.log(new Date(time * 1000), Actor.Attributes.name, Actor.Attributes.exitCode);
   * }
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemEvents
   */
  events(
    query: EventsQuery = {},
    { reconnect, ...options }: EventsOptions = {},
  ): AsyncIterableIterator<EventMessage> {
    const { since, until } = query;
    const openSince = (
      from = since,
      signal = options.signal,
    ): Promise<AsyncIterable<Uint8Array>> => {
      // A Date is written as the seconds that the API's type asks for.
      const request = { query: { ...query, since: from } as Query<"SystemEvents"> };
      const own = { ...options, signal };
      return open(this.#transport, "SystemEvents", "GET", "/events", request, own);
    };
    if (!reconnect) return readEvents(openSince);
    return followEvents(
      {
        open: openSince,
        now: async () => secondsOf((await this.info(options)).SystemTime),
        until: until === undefined ? undefined : Number(encodeValue("until", until)) * 1000,
        signal: options.signal,
      },
      since === undefined ? undefined : encodeValue("since", since),
    );
  }

  /**
   * Has the engine check credentials with a registry, as `docker login` does before it keeps them.
   *
   * @param body - `username` with `password`, or an `identitytoken`; and `serveraddress`, else Docker Hub
   * @returns `Status`, and an `IdentityToken` to use instead of the password where the registry gives one
   * @throws {CredentialsError} when they contradict each other or one half is missing; nothing is sent
   * @throws {ApiError} when the registry refuses them or cannot be reached; 401 or 500, as the engine
   * sees it
   *
   * @example
   * ```ts
   * await docker.system.auth({ username: "me", password, serveraddress: "ghcr.io" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemAuth
   */
  async auth(body: AuthConfig, options?: CallOptions): Promise<Result<"SystemAuth">> {
    const { checkCredentials } = await import("../registry/auth.js");
    checkCredentials(body);
    return call(this.#transport, "SystemAuth", "POST", "/auth", { body }, options);
  }

  /**
   * Opens a session, in which a build with BuildKit asks its client for secrets, files and credentials.
   * This is the connection alone: the engine speaks HTTP/2 on it as the client, and calls gRPC methods
   * of the program's own server, among them `/grpc.health.v1.Health/Check` for as long as it is open.
   *
   * @param options - `id`, `methods`, `name`, `sharedKey`, and the call options; `timeout` covers the
   * beginning only
   * @returns the connection, for `http2.performServerHandshake` or a server's event `connection`. Its
   * end is the end of the session, and builds that need it fail
   * @throws {BadParameterError} when there is a session of that id
   *
   * @example
   * ```ts
   * const id = randomUUID();
   * const methods = ["/moby.buildkit.secrets.v1.Secrets/GetSecret"];
   * http2Server.emit("connection", await docker.system.session({ id, methods }));
   * await docker.images.build("./app", { version: "2", session: id });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Session/operation/Session
   */
  async session(options: SessionOptions): Promise<Duplex> {
    const { openSession } = await import("../transport/session.js");
    return openSession(this.#transport, options);
  }
}
