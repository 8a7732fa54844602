import { configSince } from "../../generated/since-config.js";
import { call, run } from "../transport/call.js";
import type { SpecChange } from "../transport/edit.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, ConfigSpec, Query, Result } from "../types.js";

/**
 * Configs of a swarm: files for services, which anyone may read who may ask the engine.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config
 */
export class Configs {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, configSince);
  }

  /**
   * Lists configs.
   *
   * @param query - `filters`: `id`, `name` (its beginning), `label`
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * const all = await docker.configs.list({ filters: { name: ["site"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigList
   */
  list(query: Query<"ConfigList"> = {}, options?: CallOptions): Promise<Result<"ConfigList">> {
    return call(this.#transport, "ConfigList", "GET", "/configs", { query }, options);
  }

  /**
   * Creates a config.
   *
   * @param body - `Name`, `Data` as base64, up to 1000 KiB, `Labels`, …
   * @returns the id
   * @throws {ConflictError} when the name is taken
   *
   * @example
   * ```ts
   * const Data = Buffer.from("server { listen 80; }").toString("base64");
   * const { ID } = await docker.configs.create({ Name: "site.conf", Data });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigCreate
   */
  create(body: Body<"ConfigCreate">, options?: CallOptions): Promise<Result<"ConfigCreate">> {
    return call(this.#transport, "ConfigCreate", "POST", "/configs/create", { body }, options);
  }

  /**
   * Tells everything about a config, with its data as base64.
   *
   * @param id - its id, the unique beginning of it, or its name
   * @throws {NotFoundError} when there is no such config
   *
   * @example
   * ```ts
   * const { Spec } = await docker.configs.inspect("site.conf");
   * console.log(Buffer.from(Spec.Data ?? "", "base64").toString());
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigInspect
   */
  inspect(id: string, options?: CallOptions): Promise<Result<"ConfigInspect">> {
    const request = { path: { id } };
    return call(this.#transport, "ConfigInspect", "GET", "/configs/{id}", request, options);
  }

  /**
   * Changes the labels of a config; nothing else of it can be changed. {@link edit} is easier.
   *
   * @param body - the whole spec as it was inspected, with other `Labels`
   * @param query - `version`: `Version.Index` of the config as it was inspected
   * @throws {ServerError} when it was changed since: "update out of sequence"
   * @throws {BadParameterError} when the spec differs in more than its labels
   *
   * @example
   * ```ts
   * const { Spec, Version } = await docker.configs.inspect("site.conf");
   * const labelled = { ...Spec, Labels: { app: "web" } };
   * await docker.configs.update("site.conf", labelled, { version: Version.Index });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigUpdate
   */
  update(
    id: string,
    body: Body<"ConfigUpdate">,
    query: Query<"ConfigUpdate">,
    options?: CallOptions,
  ): Promise<void> {
    const request = { path: { id }, query, body };
    return run(this.#transport, "ConfigUpdate", "POST", "/configs/{id}/update", request, options);
  }

  /**
   * Reads a config, changes its labels and updates it; again, up to five times in all, when somebody
   * else changed it meanwhile.
   *
   * @param change - is given a copy of the spec, without the version: changes it, or returns another;
   * called anew for every try
   * @param options - call options; `signal` and `timeout` are for the whole edit
   * @throws {NotFoundError} when there is no such config
   * @throws {ServerError} when others were faster five times: "update out of sequence"
   *
   * @example
   * ```ts
   * await docker.configs.edit("site.conf", (spec) => ({ ...spec, Labels: { app: "web" } }));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigUpdate
   */
  async edit(id: string, change: SpecChange<ConfigSpec>, options?: CallOptions): Promise<void> {
    const { editSpec } = await import("../transport/edit.js");
    const calls = {
      read: (own: CallOptions) => this.inspect(id, own),
      update: (spec: ConfigSpec, version: number, own: CallOptions) =>
        this.update(id, spec, { version }, own),
    };
    return editSpec(`config ${id}`, calls, change, options);
  }

  /**
   * Removes a config.
   *
   * @throws {BadParameterError} when a service uses it
   * @throws {NotFoundError} when there is no such config
   *
   * @example
   * ```ts
   * await docker.configs.remove("site.conf");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Config/operation/ConfigDelete
   */
  remove(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    return run(this.#transport, "ConfigDelete", "DELETE", "/configs/{id}", request, options);
  }
}
