import type { Program, ProgramContext } from "../containers/process.js";
import { delay } from "../delay.js";
import { FileError } from "../files/file-error.js";
import { nextChunk, nextLine } from "../shell/input.js";
import { put } from "../shell/output.js";
import { grep } from "./grep.js";
import { classes, linesOf, readWords, sources, usage } from "./words.js";

/** The built-in commands that read text and pass on some of it. */
export const filterCommands: readonly (readonly [string, Program])[] = [
  ["head", head],
  ["tail", tail],
  ["grep", grep],
  ["wc", wc],
  ["sort", sort],
  ["uniq", uniq],
  ["cut", cut],
  ["tr", tr],
  ["tee", tee],
];

/** `-5` is an old way to say `-n 5`. */
const modern = (context: ProgramContext): ProgramContext => ({
  ...context,
  argv: context.argv.flatMap((word) => (/^-\d+$/.test(word) ? ["-n", word.slice(1)] : [word])),
});

async function head(given: ProgramContext): Promise<number> {
  const context = modern(given);
  const { stdin, stdout, stderr, signal } = context;
  const words = readWords("head", "n:c:", context);
  if (words === undefined) return 1;
  const bytes = words.options.get("c");
  const count = words.options.get("n") ?? "10";
  if (!/^\d+$/.test(bytes ?? count)) {
    stderr.write(`head: invalid number '${bytes ?? count}'\n`);
    return 1;
  }
  if (words.operands.length === 0 && bytes === undefined) {
    // Line by line: whoever writes may never end.
    for (let left = Number(count); left > 0; left -= 1) {
      const line = await nextLine(stdin, signal);
      if (line === undefined) break;
      await put(stdout, line);
    }
    return 0;
  }
  let code = 0;
  for await (const { name, text } of sources("head", words.operands, context, () => (code = 1))) {
    if (words.operands.length > 1) await put(stdout, `==> ${name} <==\n`);
    const shown = bytes ? text.slice(0, Number(bytes)) : linesOf(text).slice(0, Number(count));
    await put(stdout, typeof shown === "string" ? shown : shown.join(""));
  }
  return code;
}

async function tail(given: ProgramContext): Promise<number> {
  const context = modern(given);
  const { stdout, stderr, signal, files } = context;
  const words = readWords("tail", "n:c:fF", context);
  if (words === undefined) return 1;
  const { options, operands } = words;
  const bytes = options.get("c");
  const count = bytes ?? options.get("n") ?? "10";
  if (!/^\+?\d+$/.test(count)) {
    stderr.write(`tail: invalid number '${count}'\n`);
    return 1;
  }
  let code = 0;
  const lengths = new Map<string, number>();
  for await (const { name, text } of sources("tail", operands, context, () => (code = 1))) {
    if (operands.length > 1) await put(stdout, `==> ${name} <==\n`);
    const pieces = bytes === undefined ? linesOf(text) : [...text];
    const number = Number(count);
    const from = count.startsWith("+") ? number - 1 : Math.max(0, pieces.length - number);
    await put(stdout, pieces.slice(from).join(""));
    if (name !== "-") lengths.set(name, Buffer.byteLength(text));
  }
  if (operands.length > 0 && lengths.size === 0) {
    stderr.write("tail: no files\n");
    return 1;
  }
  while ((options.has("f") || options.has("F")) && lengths.size > 0) {
    await delay(1000, signal);
    for (const [path, length] of lengths) {
      if (path === "/dev/null" || !files.exists(path)) continue;
      const content = files.read(path);
      const start = content.length < length ? 0 : length;
      if (content.length > start) await put(stdout, content.subarray(start));
      lengths.set(path, content.length);
    }
  }
  return code;
}

async function wc(context: ProgramContext): Promise<number> {
  const words = readWords("wc", "lwcm", context);
  if (words === undefined) return 1;
  const { options, operands } = words;
  let code = 0;
  const only = options.size === 1;
  const totals = [0, 0, 0];
  const line = (counts: readonly number[], name: string): string => {
    const wanted = counts.filter((_count, index) => {
      const letters = ["l", "w", "cm"][index] ?? "";
      return options.size === 0 || [...letters].some((letter) => options.has(letter));
    });
    const texts = wanted.map((count) => String(count).padStart(only ? 0 : 9));
    return `${texts.join(only ? "" : " ").replace(/^ (?= {8}|\d{9})/, "")}${name === "-" ? "" : ` ${name}`}\n`;
  };
  for await (const { name, text } of sources("wc", operands, context, () => (code = 1))) {
    const counts = [
      text.split("\n").length - 1,
      text.match(/\S+/g)?.length ?? 0,
      options.has("m") ? [...text].length : Buffer.byteLength(text),
    ];
    for (const [index, count] of counts.entries()) totals[index] = (totals[index] ?? 0) + count;
    await put(context.stdout, line(counts, name));
  }
  if (operands.length > 1) await put(context.stdout, line(totals, "total"));
  return code;
}

