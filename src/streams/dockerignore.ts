import { ConfigError } from "../errors.js";

/** What the patterns say of one path. */
export interface IgnoreResult {
  ignored: boolean;
  /** Which patterns match the path or a directory it is in, for what is below it. */
  matched: readonly boolean[];
}

interface Pattern {
  text: string;
  negated: boolean;
  matches: (path: string) => boolean;
}

const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * The patterns of a `.dockerignore`, read as Docker reads them: the last pattern that matches a path
 * or a directory above it decides, case counts, and a "!" takes back. Paths are relative to the
 * context, with "/" between their parts.
 */
export class Dockerignore {
  readonly #patterns: readonly Pattern[];

  /**
   * @param text - the content of the file
   * @param source - its name, for errors
   * @param kept - paths that are sent even when a pattern matches them
   * @param windows - whether a backslash stands between the parts of a path
   * @throws {ConfigError} for a pattern that means nothing
   */
  constructor(
    text: string,
    source: string,
    kept: readonly string[] = [],
    windows: boolean = process.platform === "win32",
  ) {
    const patterns = text
      .replace(BYTE_ORDER_MARK, "")
      .split("\n")
      .filter((line) => !line.startsWith("#") && line.trim() !== "")
      .map((line) => parsePattern(line.trim(), source, windows));
    this.#patterns = patterns;
    const ignored = kept.filter((path) => this.ignores(path));
    this.#patterns = [...patterns, ...ignored.map((path) => exception(path))];
  }

  /** Whether a path is ignored, for whoever does not walk the directories above it. */
  ignores(path: string): boolean {
    const parts = path.split("/");
    let result: IgnoreResult | undefined;
    for (let end = 1; end <= parts.length; end++) {
      result = this.check(parts.slice(0, end).join("/"), result);
    }
    return result?.ignored ?? false;
  }

  /**
   * Looks at one path.
   *
   * @param parent - what this said of the directory that the path is in
   */
  check(path: string, parent?: IgnoreResult): IgnoreResult {
    let ignored = false;
    const matched = this.#patterns.map((pattern, i) => {
      // A pattern that could not change anything is not tried, and so not remembered for what is
      // below either. That can be seen from outside, and is so in Docker.
      const matches =
        parent?.matched[i] || (pattern.negated === ignored && pattern.matches(path)) || false;
      if (matches) ignored = !pattern.negated;
      return matches;
    });
    return { ignored, matched };
  }

  /**
   * Whether something in an ignored directory may be taken back. Docker looks for exceptions that
   * are written with the directory's own name: one that begins with "**" opens no directory.
   */
  mayHoldExceptions(directory: string): boolean {
    return this.#patterns.some(
      ({ negated, text }) => negated && `${text}/`.startsWith(`${directory}/`),
    );
  }
}

function parsePattern(line: string, source: string, windows: boolean): Pattern {
  const negated = line.startsWith("!");
  const written = negated ? line.slice(1).trim() : line;
  const text = cleanPath(windows ? written.replaceAll("\\", "/") : written);
  if (negated && !text && (!written || written.startsWith("/"))) {
    throw new ConfigError(source, `the pattern "${line}" excepts nothing`);
  }
  return { text, negated, matches: compile(text, line, source) };
}

function exception(path: string): Pattern {
  return { text: path, negated: true, matches: (other) => other === path };
}

/** Without "." and "..", doubled slashes, and slashes around it. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
      else if (!path.startsWith("/")) parts.push(part);
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** What Docker accepts: a class has something in it, and nothing ends in a lone backslash. */
const CLASS_CHARACTER = String.raw`(?:\\[^]|[^\\\]-])`;
const CLASS = String.raw`\[\^?(?:${CLASS_CHARACTER}(?:-${CLASS_CHARACTER})?)+\]`;
const SYNTAX: RegExp = new RegExp(String.raw`^(?:[^\\[]|\\[^]|${CLASS})*$`);

const TOKEN = /\*\*\/?|\\?./gs;
/** One character, though JavaScript counts some as two. */
const ANY = "(?:[\\ud800-\\udbff][\\udc00-\\udfff]|[^/])";

/**
 * What Docker matches by has its own rules where a pattern has "**" at its beginning or its end and
 * no other wildcard: `**.md` is every path that ends in ".md", while in `**.m?` the dot begins a
 * name.
 */
function compile(text: string, line: string, source: string): Pattern["matches"] {
  if (!SYNTAX.test(text)) throw new ConfigError(source, `the pattern "${line}" is malformed`);
  const literal = /^[^*?[\]\\]*$/;
  if (literal.test(text)) return (path) => path === text;
  const [, prefix] = /^(.*)\*\*$/s.exec(text) ?? [];
  if (prefix && literal.test(prefix)) return (path) => path.startsWith(prefix);
  const [, suffix] = /^\*\*(.*)$/s.exec(text) ?? [];
  if (suffix !== undefined && literal.test(suffix)) {
    return (path) => path.endsWith(suffix) || `/${path}` === suffix;
  }
  // Docker knows no wildcards in a class as such, so that they end it: an oddity to have in common.
  let inClass = false;
  const expression = text.replace(TOKEN, (token, at: number) => {
    const wasInClass = inClass;
    inClass = token === "[" || (inClass && !/[\]*?]/.test(token));
    if (token.startsWith("**")) return at + token.length === text.length ? ".*" : "(?:.*/)?";
    if (token === "*") return "[^/]*";
    if (token === "?") return wasInClass ? "[^/]" : ANY;
    if (token.startsWith("\\")) return /\w/.test(token) ? token.slice(1) : token;
    return /[.+(){}|$]/.test(token) ? `\\${token}` : token;
  });
  try {
    const compiled = new RegExp(`^${expression}$`);
    return (path) => compiled.test(path);
  } catch (cause) {
    throw new ConfigError(source, `the pattern "${line}" is malformed`, { cause });
  }
}
