import { checkOptions } from "./connection/check.js";
import type { ConnectionOptions } from "./connection/options.js";
import { ClientCredentials } from "./registry/client-credentials.js";
import type { RegistryAuth } from "./registry/resolver.js";
import { Checkpoints } from "./resources/checkpoints.js";
import { Configs } from "./resources/configs.js";
import { Containers } from "./resources/containers.js";
import { Distribution } from "./resources/distribution.js";
import { Exec } from "./resources/exec.js";
import { Images } from "./resources/images.js";
import { Networks } from "./resources/networks.js";
import { Nodes } from "./resources/nodes.js";
import { Plugins } from "./resources/plugins.js";
import { Secrets } from "./resources/secrets.js";
import { Services } from "./resources/services.js";
import { Swarm } from "./resources/swarm.js";
import { System } from "./resources/system.js";
import { Tasks } from "./resources/tasks.js";
import { Volumes } from "./resources/volumes.js";
import { type ApiClient, createApiClient } from "./transport/api.js";
import { createTransport } from "./transport/create.js";
import type { CallOptions, Transport } from "./transport/transport.js";
import type { OperationId, Query } from "./types.js";

/** Where the engine is, how to reach it, and whose registry credentials to use. */
export interface DockerOptions extends ConnectionOptions {
  /**
   * Registry credentials for pulls, pushes, builds and searches: fixed ones, a function that is asked once
   * for each registry, or "anonymous". Default: those of the docker configuration, which `docker
   * login` keeps; with a `dispatcher` of your own, "anonymous".
   */
  registryAuth?: RegistryAuth | undefined;
}

/**
 * A Docker Engine. Making one reads nothing and sends nothing: the engine is looked for with the
 * first call.
 *
 * @throws {ConfigError} for an option that cannot work
 *
 * @example
 * ```ts
 * await using docker = new Docker();
 * for (const { Names, Status } of await docker.containers.list()) console.log(Names[0], Status);
 * ```
 */
export class Docker implements AsyncDisposable {
  /** What runs in a container, written to disk to go on from there. */
  readonly checkpoints: Checkpoints;
  /** A swarm's configuration files. */
  readonly configs: Configs;
  /** Create, run, look at, remove. */
  readonly containers: Containers;
  /** Images as they are in their registries. */
  readonly distribution: Distribution;
  /** Further processes in running containers. */
  readonly exec: Exec;
  /** Pull, push, build, import, export, remove. */
  readonly images: Images;
  /** Create, connect containers, remove. */
  readonly networks: Networks;
  /** The engines of a swarm. */
  readonly nodes: Nodes;
  /** Install, set up, remove. */
  readonly plugins: Plugins;
  /** A swarm's secrets. */
  readonly secrets: Secrets;
  /** What a swarm is to run, and how often. */
  readonly services: Services;
  /** Make, join, change and leave a swarm. */
  readonly swarm: Swarm;
  /** The engine itself: version, events, disk use. */
  readonly system: System;
  /** What a swarm runs for its services. */
  readonly tasks: Tasks;
  /** Create, look at, remove. */
  readonly volumes: Volumes;
  readonly #transport: Transport;
  readonly #credentials: ClientCredentials;
  #api: ApiClient | undefined;

  constructor(options: DockerOptions = {}) {
    checkOptions(options, ["registryAuth"]);
    const { registryAuth, ...connection } = options;
    // What is tested with a mock daemon must not depend on who is logged in on the machine.
    const auth = registryAuth === undefined && connection.dispatcher ? "anonymous" : registryAuth;
    const credentials = new ClientCredentials(auth, connection.env);
    this.#credentials = credentials;
    this.#transport = createTransport(connection);
    this.checkpoints = new Checkpoints(this.#transport);
    this.configs = new Configs(this.#transport);
    this.containers = new Containers(this.#transport);
    this.distribution = new Distribution(this.#transport, { registryAuth: credentials });
    this.exec = new Exec(this.#transport);
    this.images = new Images(this.#transport, { registryAuth: credentials });
    this.networks = new Networks(this.#transport);
    this.nodes = new Nodes(this.#transport);
    this.plugins = new Plugins(this.#transport, { registryAuth: credentials });
    this.secrets = new Secrets(this.#transport);
    this.services = new Services(this.#transport, { registryAuth: credentials });
    this.swarm = new Swarm(this.#transport);
    this.system = new System(this.#transport);
    this.tasks = new Tasks(this.#transport);
    this.volumes = new Volumes(this.#transport);
  }

  /**
   * Makes a client and asks the engine whether it is there, so that what is wrong shows at once.
   *
   * @param options - those of the constructor
   * @param call - `signal` and `timeout` for the question
   * @throws {ConnectionError} when there is no engine, {@link TlsError} when TLS fails,
   * {@link ApiVersionError} when it is too old
   *
   * @example
   * ```ts
   * const docker = await Docker.connect({ host: "tcp://10.0.0.5:2376", certPath: "/etc/docker/certs" });
   * ```
   */
  static async connect(options: DockerOptions = {}, call: CallOptions = {}): Promise<Docker> {
    // Not by its name: a bundler would rename a class that names itself.
    const docker = new this(options);
    try {
      await docker.system.ping(call);
      await docker.apiVersion();
      return docker;
    } catch (error) {
      await docker.close();
      throw error;
    }
  }

  /**
   * The typed client under the resource classes: every path of the API document, with its
   * parameters and answers. An error status comes back as `error` and is not thrown.
   *
   * @example
   * ```ts
   * const { data, error } = await docker.api.GET("/containers/{id}/json", {
   *   params: { path: { id: "web" } },
   * });
   * ```
   */
  get api(): ApiClient {
    this.#api ??= createApiClient(this.#transport);
    return this.#api;
  }

  /** The API version that is spoken, `"1.44"`: pinned by an option, or agreed on with the engine. */
  apiVersion(): Promise<string> {
    return this.#transport.apiVersion();
  }

  /**
   * Whether an operation, or a query parameter of it, is known to the API version that is spoken. A
   * call with one that is not fails with {@link ApiVersionError} before anything is sent.
   *
   * @param operation - the operation's name in the API document
   * @throws {ConfigError} for an operation or a parameter that does not exist
   * @throws {ConnectionError} when there is no engine to agree on a version with
   *
   * @example
   * ```ts
   * const t = 5;
   * const signal = (await docker.supports("ContainerStop", "signal")) ? "SIGINT" : undefined;
   * await docker.containers.stop("web", { t, signal });
   * ```
   */
  async supports<Op extends OperationId>(
    operation: Op,
    parameter?: keyof Query<Op> & string,
  ): Promise<boolean> {
    const version = await this.apiVersion();
    const { supports } = await import("./transport/supports.js");
    return supports(version, operation, parameter);
  }

  /**
   * Ends every connection. Calls under way, and later ones, fail with {@link ClosedError}. An
   * injected dispatcher stays open: it is the caller's.
   */
  close(): Promise<void> {
    this.#credentials.close();
    return this.#transport.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
