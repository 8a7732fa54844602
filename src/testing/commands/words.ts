import type { ProgramContext } from "../containers/process.js";
import { FileError } from "../files/file-error.js";
import { readAll } from "../shell/input.js";

/** The options and operands of a command. */
export interface Words {
  /** By their letters: `""` for one without a value. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/**
 * Reads the options before the operands; undefined, and a line that says so, for one that is not known.
 *
 * @param known - letters, as in C's `getopt`: `n:` takes a value
 */
export function readWords(name: string, known: string, context: ProgramContext): Words | undefined {
  const options = new Map<string, string>();
  const operands: string[] = [];
  const words = context.argv.slice(1);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--") {
      operands.push(...words);
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    for (let index = 1; index < word.length; index += 1) {
      const letter = word[index] ?? "";
      const place = letter === ":" ? -1 : known.indexOf(letter);
      if (place === -1) {
        context.stderr.write(`${name}: the mock daemon's ${name} does not know -${letter}\n`);
        return undefined;
      }
      if (known[place + 1] !== ":") {
        options.set(letter, "");
        continue;
      }
      const value = word.slice(index + 1) || words.shift();
      if (value === undefined) {
        context.stderr.write(`${name}: option requires an argument -- '${letter}'\n`);
        return undefined;
      }
      options.set(letter, value);
      break;
    }
  }
  return { options, operands };
}

export interface Source {
  readonly name: string;
  readonly text: string;
}

/** What a filter reads: its files, or its input; it complains of those that it cannot read. */
export async function* sources(
  command: string,
  paths: readonly string[],
  context: ProgramContext,
  onFailure: () => void,
): AsyncGenerator<Source> {
  const { files, stdin, stderr, signal } = context;
  for (const path of paths.length > 0 ? paths : ["-"]) {
    if (path === "-") {
      yield { name: "-", text: (await readAll(stdin, signal)).toString("utf8") };
      continue;
    }
    try {
      yield { name: path, text: path === "/dev/null" ? "" : files.readText(path) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const opens = command === "tail" || command === "uniq";
      stderr.write(`${command}: ${opens ? `can't open '${path}'` : path}: ${error.reason}\n`);
      onFailure();
    }
  }
}

/** With their ends; the last one may have none. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

export function usage({ stderr }: ProgramContext, text: string): number {
  stderr.write(`Usage: ${text}\n`);
  return 1;
}

/** `[:digit:]` and the like, as regular expressions have them between brackets. */
export const classes: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  digit: "0-9",
  lower: "a-z",
  space: "\\s",
  upper: "A-Z",
};
