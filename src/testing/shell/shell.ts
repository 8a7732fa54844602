import type { ProgramContext } from "../containers/process.js";
import { protectInit } from "../containers/signals.js";
import { FileError } from "../files/file-error.js";
import { evaluate, runTrap } from "./evaluate.js";
import { nextLine } from "./input.js";
import { BrokenPipe } from "./output.js";
import { parseScript } from "./parser.js";
import { type Find, type Io, Leave, ShellError, ShellState } from "./state.js";
import { type Command, ShellSyntaxError } from "./syntax.js";

/**
 * `sh` as busybox has it: `-c`, a file, or the lines of its input; lists, pipes, loops, conditions,
 * functions, variables, substitutions, redirections, traps and commands in the background. What it
 * does not know is an error that says so: a script must not half work.
 */
export async function shell(context: ProgramContext, find: Find): Promise<number> {
  const state = new ShellState(context, find);
  protectInit(context);
  const { stdin, stdout, stderr } = context;
  const io: Io = { stdin, stdout, stderr };
  const words = context.argv.slice(1);
  let wantsText = false;
  while (/^[-+]./.test(words[0] ?? "")) {
    const option = words.shift() ?? "";
    if (option === "--") break;
    const unknown = /[^celsuixaf]/.exec(option.slice(1));
    if (unknown !== null) return complain(io, `illegal option -${unknown[0]}`, 2);
    for (const letter of option.slice(1)) {
      if (letter === "c") wantsText = true;
      else if (/[euxaf]/.test(letter)) state.options.add(letter);
    }
  }
  if (wantsText) {
    const [text, name = "sh", ...positional] = words;
    if (text === undefined) return complain(io, "-c requires an argument", 2);
    Object.assign(state, { name, positional });
    return finish(state, io, () => parseAndRun(state, text, io, true));
  }
  const [path, ...positional] = words;
  if (path === undefined) return finish(state, io, () => runLines(state, io));
  Object.assign(state, { name: path, positional });
  try {
    const text = state.files.readText(path);
    return finish(state, io, () => parseAndRun(state, text, io, true));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return complain(io, `can't open '${path}': ${error.reason}`, 2);
  }
}

function complain({ stderr }: Io, message: string, code: number): number {
  stderr.write(`sh: ${message}\n`);
  return code;
}

const parseAndRun = (state: ShellState, text: string, io: Io, last: boolean): Promise<number> =>
  evaluate(state, parseScript(text), io, { last, tested: false });

/** Runs a script to its end, whatever ends it, and what it wants done then. */
async function finish(state: ShellState, io: Io, script: () => Promise<number>): Promise<number> {
  try {
    state.code = await attempt(io, async () => {
      await script();
      return state.code;
    });
    await attempt(io, async () => {
      await runTrap(state, "EXIT", io);
      return 0;
    });
    return state.code;
  } catch (error) {
    if (!(error instanceof Leave)) throw error;
    return error.value;
  }
}

async function attempt(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Leave) return ["exit", "return"].includes(error.how) ? error.value : 0;
    if (error instanceof ShellSyntaxError) return complain(io, error.message, 2);
    if (error instanceof ShellError) return complain(io, error.message, error.code);
    if (error instanceof BrokenPipe) return 141;
    throw error;
  }
}

/** What comes by its input, line by line, each as soon as it is complete. */
async function runLines(state: ShellState, io: Io): Promise<number> {
  const { tty } = state.context;
  if (tty) {
    state.context.onSignal("SIGINT", () => {
      if (state.foreground.size === 0) io.stderr.write(`\n${prompt(state)}`);
      for (const deliver of state.foreground) deliver("SIGINT");
    });
  }
  let text = "";
  for (;;) {
    if (tty) io.stderr.write(text === "" ? prompt(state) : "> ");
    const line = await nextLine(io.stdin, state.signal);
    text += line?.toString("utf8") ?? "";
    let command: Command | undefined;
    try {
      command = parseScript(text);
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      if (error.incomplete && line !== undefined) continue;
      state.code = complain(io, error.message, 2);
      if (!tty) return state.code;
    }
    text = "";
    if (command !== undefined) await runLine(state, command, io);
    if (tty && state.code === 130) io.stderr.write("\n");
    if (line === undefined) return state.code;
  }
}

/** At a terminal a mistake ends its line only. */
async function runLine(state: ShellState, command: Command, io: Io): Promise<void> {
  try {
    const before = state.code;
    await evaluate(state, command, io, { last: false, tested: false });
    if (command.kind === "list" && command.commands.length === 0) state.code = before;
  } catch (error) {
    if (!(error instanceof ShellError) || !state.context.tty) throw error;
    state.code = complain(io, error.message, error.code);
  }
}

/** `/ # ` */
function prompt({ workingDir, context }: ShellState): string {
  return `${workingDir === context.env.HOME ? "~" : workingDir} ${context.user === "root" ? "#" : "$"} `;
}
