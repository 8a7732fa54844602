import type { Dispatcher } from "undici";
import type { Program } from "./containers/process.js";
import { delay } from "./delay.js";
import { Engine } from "./engine.js";
import { ApiServer } from "./http/api-server.js";
import { checkDuration } from "./http/fault-check.js";
import { type ActiveFault, type Fault, Faults } from "./http/faults.js";
import type {
  Listening,
  ListenOptions,
  PathListening,
  PathListenOptions,
  PortListening,
  PortListenOptions,
  TlsListenOptions,
} from "./http/listen.js";
import type { RecordedRequest } from "./http/requests.js";
import { engineOf } from "./http/versions.js";
import { addLocalImage } from "./images/image-store.js";
import type { Registry } from "./images/registry.js";
import type { MockDaemonOptions } from "./mock-daemon-options.js";
import { keepAlive } from "./real-timers.js";
import { startAgain, stopEverything } from "./restart.js";
import { MockContainers } from "./state/containers-state.js";
import { MockExecs } from "./state/execs-state.js";
import { MockImages } from "./state/images-state.js";
import { MockNetworks } from "./state/networks-state.js";
import { MockVolumes } from "./state/volumes-state.js";
import { Certificates, type ClientCertificates } from "./tls/certificates.js";

/** A time without an engine. It ends with the block that it is declared in by `using`. */
export interface Outage extends Disposable {
  /** From now on connections are taken again. */
  end(): void;
}

/**
 * A Docker engine in memory, for tests: containers have a life cycle, names conflict, logs are framed,
 * and it answers with an engine's status codes and words. A container's process is a function.
 *
 * @example
 * ```ts
 * await using daemon = new MockDaemon({ images: ["alpine:3.20"] });
 * daemon.program("alpine:3.20", ({ stdout }) => {
 *   stdout.write("hello\n");
 *   return 0;
 * });
 * const docker = new Docker({ dispatcher: daemon.dispatcher });
 * ```
 */
export class MockDaemon {
  /** The requests it received, in their order. */
  readonly requests: RecordedRequest[] = [];
  /** What can be pulled, and who may. */
  readonly registry: Registry;
  /**
   * Its containers, to arrange and to assert.
   *
   * @example
   * ```ts
   * daemon.containers.run({ Image: "alpine:3.20", Cmd: ["sleep", "600"] }, { name: "web" });
   * expect(daemon.containers.get("web").status).toBe("running");
   * ```
   */
  readonly containers: MockContainers;
  /** Its images: `daemon.images.get("app:1")`. */
  readonly images: MockImages;
  /** Its networks: `daemon.networks.get("backend")`. */
  readonly networks: MockNetworks;
  /** Its volumes: `daemon.volumes.get("data")`. */
  readonly volumes: MockVolumes;
  /** The commands that were run in its containers: `daemon.execs.list()`. */
  readonly execs: MockExecs;

  readonly #engine: Engine;
  readonly #server: ApiServer;
  readonly #faults = new Faults();
  readonly #certificates = new Certificates();

