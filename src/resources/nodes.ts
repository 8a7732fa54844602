import { nodeSince } from "../../generated/since-node.js";
import { call, run } from "../transport/call.js";
import type { SpecChange } from "../transport/edit.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, NodeSpec, Query, Result } from "../types.js";

/**
 * Nodes of a swarm: the engines that have joined it.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node
 */
export class Nodes {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, nodeSince);
  }

  /**
   * Lists nodes.
   *
   * @param query - `filters`: `id`, `name`, `label` (the engine's own), `node.label`, `role`
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * const managers = await docker.nodes.list({ filters: { role: ["manager"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node/operation/NodeList
   */
  list(query: Query<"NodeList"> = {}, options?: CallOptions): Promise<Result<"NodeList">> {
    return call(this.#transport, "NodeList", "GET", "/nodes", { query }, options);
  }

  /**
   * Tells everything about a node.
   *
   * @param id - its id, the unique beginning of it, or its host name
   * @throws {NotFoundError} when there is no such node
   *
   * @example
   * ```ts
   * const { Spec, Status } = await docker.nodes.inspect("worker-3");
   * console.log(Spec.Availability, Status.State);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node/operation/NodeInspect
   */
  inspect(id: string, options?: CallOptions): Promise<Result<"NodeInspect">> {
    const request = { path: { id } };
    return call(this.#transport, "NodeInspect", "GET", "/nodes/{id}", request, options);
  }

  /**
   * Changes a node's role, availability or labels. {@link edit} is easier.
   *
   * @param body - the whole spec: `Role`, `Availability`, `Labels`
   * @param query - `version`: `Version.Index` of the node as it was inspected
   * @throws {ServerError} when it was changed since: "update out of sequence"
   *
   * @example
   * ```ts
   * const { Spec, Version } = await docker.nodes.inspect("worker-3");
   * const drained = { ...Spec, Availability: "drain" } as const;
   * await docker.nodes.update("worker-3", drained, { version: Version.Index });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node/operation/NodeUpdate
   */
  update(
    id: string,
    body: Body<"NodeUpdate">,
    query: Query<"NodeUpdate">,
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { id }, query, body };
    return run(this.#transport, "NodeUpdate", "POST", "/nodes/{id}/update", request, options);
  }

  /**
   * Reads a node, changes its spec and updates it; again, up to five times in all, when somebody else
   * changed it meanwhile.
   *
   * @param id - its id, the unique beginning of it, or its host name
   * @param change - is given a copy of the spec: changes it, or returns another; called anew for every
   * try
   * @param options - call options; `signal` and `timeout` are for the whole edit
   * @throws {NotFoundError} when there is no such node
   * @throws {ServerError} when others were faster five times: "update out of sequence"
   *
   * @example
   * ```ts
   * await docker.nodes.edit("worker-3", (spec) => {
   *   spec.Availability = "drain";
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node/operation/NodeUpdate
   */
  async edit(id: string, change: SpecChange<NodeSpec>, options?: CallOptions): Promise<void> {
    const { editSpec } = await import("../transport/edit.js");
    const calls = {
      read: (own: CallOptions) => this.inspect(id, own),
      update: (spec: NodeSpec, version: number, own: CallOptions) =>
        this.update(id, spec, { version }, own),
    };
    return editSpec(`node ${id}`, calls, change, options);
  }

  /**
   * Removes a node from the swarm. It should have left before; one that has not is removed by `force`
   * and then still believes that it is part of the swarm.
   *
   * @param query - `force` even if it has not left
   * @throws {BadParameterError} when it is a manager, or has not left
   * @throws {NotFoundError} when there is no such node
   *
   * @example
   * ```ts
   * await docker.nodes.remove("worker-3", { force: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Node/operation/NodeDelete
   */
  remove(id: string, query: Query<"NodeDelete"> = {}, options?: CallOptions): Promise<void> {
    const request = { path: { id }, query };
    return run(this.#transport, "NodeDelete", "DELETE", "/nodes/{id}", request, options);
  }
}
