import { arithmetic } from "./arithmetic.js";
import { glob, isPattern, type Piece, patternSource, textOf } from "./patterns.js";
import { ShellError, type ShellState } from "./state.js";
import type { Command, Part, Word } from "./syntax.js";

/** Runs what stands in `$(…)`, and answers what it writes. */
export type Capture = (body: Command) => Promise<string>;

type Parameter = Extract<Part, { kind: "parameter" }>;

/** The words of a command: replaced, split where they are not quoted, and with the names of files. */
export async function expandWords(
  state: ShellState,
  words: readonly Word[],
  capture: Capture,
): Promise<string[]> {
  const results: string[] = [];
  for (const word of words) {
    for (const field of await fieldsOf(state, word, capture)) {
      const found = isPattern(field) && !state.options.has("f") ? glob(state.files, field) : [];
      results.push(...(found.length > 0 ? found : [textOf(field)]));
    }
  }
  return results;
}

/** One word, as in an assignment: it stays one. */
export async function expandWord(state: ShellState, word: Word, capture: Capture): Promise<string> {
  return textOf(await piecesOf(state, word, capture));
}

/** One word with what is quoted of it, as in a pattern. */
export async function piecesOf(state: ShellState, word: Word, capture: Capture): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const part of tilde(state, word)) {
    const text = await partText(state, part, capture);
    pieces.push({ text, quoted: part.quoted });
  }
  return pieces;
}

async function fieldsOf(state: ShellState, word: Word, capture: Capture): Promise<Piece[][]> {
  const fields: Piece[][] = [];
  let field: Piece[] | undefined;
  const end = (): void => {
    if (field?.some(({ text, quoted }) => quoted || text !== "")) fields.push(field);
    field = undefined;
  };
  const add = (piece: Piece): void => {
    field = [...(field ?? []), piece];
  };
  for (const part of tilde(state, word)) {
    const { quoted } = part;
    if (part.kind === "parameter" && part.name === "@" && part.operator === "" && quoted) {
      for (const [index, text] of state.positional.entries()) {
        if (index > 0) end();
        add({ text, quoted });
      }
      continue;
    }
    const text = await partText(state, part, capture);
    if (part.kind === "text" || quoted) {
      // An empty quoted text before "$@" is no field where there are no parameters.
      add({ text, quoted });
      continue;
    }
    const separators = state.get("IFS") ?? " \t\n";
    const pieces = split(text, separators);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) end();
      if (piece !== "") add({ text: piece, quoted: false });
    }
  }
  end();
  const isAll = word.some((part) => part.kind === "parameter" && part.name === "@" && part.quoted);
  const only = fields.length === 1 && textOf(fields[0] ?? []) === "";
  return isAll && only && state.positional.length === 0 ? [] : fields;
}

function split(text: string, separators: string): string[] {
  if (separators === "") return [text];
  const set = separators.replace(/[\\\]^-]/g, "\\$&");
  const blank = /^\s+$/.test(separators);
  return text.split(new RegExp(blank ? `[${set}]+` : `[${set}]`));
}

/** `~` at the beginning of a word is the home directory. */
function tilde(state: ShellState, word: Word): Word {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted || !/^~(\/|$)/.test(first.text)) return word;
  return [{ ...first, text: `${state.get("HOME") ?? "/"}${first.text.slice(1)}` }, ...rest];
}

async function partText(state: ShellState, part: Part, capture: Capture): Promise<string> {
  switch (part.kind) {
    case "text":
      return part.text;
    case "command":
      return (await capture(part.body)).replace(/\n+$/, "");
    case "arithmetic": {
      const expression = await expandWord(state, part.expression, capture);
      const [, name, value] = /^\s*([A-Za-z_]\w*)\s*=([^=][\s\S]*)$/.exec(expression) ?? [];
      const result = arithmetic(value ?? expression, (each) => state.get(each) ?? "");
      if (name !== undefined) state.set(name, String(result));
      return String(result);
    }
    case "parameter":
      return parameter(state, part, capture);
  }
}

async function parameter(
  state: ShellState,
  { name, operator, word }: Parameter,
  capture: Capture,
): Promise<string> {
  const value = lookUp(state, name);
  const missing = value === undefined || (operator.startsWith(":") && value === "");
  switch (operator.replace(":", "")) {
    case "length":
      return String((value ?? "").length);
    case "-":
      return missing ? expandWord(state, word, capture) : value;
    case "+":
      return missing ? "" : expandWord(state, word, capture);
    case "=":
      if (!missing) return value;
      state.set(name, await expandWord(state, word, capture));
      return state.get(name) ?? "";
    case "?": {
      if (!missing) return value;
      const message = await expandWord(state, word, capture);
      throw new ShellError(`${name}: ${message || "parameter not set"}`);
    }
    case "#":
    case "##":
    case "%":
    case "%%":
      return trim(value ?? "", operator, await piecesOf(state, word, capture));
    default:
      if (value === undefined && state.options.has("u") && !/^[@*#?$!-]$/.test(name)) {
        throw new ShellError(`${name}: parameter not set`);
      }
      return value ?? "";
  }
}

function trim(value: string, operator: string, pattern: readonly Piece[]): string {
  const lazy = operator.length === 1;
  if (operator.startsWith("#")) {
    return value.replace(new RegExp(`^(?:${patternSource(pattern, "[sS]", lazy)})`), "");
  }
  const source = patternSource(pattern);
  const ends = Array.from({ length: value.length + 1 }, (_, index) => index);
  const wanted = new RegExp(`^(?:${source})$`);
  const start = (lazy ? ends.reverse() : ends).find((each) => wanted.test(value.slice(each)));
  return start === undefined ? value : value.slice(0, start);
}

function lookUp(state: ShellState, name: string): string | undefined {
  switch (name) {
    case "?":
      return String(state.code);
    case "$":
      return String(state.context.pid);
    case "!":
      return state.lastJob === 0 ? "" : String(state.lastJob);
    case "#":
      return String(state.positional.length);
    case "@":
    case "*":
      return state.positional.join(" ");
    case "-":
      return [...state.options].join("");
    case "0":
      return state.name;
    default:
      return /^\d+$/.test(name) ? state.positional[Number(name) - 1] : state.get(name);
  }
}
