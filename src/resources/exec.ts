import { execSince } from "../../generated/since-exec.js";
import { Attachment } from "../streams/attachment.js";
import { processInput } from "../streams/stdin.js";
import { call, run } from "../transport/call.js";
import { hijack } from "../transport/hijack.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result } from "../types.js";

/** How {@link Exec.start} begins: by itself, or attached unless `Detach` is given. */
export type ExecStartBody = Body<"ExecStart">;

/**
 * Commands in running containers, step by step. `containers.exec` does all the steps at once.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec
 */
export class Exec {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, execSince);
  }

  /**
   * Prepares a command in a running container.
   *
   * @param id - the container
   * @param body - `Cmd`, and which of `AttachStdin`, `AttachStdout`, `AttachStderr` it is to have;
   * `Tty`, `Env`, `WorkingDir`, `User`, …
   * @returns the exec's id
   * @throws {NotFoundError} when there is no such container
   * @throws {ConflictError} when the container does not run, or is paused
   *
   * @example
   * ```ts
   * const { Id } = await docker.exec.create("web", { Cmd: ["sh"], AttachStdin: true, AttachStdout: true, Tty: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec/operation/ContainerExec
   */
  create(
    id: string,
    body: Body<"ContainerExec">,
    options?: CallOptions,
  ): Promise<Result<"ContainerExec">> {
    const request = { path: { id }, body };
    const path = "/containers/{id}/exec";
    return call(this.#transport, "ContainerExec", "POST", path, request, options);
  }

  /**
   * Starts a prepared command, and attaches to what was asked for when it was created. A command that
   * cannot be run says so in its output, and its exit code is 126 or 127.
   *
   * @param body - `Detach: true` to leave it alone; `Tty` as it was created saves the question
   * @returns the command's streams; nothing with `Detach: true`
   * @throws {NotFoundError} when there is no such exec
   * @throws {ConflictError} when its container does not run any more
   *
   * @example
   * ```ts
   * const { stdin, output } = await docker.exec.start(Id);
   * stdin.end("echo hello; exit 3\n");
   * for await (const { data } of output) process.stdout.write(data);
   * const { ExitCode } = await docker.exec.inspect(Id);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec/operation/ExecStart
   */
  start(
    id: string,
    body: ExecStartBody & { Detach: true },
    options?: CallOptions,
  ): Promise<undefined>;
  start(
    id: string,
    body?: ExecStartBody & { Detach?: false },
    options?: CallOptions,
  ): Promise<Attachment>;
  async start(
    id: string,
    body: ExecStartBody = {},
    options?: CallOptions,
  ): Promise<Attachment | undefined> {
    const path = "/exec/{id}/start";
    if (body.Detach) {
      const request = { path: { id }, body };
      await run(this.#transport, "ExecStart", "POST", path, request, options);
      return undefined;
    }
    const Tty = body.Tty ?? (await this.inspect(id, options)).ProcessConfig?.tty ?? false;
    const request = { path: { id }, body: { ...body, Tty } };
    const answer = await hijack(this.#transport, "ExecStart", "POST", path, request, options);
    return new Attachment({
      bytes: answer,
      // The engine goes by what it is told here, in every version.
      multiplexed: !Tty,
      stdin: processInput(answer.stdin, { Tty, OpenStdin: true, StdinOnce: true }),
      resize: (size) => this.resize(id, size),
      close: () => answer.destroy(),
    });
  }

  /**
   * Tells how a command is doing.
   *
   * @returns `Running`; `ExitCode`, null until it has ended; `ProcessConfig`
   * @throws {NotFoundError} when there is no such exec; it is gone when its container has ended
   *
   * @example
   * ```ts
   * const { Running, ExitCode } = await docker.exec.inspect(Id);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec/operation/ExecInspect
   */
  inspect(id: string, options?: CallOptions): Promise<Result<"ExecInspect">> {
    const request = { path: { id } };
    return call(this.#transport, "ExecInspect", "GET", "/exec/{id}/json", request, options);
  }

  /**
   * Sets the size of a running command's TTY.
   *
   * @param query - `h` and `w`, in characters
   * @throws {NotFoundError} when there is no such exec
   *
   * @example
   * ```ts
   * await docker.exec.resize(Id, { h: process.stdout.rows, w: process.stdout.columns });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Exec/operation/ExecResize
   */
  resize(id: string, query: Query<"ExecResize">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(this.#transport, "ExecResize", "POST", "/exec/{id}/resize", request, options);
  }
}
