import { compareApiVersions, OLDEST_API_VERSION } from "../../src/transport/version.js";
import { arrayAt, isObject, type JsonObject } from "./json.js";
import { type Operation, operationsOf } from "./operations.js";

/**
 * Tables of what the oldest API version that is spoken lacks: file name to content. There is one for
 * each tag, as a program bundles those of the resources it uses, and one of all of them.
 */
export function sinceFiles(document: JsonObject): [string, string][] {
  const operations = operationsOf(document).sort((a, b) => (a.id < b.id ? -1 : 1));
  const tags = [...new Set(operations.map(tagOf))].sort();
  const files = tags.map((tag): [string, string] => {
    const own = operations.filter((operation) => tagOf(operation) === tag);
    return [`since-${tag}.ts`, tableOf(`${tag}Since`, own)];
  });
  return [...files, ["since-all.ts", allOf(tags)]];
}

/** The first tag, in lower case. */
function tagOf({ object }: Operation): string {
  return String(arrayAt(object, "tags")[0]).toLowerCase();
}

function tableOf(name: string, operations: Operation[]): string {
  const rows = operations.flatMap(({ id, object }) => {
    const entries = newerThanOldest(object);
    return entries.length > 0 ? [`  ${id}: { ${entries.join(", ")} },`] : [];
  });
  const table = rows.length > 0 ? `{\n${rows.join("\n")}\n}` : "{}";
  return `${IMPORT}\nexport const ${name}: Since = ${table};\n`;
}

function allOf(tags: string[]): string {
  return [
    IMPORT.trimEnd(),
    ...tags.map((tag) => `import { ${tag}Since } from "./since-${tag}.js";`),
    "",
    "export const allSince: Since = {",
    ...tags.map((tag) => `  ...${tag}Since,`),
    "};",
    "",
  ].join("\n");
}

const IMPORT = 'import type { Since } from "../src/transport/since.js";\n';

function newerThanOldest(operation: JsonObject): string[] {
  const own = String(operation["x-since"]);
  const entries: [string, string][] = isNewer(own, OLDEST_API_VERSION) ? [["", own]] : [];
  const oldest = entries.length > 0 ? own : OLDEST_API_VERSION;
  for (const parameter of arrayAt(operation, "parameters").filter(isObject)) {
    const since = String(parameter["x-since"]);
    if (parameter.in === "query" && isNewer(since, oldest)) {
      entries.push([String(parameter.name), since]);
    }
  }
  return entries.map(([name, since]) => `${/^\w+$/.test(name) ? name : `"${name}"`}: "${since}"`);
}

function isNewer(version: string, than: string): boolean {
  return compareApiVersions(version, than) > 0;
}
