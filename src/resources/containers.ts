import { containerSince } from "../../generated/since-container.js";
import { NotFoundError } from "../errors.js";
import { LateIterator } from "../late.js";
import type { Attachment } from "../streams/attachment.js";
import type { ExecResult, ExecSettings } from "../streams/exec.js";
import type { FileEntries } from "../streams/file-entries.js";
import { OutputStream } from "../streams/output.js";
import type { PathStat } from "../streams/path-stat.js";
import type { ContainerStats } from "../streams/stats.js";
import { call, open, parseJson, run, toItsEnd } from "../transport/call.js";
import { withSignal } from "../transport/deadline.js";
import { encodePath } from "../transport/encode.js";
import { withSince } from "../transport/since.js";
import type {
  Answer,
  CallOptions,
  Readable,
  RequestBody,
  Transport,
} from "../transport/transport.js";
import type { Body, Query, Result } from "../types.js";

export type { ContainerStats } from "../streams/stats.js";

/** What {@link Containers.logs} takes: at least one of `stdout` and `stderr`. */
export type LogsQuery = Query<"ContainerLogs">;

/** What {@link Containers.exec} takes: what the command is to have, and the call options. */
export interface ExecOptions extends ExecSettings, CallOptions {}

/** What {@link Containers.getArchive} gives. */
export interface ContainerArchive {
  /** What stands at the path. */
  stat: PathStat;
  /** The tar archive. */
  archive: Readable;
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
    this.#transport = withSince(transport, containerSince);
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
   * @param query - `stdout` and/or `stderr`; `tail` (a number of lines of both, or "all"), `timestamps`,
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
      const path = "/containers/{id}/logs";
      const answer = await open(this.#transport, "ContainerLogs", "GET", path, request, options);
      const { containerStreams } = await import("../transport/container-streams.js");
      const streams = await containerStreams(this.#transport, id, answer, false, options);
      return { bytes: answer, multiplexed: streams.multiplexed };
    });
  }

  /**
   * Attaches to a container's first process: reads what it writes from now on, and writes what it
   * reads. Attach before the start and nothing is missed. The process has an input if the container was
   * created with `OpenStdin`, and the end of `stdin` reaches it if also `StdinOnce` or `Tty` was given.
   * Whether there is a TTY is found out.
   *
   * @param query - `stdin`, `stdout`, `stderr`: what to attach to, at least one of them; `logs` for
   * what was written before, `stream: false` for no more than that; `detachKeys`
   * @throws {NotFoundError} when there is no such container
   * @throws {ConflictError} when it is paused
   *
   * @example
   * ```ts
   * const streams = { stdin: true, stdout: true, stderr: true };
   * const { stdin, output } = await docker.containers.attach("sorter", streams);
   * await docker.containers.start("sorter");
   * stdin.end("b\na\n");
   * console.log(await output.text());
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerAttach
   */
  attach(id: string, query: Query<"ContainerAttach">, options?: CallOptions): Promise<Attachment> {
    return this.#attach(id, query, false, options);
  }

  /**
   * Attaches as {@link attach} does, but by a WebSocket, for where something between lets no other
   * upgrade through. All output is one stream, stdout; it comes no faster than it is read, as that of
   * {@link attach}.
   *
   * @param query - as for {@link attach}; before API 1.42 the engine attaches to everything
   * @throws {NotFoundError} when there is no such container
   * @throws {ConflictError} when it is paused
   * @throws {ProtocolError} when what answers speaks no WebSocket; who reads the output is told of one
   * that ends without a close
   *
   * @example
   * ```ts
   * const { output } = await docker.containers.attachWebsocket("web", { stdout: true, stderr: true });
   * for await (const line of output.lines()) console.log(line);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerAttachWebsocket
   */
  attachWebsocket(
    id: string,
    query: Query<"ContainerAttachWebsocket">,
    options?: CallOptions,
  ): Promise<Attachment> {
    return this.#attach(id, query, true, options);
  }

  async #attach(
    id: string,
    query: Query<"ContainerAttach">,
    websocket: boolean,
    options?: CallOptions,
  ): Promise<Attachment> {
    const { openAttachment } = await import("../transport/attach.js");
    const source = await openAttachment(this.#transport, id, query, websocket, options);
    const { Attachment, noInput, processInput } = await import("../streams/attachment.js");
    const { stdin, config } = source;
    return new Attachment({
      ...source,
      stdin: query.stdin && config ? processInput(stdin, config) : noInput(),
      resize: (size) => this.resize(id, size),
    });
  }

  /**
   * Runs a command in a running container and waits for its end. For output that is large, or wanted
   * as it comes, use `docker.exec`.
   *
   * @param command - the program and its arguments; no shell is in between
   * @param options - what to give the command, and the call options; `timeout` covers all of it. An
   * abort ends the wait: the engine has no way to kill an exec
   * @returns its exit code (126 or 127 when the engine could not run it; `stdout` then says why) and
   * all of its output; with `Tty` everything is in `stdout`
   * @throws {ConflictError} when the container does not run
   * @throws {NotFoundError} when there is no such container
   *
   * @example
   * ```ts
   * const { exitCode, stdout } = await docker.containers.exec("db", ["psql", "-c", "select 1"], {
   *   User: "postgres",
   * });
   * const sorted = await docker.containers.exec("web", ["sort"], { stdin: "b\na\n" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec/operation/ContainerExec
   */
  exec(
    id: string,
    command: readonly string[],
    options: ExecOptions & { encoding: "buffer" },
  ): Promise<ExecResult<Uint8Array>>;
  exec(
    id: string,
    command: readonly string[],
    options?: ExecOptions & { encoding?: "utf8" | undefined },
  ): Promise<ExecResult>;
  async exec(
    id: string,
    command: readonly string[],
    options: ExecOptions = {},
  ): Promise<ExecResult<string | Uint8Array>> {
    const { signal, timeout, headers, idle, ...settings } = options;
    const { execCalls } = await import("../transport/exec-calls.js");
    const { runExec } = await import("../streams/exec.js");
    const calls = execCalls(this.#transport, id, { headers, idle });
    return runExec(calls, command, settings, { signal, timeout });
  }

  /**
   * Measures what a running container uses: one sample a second, or one in all.
   *
   * @param query - `stream: false` for one sample (it takes a second, because it also holds the one
   * before; with `"one-shot": true` it is there at once and does not)
   * @returns samples, asked for when they are read; with `stream: false` a promise of one
   * @throws {NotFoundError} when there is no such container
   *
   * @example
   * ```ts
   * for await (const { memory_stats } of docker.containers.stats("web")) console.log(memory_stats.usage);
   * const now = await docker.containers.stats("web", { stream: false, "one-shot": true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerStats
   */
  stats(
    id: string,
    query: Query<"ContainerStats"> & { stream: false },
    options?: CallOptions,
  ): Promise<ContainerStats>;
  stats(
    id: string,
    query?: Query<"ContainerStats"> & { stream?: true | undefined },
    options?: CallOptions,
  ): AsyncIterableIterator<ContainerStats>;
  stats(
    id: string,
    query: Query<"ContainerStats"> = {},
    options?: CallOptions,
  ): AsyncIterableIterator<ContainerStats> | Promise<ContainerStats> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/stats";
    const opened = (streaming: boolean): Promise<Answer> =>
      open(this.#transport, "ContainerStats", "GET", path, request, { ...options, streaming });
    if (query.stream === false) {
      return opened(false).then(async (answer) => {
        const { readSample } = await import("../streams/stats.js");
        return readSample(answer);
      });
    }
    return new LateIterator(async () => {
      const { readStats } = await import("../streams/stats.js");
      return readStats(() => opened(true));
    });
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
   * Looks at a file or directory of a container, running or not.
   *
   * @param query - `path` in the container; a relative one begins at `/`
   * @throws {NotFoundError} when there is no such container or path
   *
   * @example
   * ```ts
   * const { size, type, permissions } = await docker.containers.statPath("web", { path: "/etc/hosts" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerArchiveInfo
   */
  async statPath(
    id: string,
    query: Query<"ContainerArchiveInfo">,
    options?: CallOptions,
  ): Promise<PathStat> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/archive";
    const answer = await open(
      this.#transport,
      "ContainerArchiveInfo",
      "HEAD",
      path,
      request,
      options,
    ).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      // The answer to a HEAD has no words.
      const message = `no such container, or nothing at ${query.path} in it: ${id}`;
      throw new NotFoundError(message, error);
    });
    answer.destroy();
    return pathStatOf(answer);
  }

  /**
   * Reads a file or directory of a container, running or not, as a tar archive. {@link copyFrom}
   * writes it to files.
   *
   * @param query - `path` in the container; a relative one begins at `/`
   * @returns what stands at the path, and the archive, which must be read or destroyed
   * @throws {NotFoundError} when there is no such container or path
   *
   * @example
   * ```ts
   * const { stat, archive } = await docker.containers.getArchive("web", { path: "/var/log" });
   * await pipeline(archive, createWriteStream(`${stat.name}.tar`));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerArchive
   */
  async getArchive(
    id: string,
    query: Query<"ContainerArchive">,
    options?: CallOptions,
  ): Promise<ContainerArchive> {
    const answer = await open(
      this.#transport,
      "ContainerArchive",
      "GET",
      "/containers/{id}/archive",
      { path: { id }, query },
      options,
    );
    const stat = await pathStatOf(answer);
    return { stat, archive: answer.stream() };
  }

  /**
   * Extracts a tar archive in a directory of a container, running or not. {@link copyTo} makes it of
   * files.
   *
   * @param archive - the tar, also compressed with gzip, bzip2 or xz: bytes, or a stream of them
   * @param query - `path` of the directory, which must exist; `noOverwriteDirNonDir` to refuse a
   * file in place of a directory and the reverse; `copyUIDGID` to give the files to the container's user
   * @throws {NotFoundError} when there is no such container or directory
   * @throws {ApiError} when `path` is no directory (400; 500 on engine 20.10), or the archive is none (500)
   * @throws {ForbiddenError} when the container's files may not be written
   *
   * @example
   * ```ts
   * await docker.containers.putArchive("web", createReadStream("site.tar.gz"), { path: "/srv" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/PutContainerArchive
   */
  putArchive(
    id: string,
    archive: RequestBody,
    query: Query<"PutContainerArchive">,
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { id }, query, archive };
    const path = "/containers/{id}/archive";
    return run(this.#transport, "PutContainerArchive", "PUT", path, request, options);
  }

  /**
   * Copies files into a container, running or not, as `docker cp` does: into the directory
   * `containerPath` where there is one, else under that name. Modes, times and symlinks are kept.
   *
   * @param source - a file or directory here, whose contents only with `/.` at its end; or the files
   * themselves, by their names below `containerPath`, which is made when it is missing
   * @param containerPath - where to; a relative path begins at `/`
   * @throws {NotFoundError} when there is no such container
   * @throws {ConfigError} when there is no such file here, no directory to copy into there, or a file
   * where a directory is needed
   *
   * @example
   * ```ts
   * await docker.containers.copyTo("web", "./site/.", "/srv/www");
   * await docker.containers.copyTo("web", { "app.json": JSON.stringify(settings) }, "/etc/app");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/PutContainerArchive
   */
  async copyTo(
    id: string,
    source: string | FileEntries,
    containerPath: string,
    options?: CallOptions,
  ): Promise<void> {
    const { copyTo } = await import("../streams/copy.js");
    const target = {
      stat: (path: string) => this.#statOrNothing(id, path, options),
      put: (path: string, tar: AsyncIterable<Uint8Array>) =>
        this.putArchive(id, tar, { path, noOverwriteDirNonDir: true }, options),
    };
    await copyTo(target, source, containerPath);
  }

  /**
   * Copies files out of a container, running or not, as `docker cp` does: into the directory
   * `target` where there is one, else under that name. Modes, times and symlinks are kept. Nothing
   * is written outside of `target`, whatever the archive says.
   *
   * @param containerPath - a file or directory; its contents only with `/.` at its end
   * @param target - where to
   * @throws {NotFoundError} when there is no such container or path
   * @throws {ProtocolError} when the archive would write outside of the target, or is broken
   *
   * @example
   * ```ts
   * await docker.containers.copyFrom("web", "/var/log/nginx", "./logs");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerArchive
   */
  async copyFrom(
    id: string,
    containerPath: string,
    target: string,
    options?: CallOptions,
  ): Promise<void> {
    const { copyFrom } = await import("../streams/copy.js");
    const source = {
      get: async (path: string) => {
        const { stat, archive } = await this.getArchive(id, { path }, options);
        return { stat, tar: archive };
      },
    };
    await copyFrom(source, containerPath, target);
  }

  async #statOrNothing(
    id: string,
    path: string,
    options?: CallOptions,
  ): Promise<PathStat | undefined> {
    try {
      return await this.statPath(id, { path }, options);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      // A container that is missing is another matter than a path.
      await this.inspect(id, {}, options);
      return undefined;
    }
  }

  /**
   * Reads the whole file system of a container as a tar archive, without its volumes.
   *
   * @returns the archive, which must be read or destroyed
   * @throws {NotFoundError} when there is no such container
   *
   * @example
   * ```ts
   * await pipeline(await docker.containers.export("web"), createWriteStream("web.tar"));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerExport
   */
  async export(id: string, options?: CallOptions): Promise<Readable> {
    const request = { path: { id } };
    const path = "/containers/{id}/export";
    const answer = await open(this.#transport, "ContainerExport", "GET", path, request, options);
    return answer.stream();
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
   * @param query - `detachKeys`, the keys that detach a terminal; `checkpoint`, one of its checkpoints to
   * go on from
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
   * @throws {ServerError} when it is not paused
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

async function pathStatOf(answer: Answer): Promise<PathStat> {
  return (await import("../streams/path-stat.js")).pathStatOf(answer);
}
