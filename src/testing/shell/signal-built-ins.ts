import { parseSignal, signalNumber } from "../containers/signals.js";
import type { Call } from "./built-in.js";
import type { ShellState } from "./state.js";

/** `trap ACTION SIGNAL…`; without an action it lists them. */
export function trap({ state, io, argv }: Call): number {
  const [action, ...names] = argv.slice(1);
  if (action === undefined) {
    for (const [name, text] of state.traps) io.stdout.write(`trap -- '${text}' ${name}\n`);
    return 0;
  }
  for (const given of names.length > 0 ? names : [action]) {
    let signal: string;
    try {
      signal = given === "EXIT" || given === "0" ? "EXIT" : parseSignal(given);
    } catch {
      io.stderr.write(`sh: trap: line 0: ${given}: invalid signal specification\n`);
      return 1;
    }
    if (action === "-" || names.length === 0) state.traps.delete(signal);
    else state.traps.set(signal, action);
    if (signal !== "EXIT" && state.isRoot) listen(state, signal);
  }
  return 0;
}

function listen(state: ShellState, signal: string): void {
  const { context, traps } = state;
  const action = traps.get(signal);
  if (action !== undefined) context.onSignal(signal, () => action && state.notice(signal));
  else if (context.pid === 1) context.onSignal(signal, () => {});
  else context.onSignal(signal, undefined);
}

/** Waits for commands in the background, or for a signal that has a trap. */
export async function wait({ state, io, argv }: Call): Promise<number> {
  const wanted = argv.slice(1).map(Number);
  const pids = wanted.length > 0 ? wanted : [...state.jobs.keys()];
  let code = 0;
  for (const pid of pids) {
    const job = state.jobs.get(pid);
    if (job === undefined) {
      code = 127;
      continue;
    }
    const ended = await orSignal(state, job);
    if (ended === undefined) return 128 + signalNumber(state.pending[0] ?? "SIGTERM");
    state.jobs.delete(pid);
    if (ended === 143) io.stderr.write("Terminated\n");
    if (wanted.length > 0) code = ended;
  }
  return code;
}

/** Undefined when a signal came first. */
async function orSignal(state: ShellState, job: Promise<number>): Promise<number | undefined> {
  if (state.pending.length > 0) return undefined;
  const { signal, wakers } = state;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      wakers.delete(wake);
      signal.removeEventListener("abort", abort);
    };
    const wake = (): void => {
      end();
      resolve(undefined);
    };
    const abort = (): void => {
      end();
      reject(signal.reason);
    };
    wakers.add(wake);
    signal.addEventListener("abort", abort, { once: true });
    job.then(
      (code) => {
        end();
        resolve(code);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}
