import type { ProgramContext } from "../containers/process.js";
import { nextLine } from "../shell/input.js";
import { put } from "../shell/output.js";
import { classes, linesOf, readWords, sources, usage } from "./words.js";

/** The lines of files, or of the input as they come, that have a pattern in them. */
export async function grep(context: ProgramContext): Promise<number> {
  const { stdin, stdout, signal } = context;
  const words = readWords("grep", "qvicnEFoxhHe:", context);
  if (words === undefined) return 2;
  const { options } = words;
  const operands = [...words.operands];
  const pattern = options.get("e") ?? operands.shift();
  if (pattern === undefined) {
    usage(context, "grep [-HhnvqcioxFE] { PATTERN | -e PATTERN } [FILE]...");
    return 2;
  }
  const wanted = expression(pattern, options);
  let [code, found] = [0, 0];
  const several = (operands.length > 1 || options.has("H")) && !options.has("h");
  const matches = (line: string): boolean => wanted.test(line) !== options.has("v");
  const show = async (line: string, number: number, before: string): Promise<void> => {
    found += 1;
    if (options.has("q") || options.has("c")) return;
    const prefix = before + (options.has("n") ? `${number}:` : "");
    const shown = options.has("o") ? (line.match(new RegExp(wanted, "g")) ?? []) : [line];
    await put(stdout, shown.map((each) => `${prefix}${each}\n`).join(""));
  };
  if (operands.length === 0) {
    // Line by line, as they come: it may look at a log that goes on.
    for (let number = 1; ; number += 1) {
      const line = await nextLine(stdin, signal);
      if (line === undefined) break;
      const text = line.toString("utf8").replace(/\n$/, "");
      if (matches(text)) await show(text, number, "");
      if (found > 0 && options.has("q")) return 0;
    }
    if (options.has("c")) await put(stdout, `${found}\n`);
    return found > 0 ? 0 : 1;
  }
  for await (const { name, text } of sources("grep", operands, context, () => (code = 2))) {
    const before = several ? `${name}:` : "";
    const already = found;
    for (const [index, line] of linesOf(text).entries()) {
      const bare = line.replace(/\n$/, "");
      if (matches(bare)) await show(bare, index + 1, before);
    }
    if (options.has("c")) await put(stdout, `${before}${found - already}\n`);
  }
  return code || (found > 0 ? 0 : 1);
}

/** A pattern of grep; without -E, parentheses and the like mean something after a backslash only. */
function expression(pattern: string, options: ReadonlyMap<string, string>): RegExp {
  const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const basic = pattern.replace(/\\([(){}+?|])|([(){}+?|])/g, (_whole, special, plain) =>
    special === undefined ? `\\${plain}` : special,
  );
  const source = options.has("F") ? escaped : options.has("E") ? pattern : basic;
  const posix = source.replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole);
  return new RegExp(options.has("x") ? `^(?:${posix})$` : posix, options.has("i") ? "i" : "");
}
