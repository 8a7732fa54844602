import { serviceSince } from "../../generated/since-service.js";
import { ConfigError } from "../errors.js";
import {
  ClientCredentials,
  type ClientCredentialsOptions,
} from "../registry/client-credentials.js";
import { parseReference } from "../registry/reference.js";
import type { RegistryAuth } from "../registry/resolver.js";
import { OutputStream } from "../streams/output.js";
import { call, open, run } from "../transport/call.js";
import type { SpecChange } from "../transport/edit.js";
import { withSince } from "../transport/since.js";
import type { SwarmLogsQuery } from "../transport/swarm-logs.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result, ServiceSpec } from "../types.js";

/**
 * What {@link Services.create} and {@link Services.update} take beside the call options. The swarm
 * keeps the credentials that it is sent, for every node that is to pull the image; so it is sent none
 * unless one of these asks for it.
 */
export interface ServiceRegistryOptions extends CallOptions {
  /** Has the swarm keep these registry credentials; "anonymous" has it forget those it keeps. */
  registryAuth?: RegistryAuth | undefined;
  /** Has the swarm keep the client's own credentials for the registry of the spec's image. */
  withRegistryAuth?: boolean | undefined;
}

/** What {@link Services.edit} takes beside the call options. */
export interface ServiceEditOptions
  extends ServiceRegistryOptions,
    Pick<Query<"ServiceUpdate">, "registryAuthFrom"> {}

/** The header of a call that has credentials. */
interface RegistryHeader {
  header?: { "X-Registry-Auth": string };
}

/**
 * Services of a swarm: what is to run, how often, and how it is updated.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service
 */
export class Services {
  readonly #transport: Transport;
  readonly #credentials: ClientCredentials;

  constructor(transport: Transport, options: ClientCredentialsOptions = {}) {
    this.#transport = withSince(transport, serviceSince);
    this.#credentials = ClientCredentials.of(options);
  }

  /**
   * Lists services.
   *
   * @param query - `filters`: `id`, `label`, `mode`, `name`; `status` to count their tasks
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * for (const { Spec, ServiceStatus } of await docker.services.list({ status: true })) {
   *   console.log(Spec.Name, ServiceStatus?.RunningTasks, "of", ServiceStatus?.DesiredTasks);
   * }
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceList
   */
  list(query: Query<"ServiceList"> = {}, options?: CallOptions): Promise<Result<"ServiceList">> {
    return call(this.#transport, "ServiceList", "GET", "/services", { query }, options);
  }

  /**
   * Creates a service. The swarm starts its tasks afterwards; `docker.tasks` tells how they do.
   *
   * @param body - `Name`, `TaskTemplate` (with its `Networks`), `Mode`, `EndpointSpec`, … The image stays as it is
   * given: each node resolves its tag by itself
   * @param options - call options, `registryAuth`, `withRegistryAuth`
   * @returns the id
   * @throws {ConflictError} when the name is taken
   * @throws {BadParameterError} when the spec cannot be, or names a secret or config that is not there
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const { ID } = await docker.services.create({
   *   Name: "web",
   *   TaskTemplate: { ContainerSpec: { Image: "nginx:1.27" } },
   *   Mode: { Replicated: { Replicas: 3 } },
   *   EndpointSpec: { Ports: [{ TargetPort: 80, PublishedPort: 8080 }] },
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceCreate
   */
  async create(
    body: Body<"ServiceCreate">,
    options: ServiceRegistryOptions = {},
  ): Promise<Result<"ServiceCreate">> {
    return this.#withAuth(body, options, (auth, rest) => {
      const request = { ...auth, body };
      return call(this.#transport, "ServiceCreate", "POST", "/services/create", request, rest);
    });
  }

  /**
   * Tells everything about a service.
   *
   * @param id - its id, the unique beginning of it, or its name
   * @param query - `insertDefaults` to have the spec filled in with what holds where it says nothing
   * @throws {NotFoundError} when there is no such service
   *
   * @example
   * ```ts
   * const { Spec, UpdateStatus } = await docker.services.inspect("web");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceInspect
   */
  inspect(
    id: string,
    query: Query<"ServiceInspect"> = {},
    options?: CallOptions,
  ): Promise<Result<"ServiceInspect">> {
    const request = { path: { id }, query };
    return call(this.#transport, "ServiceInspect", "GET", "/services/{id}", request, options);
  }

  /**
   * Changes a service: sends its whole spec, which the swarm then makes true task by task. {@link edit}
   * is easier.
   *
   * @param body - the whole spec
   * @param query - `version`: `Version.Index` of the service as it was inspected; `rollback:
   * "previous"` to go back to the spec before this one, whatever `body` says; `registryAuthFrom:
   * "previous-spec"` to pull with the credentials that the swarm keeps for that one
   * @param options - call options, `registryAuth`, `withRegistryAuth`
   * @throws {ServerError} when it was changed since: "update out of sequence"
   * @throws {BadParameterError} when there is no spec to go back to
   * @throws {NotFoundError} when there is no such service
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const { Spec, Version } = await docker.services.inspect("web");
   * const query = { version: Version.Index, rollback: "previous" } as const;
   * await docker.services.update("web", Spec, query);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceUpdate
   */
  async update(
    id: string,
    body: Body<"ServiceUpdate">,
    query: Query<"ServiceUpdate">,
    options: ServiceRegistryOptions = {},
  ): Promise<Result<"ServiceUpdate">> {
    return this.#withAuth(body, options, (auth, rest) => {
      const request = { ...auth, path: { id }, query, body };
      const path = "/services/{id}/update";
      return call(this.#transport, "ServiceUpdate", "POST", path, request, rest);
    });
  }

