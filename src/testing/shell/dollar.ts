import type { Reader } from "./reader.js";
import { type Command, type Part, ShellSyntaxError, type Word } from "./syntax.js";

/** Reads commands up to the end of the text, or to the parenthesis that closes them. */
export type Substitute = (source: Reader | string) => Command;

const names = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
const bracedNames = /[A-Za-z_]\w*|\d+|[@*#?$!-]/y;
const operators = /:[-=?+]|##|%%|[-=?+#%]/y;

/** What a `$` or a backquote begins; undefined where there is none. */
export function readDollar(reader: Reader, quoted: boolean): Part | undefined {
  if (reader.take(/\$\(\(/y) !== undefined) {
    return { kind: "arithmetic", expression: readArithmetic(reader), quoted };
  }
  if (reader.take(/\$\(/y) !== undefined) {
    return { kind: "command", body: reader.substitute(reader), quoted };
  }
  if (reader.take(/\$\{/y) !== undefined) return { ...readBraces(reader), quoted };
  const old = readBackquotes(reader);
  if (old !== undefined) return { kind: "command", body: reader.substitute(old), quoted };
  if (reader.take(/\$/y) === undefined) return undefined;
  const name = reader.take(names);
  if (name === undefined) return { kind: "text", text: "$", quoted };
  return { kind: "parameter", name, operator: "", word: [], quoted };
}

function readBraces(reader: Reader): Omit<Extract<Part, { kind: "parameter" }>, "quoted"> {
  if (reader.take(/#(?=[\w@*#?$!-])/y) !== undefined) {
    const name = reader.take(bracedNames) ?? "";
    if (reader.take(/\}/y) === undefined) throw badSubstitution();
    return { kind: "parameter", name, operator: "length", word: [] };
  }
  const name = reader.take(bracedNames);
  if (name === undefined) throw badSubstitution();
  if (reader.take(/\}/y) !== undefined) return { kind: "parameter", name, operator: "", word: [] };
  const operator = reader.take(operators);
  if (operator === undefined && reader.take(/$/y) !== undefined) throw missingBrace();
  if (operator === undefined) throw badSubstitution();
  return { kind: "parameter", name, operator, word: reader.readQuoted(/\}/y, false) };
}

const missingBrace = (): ShellSyntaxError =>
  new ShellSyntaxError("syntax error: missing '}'", true);

const badSubstitution = (): ShellSyntaxError =>
  new ShellSyntaxError("syntax error: bad substitution");

/** Up to the `))` that belongs to it. */
function readArithmetic(reader: Reader): Word {
  const parts: Part[] = [];
  for (let depth = 0; ; ) {
    if (depth === 0 && reader.take(/\)\)/y) !== undefined) return parts;
    const part = readDollar(reader, true);
    if (part !== undefined) {
      parts.push(part);
      continue;
    }
    const text = reader.take(/[\s\S]/y);
    if (text === undefined)
      throw new ShellSyntaxError("syntax error: unterminated arithmetic", true);
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    parts.push({ kind: "text", text, quoted: true });
  }
}

function readBackquotes(reader: Reader): string | undefined {
  if (reader.take(/`/y) === undefined) return undefined;
  const text = reader.take(/(?:[^`\\]|\\[\s\S])*`/y);
  if (text === undefined) {
    throw new ShellSyntaxError("syntax error: EOF in backquote substitution", true);
  }
  return text.slice(0, -1).replace(/\\([`\\$])/g, "$1");
}
