import { FileError } from "../files/file-error.js";
import type { Call } from "./built-in.js";
import type { evaluate } from "./evaluate.js";
import { nextLine } from "./input.js";
import { parseScript } from "./parser.js";
import { trap, wait } from "./signal-built-ins.js";
import { type Io, Leave, ShellError, type ShellState } from "./state.js";

type BuiltIn = (call: Call) => number | Promise<number>;

/** A mistake in one of these ends a script. */
export const specialBuiltIns: readonly string[] =
  ". : break continue eval exec exit export readonly return set shift trap unset".split(" ");

/** The commands that are part of the shell, since they change it. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  [":", () => 0],
  ["cd", changeDirectory],
  ["exit", ({ state, argv }) => leave("exit", number("exit", argv[1], state.code) & 0xff)],
  ["return", ({ state, argv }) => leave("return", number("return", argv[1], state.code) & 0xff)],
  ["break", ({ argv }) => leave("break", number("break", argv[1], 1))],
  ["continue", ({ argv }) => leave("continue", number("continue", argv[1], 1))],
  ["export", (call) => declare(call, (name, value) => call.state.set(name, value, true))],
  ["local", (call) => declare(call, (name, value) => call.state.set(name, value))],
  [
    "readonly",
    (call) =>
      declare(call, (name, value) => {
        call.state.set(name, value);
        call.state.protect(name);
      }),
  ],
  ["unset", unset],
  ["set", set],
  ["shift", shift],
  ["eval", ({ state, argv, io, run }) => runText(state, argv.slice(1).join(" "), io, run)],
  [".", source],
  ["source", source],
  ["trap", trap],
  ["wait", wait],
  ["read", read],
  ["umask", () => 0],
  ["command", command],
  ["type", type],
]);

function leave(how: Leave["how"], value: number): never {
  throw new Leave(how, value);
}

function number(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new ShellError(`${name}: line 0: Illegal number: ${text}`);
  return Number(text);
}

function changeDirectory({ state, io, argv }: Call): number {
  const asked = argv[1] ?? state.get("HOME") ?? "/";
  const path = asked === "-" ? (state.get("OLDPWD") ?? state.workingDir) : asked;
  try {
    state.files.list(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    io.stderr.write(`sh: cd: line 0: can't cd to ${path}: ${error.reason}\n`);
    return 2;
  }
  const names: string[] = [];
  for (const name of `${path.startsWith("/") ? "" : state.workingDir}/${path}`.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  state.set("OLDPWD", state.workingDir);
  state.files = state.files.from(path);
  state.workingDir = `/${names.join("/")}`;
  state.set("PWD", state.workingDir);
  if (asked === "-") io.stdout.write(`${state.workingDir}\n`);
  return 0;
}

function declare({ state, io, argv }: Call, assign: (name: string, value: string) => void): number {
  const [first, ...rest] = argv.slice(1);
  const words = first === "-p" || first === undefined ? rest : [first, ...rest];
  if (words.length === 0) {
    const lines = Object.entries(state.env).map(([name, value]) => `export ${name}='${value}'\n`);
    if (argv[0] === "export") io.stdout.write(lines.join(""));
  }
  for (const word of words) {
    const [, name, , value] = /^([A-Za-z_]\w*)(=([\s\S]*))?$/.exec(word) ?? [];
    if (name === undefined) throw new ShellError(`${argv[0]}: line 0: ${word}: bad variable name`);
    assign(name, value ?? state.get(name) ?? "");
  }
  return 0;
}

function unset({ state, argv }: Call): number {
  for (const word of argv.slice(1)) {
    if (word === "-v" || word === "-f") continue;
    state.unset(word);
    state.functions.delete(word);
  }
  return 0;
}

const longOptions: Readonly<Record<string, string>> = {
  allexport: "a",
  errexit: "e",
  noglob: "f",
  nounset: "u",
  pipefail: "",
  xtrace: "x",
};

function set({ state, io, argv }: Call): number {
  const words = argv.slice(1);
  if (words.length === 0) {
    io.stdout.write(state.variables.map(([name, value]) => `${name}='${value}'\n`).join(""));
  }
  while (words.length > 0) {
    const word = words[0] ?? "";
    if (!/^[-+]./.test(word)) break;
    words.shift();
    if (word === "--") {
      state.positional = words;
      return 0;
    }
    const letters =
      word === "-o" || word === "+o" ? longOptions[words.shift() ?? ""] : word.slice(1);
    if (letters === undefined || /[^aefux]/.test(letters)) {
      throw new ShellError(`set: line 0: the mock daemon's sh does not know ${word}`);
    }
    for (const letter of letters) {
      if (word.startsWith("-")) state.options.add(letter);
      else state.options.delete(letter);
    }
  }
  if (words.length > 0) state.positional = words;
  return 0;
}

function shift({ state, argv }: Call): number {
  const count = number("shift", argv[1], 1);
  if (count > state.positional.length) return 1;
  state.positional = state.positional.slice(count);
  return 0;
}

async function runText(
  state: ShellState,
  text: string,
  io: Io,
  run: typeof evaluate,
): Promise<number> {
  return run(state, parseScript(text), io, { last: false, tested: false });
}

async function source({ state, io, argv, run }: Call): Promise<number> {
  const [name = ".", path = ""] = argv;
  let text: string;
  try {
    text = state.files.readText(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new ShellError(`${name}: line 0: can't open '${path}': ${error.reason}`);
  }
  try {
    return await runText(state, text, io, run);
  } catch (error) {
    if (error instanceof Leave && error.how === "return") return error.value;
    throw error;
  }
}

async function read({ state, io, argv }: Call): Promise<number> {
  const names = argv.slice(1).filter((word) => word !== "-r");
  const keepsBackslashes = names.length < argv.length - 1;
  const line = await nextLine(io.stdin, state.signal);
  const text = (line ?? Buffer.alloc(0)).toString("utf8");
  const whole = text.replace(/\n$/, "");
  const words = keepsBackslashes ? whole : whole.replace(/\\(.)/g, "$1");
  const targets = names.length > 0 ? names : ["REPLY"];
  const separators = (state.get("IFS") ?? " \t\n").replace(/[\\\]^-]/g, "\\$&");
  const blanks = separators === "" ? undefined : new RegExp(`[${separators}]+`);
  let rest = blanks ? words.replace(/^[\s]+|[\s]+$/g, "") : words;
  for (const [index, name] of targets.entries()) {
    const found = index < targets.length - 1 ? blanks?.exec(rest) : null;
    state.set(name, found ? rest.slice(0, found.index) : rest);
    rest = found ? rest.slice(found.index + found[0].length) : "";
  }
  return text.endsWith("\n") ? 0 : 1;
}

async function command({ state, io, argv, run }: Call): Promise<number> {
  const [option, ...names] = argv.slice(1);
  if (option === undefined) return 0;
  if (option !== "-v" && option !== "-V") {
    const words = argv.slice(1).map((text) => [{ kind: "text", text, quoted: true } as const]);
    const simple = { kind: "simple", assignments: [], words, redirections: [] } as const;
    return run(state, simple, io, { last: false, tested: true });
  }
  const place = whereIs(state, names[0] ?? "");
  if (place === undefined) return 127;
  io.stdout.write(`${place}\n`);
  return 0;
}

function type({ state, io, argv }: Call): number {
  let code = 0;
  for (const name of argv.slice(1)) {
    const place = whereIs(state, name);
    if (place === undefined) {
      io.stdout.write(`${name}: not found\n`);
      code = 127;
    } else if (state.functions.has(name)) io.stdout.write(`${name} is a function\n`);
    else if (place === name) io.stdout.write(`${name} is a shell builtin\n`);
    else io.stdout.write(`${name} is ${place}\n`);
  }
  return code;
}

function whereIs(state: ShellState, name: string): string | undefined {
  if (builtIns.has(name) || name === "exec" || state.functions.has(name)) return name;
  if (state.find(name) === undefined) return undefined;
  return name.includes("/") ? name : `/bin/${name}`;
}
