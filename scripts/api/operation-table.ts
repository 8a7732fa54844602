import type { OperationId } from "../../src/index.js";
import type { JsonObject } from "./json.js";
import { methods } from "./methods.js";
import { operationsOf } from "./operations.js";

/** Which operations have been answered in the tests, by engine. */
export type Coverage = Record<string, string[]>;

export const COVERAGE: URL = new URL("../../test/coverage.json", import.meta.url);

export const README: URL = new URL("../../README.md", import.meta.url);

const BEGIN = "<!-- Made by `npm run generate`: the operations -->\n";
const END = "<!-- The end of the operations -->\n";

/** The README with the table of all operations: method, first API version, where tests met it. */
export function withOperationTable(
  readme: string,
  document: JsonObject,
  coverage: Coverage,
): string {
  const [before, rest] = splitAt(readme, BEGIN);
  const [, after] = splitAt(rest, END);
  return `${before}${BEGIN}${tableOf(document, coverage)}${END}${after}`;
}

function splitAt(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  if (index < 0) throw new Error(`the README has no line ${mark.trim()}`);
  return [text.slice(0, index), text.slice(index + mark.length)];
}

function tableOf(document: JsonObject, coverage: Coverage): string {
  const engines = Object.keys(coverage);
  const rows = operationsOf(document)
    .map(({ id, object }) => ({ id, since: String(object["x-since"]), method: methodOf(id) }))
    .sort((a, b) => compare(a.method, b.method) || compare(a.id, b.id))
    .map(({ id, since, method }) => {
      const marks = engines.map((engine) => (coverage[engine]?.includes(id) ? "✓" : ""));
      return `| ${[`\`${method}\``, id, since, ...marks].join(" | ")} |`;
    });
  const head = ["Method", "Operation", "Since API", ...engines];
  const lines = [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows];
  return `${lines.join("\n")}\n`;
}

/** The types have to be made before a new operation can have a method; until then, it has none. */
function methodOf(id: string): string {
  const method: string | undefined = methods[id as OperationId];
  return method ?? "none yet";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
