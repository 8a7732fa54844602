import { BuildError } from "./build-error.js";

export type Variables = Readonly<Record<string, string | undefined>>;

/** A word as a Dockerfile means it: without quotes, and with what its variables stand for. */
export function expandWord(text: string, variables: Variables): string {
  let result = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "'" && !quoted) {
      const end = text.indexOf("'", at + 1);
      result += text.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? text.length : end;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === "\\" && at + 1 < text.length) {
      at += 1;
      const next = text[at] ?? "";
      result += quoted && !'"$\\'.includes(next) ? `\\${next}` : next;
    } else if (character === "$") {
      const [whole = "$", bare, braced, operator, other = ""] =
        /^\$(?:(\w+)|\{(\w+)(?::([-+?])([^}]*))?\})/.exec(text.slice(at)) ?? [];
      const value = variables[bare ?? braced ?? ""] ?? "";
      if (operator === "?" && value === "") {
        throw new BuildError(`failed to process ${JSON.stringify(text)}: ${braced}: ${other}`);
      }
      if (whole === "$") result += "$";
      else if (operator === "-") result += value || expandWord(other, variables);
      else if (operator === "+") result += value === "" ? "" : expandWord(other, variables);
      else result += value;
      at += whole.length - 1;
    } else result += character;
  }
  return result;
}

/** The words of a line, still with their quotes. */
export const splitWords = (text: string): string[] =>
  text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\[\s\S]|[^\s"'\\]|["'\\])+/g) ?? [];
