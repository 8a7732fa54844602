import { compareApiVersions, OLDEST_API_VERSION } from "../../src/transport/version.js";
import { arrayAt, isObject, type JsonObject } from "./json.js";
import { type Operation, operationsOf } from "./operations.js";

/**
 * Tables of what the oldest API version that is spoken lacks, one for each tag so that a program
 * bundles those of the resources it uses.
 */
export function sinceOf(document: JsonObject): string {
  const operations = operationsOf(document).sort((a, b) => (a.id < b.id ? -1 : 1));
  const tags = [...new Set(operations.map(tagOf))].sort();
  return [
    '/** Operation to what it takes, to the API version that brought it; the operation itself is "". */',
    "export type Since = Readonly<Record<string, Readonly<Record<string, string>>>>;",
    ...tags.flatMap((tag) =>
      tableOf(
        tag,
        operations.filter((operation) => tagOf(operation) === tag),
      ),
    ),
    "",
  ].join("\n");
}

function tagOf({ object }: Operation): string {
  return String(arrayAt(object, "tags")[0] ?? "");
}

function tableOf(tag: string, operations: Operation[]): string[] {
  const rows = operations.flatMap(({ id, object }) => {
    const entries = newerThanOldest(object);
    return entries.length > 0 ? [`  ${id}: { ${entries.join(", ")} },`] : [];
  });
  const name = `${tag.charAt(0).toLowerCase()}${tag.slice(1)}Since`;
  return [
    "",
    `export const ${name}: Since = {${rows.length > 0 ? `\n${rows.join("\n")}\n` : ""}};`,
  ];
}

function newerThanOldest(operation: JsonObject): string[] {
  const own = String(operation["x-since"]);
  const entries: [string, string][] = isNewer(own, OLDEST_API_VERSION) ? [["", own]] : [];
  const oldest = entries.length > 0 ? own : OLDEST_API_VERSION;
  for (const parameter of arrayAt(operation, "parameters").filter(isObject)) {
    const since = String(parameter["x-since"]);
    if (parameter.in === "query" && isNewer(since, oldest))
      entries.push([String(parameter.name), since]);
  }
  return entries.map(([name, since]) => `${/^\w+$/.test(name) ? name : `"${name}"`}: "${since}"`);
}

function isNewer(version: string, than: string): boolean {
  return compareApiVersions(version, than) > 0;
}
