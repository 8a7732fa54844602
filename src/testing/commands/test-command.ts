import type { ProgramContext } from "../containers/process.js";

/** `test` and `[`, as far as scripts use them: files, strings and numbers, and `!`. */
export function testCommand({ argv, files, stderr }: ProgramContext): number {
  const [name = "test", ...words] = argv;
  if (name.endsWith("[") && words.pop() !== "]") {
    stderr.write("[: missing ]\n");
    return 2;
  }
  const kindOf = (path: string, follow = true): string => {
    if (follow ? !files.exists(path) : !inDirectory(path)) return "nothing";
    return files.stat(path, { follow }).kind;
  };
  const inDirectory = (path: string): boolean => {
    try {
      files.stat(path, { follow: false });
      return true;
    } catch {
      return false;
    }
  };
  const evaluate = (expression: readonly string[]): boolean | undefined => {
    const [first = "", second = "", third = ""] = expression;
    if (expression.length === 0) return false;
    if (expression.length === 1) return first !== "";
    if (first === "!") {
      const rest = evaluate(expression.slice(1));
      return rest === undefined ? undefined : !rest;
    }
    if (expression.length === 2) return unary(first, second);
    return expression.length === 3 ? binary(first, second, third) : undefined;
  };
  const unary = (operator: string, operand: string): boolean | undefined => {
    switch (operator) {
      case "-e":
        return kindOf(operand) !== "nothing";
      case "-f":
        return kindOf(operand) === "file";
      case "-d":
        return kindOf(operand) === "directory";
      case "-L":
      case "-h":
        return kindOf(operand, false) === "symlink";
      case "-s":
        return kindOf(operand) !== "nothing" && files.stat(operand).size > 0;
      case "-n":
        return operand !== "";
      case "-z":
        return operand === "";
      default:
        return undefined;
    }
  };
  const result = evaluate(words);
  if (result !== undefined) return result ? 0 : 1;
  stderr.write(
    `${name}: the mock daemon's test does not know ${JSON.stringify(words.join(" "))}\n`,
  );
  return 2;
}

function binary(left: string, operator: string, right: string): boolean | undefined {
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "=":
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "-eq":
      return a === b;
    case "-ne":
      return a !== b;
    case "-lt":
      return a < b;
    case "-gt":
      return a > b;
    default:
      return undefined;
  }
}