  constructor(options: MockDaemonOptions = {}) {
    const { apiVersion = "1.51" } = options;
    const usual = engineOf(apiVersion);
    const identity = {
      apiVersion,
      engineVersion: options.engineVersion ?? usual,
      name: options.name ?? "mock",
    };
    this.#engine = new Engine(identity, options);
    this.containers = new MockContainers(this.#engine);
    this.images = new MockImages(this.#engine);
    this.networks = new MockNetworks(this.#engine);
    this.volumes = new MockVolumes(this.#engine);
    this.execs = new MockExecs(this.#engine);
    const { registries } = this.#engine;
    this.registry = registries;
    for (const image of options.registry ?? []) registries.add(image);
    for (const image of options.images ?? []) addLocalImage(this.#engine, image);
    this.#server = new ApiServer({
      engine: this.#engine,
      faults: this.#faults,
      certificates: this.#certificates,
      requests: this.requests,
    });
  }

  /**
   * Reaches the daemon without a port or a file: for `new Docker({ dispatcher })`, or for undici's own
   * `request(url, { dispatcher })`.
   */
  get dispatcher(): Dispatcher {
    return this.#server.dispatcher;
  }

  /**
   * Says what the containers of an image run, whatever their command is.
   *
   * Without a program, containers can run the image's own commands ({@link MockDaemon.command}), `sh`
   * with pipes, loops, functions, traps and the like, and many commands of busybox in a simple form:
   * `echo`, `cat`, `sleep`, `env`, `date`, `ls`, `test`, `printf`, `head`, `tail -f`, `grep`, `wc`,
   * `sort`, `tr`, `kill`, `ps`, `timeout`, …; any other command is not found.
   *
   * @example
   * ```ts
   * daemon.program("greeter:1", async ({ argv, stdin, stdout, signal }) => {
   *   stdout.write(`hello ${argv[1]}\n`);
   *   return 0;
   * });
   * ```
   */
  program(image: string, program: Program): void {
    this.#engine.register(image, program);
  }

  /**
   * Gives an image a command: for `docker exec`, for `sh -c` scripts, and for containers of an image
   * that has no program of its own.
   *
   * @param name - as it is called: `migrate`, which `/usr/local/bin/migrate` finds, too
   *
   * @example
   * ```ts
   * daemon.command("app:1", "migrate", ({ argv, env, stdout }) => {
   *   stdout.write(`migrating ${env.DATABASE} to ${argv[1]}\n`);
   *   return 0;
   * });
   * ```
   */
  command(image: string, name: string, program: Program): void {
    this.#engine.registerCommand(image, name, program);
  }

  /**
   * Makes calls fail, break or take long.
   *
   * @returns the fault, which can be removed, and tells how often it has happened
   * @throws {TypeError} for a fault that could never happen
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "ContainerCreate", status: 500, message: "disk full", times: 1 });
   * daemon.fail({ method: "GET", path: /^\/images\//, status: 503, times: Infinity });
   * using broken = daemon.fail({ operation: "ContainerLogs", reset: "body", times: Infinity });
   * ```
   */
  fail(fault: Fault): ActiveFault {
    return this.#faults.add(fault);
  }

  /**
   * Is not there for a while: its connections end, and new ones are refused. Its containers run on.
   *
   * @returns what ends it
   *
   * @example
   * ```ts
   * using gone = daemon.refuseConnections();
   * await expect(docker.system.ping()).rejects.toThrow(ConnectionError);
   * ```
   */
  refuseConnections(): Outage {
    const end = this.#server.refuse();
    return { end, [Symbol.dispose]: end };
  }

  /**
   * Restarts as an engine does that is killed: its connections end, its containers are killed (exit code
   * 255), and those with the restart policy `always` run again, with `unless-stopped` and `on-failure`
   * those that were not stopped by hand. Containers, images, networks and volumes are still there, past
   * events and exec instances are not; clients go on by the same address.
   *
   * @param options - `downtime`: milliseconds for which connections are refused
   *
   * @example
   * ```ts
   * await daemon.restart({ downtime: 200 });
   * ```
   */
  async restart({ downtime = 0 }: { downtime?: number } = {}): Promise<void> {
    checkDuration("downtime", downtime);
    if (this.#engine.closed) throw new Error("the mock daemon is closed");
    const takeAgain = this.#server.refuse();
    const letGo = keepAlive();
    try {
      const again = await stopEverything(this.#engine);
      if (downtime > 0) await delay(downtime);
      if (!this.#engine.closed) startAgain(this.#engine, again);
    } finally {
      letGo();
      takeAgain();
    }
  }

  /**
   * What a client of {@link MockDaemon.listen} with `tls` needs, made when it is first asked for.
   *
   * @example
   * ```ts
   * const { host } = await daemon.listen({ tls: true });
   * const docker = new Docker({ host, tls: daemon.certificates });
   * ```
   */
  get certificates(): ClientCertificates {
    return this.#certificates.client;
  }

  /**
   * Opens a real socket, for clients that cannot take a dispatcher: a unix socket (on Windows a named
   * pipe), a port, or a port with mutual TLS. A daemon can have several.
   *
   * @throws {TypeError} for options that do not go together
   *
   * @example
   * ```ts
   * const { host } = await daemon.listen();
   * const child = spawn("docker", ["ps"], { env: { DOCKER_HOST: host } });
   * ```
   */
  async listen(options?: PathListenOptions): Promise<PathListening>;
  async listen(options: PortListenOptions | TlsListenOptions): Promise<PortListening>;
  async listen(options?: ListenOptions): Promise<Listening>;
  async listen(options: ListenOptions = {}): Promise<Listening> {
    return this.#server.listen(options);
  }

  /** Ends its containers and its connections; calls that are still open fail. */
  async close(): Promise<void> {
    if (this.#engine.closed) return;
    this.#engine.closed = true;
    for (const container of this.#engine.containers.all()) {
      clearTimeout(container.restartTimer);
      container.process?.kill("SIGKILL");
    }
    await this.#server.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
