import type { Reader } from "./reader.js";
import type { Assignment, Command, Redirection, Word } from "./syntax.js";
import { expectOperator, isOperator, skipNewlines, unexpected } from "./tokens.js";

/**
 * A command of words.
 *
 * @param parseBody - for the body of a function
 */
export function parseSimple(reader: Reader, parseBody: (reader: Reader) => Command): Command {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  for (;;) {
    if (parseRedirection(reader, redirections)) continue;
    const token = reader.peek();
    if (token.kind !== "word") break;
    reader.next();
    const assignment = words.length === 0 ? assignmentIn(token.word) : undefined;
    if (assignment !== undefined) assignments.push(assignment);
    else words.push(token.word);
    const name = token.plain;
    if (words.length === 1 && name !== undefined && isOperator(reader.peek(), "(")) {
      reader.next();
      expectOperator(reader, ")");
      skipNewlines(reader);
      return { kind: "function", name, body: parseBody(reader) };
    }
  }
  if (words.length + assignments.length + redirections.length === 0) throw unexpected(reader);
  return { kind: "simple", assignments, words, redirections };
}

function assignmentIn([first, ...rest]: Word): Assignment | undefined {
  if (first?.kind !== "text" || first.quoted) return undefined;
  const [, name, text = ""] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first.text) ?? [];
  return name === undefined ? undefined : { name, value: [{ ...first, text }, ...rest] };
}

const redirections: readonly string[] = ["<", ">", ">>", ">|", "<&", ">&", "<<", "<<-"];

/** Takes a redirection, if there is one. */
export function parseRedirection(reader: Reader, found: Redirection[]): boolean {
  const first = reader.peek();
  if (first.kind === "number") reader.next();
  const token = reader.peek();
  if (token.kind !== "operator" || !redirections.includes(token.text)) return false;
  reader.next();
  const target = reader.peek();
  if (target.kind !== "word") throw unexpected(reader);
  reader.next();
  const how = token.text.replace(/^>\|$/, ">").replace(/^<<-$/, "<<") as Redirection["how"];
  const fd = first.kind === "number" ? first.fd : how.startsWith("<") ? 0 : 1;
  const redirection: Redirection = { fd, how, target: target.word };
  if (how === "<<") {
    const text = target.word.map((part) => (part.kind === "text" ? part.text : "")).join("");
    reader.expectDocument({
      end: text,
      stripsTabs: token.text === "<<-",
      literal: target.plain === undefined,
      fill(word) {
        redirection.target = word;
      },
    });
  }
  found.push(redirection);
  return true;
}
