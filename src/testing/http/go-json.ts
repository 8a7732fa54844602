/**
 * Reads JSON and, where it is wrong, says so in the words of Go's decoder: that is what clients of an
 * engine get to see.
 */
export function parseGoJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const scanner = new Scanner(text);
    const value = scanner.first();
    if (scanner.atEnd()) return value;
    throw new TrailingContent("unexpected content after JSON");
  }
}

/** A whole value, and then something else. */
export class TrailingContent extends Error {}

/** Finds the first thing that is wrong. It is only asked about texts that `JSON.parse` refused. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  first(): unknown {
    this.#space();
    if (this.atEnd()) throw new Error("EOF");
    const start = this.#at;
    this.#value();
    return JSON.parse(this.#text.slice(start, this.#at));
  }

  atEnd(): boolean {
    this.#space();
    return this.#at >= this.#text.length;
  }

  #value(): void {
    this.#space();
    const character = this.#peek();
    if (character === "{") this.#object();
    else if (character === "[") this.#array();
    else if (character === '"') this.#string();
    else if (/[-0-9]/.test(character)) this.#number();
    else if (character === "t") this.#literal("true");
    else if (character === "f") this.#literal("false");
    else if (character === "n") this.#literal("null");
    else this.#refuse("looking for beginning of value");
  }

  #object(): void {
    this.#at += 1;
    this.#space();
    if (this.#peek() === "}") {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#space();
      if (this.#peek() !== '"') this.#refuse("looking for beginning of object key string");
      this.#string();
      this.#space();
      if (this.#peek() !== ":") this.#refuse("after object key");
      this.#at += 1;
      this.#value();
      this.#space();
      const next = this.#peek();
      if (next !== "," && next !== "}") this.#refuse("after object key:value pair");
      this.#at += 1;
      if (next === "}") return;
    }
  }

  #array(): void {
    this.#at += 1;
    this.#space();
    if (this.#peek() === "]") {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#value();
      this.#space();
      const next = this.#peek();
      if (next !== "," && next !== "]") this.#refuse("after array element");
      this.#at += 1;
      if (next === "]") return;
    }
  }

  #string(): void {
    this.#at += 1;
    while (this.#peek() !== '"') {
      if (this.#peek() < " ") {
        throw new Error(`invalid character ${quoted(this.#peek())} in string`);
      }
      if (this.#peek() === "\\") {
        this.#at += 1;
        if (!'"\\/bfnrtu'.includes(this.#peek())) {
          throw new Error(`invalid escape sequence \`\\${this.#peek()}\` in string`);
        }
      }
      this.#at += 1;
    }
    this.#at += 1;
  }

  #number(): void {
    const [number = ""] =
      /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += number.length || 1;
    if (number === "") this.#refuse("in numeric literal");
  }

  #literal(word: string): void {
    for (const expected of word) {
      if (this.#peek() !== expected) {
        this.#refuse(`in literal ${word} (expecting '${expected}')`);
      }
      this.#at += 1;
    }
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }

  #peek(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new Error("unexpected EOF");
    return character;
  }

  #refuse(where: string): never {
    throw new Error(`invalid character ${quoted(this.#peek())} ${where}`);
  }
}

const quoted = (character: string): string =>
  `'${character === "'" ? "\\'" : JSON.stringify(character).slice(1, -1).replace('\\"', '"')}'`;

/** The Go type of a field, as far as its mistakes have words of their own. */
export type GoType =
  | "string"
  | "bool"
  | "int"
  | "int64"
  /** A list of words that may also be one word: `Cmd`, `Entrypoint`. */
  | "words"
  | { readonly list: GoType }
  /** With a Go name of its own in `name`. */
  | { readonly map: GoType; readonly name?: string }
  | GoStruct;

export interface GoStruct {
  /** As in "cannot unmarshal array into Go value of type network.CreateRequest". */
  readonly name: string;
  /** As in "Go struct field CreateRequest.Name"; nothing for structs that are embedded. */
  readonly owner?: string;
  readonly struct: Readonly<Record<string, GoType>>;
}

/**
 * Refuses a value of the wrong type:
 * `json: cannot unmarshal number into Go struct field .Image of type string`.
 */
export function checkGoType(value: unknown, type: GoType, where = "Go value"): void {
  if (value === null || value === undefined) return;
  const kind = kindOf(value);
  const refuse = (wanted = typeName(type)): Error =>
    new Error(`json: cannot unmarshal ${kind} into ${where} of type ${wanted}`);
  if (type === "words") {
    if (kind === "string") return;
    if (!Array.isArray(value))
      throw new Error(`json: cannot unmarshal ${kind} into Go value of type string`);
  } else if (type === "string" || type === "bool") {
    if (kind !== type) throw refuse();
  } else if (type === "int" || type === "int64") {
    if (typeof value !== "number") throw refuse();
    if (!Number.isInteger(value)) {
      throw new Error(`json: cannot unmarshal number ${value} into ${where} of type ${type}`);
    }
  } else if ("list" in type) {
    if (!Array.isArray(value)) throw refuse();
    const field = where.replace("Go struct field ", "");
    for (const [index, item] of value.entries()) checkGoType(item, type.list, `${field}.${index}`);
  } else if (kind !== "object") {
    throw refuse();
  } else if ("map" in type) {
    for (const [key, item] of Object.entries(value)) checkGoType(item, type.map, `${where}.${key}`);
  } else {
    checkFields(value, type, where === "Go value" ? `Go struct field ${type.owner ?? ""}` : where);
  }
}

function checkFields(value: object, { struct }: GoStruct, where: string): void {
  for (const [field, item] of Object.entries(value)) {
    // Go does not care about the case of a field's name.
    const known = Object.keys(struct).find((name) => name.toLowerCase() === field.toLowerCase());
    const type = known === undefined ? undefined : struct[known];
    if (type !== undefined) checkGoType(item, type, `${where}.${known}`);
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}

function typeName(type: GoType): string {
  if (type === "words") return "[]string";
  if (typeof type === "string") return type;
  if ("list" in type) return `[]${typeName(type.list)}`;
  if ("map" in type) return type.name ?? `map[string]${typeName(type.map)}`;
  return type.name;
}
