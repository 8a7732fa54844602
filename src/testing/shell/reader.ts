import { readDollar, type Substitute } from "./dollar.js";
import { type Part, ShellSyntaxError, type Word } from "./syntax.js";

export type Token =
  | { readonly kind: "end" }
  | { readonly kind: "operator"; readonly text: string }
  /** The number before a redirection. */
  | { readonly kind: "number"; readonly fd: number }
  /** `plain` is its text if nothing of it is quoted or replaced: only then it can be a keyword. */
  | { readonly kind: "word"; readonly word: Word; readonly plain: string | undefined };

const operators = /&&|\|\||;;|<<-|<<|<&|<>|<|>>|>&|>\||>|[;&|()\n]/y;
const blanks = /(?:[ \t\r]|\\\n)+/y;
const comment = /#[^\n]*/y;
const plainText = /[^\s;&|<>()'"\\$`]+/y;
const number = /\d+(?=[<>])/y;

interface HereDocument {
  readonly end: string;
  readonly stripsTabs: boolean;
  readonly literal: boolean;
  fill(word: Word): void;
}

/** Cuts a script into words and operators. */
export class Reader {
  readonly substitute: Substitute;
  readonly #text: string;
  readonly #documents: HereDocument[] = [];
  #position = 0;
  #next: Token | undefined;

  /** @param substitute - parses what stands in `$(…)`, up to its end */
  constructor(text: string, substitute: Substitute) {
    this.#text = text;
    this.substitute = substitute;
  }

  peek(): Token {
    this.#next ??= this.#read();
    return this.#next;
  }

  next(): Token {
    const token = this.peek();
    this.#next = undefined;
    return token;
  }

  /** The next characters, if they are these; they are taken then. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  /** The body begins after the end of this line. */
  expectDocument(document: HereDocument): void {
    this.#documents.push(document);
  }

  /** What stands between quotes, in a here-document, or in `${…}` and `$((…))`. */
  readQuoted(stop: RegExp, quoted = true): Part[] {
    const parts: Part[] = [];
    const add = (text: string): void => void parts.push({ kind: "text", text, quoted });
    for (;;) {
      if (this.take(stop) !== undefined) return parts;
      const escaped = this.take(/\\(?:[$`"\\}]|\n)/y);
      if (escaped !== undefined) {
        if (escaped[1] !== "\n") add(escaped.slice(1));
        continue;
      }
      if (!quoted) {
        const inner = this.#readQuotes();
        if (inner !== undefined) {
          parts.push(...inner);
          continue;
        }
      }
      const part = readDollar(this, quoted);
      if (part !== undefined) {
        parts.push(part);
        continue;
      }
      const character = this.take(/[\w ,.:=/-]+|[\s\S]/y);
      if (character === undefined)
        throw new ShellSyntaxError("syntax error: unterminated quoted string", true);
      add(character);
    }
  }

  #read(): Token {
    for (;;) {
      if (this.take(blanks) !== undefined) continue;
      if (this.take(comment) === undefined) break;
    }
    const fd = this.take(number);
    if (fd !== undefined) return { kind: "number", fd: Number(fd) };
    const operator = this.take(operators);
    if (operator === "\n") this.#readDocuments();
    if (operator !== undefined) return { kind: "operator", text: operator };
    return this.#position < this.#text.length ? this.#readWord() : { kind: "end" };
  }

  #readWord(): Token {
    const parts: Part[] = [];
    let plain: string | undefined = "";
    for (;;) {
      const text = this.take(plainText);
      if (text !== undefined) {
        parts.push({ kind: "text", text, quoted: false });
        if (plain !== undefined) plain += text;
        continue;
      }
      if (this.take(/\\\n/y) !== undefined) continue;
      const special = this.#readQuotes() ?? this.#readEscape() ?? this.#readSubstitution();
      if (special === undefined) return { kind: "word", word: parts, plain };
      plain = undefined;
      parts.push(...special);
    }
  }

  #readQuotes(): Part[] | undefined {
    if (this.take(/"/y) !== undefined) {
      const parts = this.readQuoted(/"/y);
      return [{ kind: "text", text: "", quoted: true }, ...parts];
    }
    if (this.take(/'/y) === undefined) return undefined;
    const text = this.take(/[^']*'/y);
    if (text === undefined)
      throw new ShellSyntaxError("syntax error: unterminated quoted string", true);
    return [{ kind: "text", text: text.slice(0, -1), quoted: true }];
  }

  #readEscape(): Part[] | undefined {
    const escaped = this.take(/\\[\s\S]?/y);
    if (escaped === undefined) return undefined;
    return [{ kind: "text", text: escaped.slice(1) || "\\", quoted: true }];
  }

  #readSubstitution(): Part[] | undefined {
    const part = readDollar(this, false);
    return part && [part];
  }

  #readDocuments(): void {
    for (const { end, stripsTabs, literal, fill } of this.#documents.splice(0)) {
      let text = "";
      for (;;) {
        const line = this.take(/[^\n]*\n|[^\n]+$/y);
        if (line === undefined) break;
        const shown = stripsTabs ? line.replace(/^\t+/, "") : line;
        if (shown.replace(/\n$/, "") === end) break;
        text += shown;
      }
      if (literal) fill([{ kind: "text", text, quoted: true }]);
      else fill(new Reader(text, this.substitute).readQuoted(/$/y));
    }
  }
}
