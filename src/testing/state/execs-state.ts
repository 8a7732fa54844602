import type { Engine } from "../engine.js";
import type { Exec } from "../exec/exec.js";
import { MockContainer } from "./container-state.js";
import { missing } from "./missing.js";

/** A command that was run in a container of a mock daemon. */
export class MockExec {
  readonly #engine: Engine;
  readonly #exec: Exec;

  /** @internal */
  constructor(engine: Engine, exec: Exec) {
    this.#engine = engine;
    this.#exec = exec;
  }

  get id(): string {
    return this.#exec.id;
  }

  get command(): readonly string[] {
    return this.#exec.config.argv;
  }

  get container(): MockContainer {
    return new MockContainer(this.#engine, this.#exec.container);
  }

  get running(): boolean {
    return this.#exec.running;
  }

  /** Undefined before it has ended. */
  get exitCode(): number | undefined {
    return this.#exec.exitCode ?? undefined;
  }
}

/** The execs of a mock daemon: those of the containers that are there. */
export class MockExecs {
  readonly #engine: Engine;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The exec of that id. Throws where there is none, and says which there are.
   *
   * @example
   * ```ts
   * expect(daemon.execs.get(id).exitCode).toBe(0);
   * ```
   */
  get(id: string): MockExec {
    const found = this.list().find((exec) => exec.id === id);
    if (found !== undefined) return found;
    const ids = this.list().map((exec) => `${exec.id} (${exec.command.join(" ")})`);
    throw missing("exec", id, ids);
  }

  /**
   * All of them, the oldest first.
   *
   * @example
   * ```ts
   * expect(daemon.execs.list().map(({ command }) => command)).toEqual([["migrate", "up"]]);
   * ```
   */
  list(): MockExec[] {
    return this.#engine.execs.all().map((exec) => new MockExec(this.#engine, exec));
  }
}
