import { OutputStream } from "../streams/output.js";
import { call, open, parseJson, run, toItsEnd } from "../transport/call.js";
import { withSignal } from "../transport/deadline.js";
import { encodePath } from "../transport/encode.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import { compareApiVersions } from "../transport/version.js";
import type { Body, Query, Result } from "../types.js";

/** What {@link Containers.logs} takes: at least one of `stdout` and `stderr`. */
export interface LogsQuery extends Omit<Query<"ContainerLogs">, "since" | "tail" | "until"> {
  /** Only so many lines from the end, or "all". */
  tail?: number | string | undefined;
  /** Only output from this time on: a Date, or seconds since 1970. */
  since?: Date | number | undefined;
  /** Only output up to this time: a Date, or seconds since 1970. */
  until?: Date | number | undefined;
}

/**
 * What {@link Containers.wait} takes beside the call options. `timeout` covers the whole wait; the
 * client's `timeout.response` only its beginning.
 */
export interface WaitOptions extends CallOptions {
  /**
   * Called when the engine has begun to wait. Start the container here and no exit can be missed,
   * however fast it is and even if the container removes itself. If it fails, the wait ends and
   * rejects with its error.
   */
  onWaiting?: (() => unknown) | undefined;
}

/**
 * Containers: create, run, look at, remove.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container
 */
