import { ShellSyntaxError } from "./syntax.js";

type Values = (name: string) => string;

const binary: readonly (readonly [string, (a: number, b: number) => number])[][] = [
  [["||", (a, b) => Number(a !== 0 || b !== 0)]],
  [["&&", (a, b) => Number(a !== 0 && b !== 0)]],
  [["|", (a, b) => a | b]],
  [["^", (a, b) => a ^ b]],
  [["&", (a, b) => a & b]],
  [
    ["==", (a, b) => Number(a === b)],
    ["!=", (a, b) => Number(a !== b)],
  ],
  [
    ["<=", (a, b) => Number(a <= b)],
    [">=", (a, b) => Number(a >= b)],
    ["<", (a, b) => Number(a < b)],
    [">", (a, b) => Number(a > b)],
  ],
  [
    ["<<", (a, b) => a << b],
    [">>", (a, b) => a >> b],
  ],
  [
    ["+", (a, b) => a + b],
    ["-", (a, b) => a - b],
  ],
  [
    ["*", (a, b) => a * b],
    ["/", divide],
    ["%", (a, b) => a - b * divide(a, b)],
  ],
];

function divide(a: number, b: number): number {
  if (b === 0) throw new ShellSyntaxError("divide by zero");
  return Math.trunc(a / b);
}

/** What `$((…))` comes to. */
export function arithmetic(text: string, value: Values): number {
  const tokens = text.match(/\d+|[A-Za-z_]\w*|\|\||&&|[=!<>]=|<<|>>|[^\s]/g) ?? [];
  const wrong = (): ShellSyntaxError => new ShellSyntaxError("arithmetic syntax error");
  const unary = (): number => {
    const token = tokens.shift();
    if (token === "(") {
      const inner = conditional();
      if (tokens.shift() !== ")") throw wrong();
      return inner;
    }
    if (token === "-") return -unary();
    if (token === "+") return unary();
    if (token === "!") return Number(unary() === 0);
    if (token === "~") return ~unary();
    if (token === undefined) throw wrong();
    if (/^\d/.test(token)) return Number.parseInt(token, /^0\d/.test(token) ? 8 : 10);
    if (!/^[A-Za-z_]/.test(token)) throw wrong();
    const named = value(token).trim() || "0";
    if (!/^[+-]?\d+$/.test(named)) throw wrong();
    return Number(named);
  };
  const level = (depth: number): number => {
    const known = binary[depth];
    if (known === undefined) return unary();
    let left = level(depth + 1);
    for (;;) {
      const [, apply] = known.find(([operator]) => operator === tokens[0]) ?? [];
      if (apply === undefined) return left;
      tokens.shift();
      left = apply(left, level(depth + 1));
    }
  };
  const conditional = (): number => {
    const condition = level(0);
    if (tokens[0] !== "?") return condition;
    tokens.shift();
    const yes = conditional();
    if (tokens.shift() !== ":") throw wrong();
    const no = conditional();
    return condition !== 0 ? yes : no;
  };
  if (tokens.length === 0) return 0;
  const result = conditional();
  if (tokens.length > 0) throw wrong();
  return result;
}
