import type { Program, ProgramContext } from "../containers/process.js";
import { endsByDefault, Killed, leaveSignals, signalNumber } from "../containers/signals.js";
import { BrokenPipe } from "./output.js";
import { type Io, Leave, type ShellState } from "./state.js";

/** What a shell says when a signal has ended one of its commands. */
const words: Readonly<Record<string, string>> = {
  SIGHUP: "Hangup",
  SIGQUIT: "Quit",
  SIGABRT: "Aborted",
  SIGKILL: "Killed",
  SIGSEGV: "Segmentation fault",
  SIGTERM: "Terminated",
};

export interface ChildCommand {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly program: Program;
}

/** A program as a process of its own below the shell; answers its exit code. */
export async function runChild(
  state: ShellState,
  io: Io,
  { argv, env, program }: ChildCommand,
): Promise<number> {
  const { context, processes, signal: parent } = state;
  const controller = new AbortController();
  const handlers = new Map<string, () => void>();
  let give: (code: number) => void = () => {};
  const killed = new Promise<number>((resolve) => {
    give = resolve;
  });
  const deliver = (signal: string): void => {
    const handler = handlers.get(signal);
    if (handler !== undefined && signal !== "SIGKILL") handler();
    else if (endsByDefault(signal)) controller.abort(new Killed(signal));
    if (signal === "SIGKILL") give(137);
  };
  const end = (): void => {
    controller.abort(parent.reason);
    give(137);
  };
  const pid = processes.add({ argv, user: context.user, parent: context.pid, deliver });
  parent.addEventListener("abort", end, { once: true });
  state.foreground.add(deliver);
  const child: ProgramContext = {
    ...context,
    ...io,
    argv,
    env,
    pid,
    signal: controller.signal,
    files: state.files,
    workingDir: state.workingDir,
    onSignal(signal, handler) {
      if (handler === undefined) handlers.delete(signal);
      else handlers.set(signal, handler);
    },
  };
  const run = async (): Promise<number> => ((await program(child)) ?? 0) & 0xff;
  try {
    const code = await Promise.race([run(), killed]);
    if (parent.aborted) throw parent.reason;
    return code;
  } catch (error) {
    if (parent.aborted) throw parent.reason;
    return failed(error, controller.signal, io);
  } finally {
    state.foreground.delete(deliver);
    parent.removeEventListener("abort", end);
    processes.delete(pid);
  }
}

function failed(error: unknown, { aborted, reason }: AbortSignal, { stderr }: Io): number {
  if (error instanceof BrokenPipe) return 141;
  const stopped = aborted && (error as Error).name === "AbortError";
  if (error instanceof Killed || stopped) {
    const { signal } = (stopped ? reason : error) as Killed;
    const said = words[signal];
    if (said !== undefined && stderr.writable) stderr.write(`${said}\n`);
    return 128 + signalNumber(signal);
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (stderr.writable) stderr.write(`${text}\n`);
  return 1;
}

/** The program takes the shell's place, with its number and its signals. */
export async function replaceShell(
  state: ShellState,
  io: Io,
  { argv, env, program }: ChildCommand,
): Promise<never> {
  const { context, files, workingDir } = state;
  leaveSignals(context);
  state.processes.rename(context.pid, argv);
  const code = await program({ ...context, ...io, argv, env, files, workingDir });
  throw new Leave("exit", (code ?? 0) & 0xff);
}
