import type { Program, ProgramContext } from "../containers/process.js";
import { nextTurn } from "../real-timers.js";
import { put } from "../shell/output.js";
import { readEscapes } from "./escapes.js";
import { usage } from "./words.js";

/** The built-in commands that write what their arguments say. */
export const outputCommands: readonly (readonly [string, Program])[] = [
  ["echo", echo],
  ["printf", printf],
  ["seq", seq],
  ["yes", yes],
];

async function echo({ argv, stdout }: ProgramContext): Promise<number> {
  const words = argv.slice(1);
  let [bare, escapes] = [false, false];
  while (/^-[neE]+$/.test(words[0] ?? "")) {
    const options = words.shift() ?? "";
    if (options.includes("n")) bare = true;
    if (options.includes("e")) escapes = true;
  }
  const given = words.join(" ");
  const { text, stops } = escapes ? readEscapes(given) : { text: given, stops: false };
  await put(stdout, text + (bare || stops ? "" : "\n"));
  return 0;
}

async function printf(context: ProgramContext): Promise<number> {
  const { argv, stdout, stderr } = context;
  const [format, ...values] = argv.slice(1);
  if (format === undefined) return usage(context, "printf FORMAT [ARGUMENT]...");
  let code = 0;
  let text = "";
  const numeric = (value: string): number => {
    const number = value.startsWith("'") ? (value.codePointAt(1) ?? 0) : Number(value || "0");
    if (!Number.isNaN(number) && value !== "") return number;
    if (value !== "") {
      stderr.write(`printf: invalid number '${value}'\n`);
      code = 1;
    }
    return 0;
  };
  do {
    text += format.replace(
      /%(%|([-0+ #]*)(\d*)(?:\.(\d+))?([diouxXcsbfeg]))|(?:\\(?:0?[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.))/g,
      (whole, percent?: string, flags = "", width = "", precision?: string, type = "") => {
        if (percent === undefined) return readEscapes(whole).text;
        if (percent === "%") return "%";
        const value = values.shift() ?? "";
        const shown = conversion(type, value, precision, numeric);
        const signed = flags.includes("+") && /[dif]/.test(type) && !shown.startsWith("-");
        return pad(signed ? `+${shown}` : shown, Number(width), flags, type);
      },
    );
  } while (values.length > 0 && /%[^%]/.test(format));
  await put(stdout, text);
  return code;
}

function conversion(
  type: string,
  value: string,
  precision: string | undefined,
  numeric: (value: string) => number,
): string {
  switch (type) {
    case "s":
      return precision === undefined ? value : value.slice(0, Number(precision));
    case "b":
      return readEscapes(value).text;
    case "c":
      return value.slice(0, 1);
    case "x":
      return Math.trunc(numeric(value)).toString(16);
    case "X":
      return Math.trunc(numeric(value)).toString(16).toUpperCase();
    case "o":
      return Math.trunc(numeric(value)).toString(8);
    case "e":
    case "g":
    case "f":
      return numeric(value).toFixed(Number(precision ?? 6));
    default:
      return String(Math.trunc(numeric(value)));
  }
}

function pad(text: string, width: number, flags: string, type: string): string {
  if (flags.includes("-")) return text.padEnd(width);
  const zeros = flags.includes("0") && !/[scb]/.test(type);
  if (!zeros) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}

async function seq(context: ProgramContext): Promise<number> {
  const numbers = context.argv.slice(1).map(Number);
  if (numbers.length === 0 || numbers.length > 3 || numbers.some(Number.isNaN)) {
    return usage(context, "seq [FIRST [INC]] LAST");
  }
  const last = numbers.at(-1) ?? 0;
  const first = numbers.length > 1 ? (numbers[0] ?? 1) : 1;
  const step = numbers.length > 2 ? (numbers[1] ?? 1) : 1;
  for (let value = first; step < 0 ? value >= last : value <= last; value += step) {
    context.signal.throwIfAborted();
    await put(context.stdout, `${value}\n`);
  }
  return 0;
}

async function yes({ argv, stdout, signal }: ProgramContext): Promise<number> {
  const line = `${argv.slice(1).join(" ") || "y"}\n`;
  for (;;) {
    signal.throwIfAborted();
    await put(stdout, line.repeat(64));
    await nextTurn();
  }
}
