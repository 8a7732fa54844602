import type { Reader, Token } from "./reader.js";
import { ShellSyntaxError } from "./syntax.js";

export const isOperator = (token: Token, text: string): boolean =>
  token.kind === "operator" && token.text === text;

export const isKeyword = (token: Token, ...words: readonly string[]): boolean =>
  token.kind === "word" && token.plain !== undefined && words.includes(token.plain);

/** What ends a list without being part of it. */
export const closing: readonly string[] = ["then", "elif", "else", "fi", "do", "done", "esac", "}"];

export function skipNewlines(reader: Reader): void {
  while (isOperator(reader.peek(), "\n")) reader.next();
}

export function expectOperator(reader: Reader, text: string): void {
  if (!isOperator(reader.peek(), text)) throw unexpected(reader, text);
  reader.next();
}

export function expectKeyword(reader: Reader, text: string): void {
  if (!isKeyword(reader.peek(), text)) throw unexpected(reader, text);
  reader.next();
}

/** The shell's words for what should not be there. */
export function unexpected(reader: Reader, wanted?: string): ShellSyntaxError {
  const token = reader.peek();
  const expecting = wanted === undefined ? "" : ` (expecting ${JSON.stringify(wanted)})`;
  const known = token.kind === "word" && closing.includes(token.plain ?? "");
  const what =
    token.kind === "end"
      ? "end of file"
      : token.kind === "operator"
        ? token.text === "\n"
          ? "newline"
          : `"${token.text}"`
        : known && token.kind === "word"
          ? `"${token.plain}"`
          : "word";
  return new ShellSyntaxError(`syntax error: unexpected ${what}${expecting}`, token.kind === "end");
}
