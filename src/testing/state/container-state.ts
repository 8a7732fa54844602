import type { Container } from "../containers/container.js";
import { containerFiles } from "../containers/container-mounts.js";
import { environmentOf } from "../containers/environment.js";
import { kill, start } from "../containers/lifecycle.js";
import { parseSignal } from "../containers/signals.js";
import type { OutputName } from "../containers/stdio.js";
import type { Engine } from "../engine.js";
import type { ContainerFiles } from "../files/container-files.js";
import { publishedPorts } from "../networks/ports.js";

/** What a container can be waited for to be: its status, or what its health checks say. */
export type ContainerCondition = Container["status"] | "healthy" | "unhealthy" | "removed";

/**
 * A container as a test sees it, always as it is at the moment.
 *
 * @example
 * ```ts
 * const web = daemon.containers.get("web");
 * expect(web.status).toBe("running");
 * expect(web.files.readText("/etc/app.json")).toContain("8080");
 * await web.exit(1);
 * ```
 */
export class MockContainer {
  readonly #engine: Engine;
  readonly #container: Container;

  /** @internal */
  constructor(engine: Engine, container: Container) {
    this.#engine = engine;
    this.#container = container;
  }

  get id(): string {
    return this.#container.id;
  }

  /** Without a slash. */
  get name(): string {
    return this.#container.name;
  }

  /** As the create call wrote it. */
  get image(): string {
    return this.#container.imageName;
  }

  /** Entrypoint and arguments. */
  get command(): readonly string[] {
    const { Entrypoint: entrypoint, Cmd: cmd } = this.#container.config;
    return [...(entrypoint ?? []), ...(cmd ?? [])].map((word) => word ?? "");
  }

  get status(): Container["status"] {
    return this.#container.status;
  }

  /** What its health checks say; `none` where it has none. */
  get health(): "none" | "starting" | "healthy" | "unhealthy" {
    return this.#container.health?.status ?? "none";
  }

  /** Of the last run; undefined before the first has ended. */
  get exitCode(): number | undefined {
    const { process, finishedAt, exitCode } = this.#container;
    return process === undefined && finishedAt !== undefined ? exitCode : undefined;
  }

  /** How often its restart policy has started it again. */
  get restartCount(): number {
    return this.#container.restartCount;
  }

  /** The variables that its process has. */
  get env(): Readonly<Record<string, string>> {
    return environmentOf(this.#container);
  }

  get labels(): Readonly<Record<string, string>> {
    return { ...this.#container.config.Labels } as Record<string, string>;
  }

  /** The networks it belongs to, with its address in each; empty while it does not run. */
  get networks(): Readonly<Record<string, string>> {
    const { endpoints } = this.#container;
    return Object.fromEntries(
      [...endpoints].map(([name, { attachment }]) => [name, attachment?.address ?? ""]),
    );
  }

  /** The ports on the host by those in the container: `{ "80/tcp": 32768 }`. */
  get ports(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      publishedPorts(this.#container).map(({ port, hostPort }) => [port, Number(hostPort)]),
    );
  }

  /**
   * Its files, with its volumes, to read and to write, whether or not it runs.
   *
   * @example
   * ```ts
   * daemon.containers.get("web").files.write("/etc/app.json", "{}");
   * ```
   */
  get files(): ContainerFiles {
    return containerFiles(this.#engine, this.#container);
  }

  /** All it has written, as `docker logs` shows it. */
  get stdout(): string {
    return this.#text("stdout");
  }

  get stderr(): string {
    return this.#text("stderr");
  }

  /** Starts it, as a start call would. */
  start(): this {
    start(this.#engine, this.#container);
    return this;
  }

  /**
   * Sends a signal, as `docker kill` does: the restart policy does not start it again.
   *
   * @param signal - `SIGKILL` unless given
   */
  async kill(signal = "SIGKILL"): Promise<void> {
    await kill(this.#engine, this.#container, parseSignal(signal));
  }

  /**
   * Ends its process as if its program had ended with this code: the restart policy decides what
   * happens then.
   *
   * @example
   * ```ts
   * await daemon.containers.get("worker").exit(1);
   * ```
   */
  async exit(code = 0): Promise<void> {
    const { process } = this.#container;
    if (process === undefined) throw new Error(`the container ${this.name} is ${this.status}`);
    process.end(code);
    await process.exited;
  }

  /**
   * Waits until it is `running`, `exited`, `healthy`, `removed`, …
   *
   * @param options - `timeout` in milliseconds, 5000 unless given
   *
   * @example
   * ```ts
   * await daemon.containers.get("web").waitFor("healthy");
   * ```
   */
  async waitFor(condition: ContainerCondition, options: { timeout?: number } = {}): Promise<this> {
    const { events } = this.#engine;
    await this.#until(
      () => this.#is(condition),
      // An event comes in the middle of a change.
      (look) => events.listen(({ id }) => id === this.id && queueMicrotask(look)),
      { what: `not ${condition}`, ...options },
    );
    return this;
  }

  /**
   * Waits until it has written this, on stdout or stderr.
   *
   * @param options - `timeout` in milliseconds, 5000 unless given
   *
   * @example
   * ```ts
   * await daemon.containers.get("web").waitForOutput("listening on 8080");
   * ```
   */
  async waitForOutput(text: string | RegExp, options: { timeout?: number } = {}): Promise<this> {
    const wanted = (written: string): boolean =>
      typeof text === "string" ? written.includes(text) : text.test(written);
    await this.#until(
      () => wanted(this.stdout) || wanted(this.stderr),
      (look) => this.#container.log.listen(look),
      { what: `without ${typeof text === "string" ? JSON.stringify(text) : text}`, ...options },
    );
    return this;
  }

  #until(
    holds: () => boolean,
    listen: (look: () => void) => () => void,
    { what, timeout = 5000 }: { what: string; timeout?: number },
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = (): void => {
        stop();
        const now = `it is ${this.status}${this.health === "none" ? "" : `, ${this.health}`}`;
        reject(new Error(`${this.name} was ${what} for ${timeout} ms: ${now}`));
      };
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(late, timeout);
      const stop = listen(look);
      look();
    });
  }

  #is(condition: ContainerCondition): boolean {
    if (condition === "removed") return !this.#engine.containers.all().includes(this.#container);
    return condition === this.status || condition === this.health;
  }

  #text(stream: OutputName): string {
    const { log } = this.#container;
    const lines = log.written.filter((entry) => entry.stream === stream).map(({ line }) => line);
    return Buffer.concat([...lines, ...log.unfinished(stream)]).toString("utf8");
  }
}
