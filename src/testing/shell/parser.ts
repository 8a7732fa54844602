import { Reader } from "./reader.js";
import { parseRedirection, parseSimple } from "./simple.js";
import {
  type Clause,
  type Command,
  type Redirection,
  ShellSyntaxError,
  type Word,
} from "./syntax.js";
import {
  closing,
  expectKeyword,
  expectOperator,
  isKeyword,
  isOperator,
  skipNewlines,
  unexpected,
} from "./tokens.js";

/** Reads a whole script; throws a {@link ShellSyntaxError} for what is none. */
export function parseScript(text: string): Command {
  const reader = new Reader(text, substitute);
  const list = parseList(reader);
  if (reader.peek().kind !== "end") throw unexpected(reader);
  return list;
}

function substitute(source: Reader | string): Command {
  if (typeof source === "string") return parseScript(source);
  const list = parseList(source);
  expectOperator(source, ")");
  return list;
}

/** Commands one after the other, up to what can be none. */
function parseList(reader: Reader): Command {
  const commands: Command[] = [];
  for (;;) {
    skipNewlines(reader);
    const token = reader.peek();
    if (token.kind === "end" || isKeyword(token, ...closing)) break;
    if (isOperator(token, ")") || isOperator(token, ";;")) break;
    const command = parseAndOr(reader);
    const separator = reader.peek();
    if (isOperator(separator, "&")) commands.push({ kind: "background", command });
    else commands.push(command);
    if (!["&", ";", "\n"].some((text) => isOperator(separator, text))) break;
    reader.next();
  }
  return { kind: "list", commands };
}

function parseAndOr(reader: Reader): Command {
  let left = parsePipeline(reader);
  for (;;) {
    const token = reader.peek();
    if (token.kind !== "operator" || (token.text !== "&&" && token.text !== "||")) return left;
    reader.next();
    skipNewlines(reader);
    left = { kind: "and-or", operator: token.text, left, right: parsePipeline(reader) };
  }
}

function parsePipeline(reader: Reader): Command {
  let negated = false;
  while (isKeyword(reader.peek(), "!")) {
    reader.next();
    negated = !negated;
  }
  const commands = [parseCommand(reader)];
  while (isOperator(reader.peek(), "|")) {
    reader.next();
    skipNewlines(reader);
    commands.push(parseCommand(reader));
  }
  const [only] = commands;
  if (!negated && only !== undefined && commands.length === 1) return only;
  return { kind: "pipeline", negated, commands };
}

function parseCommand(reader: Reader): Command {
  const compound = parseCompound(reader);
  if (compound === undefined) return parseSimple(reader, parseCommand);
  const redirections: Redirection[] = [];
  while (parseRedirection(reader, redirections));
  if (redirections.length === 0) return compound;
  return { kind: "redirected", command: compound, redirections };
}

/** A command that has others in it; undefined where none begins. */
function parseCompound(reader: Reader): Command | undefined {
  const token = reader.peek();
  if (isOperator(token, "(")) {
    reader.next();
    const body = parseBody(reader);
    expectOperator(reader, ")");
    return { kind: "subshell", body };
  }
  if (token.kind !== "word") return undefined;
  const { plain } = token;
  if (plain === "if" || plain === "for" || plain === "case" || plain === "{") reader.next();
  switch (plain) {
    case "if":
      return parseIf(reader);
    case "while":
    case "until":
      reader.next();
      return parseLoop(reader, plain === "until");
    case "for":
      return parseFor(reader);
    case "case":
      return parseCase(reader);
    case "{": {
      const body = parseBody(reader);
      expectKeyword(reader, "}");
      return { kind: "group", body };
    }
    case "then":
    case "elif":
    case "else":
    case "fi":
    case "do":
    case "done":
    case "esac":
    case "}":
      throw unexpected(reader);
    default:
      return undefined;
  }
}

/** A list that may not be empty. */
function parseBody(reader: Reader): Command {
  const list = parseList(reader);
  if (list.kind === "list" && list.commands.length === 0) throw unexpected(reader);
  return list;
}

function parseIf(reader: Reader): Command {
  const clauses: Clause[] = [];
  for (;;) {
    const condition = parseBody(reader);
    expectKeyword(reader, "then");
    clauses.push({ condition, body: parseBody(reader) });
    if (isKeyword(reader.peek(), "elif")) {
      reader.next();
      continue;
    }
    if (!isKeyword(reader.peek(), "else")) {
      expectKeyword(reader, "fi");
      return { kind: "if", clauses };
    }
    reader.next();
    const otherwise = parseBody(reader);
    expectKeyword(reader, "fi");
    return { kind: "if", clauses, otherwise };
  }
}

function parseLoop(reader: Reader, until: boolean): Command {
  const condition = parseBody(reader);
  return { kind: "loop", until, condition, body: parseDo(reader) };
}

function parseDo(reader: Reader): Command {
  expectKeyword(reader, "do");
  const body = parseBody(reader);
  expectKeyword(reader, "done");
  return body;
}

function parseFor(reader: Reader): Command {
  const token = reader.peek();
  if (token.kind === "end") throw unexpected(reader);
  if (token.kind !== "word" || !/^[A-Za-z_]\w*$/.test(token.plain ?? "")) {
    throw new ShellSyntaxError("syntax error: bad for loop variable");
  }
  reader.next();
  let words: Word[] | undefined;
  skipNewlines(reader);
  if (isKeyword(reader.peek(), "in")) {
    reader.next();
    words = [];
    for (let next = reader.peek(); next.kind === "word"; next = reader.peek()) {
      words.push(next.word);
      reader.next();
    }
  }
  if (isOperator(reader.peek(), ";")) reader.next();
  skipNewlines(reader);
  return { kind: "for", name: token.plain ?? "", words, body: parseDo(reader) };
}

function parseCase(reader: Reader): Command {
  const subject = reader.peek();
  if (subject.kind !== "word") throw unexpected(reader);
  reader.next();
  skipNewlines(reader);
  expectKeyword(reader, "in");
  const arms: { patterns: Word[]; body: Command }[] = [];
  for (;;) {
    skipNewlines(reader);
    if (isKeyword(reader.peek(), "esac")) break;
    if (isOperator(reader.peek(), "(")) reader.next();
    const patterns: Word[] = [];
    for (;;) {
      const pattern = reader.peek();
      if (pattern.kind !== "word") throw unexpected(reader);
      reader.next();
      patterns.push(pattern.word);
      if (!isOperator(reader.peek(), "|")) break;
      reader.next();
    }
    expectOperator(reader, ")");
    arms.push({ patterns, body: parseList(reader) });
    if (!isOperator(reader.peek(), ";;")) break;
    reader.next();
  }
  expectKeyword(reader, "esac");
  return { kind: "case", word: subject.word, arms };
}
