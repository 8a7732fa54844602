import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import type { ClockSource } from "./clock.js";
import type { Program } from "./containers/process.js";
import { Engine } from "./engine.js";
import { type Fault, Faults } from "./http/faults.js";
import { responseToUpgrade } from "./http/hijack.js";
import { type Listening, type ListenOptions, listen } from "./http/listen.js";
import { MemoryDispatcher } from "./http/memory-dispatcher.js";
import type { RecordedRequest } from "./http/requests.js";
import { serve } from "./http/server.js";
import { engineOf } from "./http/versions.js";
import type { ImageOptions } from "./images/image.js";
import { addLocalImage } from "./images/image-store.js";
import type { Registry } from "./images/registry.js";
import { keepAlive } from "./real-timers.js";

export interface MockDaemonOptions {
  /**
   * The images the daemon has from the start. They can be pulled again, too.
   *
   * @example
   * ```ts
   * new MockDaemon({ images: ["alpine:3.20", { reference: "app:1", config: { Cmd: ["serve"] } }] });
   * ```
   */
  images?: readonly (string | ImageOptions)[];
  /**
   * The images that can be pulled, besides those the daemon has.
   *
   * @example
   * ```ts
   * new MockDaemon({ registry: ["alpine:3.20", "reg.example:5000/app:1"] });
   * ```
   */
  registry?: readonly (string | ImageOptions)[];
  /**
   * The newest API version it speaks, from `1.41` to `1.56`; `1.51` unless given. It behaves as the
   * engine that has this version: what came later it does not know.
   *
   * @example
   * ```ts
   * new MockDaemon({ apiVersion: "1.41" }); // Docker 20.10
   * ```
   */
  apiVersion?: string;
  /** The engine it says it is; one that has the API version unless given: `28.5.2` for `1.51`. */
  engineVersion?: string;
  /** The host's name; `mock` unless given. */
  name?: string;
  /**
   * Makes ids, names and addresses the same in each run: the same calls get the same ones.
   *
   * @example
   * ```ts
   * new MockDaemon({ seed: "invoices", clock: new Date("2026-01-01T00:00:00Z") });
   * ```
   */
  seed?: string | number;
  /**
   * The time it tells: a `Date` at which it stands still, but for a microsecond each time that it looks,
   * or a function. Unless given it is that of the global `Date`, which fake timers replace. What it
   * waits for, it waits for with the global `setTimeout`.
   *
   * @example
   * ```ts
   * let now = Date.UTC(2026, 0, 1);
   * const daemon = new MockDaemon({ clock: () => now });
   * now += 60_000;
   * ```
   */
  clock?: ClockSource;
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

  readonly #engine: Engine;
  readonly #server: Server;
  readonly #faults = new Faults();
  readonly #connections = new Set<Duplex>();
  #dispatcher: Dispatcher | undefined;
  #listening: Promise<Listening> | undefined;
  #calls = 0;
  #letGo: (() => void) | undefined;

  constructor(options: MockDaemonOptions = {}) {
    const { apiVersion = "1.51" } = options;
    const usual = engineOf(apiVersion);
    const identity = {
      apiVersion,
      engineVersion: options.engineVersion ?? usual,
      name: options.name ?? "mock",
    };
    this.#engine = new Engine(identity, options);
    const { registries } = this.#engine;
    this.registry = registries;
    for (const image of options.registry ?? []) registries.add(image);
    for (const image of options.images ?? []) addLocalImage(this.#engine, image);
    this.#server = this.#createServer();
  }

  /**
   * Reaches the daemon without a port or a file: for `new Docker({ dispatcher })`, or for undici's own
   * `request(url, { dispatcher })`.
   */
  get dispatcher(): Dispatcher {
    this.#dispatcher ??= new MemoryDispatcher(this.#server);
    return this.#dispatcher;
  }

  /**
   * Says what the containers of an image run, whatever their command is.
   *
   * Without a program, containers can run `echo`, `cat`, `sleep`, `true`, `false`, `env`, `date`, `ls`,
   * `touch`, `rm`, `mkdir`, `cp`, `mv`, `chmod`, `pwd`, `test`, `stty size`, simple `sh -c` scripts and
   * the image's own commands ({@link MockDaemon.command}); any other command is not found.
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
   * Makes calls fail, or take long.
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "ContainerCreate", status: 500, message: "disk full", times: 1 });
   * daemon.fail({ method: "GET", path: /^\/images\//, status: 503, times: Infinity });
   * ```
   */
  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  /**
   * Opens a real socket, for clients that cannot take a dispatcher.
   *
   * @example
   * ```ts
   * const { host } = await daemon.listen();
   * const child = spawn("docker", ["ps"], { env: { DOCKER_HOST: host } });
   * ```
   */
  async listen(options: ListenOptions = {}): Promise<{ host: string; path: string }> {
    if (this.#engine.closed) throw new Error("the mock daemon is closed");
    if (this.#listening !== undefined) throw new Error("the mock daemon listens already");
    this.#listening = listen(this.#server, options);
    this.#listening.catch(() => {
      this.#listening = undefined;
    });
    const { host, path } = await this.#listening;
    return { host, path };
  }

  /** Ends its containers and its connections; calls that are still open fail. */
  async close(): Promise<void> {
    if (this.#engine.closed) return;
    this.#engine.closed = true;
    for (const container of this.#engine.containers.all()) {
      clearTimeout(container.restartTimer);
      container.process?.kill("SIGKILL");
    }
    for (const connection of this.#connections) connection.destroy();
    await this.#dispatcher?.destroy();
    const listening = await this.#listening?.catch(() => undefined);
    if (listening !== undefined) {
      await new Promise((resolve) => this.#server.close(resolve));
      await listening.remove();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #createServer(): Server {
    const parts = {
      engine: this.#engine,
      faults: this.#faults,
      requests: this.requests,
    };
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      this.#hold(1);
      response.once("close", () => this.#hold(-1));
      void serve(parts, request, response);
    };
    const server = createServer({ requestTimeout: 0, keepAliveTimeout: 0 }, answer);
    server.on("upgrade", (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      if (head.length > 0) connection.unshift(head);
      answer(request, responseToUpgrade(request, connection));
    });
    server.on("connection", (connection: Duplex) => {
      this.#connections.add(connection);
      connection.once("close", () => this.#connections.delete(connection));
    });
    return server;
  }

  /** Keeps the process alive while a call is open, as a socket would, and no longer. */
  #hold(change: 1 | -1): void {
    this.#calls += change;
    if (this.#calls > 0) this.#letGo ??= keepAlive();
    else {
      this.#letGo?.();
      this.#letGo = undefined;
    }
  }
}
