import type { Readable, Writable } from "node:stream";
import type { Program, ProgramContext } from "../containers/process.js";
import type { Processes } from "../containers/processes.js";
import type { Command } from "./syntax.js";

export type Find = (command: string) => Program | undefined;

/** Where a command reads and writes. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** What the evaluation of a script leaves by. */
export class Leave extends Error {
  readonly how: "exit" | "return" | "break" | "continue";
  /** The exit code, or how many loops. */
  readonly value: number;

  constructor(how: Leave["how"], value: number) {
    super(how);
    this.how = how;
    this.value = value;
  }
}

/** A mistake that ends a script, in the shell's words. */
export class ShellError extends Error {
  readonly code: number;

  constructor(message: string, code = 2) {
    super(message);
    this.code = code;
  }
}

interface Variable {
  value: string;
  exported: boolean;
  readonly: boolean;
}

/** A shell, or a subshell, at work. */
export class ShellState {
  readonly context: ProgramContext;
  /** Whether it is a shell of its own, whose process has its signals. */
  readonly isRoot: boolean;
  readonly find: Find;
  /** Aborts when the shell has to end; the reason is what ended it. */
  readonly signal: AbortSignal;
  readonly functions: Map<string, Command>;
  readonly options: Set<string>;
  /** What to do at which signal, or at `EXIT`; an empty text ignores it. */
  readonly traps: Map<string, string> = new Map();
  /** Signals that have come and wait for their trap. */
  readonly pending: string[] = [];
  /** Commands in the background, by their numbers. */
  readonly jobs: Map<number, Promise<number>> = new Map();
  readonly wakers: Set<() => void> = new Set();
  /** `$0` */
  name: string;
  positional: readonly string[];
  /** `$?` */
  code = 0;
  /** The exit code of the last `$(…)`. */
  captured = 0;
  /** `$!` */
  lastJob = 0;
  files: ProgramContext["files"];
  workingDir: string;
  /** The commands that the shell waits for: they get the signals of its terminal. */
  readonly foreground: Set<(signal: string) => void>;
  /** How many commands have run since others had their turn. */
  busy = 0;
  readonly #variables: Map<string, Variable>;

  constructor(context: ProgramContext, find: Find, from?: ShellState, signal?: AbortSignal) {
    this.context = context;
    this.isRoot = from === undefined;
    this.find = find;
    this.signal = signal ?? from?.signal ?? context.signal;
    this.foreground = (signal === undefined && from?.foreground) || new Set();
    this.functions = new Map(from?.functions);
    this.options = new Set(from?.options);
    this.name = from?.name ?? "sh";
    this.positional = from?.positional ?? [];
    this.code = from?.code ?? 0;
    this.lastJob = from?.lastJob ?? 0;
    this.files = from?.files ?? context.files;
    this.workingDir = from?.workingDir ?? context.workingDir;
    this.#variables = new Map();
    if (from === undefined) {
      for (const [name, value] of Object.entries(context.env)) {
        this.#variables.set(name, { value, exported: true, readonly: false });
      }
      this.set("PWD", context.workingDir, true);
      this.set("SHLVL", String(Number(context.env.SHLVL ?? 0) + 1), true);
    } else {
      for (const [name, variable] of from.#variables) this.#variables.set(name, { ...variable });
      for (const [name, action] of from.traps) if (action === "") this.traps.set(name, "");
    }
  }

  get processes(): Processes {
    return this.context.processes as Processes;
  }

  /** A subshell: what it changes is its own. */
  fork(signal?: AbortSignal): ShellState {
    return new ShellState(this.context, this.find, this, signal);
  }

  get(name: string): string | undefined {
    return this.#variables.get(name)?.value;
  }

  set(name: string, value: string, exported = false): void {
    const present = this.#variables.get(name);
    if (present?.readonly) throw new ShellError(`${name}: is read only`);
    const keeps = present?.exported ?? this.options.has("a");
    this.#variables.set(name, { value, exported: exported || keeps, readonly: false });
  }

  protect(name: string): void {
    const { value = "", exported = false } = this.#variables.get(name) ?? {};
    this.#variables.set(name, { value, exported, readonly: true });
  }

  unset(name: string): void {
    if (this.#variables.get(name)?.readonly) throw new ShellError(`${name}: is read only`);
    this.#variables.delete(name);
  }

  /** What commands inherit. */
  get env(): Record<string, string> {
    const exported = [...this.#variables].filter(([, variable]) => variable.exported);
    return Object.fromEntries(exported.map(([name, { value }]) => [name, value]));
  }

  get variables(): readonly (readonly [string, string])[] {
    return [...this.#variables].map(([name, { value }]) => [name, value] as const).sort();
  }

  /** A signal with a trap has come. */
  notice(signal: string): void {
    this.pending.push(signal);
    for (const wake of this.wakers) wake();
  }
}
