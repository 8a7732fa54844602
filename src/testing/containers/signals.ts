import type { ProgramContext } from "./process.js";

/** Linux signals in the order of their numbers, from 1. */
const names: readonly string[] = (
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP " +
  "TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"
).split(" ");

const aliases: Readonly<Record<string, number>> = {
  IOT: 6,
  CLD: 17,
  POLL: 29,
  RTMIN: 34,
  RTMAX: 64,
};

/** Signals that do not end a process which has no handler for them. */
const harmless: readonly string[] =
  "SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGWINCH".split(" ");

export const endsByDefault = (signal: string): boolean => !harmless.includes(signal);

type Signalled = Pick<ProgramContext, "pid" | "onSignal">;

const deadly = names.filter((name) => name !== "KILL" && endsByDefault(`SIG${name}`));

/** Process 1 ends by no signal that it has no handler for, but for SIGKILL. */
export function protectInit({ pid, onSignal }: Signalled): void {
  if (pid === 1) for (const name of deadly) onSignal(`SIG${name}`, () => {});
}

/** The program that takes the place of a shell handles signals itself. */
export function leaveSignals({ onSignal }: Signalled): void {
  for (const name of deadly) onSignal(`SIG${name}`, undefined);
}

/**
 * The name of a signal given as `TERM`, `SIGTERM`, `sigterm` or `15`.
 * Throws the engine's words, without a status: each call wraps them in its own.
 */
export function parseSignal(text: string): string {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    if (number === 0) throw new Error(`invalid signal: ${text}`);
    if (number > 64) {
      throw new Error(`the linux daemon does not support signal ${number}`);
    }
    return `SIG${names[number - 1] ?? number}`;
  }
  const name = text.toUpperCase().replace(/^SIG/, "");
  if (!names.includes(name) && aliases[name] === undefined) {
    throw new Error(`invalid signal: ${text}`);
  }
  return `SIG${names[(aliases[name] ?? 0) - 1] ?? name}`;
}

/** `1) HUP`, as `kill -l` lists them. */
export const signalNames = (): readonly string[] => names;

export function signalNumber(signal: string): number {
  const name = signal.replace(/^SIG/, "");
  return names.indexOf(name) + 1 || (aliases[name] ?? Number(name));
}

/**
 * Why a program's `signal` aborted: the container was stopped or killed.
 *
 * @example
 * ```ts
 * daemon.program("worker:1", async ({ signal }) => {
 *   await new Promise((resolve) => signal.addEventListener("abort", resolve));
 *   return signal.reason.signal === "SIGTERM" ? 0 : 1;
 * });
 * ```
 */
export class Killed extends Error {
  /** `SIGTERM`, `SIGKILL`, … */
  readonly signal: string;

  constructor(signal: string) {
    super(`the container received ${signal}`);
    this.name = "Killed";
    this.signal = signal;
  }
}
