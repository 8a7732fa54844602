import { secretSince } from "../../generated/since-secret.js";
import { call, run } from "../transport/call.js";
import type { SpecChange } from "../transport/edit.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result, SecretSpec } from "../types.js";

/**
 * Secrets of a swarm: data for services, which no answer shows again.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret
 */
export class Secrets {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, secretSince);
  }

  /**
   * Lists secrets.
   *
   * @param query - `filters`: `id`, `name` (its beginning), `names` (all of it), `label`
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * const all = await docker.secrets.list({ filters: { label: ["app=web"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretList
   */
  list(query: Query<"SecretList"> = {}, options?: CallOptions): Promise<Result<"SecretList">> {
    return call(this.#transport, "SecretList", "GET", "/secrets", { query }, options);
  }

  /**
   * Creates a secret.
   *
   * @param body - `Name`, `Data` as base64, of less than 512,000 bytes, `Labels`, …
   * @returns the id
   * @throws {ConflictError} when the name is taken
   *
   * @example
   * ```ts
   * const Data = Buffer.from("correct horse").toString("base64");
   * const { ID } = await docker.secrets.create({ Name: "db-password", Data });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretCreate
   */
  create(body: Body<"SecretCreate">, options?: CallOptions): Promise<Result<"SecretCreate">> {
    return call(this.#transport, "SecretCreate", "POST", "/secrets/create", { body }, options);
  }

  /**
   * Tells everything about a secret but its data, which the swarm shows to its services only.
   *
   * @param id - its id, the unique beginning of it, or its name
   * @throws {NotFoundError} when there is no such secret
   *
   * @example
   * ```ts
   * const { Spec, CreatedAt } = await docker.secrets.inspect("db-password");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretInspect
   */
  inspect(id: string, options?: CallOptions): Promise<Result<"SecretInspect">> {
    const request = { path: { id } };
    return call(this.#transport, "SecretInspect", "GET", "/secrets/{id}", request, options);
  }

  /**
   * Changes the labels of a secret; nothing else of it can be changed. {@link edit} is easier.
   *
   * @param body - the whole spec as it was inspected, with other `Labels`
   * @param query - `version`: `Version.Index` of the secret as it was inspected
   * @throws {ServerError} when it was changed since: "update out of sequence"
   * @throws {BadParameterError} when the spec differs in more than its labels
   *
   * @example
   * ```ts
   * const { Spec, Version } = await docker.secrets.inspect("db-password");
   * const labelled = { ...Spec, Labels: { app: "web" } };
   * await docker.secrets.update("db-password", labelled, { version: Version.Index });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretUpdate
   */
  update(
    id: string,
    body: Body<"SecretUpdate">,
    query: Query<"SecretUpdate">,
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { id }, query, body };
    return run(this.#transport, "SecretUpdate", "POST", "/secrets/{id}/update", request, options);
  }

  /**
   * Reads a secret, changes its labels and updates it; again, up to five times in all, when somebody
   * else changed it meanwhile.
   *
   * @param change - is given a copy of the spec, without the version: changes it, or returns another;
   * called anew for every try
   * @param options - call options; `signal` and `timeout` are for the whole edit
   * @throws {NotFoundError} when there is no such secret
   * @throws {ServerError} when others were faster five times: "update out of sequence"
   *
   * @example
   * ```ts
   * await docker.secrets.edit("db-password", ({ Labels }) => {
   *   if (Labels) Labels.app = "web";
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretUpdate
   */
  async edit(id: string, change: SpecChange<SecretSpec>, options?: CallOptions): Promise<void> {
    const { editSpec } = await import("../transport/edit.js");
    const calls = {
      read: (own: CallOptions) => this.inspect(id, own),
      update: (spec: SecretSpec, version: number, own: CallOptions) =>
        this.update(id, spec, { version }, own),
    };
    return editSpec(`secret ${id}`, calls, change, options);
  }

  /**
   * Removes a secret.
   *
   * @throws {BadParameterError} when a service uses it
   * @throws {NotFoundError} when there is no such secret
   *
   * @example
   * ```ts
   * await docker.secrets.remove("db-password");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Secret/operation/SecretDelete
   */
  remove(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    return run(this.#transport, "SecretDelete", "DELETE", "/secrets/{id}", request, options);
  }
}
