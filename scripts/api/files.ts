import { readdir, readFile } from "node:fs/promises";
import { type JsonObject, objectAt } from "./json.js";
import { parametersOf, queryKindsOf } from "./parameters.js";
import { routesOf } from "./routes.js";
import { sinceFiles } from "./since.js";
import { typesOf } from "./types.js";

const HEADER = "// Made by `npm run generate` from api-spec.yaml; do not edit.\n\n";

/** Everything under `generated/`: file name to content. */
export async function generatedFiles(document: JsonObject): Promise<Map<string, string>> {
  return new Map([
    ["api.ts", HEADER + (await typesOf(document))],
    ["routes.ts", HEADER + routesOf(document)],
    ["parameters.ts", HEADER + parametersOf(document)],
    ["query-kinds.ts", HEADER + queryKindsOf(document)],
    ...sinceFiles(document).map(([name, text]): [string, string] => [name, HEADER + text]),
    ["version.ts", HEADER + versionOf(document)],
  ]);
}

/** The files of a folder that are missing, differ, or are not among the given ones. */
export async function staleFiles(files: Map<string, string>, folder: URL): Promise<string[]> {
  const present = await readdir(folder).catch(() => []);
  const stale: string[] = [];
  for (const name of new Set([...files.keys(), ...present])) {
    const content = await readFile(new URL(name, folder), "utf8").catch(() => undefined);
    if (content !== files.get(name)) stale.push(name);
  }
  return stale;
}

function versionOf(document: JsonObject): string {
  const version = JSON.stringify(objectAt(document, "info").version);
  return `/** The version of the Engine API that the types describe. */\nexport const apiVersion = ${version};\n`;
}
