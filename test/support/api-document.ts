import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "../../scripts/api/json.js";

/** Where the document is as JSON while tests run: each file of them reads it in a tenth of the time. */
const variable = "API_DOCUMENT_AS_JSON";

/** Vitest runs this once, before the first file. */
export async function setup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "api-document-"));
  const file = join(directory, "api-spec.json");
  await writeFile(file, JSON.stringify(await fromYaml()));
  process.env[variable] = file;
  return () => rm(directory, { recursive: true });
}

export async function readApiDocument(): Promise<JsonObject> {
  const file = process.env[variable];
  return file === undefined ? fromYaml() : (JSON.parse(readFileSync(file, "utf8")) as JsonObject);
}

async function fromYaml(): Promise<JsonObject> {
  const { API_DOCUMENT, parseYaml } = await import("../../scripts/api/document.js");
  return parseYaml(readFileSync(API_DOCUMENT, "utf8")) as JsonObject;
}