export class Containers {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Lists containers: the running ones, or all.
   *
   * @param query - `all`, `limit`, `size` (measure the files too, which is slow), `filters`
   * @throws {BadParameterError} for a filter that does not exist
   *
   * @example
   * ```ts
   * const exited = await docker.containers.list({ all: true, filters: { status: ["exited"] } });
   * for (const { Id, Names, State } of exited) console.log(Id, Names[0], State);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerList
   */
  list(
    query: Query<"ContainerList"> = {},
    options?: CallOptions,
  ): Promise<Result<"ContainerList">> {
    return call(this.#transport, "ContainerList", "GET", "/containers/json", { query }, options);
  }

  /**
   * Creates a container. It does not run yet: {@link start} does that.
   *
   * @param body - what to run and how; `Image` must be on the engine already
   * @param query - `name`, and `platform` (`linux/arm64`, since API 1.41)
   * @returns the id, and warnings about settings that the engine cannot keep
   * @throws {NotFoundError} when the engine does not have the image
   * @throws {ConflictError} when the name is taken
   *
   * @example
   * ```ts
   * const { Id } = await docker.containers.create(
   *   { Image: "alpine:3.20", Cmd: ["date"], HostConfig: { AutoRemove: true } },
   *   { name: "clock" },
   * );
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerCreate
   */
  create(
    body: Body<"ContainerCreate">,
    query: Query<"ContainerCreate"> = {},
    options?: CallOptions,
  ): Promise<Result<"ContainerCreate">> {
    const request = { query, body };
    return call(this.#transport, "ContainerCreate", "POST", "/containers/create", request, options);
  }

  /**
   * Tells everything about a container.
   *
   * @param id - its id, the unique beginning of it, or its name
   * @param query - `size` to measure its files, which is slow
   * @throws {NotFoundError} when there is no such container
   *
   * @example
   * ```ts
   * const { State } = await docker.containers.inspect("web");
   * console.log(State.Status, State.ExitCode);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerInspect
   */
  inspect(
    id: string,
    query: Query<"ContainerInspect"> = {},
    options?: CallOptions,
  ): Promise<Result<"ContainerInspect">> {
    const request = { path: { id }, query };
    return call(
      this.#transport,
      "ContainerInspect",
      "GET",
      "/containers/{id}/json",
      request,
      options,
    );
  }

  /**
   * Lists the processes of a running container, as `ps` on the engine's host prints them.
   *
   * @param query - `ps_args` for `ps`, default `-ef`
   * @throws {ConflictError} when the container does not run
   *
   * @example
   * ```ts
   * const { Titles, Processes } = await docker.containers.top("web", { ps_args: "-o pid,cmd" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerTop
   */
  top(
    id: string,
    query: Query<"ContainerTop"> = {},
    options?: CallOptions,
  ): Promise<Result<"ContainerTop">> {
    const request = { path: { id }, query };
    return call(this.#transport, "ContainerTop", "GET", "/containers/{id}/top", request, options);
  }

  /**
   * Reads what a container has written. Whether it has a TTY is found out.
   *
   * @param query - `stdout` and/or `stderr`; `tail` (a number of lines, or "all"), `timestamps`,
   * `since`, `until`, and `follow` to go on as long as the container runs
   * @returns the output, asked for when it is read
   * @throws {NotFoundError} when there is no such container
   * @throws {BadParameterError} when neither `stdout` nor `stderr` is given
   *
   * @example
   * ```ts
   * const text = await docker.containers.logs("web", { stdout: true, stderr: true, tail: 100 }).text();
   * for await (const line of docker.containers.logs("web", { stdout: true }).lines()) console.log(line);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerLogs
   */
  logs(id: string, query: LogsQuery, options?: CallOptions): OutputStream {
    return new OutputStream(async () => {
      // A Date is written as the seconds that the API's type asks for.
      const request = { path: { id }, query: query as Query<"ContainerLogs"> };
      const answer = await open(
        this.#transport,
        "ContainerLogs",
        "GET",
        "/containers/{id}/logs",
        request,
        options,
      );
      const type = answer.headers["content-type"] ?? "";
      try {
        return { bytes: answer, multiplexed: await this.#isMultiplexed(id, type, options) };
      } catch (error) {
        answer.destroy();
        throw error;
      }
    });
  }

  /** Since API 1.42 the media type tells; an older engine has to be asked about the TTY. */
  async #isMultiplexed(id: string, mediaType: string, options?: CallOptions): Promise<boolean> {
    if (mediaType.includes("multiplexed-stream")) return true;
    const version = await this.#transport.apiVersion();
    if (mediaType.includes("raw-stream") && compareApiVersions(version, "1.42") >= 0) return false;
    return !(await this.inspect(id, {}, options)).Config.Tty;
  }

  /**
   * Lists what a container changed in its file system, against its image.
   *
   * @returns paths with `Kind` 0 for changed, 1 for added, 2 for deleted; empty for no change
   *
   * @example
   * ```ts
   * const added = (await docker.containers.diff("web")).filter(({ Kind }) => Kind === 1);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerChanges
   */
  async diff(id: string, options?: CallOptions): Promise<NonNullable<Result<"ContainerChanges">>> {
    const request = { path: { id } };
    const path = "/containers/{id}/changes";
    const changes = await call(this.#transport, "ContainerChanges", "GET", path, request, options);
    return changes ?? [];
  }

  /**
   * Sets the size of a container's TTY.
   *
   * @param query - `h` and `w`, in characters
   * @throws {ConflictError} when the container does not run
   *
   * @example
   * ```ts
   * await docker.containers.resize("shell", { h: process.stdout.rows, w: process.stdout.columns });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerResize
   */
  resize(id: string, query: Query<"ContainerResize">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/resize";
    return run(this.#transport, "ContainerResize", "POST", path, request, options);
  }

  /**
   * Starts a container. One that runs already is left as it is.
   *
   * @param query - `detachKeys`, the keys that detach a terminal
   * @throws {NotFoundError} when there is no such container
   * @throws {BadParameterError} when its command cannot be found
   *
   * @example
   * ```ts
   * await docker.containers.start("web");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerStart
   */
  start(id: string, query: Query<"ContainerStart"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(
      this.#transport,
      "ContainerStart",
      "POST",
      "/containers/{id}/start",
      request,
      options,
    );
  }

  /**
   * Asks a container to end, and kills it when it does not. One that has ended is left as it is.
   *
   * @param query - `t`: seconds until it is killed, -1 to wait for ever; `signal` to ask with,
   * default the image's or SIGTERM (since API 1.42)
   * @throws {NotFoundError} when there is no such container
   *
   * @example
   * ```ts
   * await docker.containers.stop("web", { t: 5 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerStop
   */
  stop(id: string, query: Query<"ContainerStop"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(this.#transport, "ContainerStop", "POST", "/containers/{id}/stop", request, options);
  }

  /**
   * Stops a container, if it runs, and starts it.
   *
   * @param query - `t`: seconds until it is killed; `signal` (since API 1.42)
   *
   * @example
   * ```ts
   * await docker.containers.restart("web", { t: 5 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerRestart
   */
  restart(id: string, query: Query<"ContainerRestart"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/restart";
    return run(this.#transport, "ContainerRestart", "POST", path, request, options);
  }

  /**
   * Sends a signal to a container's first process.
   *
   * @param query - `signal`, a name or a number as text; default SIGKILL
   * @throws {ConflictError} when the container does not run
   *
   * @example
   * ```ts
   * await docker.containers.kill("web", { signal: "SIGHUP" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerKill
   */
  kill(id: string, query: Query<"ContainerKill"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(this.#transport, "ContainerKill", "POST", "/containers/{id}/kill", request, options);
  }

  /**
   * Changes the limits and the restart policy of a container, running or not.
   *
   * @param body - what is to be different; the rest stays
   * @returns warnings about settings that the engine cannot keep
   *
   * @example
   * ```ts
   * await docker.containers.update("web", { Memory: 256 * 1024 ** 2, MemorySwap: -1 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerUpdate
   */
  update(
    id: string,
    body: Body<"ContainerUpdate">,
    options?: CallOptions,
  ): Promise<Result<"ContainerUpdate">> {
    const request = { path: { id }, body };
    const path = "/containers/{id}/update";
    return call(this.#transport, "ContainerUpdate", "POST", path, request, options);
  }

  /**
   * Gives a container another name.
   *
   * @param query - `name`, without a slash
   * @throws {ConflictError} when the name is taken
   *
   * @example
   * ```ts
   * await docker.containers.rename("web", { name: "web-old" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerRename
   */
  rename(id: string, query: Query<"ContainerRename">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/rename";
    return run(this.#transport, "ContainerRename", "POST", path, request, options);
  }

  /**
   * Freezes every process of a running container.
   *
   * @throws {ConflictError} when it does not run, or is paused already
   *
   * @example
   * ```ts
   * await docker.containers.pause("web");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerPause
   */
  pause(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    return run(
      this.#transport,
      "ContainerPause",
      "POST",
      "/containers/{id}/pause",
      request,
      options,
    );
  }

  /**
   * Lets a paused container go on.
   *
   * @throws {ConflictError} when it is not paused
   *
   * @example
   * ```ts
   * await docker.containers.unpause("web");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerUnpause
   */
  unpause(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    const path = "/containers/{id}/unpause";
    return run(this.#transport, "ContainerUnpause", "POST", path, request, options);
  }

  /**
   * Waits until a container has ended, or has been removed.
   *
   * @param query - `condition`: `not-running` (default; at once when it does not run), `next-exit`,
   * or `removed`
   * @param options - call options, and `onWaiting`
   * @returns `StatusCode`, the exit code; `Error` when the wait itself failed
   *
   * @example
   * ```ts
   * const { StatusCode } = await docker.containers.wait("clock");
   * // a container that may be gone in no time:
   * const ended = await docker.containers.wait(
   *   "clock",
   *   { condition: "next-exit" },
   *   { onWaiting: () => docker.containers.start("clock") },
   * );
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerWait
   */
  async wait(
    id: string,
    query: Query<"ContainerWait"> = {},
    { onWaiting, ...options }: WaitOptions = {},
  ): Promise<Result<"ContainerWait">> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/wait";
    // The engine sends the head of its answer when it has begun to wait, and the body at the end.
    const answer = await open(
      this.#transport,
      "ContainerWait",
      "POST",
      path,
      request,
      toItsEnd(options),
    );
    const start = async (): Promise<unknown> => onWaiting?.();
    try {
      // Together, so that an abort, a close or the engine's end is not kept from whoever waits.
      const [text] = await Promise.all([answer.text(), withSignal(start(), options.signal)]);
      return parseJson(text, `POST ${path}`) as Result<"ContainerWait">;
    } catch (error) {
      answer.destroy();
      throw error;
    }
  }

  /**
   * Removes a container.
   *
   * @param query - `force` kills it first, `v` removes its anonymous volumes, `link` only a link
   * @throws {ConflictError} when it runs and `force` is not given
   *
   * @example
   * ```ts
   * await docker.containers.remove("web", { force: true, v: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerDelete
   */
  remove(id: string, query: Query<"ContainerDelete"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(this.#transport, "ContainerDelete", "DELETE", "/containers/{id}", request, options);
  }

  /**
   * Removes every container that does not run.
   *
   * @param query - `filters`: `until`, `label`
   * @returns the ids that were removed, and the bytes freed
   *
   * @example
   * ```ts
   * const { SpaceReclaimed } = await docker.containers.prune({ filters: { until: ["24h"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerPrune
   */
  prune(
    query: Query<"ContainerPrune"> = {},
    options?: CallOptions,
  ): Promise<Result<"ContainerPrune">> {
    const path = "/containers/prune";
    return call(this.#transport, "ContainerPrune", "POST", path, { query }, options);
  }

  /**
   * Makes an image of a container as it is now.
   *
   * @param body - settings for the image that differ from the container's
   * @param query - `repo` and `tag` for the image, `comment`, `author`, `changes` as in a Dockerfile;
   * `pause: false` leaves the container running meanwhile
   * @returns the image's id
   *
   * @example
   * ```ts
   * const { Id } = await docker.containers.commit("web", {}, { repo: "web", tag: "debug" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageCommit
   */
  commit(
    id: string,
    body: Body<"ImageCommit"> = {},
    query: Omit<Query<"ImageCommit">, "container"> = {},
    options?: CallOptions,
  ): Promise<Result<"ImageCommit">> {
    // The id stands in the query here; an empty one is refused all the same.
    encodePath("{id}", { id });
    const request = { query: { ...query, container: id }, body };
    return call(this.#transport, "ImageCommit", "POST", "/commit", request, options);
  }
}
