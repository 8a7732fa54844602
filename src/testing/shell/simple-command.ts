import type { Program } from "../containers/process.js";
import { findScript } from "../containers/scripts.js";
import { builtIns, specialBuiltIns } from "./built-ins.js";
import { replaceShell, runChild } from "./child.js";
import type { Evaluate, Place } from "./evaluate.js";
import { type Capture, expandWord, expandWords } from "./expand.js";
import { redirect } from "./redirect.js";
import { type Io, Leave, ShellError, type ShellState } from "./state.js";
import type { Command, SimpleCommand } from "./syntax.js";

interface Around {
  readonly place: Place;
  readonly capture: Capture;
  readonly evaluate: Evaluate;
}

/** Commands that a shell runs by itself, without a process. */
const inShell = ["[", "echo", "false", "kill", "printf", "pwd", "test", "true"];

/** Assignments, redirections, and one of: a function, a built-in, a program. */
export async function runSimple(
  state: ShellState,
  command: SimpleCommand,
  outer: Io,
  around: Around,
): Promise<number> {
  const { capture } = around;
  state.captured = 0;
  const argv = await expandWords(state, command.words, capture);
  const assignments: [string, string][] = [];
  for (const { name, value } of command.assignments) {
    assignments.push([name, await expandWord(state, value, capture)]);
  }
  if (state.options.has("x")) trace(outer, assignments, argv);
  const [name] = argv;
  let io: Io;
  try {
    io = await redirect(state, outer, command.redirections, capture);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    if (name !== undefined && specialBuiltIns.includes(name)) throw error;
    outer.stderr.write(`sh: ${error.message}\n`);
    return error.code;
  }
  if (name === undefined) {
    for (const [variable, value] of assignments) state.set(variable, value);
    return state.captured;
  }
  if (name === "exec") return runExec(state, argv.slice(1), io);
  const own = state.functions.get(name);
  if (own !== undefined) return callFunction(state, own, argv, io, around);
  const builtIn = builtIns.get(name);
  if (builtIn !== undefined) {
    for (const [variable, value] of assignments) state.set(variable, value);
    return builtIn({ state, io, argv, run: around.evaluate });
  }
  const program = findCommand(state, name);
  if (program === undefined || program === "denied") {
    const denied = program === "denied" && name.includes("/");
    io.stderr.write(`sh: ${name}: ${denied ? "Permission denied" : "not found"}\n`);
    return denied ? 126 : 127;
  }
  const child = { argv, program, env: { ...state.env, ...Object.fromEntries(assignments) } };
  const replaces = !inShell.includes(name) && around.place.last && state.isRoot;
  const free = state.traps.size === 0 && state.jobs.size === 0;
  return replaces && free ? replaceShell(state, io, child) : runChild(state, io, child);
}

/** The image's own command, a built-in one, or a script; a script without its `#!` runs, too. */
function findCommand(state: ShellState, name: string): Program | "denied" | undefined {
  const { files, find } = state;
  const found = find(name) ?? findScript(files, name, find, state.get("PATH"));
  if (found !== undefined || !name.includes("/") || !files.exists(name)) return found;
  const shell = find("sh");
  return shell && ((context) => shell({ ...context, argv: ["sh", ...context.argv] }));
}

async function callFunction(
  state: ShellState,
  body: Command,
  argv: readonly string[],
  io: Io,
  { evaluate, place }: Around,
): Promise<number> {
  const { positional } = state;
  state.positional = argv.slice(1);
  try {
    return await evaluate(state, body, io, { last: false, tested: place.tested });
  } catch (error) {
    if (error instanceof Leave && error.how === "return") return error.value;
    throw error;
  } finally {
    state.positional = positional;
  }
}

/** Without a command, its redirections are the shell's from here on. */
async function runExec(state: ShellState, argv: readonly string[], io: Io): Promise<number> {
  const [name] = argv;
  if (name === undefined) {
    throw new ShellError("the mock daemon's sh does not know exec without a command");
  }
  const program = findCommand(state, name);
  if (program === undefined || program === "denied") {
    throw new ShellError(`exec: line 0: ${name}: not found`, 127);
  }
  const child = { argv, program, env: state.env };
  if (state.isRoot) return replaceShell(state, io, child);
  throw new Leave("exit", await runChild(state, io, child));
}

/** `set -x` */
function trace(
  { stderr }: Io,
  assignments: readonly (readonly [string, string])[],
  argv: readonly string[],
): void {
  const words = [
    ...assignments.map(([name, value]) => `${name}=${quote(value)}`),
    ...argv.map(quote),
  ];
  if (words.length > 0) stderr.write(`+ ${words.join(" ")}\n`);
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
