import { volumeSince } from "../../generated/since-volume.js";
import { call, run } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result } from "../types.js";

/**
 * Volumes: storage that outlives containers.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume
 */
export class Volumes {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, volumeSince);
  }

  /**
   * Lists volumes.
   *
   * @param query - `filters`: `name`, `driver`, `label`, `dangling`
   * @returns `Volumes`, and `Warnings` of drivers that did not answer
   *
   * @example
   * ```ts
   * const { Volumes } = await docker.volumes.list({ filters: { dangling: ["true"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumeList
   */
  list(query: Query<"VolumeList"> = {}, options?: CallOptions): Promise<Result<"VolumeList">> {
    return call(this.#transport, "VolumeList", "GET", "/volumes", { query }, options);
  }

  /**
   * Creates a volume. One of that name and driver which exists already is answered as it is.
   *
   * @param body - `Name` (else one is made up), `Driver` (default `local`), `DriverOpts`, `Labels`
   * @throws {ConflictError} when the name is taken by a volume of another driver
   *
   * @example
   * ```ts
   * const { Mountpoint } = await docker.volumes.create({ Name: "data", Labels: { app: "web" } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumeCreate
   */
  create(body: Body<"VolumeCreate"> = {}, options?: CallOptions): Promise<Result<"VolumeCreate">> {
    return call(this.#transport, "VolumeCreate", "POST", "/volumes/create", { body }, options);
  }

  /**
   * Tells everything about a volume.
   *
   * @throws {NotFoundError} when there is no such volume
   *
   * @example
   * ```ts
   * const { Mountpoint } = await docker.volumes.inspect("data");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumeInspect
   */
  inspect(name: string, options?: CallOptions): Promise<Result<"VolumeInspect">> {
    const request = { path: { name } };
    return call(this.#transport, "VolumeInspect", "GET", "/volumes/{name}", request, options);
  }

  /**
   * Changes a cluster volume of a swarm (since API 1.42).
   *
   * @param body - `Spec`: only its `Availability` may differ
   * @param query - `version`: `ClusterVolume.Version.Index` of the volume as it was inspected
   *
   * @example
   * ```ts
   * const { ClusterVolume } = await docker.volumes.inspect("shared");
   * await docker.volumes.update(
   *   "shared",
   *   { Spec: { ...ClusterVolume?.Spec } },
   *   { version: ClusterVolume?.Version?.Index ?? 0 },
   * );
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumeUpdate
   */
  update(
    name: string,
    body: Body<"VolumeUpdate">,
    query: Query<"VolumeUpdate">,
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { name }, query, body };
    return run(this.#transport, "VolumeUpdate", "PUT", "/volumes/{name}", request, options);
  }

  /**
   * Removes a volume and what is in it.
   *
   * @param query - `force` to have no error when there is no such volume
   * @throws {ConflictError} when a container uses it
   *
   * @example
   * ```ts
   * await docker.volumes.remove("data");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumeDelete
   */
  remove(name: string, query: Query<"VolumeDelete"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { name }, query };
    return run(this.#transport, "VolumeDelete", "DELETE", "/volumes/{name}", request, options);
  }

  /**
   * Removes the volumes that no container uses: those without a name of their own, and with the
   * filter `all: ["true"]` (API 1.42) every one. Before API 1.42 it was always every one.
   *
   * @param query - `filters`: `label`, `all`
   * @returns the names that were removed, and the bytes freed
   *
   * @example
   * ```ts
   * const { SpaceReclaimed } = await docker.volumes.prune({ filters: { label: ["app=web"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume/operation/VolumePrune
   */
  prune(query: Query<"VolumePrune"> = {}, options?: CallOptions): Promise<Result<"VolumePrune">> {
    return call(this.#transport, "VolumePrune", "POST", "/volumes/prune", { query }, options);
  }
}