const bare = (line: string): string => line.replace(/\n$/, "");

async function allLines(
  command: string,
  operands: readonly string[],
  context: ProgramContext,
): Promise<string[] | undefined> {
  let failed = false;
  const lines: string[] = [];
  for await (const { text } of sources(command, operands, context, () => (failed = true))) {
    lines.push(...linesOf(text).map(bare));
  }
  return failed ? undefined : lines;
}

const together = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

async function sort(context: ProgramContext): Promise<number> {
  const words = readWords("sort", "nru", context);
  const lines = words && (await allLines("sort", words.operands, context));
  if (lines === undefined || words === undefined) return 1;
  const { options } = words;
  const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const value = (line: string): number => Number.parseFloat(line) || 0;
  lines.sort((a, b) => (options.has("n") ? value(a) - value(b) : 0) || plain(a, b));
  if (options.has("r")) lines.reverse();
  await put(context.stdout, together(options.has("u") ? [...new Set(lines)] : lines));
  return 0;
}

async function uniq(context: ProgramContext): Promise<number> {
  const words = readWords("uniq", "cdu", context);
  const lines = words && (await allLines("uniq", words.operands, context));
  if (lines === undefined || words === undefined) return 1;
  const groups: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.line === line) last.count += 1;
    else groups.push({ line, count: 1 });
  }
  const { options } = words;
  const shown = groups
    .filter(({ count }) => (!options.has("d") || count > 1) && (!options.has("u") || count === 1))
    .map(({ line, count }) => (options.has("c") ? `${String(count).padStart(7)} ${line}` : line));
  await put(context.stdout, together(shown));
  return 0;
}

async function cut(context: ProgramContext): Promise<number> {
  const words = readWords("cut", "d:f:c:s", context);
  const lines = words && (await allLines("cut", words.operands, context));
  if (lines === undefined || words === undefined) return 1;
  const { options } = words;
  const list = options.get("f") ?? options.get("c");
  if (list === undefined) {
    context.stderr.write("cut: expected a list of bytes, characters, or fields\n");
    return 1;
  }
  const wanted = (position: number): boolean =>
    list.split(",").some((range) => {
      const [first = "", last = first] = range.split("-");
      return position >= Number(first || 1) && (last === "" || position <= Number(last));
    });
  const delimiter = options.has("c") ? "" : (options.get("d") ?? "\t");
  const shown = lines
    .filter((line) => !options.has("s") || line.includes(delimiter))
    .map((line) => {
      if (delimiter !== "" && !line.includes(delimiter)) return line;
      return line
        .split(delimiter)
        .filter((_field, index) => wanted(index + 1))
        .join(delimiter);
    });
  await put(context.stdout, together(shown));
  return 0;
}

async function tr(context: ProgramContext): Promise<number> {
  const words = readWords("tr", "ds", context);
  const [from, to] = (words?.operands ?? []).map(characters);
  if (words === undefined || from === undefined) {
    return usage(context, "tr [-ds] STRING1 [STRING2]");
  }
  const { stdin, stdout, signal } = context;
  let before = "";
  for (;;) {
    const chunk = await nextChunk(stdin, signal);
    if (chunk === undefined) return 0;
    let text = "";
    for (const character of chunk.toString("utf8")) {
      const place = from.indexOf(character);
      if (place !== -1 && words.options.has("d")) continue;
      const made = place === -1 ? character : (to?.[place] ?? to?.at(-1) ?? character);
      if (words.options.has("s") && place !== -1 && made === before) continue;
      text += made;
      before = made;
    }
    if (text !== "") await put(stdout, text);
  }
}

/** `a-z`, `\n`, `[:upper:]`. */
function characters(text: string): string[] {
  const named = text
    .replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole)
    .replace(/\\n/g, "\n")
    .replace(/\\t/g, "\t")
    .replace(/\\\\/g, "\\");
  return [...named.matchAll(/(.)-(.)|[\s\S]/gs)].flatMap(([whole, first, last]) => {
    if (first === undefined || last === undefined) return [whole];
    const [start, end] = [first.charCodeAt(0), last.charCodeAt(0)];
    return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) =>
      String.fromCharCode(start + index),
    );
  });
}

async function tee(context: ProgramContext): Promise<number> {
  const words = readWords("tee", "a", context);
  if (words === undefined) return 1;
  const { files, stdin, stdout, stderr, signal } = context;
  const paths: string[] = [];
  let code = 0;
  for (const path of words.operands) {
    try {
      if (words.options.has("a")) files.append(path, "");
      else files.write(path, "");
      paths.push(path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      stderr.write(`tee: ${path}: ${error.reason}\n`);
      code = 1;
    }
  }
  for (;;) {
    const chunk = await nextChunk(stdin, signal);
    if (chunk === undefined) return code;
    for (const path of paths) files.append(path, chunk);
    await put(stdout, chunk);
  }
}
