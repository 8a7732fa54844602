import type { Program, ProgramContext } from "./process.js";

/** One command of a script, and how it hangs together with the one before. */
interface Command {
  /** `&&`: only after a success; `||`: only after a failure. */
  readonly after: ";" | "&&" | "||";
  readonly words: readonly string[];
  readonly toStderr: boolean;
}

/**
 * As much of `sh` as tests need: `;`, line ends, `&&`, `||`, quotes, `$NAME`, `$?`, `exit N`, `>&2`.
 * Anything else is an error that says so: a script must not half work.
 */
export async function runShell(
  script: string,
  context: ProgramContext,
  find: (command: string) => Program | undefined,
): Promise<number> {
  let code = 0;
  let commands: readonly Command[];
  try {
    commands = parse(script, (name) => (name === "?" ? String(code) : (context.env[name] ?? "")));
  } catch (error) {
    context.stderr.write(`sh: ${(error as Error).message}\n`);
    return 2;
  }
  for (const { after, words, toStderr } of commands) {
    if ((after === "&&" && code !== 0) || (after === "||" && code === 0)) continue;
    const argv = words.map((word) => word.replaceAll("\0?", String(code)));
    const [name = ""] = argv;
    if (name === "exit") return Number(argv[1] ?? code) & 0xff;
    const program = name === ":" ? (): number => 0 : find(name);
    if (program === undefined) {
      context.stderr.write(`sh: ${name}: not found\n`);
      code = 127;
      continue;
    }
    const stdout = toStderr ? context.stderr : context.stdout;
    code = (await program({ ...context, argv, stdout })) ?? 0;
  }
  return code;
}

function parse(script: string, variable: (name: string) => string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let after: Command["after"] = ";";
  let toStderr = false;

  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (next: Command["after"]): void => {
    endWord();
    if (words.length > 0) commands.push({ after, words, toStderr });
    words = [];
    toStderr = false;
    after = next;
  };

  const tokens =
    /\s*(?:1?>&2)|(?<![^\s;&|])#[^\n]*|&&|\|\||[;\n]|[ \t]+|'[^']*'|"(?:[^"\\]|\\.)*"|\\.|\$\{?(?:\w+|\?)\}?|[^\s;&|<>'"\\$`(){}*#]+/gy;
  let position = 0;
  for (const [token] of script.matchAll(tokens)) {
    position += token.length;
    if (/^\s*1?>&2$/.test(token)) toStderr = true;
    else if (token === "&&" || token === "||") endCommand(token);
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

function expand(token: string, variable: (name: string) => string): string {
  const name = token.replace(/[${}]/g, "");
  return name === "?" ? "\0?" : variable(name);
}

function unquote(text: string, variable: (name: string) => string): string {
  return text.replace(/\\(["\\$`])|\$\{?(?:\w+|\?)\}?/g, (token, escaped?: string) =>
    escaped === undefined ? expand(token, variable) : escaped,
  );
}
