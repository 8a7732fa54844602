import { checkpointSince } from "../../generated/since-checkpoint.js";
import { call, run } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Checkpoint, Query } from "../types.js";

/**
 * Checkpoints: what runs in a container, written to disk, to go on from there later. The engine must
 * be started with `--experimental`, and its machine must have CRIU.
 *
 * @see https://docs.docker.com/reference/cli/docker/checkpoint/
 */
export class Checkpoints {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, checkpointSince);
  }

  /**
   * Makes a checkpoint of a running container, and stops it with `Exit`. To go on from there, start it
   * with `containers.start(id, { checkpoint })`.
   *
   * @param body - `CheckpointID`, its name, of two characters or more; `Exit` to stop the container;
   * `CheckpointDir`, a directory of the engine's machine, from which it cannot be started
   * @throws {NotFoundError} when there is no such container
   * @throws {ConflictError} when it does not run; of engine 20.10 a {@link ServerError}
   * @throws {ServerError} when the name is taken or wrong, CRIU is missing, or fails
   * @throws {NotImplementedError} when the engine is not experimental
   *
   * @example
   * ```ts
   * await docker.checkpoints.create("worker", { CheckpointID: "noon", Exit: true });
   * await docker.containers.start("worker", { checkpoint: "noon" });
   * ```
   * @see https://docs.docker.com/reference/cli/docker/checkpoint/create/
   */
  create(id: string, body: Body<"CheckpointCreate">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, body };
    const path = "/containers/{id}/checkpoints";
    return run(this.#transport, "CheckpointCreate", "POST", path, request, options);
  }

  /**
   * Lists the checkpoints of a container.
   *
   * @param query - `dir`, the directory that they were made in
   * @returns the `Name` of each
   * @throws {NotFoundError} when there is no such container
   * @throws {NotImplementedError} when the engine is not experimental
   *
   * @example
   * ```ts
   * for (const { Name } of await docker.checkpoints.list("worker")) console.log(Name);
   * ```
   * @see https://docs.docker.com/reference/cli/docker/checkpoint/ls/
   */
  async list(
    id: string,
    query: Query<"CheckpointList"> = {},
    options?: CallOptions,
  ): Promise<Checkpoint[]> {
    const request = { path: { id }, query };
    const path = "/containers/{id}/checkpoints";
    return (await call(this.#transport, "CheckpointList", "GET", path, request, options)) ?? [];
  }

  /**
   * Removes a checkpoint of a container.
   *
   * @param query - `dir`, the directory that it was made in
   * @throws {NotFoundError} when there is no such container
   * @throws {ServerError} when it has no such checkpoint
   * @throws {NotImplementedError} when the engine is not experimental
   *
   * @example
   * ```ts
   * await docker.checkpoints.remove("worker", "noon");
   * ```
   * @see https://docs.docker.com/reference/cli/docker/checkpoint/rm/
   */
  remove(
    id: string,
    checkpoint: string,
    query: Query<"CheckpointDelete"> = {},
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { id, checkpoint }, query };
    const path = "/containers/{id}/checkpoints/{checkpoint}";
    return run(this.#transport, "CheckpointDelete", "DELETE", path, request, options);
  }
}
