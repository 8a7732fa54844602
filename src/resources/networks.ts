import { networkSince } from "../../generated/since-network.js";
import { call, run } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result } from "../types.js";

/**
 * Networks: create, connect containers, remove.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network
 */
export class Networks {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, networkSince);
  }

  /**
   * Lists networks.
   *
   * @param query - `filters`: `name`, `driver`, `label`, `scope`, `type`, `dangling`, `id`
   *
   * @example
   * ```ts
   * const custom = await docker.networks.list({ filters: { type: ["custom"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkList
   */
  list(query: Query<"NetworkList"> = {}, options?: CallOptions): Promise<Result<"NetworkList">> {
    return call(this.#transport, "NetworkList", "GET", "/networks", { query }, options);
  }

  /**
   * Creates a network.
   *
   * @param body - `Name`, and `Driver` (default `bridge`), `IPAM`, `Internal`, `Labels`, …
   * @returns the id, and a warning where there is one
   * @throws {ConflictError} when the name is taken; engine 20.10 makes a second network, with a warning
   * @throws {ForbiddenError} when the address range overlaps another network's
   *
   * @example
   * ```ts
   * await docker.networks.create({ Name: "backend", Internal: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkCreate
   */
  create(body: Body<"NetworkCreate">, options?: CallOptions): Promise<Result<"NetworkCreate">> {
    return call(this.#transport, "NetworkCreate", "POST", "/networks/create", { body }, options);
  }

  /**
   * Tells everything about a network, with the containers that run in it.
   *
   * @param id - its id or name
   * @param query - `verbose` for swarm services, `scope` to tell networks of one name apart
   * @throws {NotFoundError} when there is no such network
   *
   * @example
   * ```ts
   * const { IPAM, Containers } = await docker.networks.inspect("backend");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkInspect
   */
  inspect(
    id: string,
    query: Query<"NetworkInspect"> = {},
    options?: CallOptions,
  ): Promise<Result<"NetworkInspect">> {
    const request = { path: { id }, query };
    return call(this.#transport, "NetworkInspect", "GET", "/networks/{id}", request, options);
  }

  /**
   * Removes a network.
   *
   * @throws {ForbiddenError} when containers are connected, or the engine made it itself
   *
   * @example
   * ```ts
   * await docker.networks.remove("backend");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkDelete
   */
  remove(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    return run(this.#transport, "NetworkDelete", "DELETE", "/networks/{id}", request, options);
  }

  /**
   * Connects a container to a network.
   *
   * @param body - `Container`, and `EndpointConfig` for aliases and addresses
   * @throws {ForbiddenError} when it is connected already
   *
   * @example
   * ```ts
   * await docker.networks.connect("backend", {
   *   Container: "web",
   *   EndpointConfig: { Aliases: ["www"] },
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkConnect
   */
  connect(id: string, body: Body<"NetworkConnect">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, body };
    const path = "/networks/{id}/connect";
    return run(this.#transport, "NetworkConnect", "POST", path, request, options);
  }

  /**
   * Disconnects a container from a network.
   *
   * @param body - `Container`, and `Force` even when it does not answer
   *
   * @example
   * ```ts
   * await docker.networks.disconnect("backend", { Container: "web" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkDisconnect
   */
  disconnect(id: string, body: Body<"NetworkDisconnect">, options?: CallOptions): Promise<void> {
    const request = { path: { id }, body };
    const path = "/networks/{id}/disconnect";
    return run(this.#transport, "NetworkDisconnect", "POST", path, request, options);
  }

  /**
   * Removes every network that no container is connected to.
   *
   * @param query - `filters`: `until`, `label`
   * @returns the names that were removed
   *
   * @example
   * ```ts
   * const { NetworksDeleted } = await docker.networks.prune();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network/operation/NetworkPrune
   */
  prune(query: Query<"NetworkPrune"> = {}, options?: CallOptions): Promise<Result<"NetworkPrune">> {
    return call(this.#transport, "NetworkPrune", "POST", "/networks/prune", { query }, options);
  }
}
