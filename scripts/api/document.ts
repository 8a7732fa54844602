import { readFile, writeFile } from "node:fs/promises";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { isObject, type Json, type JsonObject, objectAt } from "./json.js";

/** The API document that this project keeps, and everything generated is made from. */
export const API_DOCUMENT: URL = new URL("../../api-spec.yaml", import.meta.url);

/** Reads a YAML or JSON document from a file or an `http(s)` address. */
export async function readDocument(from: string | URL): Promise<JsonObject> {
  const text = /^https?:/.test(String(from)) ? await download(from) : await readFile(from, "utf8");
  const document = parseYaml(text);
  if (!isObject(document)) throw new Error(`${from} does not hold a YAML mapping`);
  return document;
}

export async function writeDocument(document: JsonObject, to: string | URL): Promise<void> {
  await writeFile(to, toYaml(document));
}

export function parseYaml(text: string): Json {
  // CORE_SCHEMA: no dates, no merge keys; the published documents use neither on purpose.
  return load(text, { schema: CORE_SCHEMA }) as Json;
}

/** Paths and components in alphabetical order: a diff then shows what changed, not what moved. */
export function toYaml(document: JsonObject): string {
  const components = objectAt(document, "components");
  const sorted = {
    ...document,
    paths: byName(objectAt(document, "paths")),
    components: { ...components, schemas: byName(objectAt(components, "schemas")) },
  };
  return dump(sorted, { lineWidth: 100, noRefs: true });
}

function byName(source: JsonObject): JsonObject {
  const entries = Object.entries(source);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function download(from: string | URL): Promise<string> {
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${from} answered ${response.status}`);
  return response.text();
}
