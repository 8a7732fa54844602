import { FileError } from "../files/file-error.js";
import type { Program, ProgramContext } from "./process.js";
import { type Redirection, redirect } from "./redirections.js";

/** One command of a script, and how it hangs together with the one before. */
interface Command {
  /** `&&`: only after a success; `||`: only after a failure. */
  readonly after: ";" | "&&" | "||";
  readonly words: readonly string[];
  readonly redirections: readonly Redirection[];
}

/**
 * As much of `sh` as tests need: `;`, line ends, `&&`, `||`, quotes, `$NAME`, `$?`, `exit N`, `cd`,
 * `>`, `>>`, `<`, `2>`, `>&2`.
 * Anything else is an error that says so: a script must not half work.
 */
export async function runShell(
  script: string,
  given: ProgramContext,
  find: (command: string) => Program | undefined,
  exitOnError = false,
): Promise<number> {
  let code = 0;
  let context = given;
  let commands: readonly Command[];
  try {
    commands = parse(script, (name) => (name === "?" ? String(code) : (context.env[name] ?? "")));
  } catch (error) {
    context.stderr.write(`sh: ${(error as Error).message}\n`);
    return 2;
  }
  let failed = false;
  for (const { after, words, redirections } of commands) {
    // A failure that && or || look at is none to end a script.
    if (exitOnError && failed && after === ";") return code;
    failed = false;
    if ((after === "&&" && code !== 0) || (after === "||" && code === 0)) continue;
    const argv = words.map((word) => word.replaceAll("\0?", String(code)));
    const [name = ""] = argv;
    if (name === "exit") return Number(argv[1] ?? code) & 0xff;
    if (name === "cd") {
      const moved = changeDirectory(context, argv[1] ?? context.env.HOME ?? "/");
      if (moved === undefined) return 2;
      context = moved;
      code = 0;
      continue;
    }
    const program = name === ":" || name === "" ? (): number => 0 : find(name);
    if (program === undefined) {
      context.stderr.write(`sh: ${name}: not found\n`);
      code = 127;
      failed = true;
      continue;
    }
    let redirected: ProgramContext;
    try {
      redirected = redirect(context, redirections);
    } catch (error) {
      context.stderr.write(`sh: ${(error as Error).message}\n`);
      code = 1;
      failed = true;
      continue;
    }
    code = (await program({ ...redirected, argv })) ?? 0;
    failed = code !== 0;
  }
  return code;
}

/** Undefined, and a line that says why, for what is not a directory: that ends a script. */
function changeDirectory(context: ProgramContext, path: string): ProgramContext | undefined {
  const { files, stderr, workingDir } = context;
  try {
    files.list(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    stderr.write(`sh: cd: line 0: can't cd to ${path}: ${error.reason}\n`);
    return undefined;
  }
  const names: string[] = [];
  for (const name of `${path.startsWith("/") ? "" : workingDir}/${path}`.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return { ...context, files: files.from(path), workingDir: `/${names.join("/")}` };
}

function parse(script: string, variable: (name: string) => string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let after: Command["after"] = ";";
  let redirections: Redirection[] = [];
  let pending: Omit<Redirection, "path"> | undefined;

  const endWord = (): void => {
    if (word !== undefined && pending !== undefined) redirections.push({ ...pending, path: word });
    else if (word !== undefined) words.push(word);
    if (word !== undefined) pending = undefined;
    word = undefined;
  };
  const endCommand = (next: Command["after"]): void => {
    endWord();
    if (pending !== undefined) throw new Error("syntax error: a redirection leads nowhere");
    if (words.length > 0 || redirections.length > 0) commands.push({ after, words, redirections });
    words = [];
    redirections = [];
    after = next;
  };

  const tokens =
    /(?:1?>&2|2>&1)|(?:(?<![^\s;&|])[012])?(?:>>|[<>])(?![<&])|(?<![^\s;&|])#[^\n]*|&&|\|\||[;\n]|[ \t]+|'[^']*'|"(?:[^"\\]|\\.)*"|\\.|\$\{?(?:\w+|\?)\}?|[^\s;&|<>'"\\$`(){}*#]+/gy;
  let position = 0;
  for (const [token] of script.matchAll(tokens)) {
    position += token.length;
    const operator = /^([012]?)(>>|>&[12]|[<>])/.exec(token);
    if (operator !== null) {
      endWord();
      const [, number = "", sign = ""] = operator;
      const found = redirection(number, sign);
      if (found.how === "duplicate") redirections.push({ ...found, path: "" });
      else pending = found;
    } else if (token === "&&" || token === "||") endCommand(token);
    else if (token === ";" || token === "\n") endCommand(";");
    else if (/^[ \t]+$|^#/.test(token)) endWord();
    else if (token.startsWith("'")) word = (word ?? "") + token.slice(1, -1);
    else if (token.startsWith('"')) word = (word ?? "") + unquote(token.slice(1, -1), variable);
    else if (token.startsWith("\\")) word = (word ?? "") + token.slice(1);
    else if (token.startsWith("$")) word = (word ?? "") + expand(token, variable);
    else word = (word ?? "") + token;
  }
  if (position < script.length) {
    throw new Error(`the mock daemon's sh does not know ${JSON.stringify(script[position])}`);
  }
  endCommand(";");
  return commands;
}

function redirection(number: string, sign: string): Omit<Redirection, "path"> {
  if (sign === "<") return { stream: "stdin", how: "read" };
  const stream = number === "2" ? "stderr" : "stdout";
  if (sign.startsWith(">&")) return { stream, how: "duplicate" };
  return { stream, how: sign === ">>" ? "append" : "replace" };
}

function expand(token: string, variable: (name: string) => string): string {
  const name = token.replace(/[${}]/g, "");
  return name === "?" ? "\0?" : variable(name);
}

function unquote(text: string, variable: (name: string) => string): string {
  return text.replace(/\\(["\\$`])|\$\{?(?:\w+|\?)\}?/g, (token, escaped?: string) =>
    escaped === undefined ? expand(token, variable) : escaped,
  );
}
