import type { Body } from "../../types.js";
import { type CreateBody, createContainer } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import { EngineError } from "../http/engine-error.js";
import { MockContainer } from "./container-state.js";
import { missing } from "./missing.js";

/** The containers of a mock daemon, to arrange and to assert. */
export class MockContainers {
  readonly #engine: Engine;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The container of that name, id or beginning of an id. Throws where there is none, and says which
   * there are.
   *
   * @example
   * ```ts
   * expect(daemon.containers.get("web").status).toBe("running");
   * ```
   */
  get(name: string): MockContainer {
    try {
      return new MockContainer(this.#engine, this.#engine.containers.get(name));
    } catch (error) {
      if (!(error instanceof EngineError) || error.status !== 404) throw error;
      const names = this.list().map((container) => container.name);
      throw missing("container", name, names);
    }
  }

  /** Whether there is one of that name or id. */
  has(name: string): boolean {
    const all = this.#engine.containers.all();
    return all.some((container) => container.name === name || container.id === name);
  }

  /** All of them, the oldest first, whether or not they run. */
  list(): MockContainer[] {
    const all = this.#engine.containers.all().reverse();
    return all.map((container) => new MockContainer(this.#engine, container));
  }

  /**
   * Makes a container without a call, from what a create call would have as its body.
   *
   * @example
   * ```ts
   * daemon.containers.create({ Image: "alpine:3.20", Cmd: ["true"] }, { name: "job" });
   * ```
   */
  create(config: Body<"ContainerCreate">, options: { name?: string } = {}): MockContainer {
    const { container } = createContainer(this.#engine, config as CreateBody, {
      name: options.name ?? "",
      platform: "",
    });
    return new MockContainer(this.#engine, container);
  }

  /**
   * Makes a container and starts it.
   *
   * @example
   * ```ts
   * daemon.containers.run({ Image: "alpine:3.20", Cmd: ["sleep", "600"] }, { name: "web" });
   * ```
   */
  run(config: Body<"ContainerCreate">, options: { name?: string } = {}): MockContainer {
    return this.create(config, options).start();
  }
}
