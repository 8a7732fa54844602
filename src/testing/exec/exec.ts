import type { Container } from "../containers/container.js";
import type { DetachKeys } from "../containers/detach-keys.js";
import type { Process, TerminalSize } from "../containers/process.js";
import { Stdio } from "../containers/stdio.js";
import type { Engine } from "../engine.js";
import { conflict, notFound } from "../http/engine-error.js";

/** What a create call asked for, with what it left to the container. */
export interface ExecConfig {
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly user: string;
  readonly workingDir: string;
  readonly privileged: boolean;
  readonly tty: boolean;
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly detachKeys: DetachKeys;
}

/** A command besides a container's own, and the state it is in. */
export class Exec {
  readonly id: string;
  readonly container: Container;
  readonly config: ExecConfig;
  readonly stdio: Stdio = new Stdio();
  size: TerminalSize;
  process: Process | undefined = undefined;
  running = false;
  /** Null until it has ended. */
  exitCode: number | null = null;
  pid = 0;
  /** Whether its client left it by the detach keys: the engine loses sight of it then. */
  lost = false;
  /** Resolves when the process is there; until then it has no terminal to resize. */
  readonly started: Promise<void>;
  announceStart!: () => void;

  constructor(id: string, container: Container, config: ExecConfig, size: TerminalSize) {
    this.id = id;
    this.container = container;
    this.config = config;
    this.size = size;
    this.started = new Promise((resolve) => {
      this.announceStart = resolve;
    });
  }

  /** `sleep 5`, as events show it; a command without arguments has its blank all the same. */
  get commandLine(): string {
    const [entrypoint, ...args] = this.config.argv;
    return `${entrypoint} ${args.join(" ")}`;
  }
}

/** The execs that an engine knows. Those that have ended are kept as long as their container. */
export class Execs {
  readonly #stored = new Map<string, Exec>();

  add(exec: Exec): void {
    this.#stored.set(exec.id, exec);
  }

  /** By its whole id. */
  get(id: string): Exec {
    const exec = this.#stored.get(id);
    if (exec === undefined) throw notFound(`No such exec instance: ${id}`);
    return exec;
  }

  /** For calls that need its container to run. */
  getActive(id: string): Exec {
    const exec = this.get(id);
    checkActive(exec.container, exec.container.id);
    return exec;
  }

  /** Oldest first. */
  all(): Exec[] {
    return [...this.#stored.values()];
  }

  of(container: Container): Exec[] {
    return [...this.#stored.values()].filter((exec) => exec.container === container);
  }

  delete(exec: Exec): void {
    this.#stored.delete(exec.id);
  }
}

/** Refuses a container in which nothing can be run now. */
export function checkActive(container: Container, name: string): void {
  const { id } = container;
  if (!container.running) throw conflict(`container ${id} is not running`);
  if (container.paused) {
    throw conflict(`Container ${name} is paused, unpause the container before exec`);
  }
  if (container.restarting) {
    throw conflict(`Container ${id} is restarting, wait until the container is running`);
  }
}

/** The process of an exec has ended, or is given up. */
export function endExec(engine: Engine, exec: Exec, code: number): void {
  if (exec.process === undefined) return;
  exec.process = undefined;
  exec.running = false;
  if (!exec.lost) exec.exitCode = code;
  exec.stdio.end();
  engine.events.container(exec.container, "exec_die", {
    execID: exec.id,
    exitCode: String(exec.lost ? 127 : code),
  });
}

/** A container's end is that of all its execs; those that were never started are forgotten. */
export function endExecs(engine: Engine, container: Container): void {
  for (const exec of engine.execs.of(container)) {
    const { process } = exec;
    endExec(engine, exec, 137);
    process?.kill("SIGKILL");
    if (exec.exitCode === null) engine.execs.delete(exec);
  }
}