  /**
   * Reads a service, changes its spec and updates it; again, up to five times in all, when somebody
   * else, or the swarm itself, changed it meanwhile.
   *
   * @param change - is given a copy of the spec: changes it, or returns another; called anew for every
   * try
   * @param options - call options (`signal` and `timeout` are for the whole edit), `registryAuth`,
   * `withRegistryAuth`, `registryAuthFrom`
   * @throws {NotFoundError} when there is no such service
   * @throws {ServerError} when others were faster five times: "update out of sequence"
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * await docker.services.edit("web", (spec) => {
   *   spec.Mode = { Replicated: { Replicas: 5 } };
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceUpdate
   */
  async edit(
    id: string,
    change: SpecChange<ServiceSpec>,
    options: ServiceEditOptions = {},
  ): Promise<Result<"ServiceUpdate">> {
    const { registryAuth, withRegistryAuth, registryAuthFrom, ...rest } = options;
    const { editSpec } = await import("../transport/edit.js");
    const calls = {
      read: (own: CallOptions) => this.inspect(id, {}, own),
      update: (spec: ServiceSpec, version: number, own: CallOptions) => {
        const query = { version, registryAuthFrom };
        return this.update(id, spec, query, { ...own, registryAuth, withRegistryAuth });
      },
    };
    return editSpec(`service ${id}`, calls, change, rest);
  }

  /**
   * Removes a service; its tasks end afterwards.
   *
   * @throws {NotFoundError} when there is no such service
   *
   * @example
   * ```ts
   * await docker.services.remove("web");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceDelete
   */
  remove(id: string, options?: CallOptions): Promise<void> {
    const request = { path: { id } };
    return run(this.#transport, "ServiceDelete", "DELETE", "/services/{id}", request, options);
  }

  /**
   * Reads what the containers of a service wrote, on all nodes. Whether they have a TTY is found out.
   *
   * @param query - `stdout`, `stderr` (at least one of them), `follow`, `tail` (of each task),
   * `since`, `timestamps`, `details` (puts the ids of the node, the service and the task before every
   * line, which is the only way to tell whose it is)
   * @returns output that is asked for when it is read; leaving the loop ends the request
   * @throws {NotFoundError} when there is no such service
   *
   * @example
   * ```ts
   * const logs = docker.services.logs("web", { stdout: true, stderr: true, follow: true, tail: 10 });
   * for await (const line of logs.lines()) console.log(line);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Service/operation/ServiceLogs
   */
  logs(id: string, query: SwarmLogsQuery, options?: CallOptions): OutputStream {
    return new OutputStream(async () => {
      // A Date is written as the seconds that the API's type asks for.
      const request = { path: { id }, query: query as Query<"ServiceLogs"> };
      const path = "/services/{id}/logs";
      const answer = await open(this.#transport, "ServiceLogs", "GET", path, request, options);
      const { swarmLogs } = await import("../transport/swarm-logs.js");
      const readSpec = async (): Promise<ServiceSpec["TaskTemplate"]> =>
        (await this.inspect(id, {}, options)).Spec.TaskTemplate;
      return swarmLogs(this.#transport, answer, readSpec);
    });
  }

  /** Makes a call with the credentials that are asked for, or with none. */
  async #withAuth<T>(
    spec: ServiceSpec,
    { registryAuth, withRegistryAuth, ...rest }: ServiceRegistryOptions,
    send: (auth: RegistryHeader, rest: CallOptions) => Promise<T>,
  ): Promise<T> {
    if (registryAuth === undefined && !withRegistryAuth) return send({}, rest);
    const image = spec.TaskTemplate?.ContainerSpec?.Image;
    if (!image) {
      const option = registryAuth === undefined ? "withRegistryAuth" : "registryAuth";
      throw new ConfigError(option, "the spec has no TaskTemplate.ContainerSpec.Image to pull");
    }
    const { registry } = parseReference(image);
    return this.#credentials
      .or(registryAuth)
      .use(registry, rest, (header) => send({ header }, rest));
  }
}
