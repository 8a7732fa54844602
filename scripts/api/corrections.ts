import { readdir, readFile } from "node:fs/promises";
import { changeOperation, OPERATION_CHANGES } from "./change-operation.js";
import { changeSchema, SCHEMA_CHANGES } from "./change-schema.js";
import { parseYaml } from "./document.js";
import { isObject, type Json, type JsonObject } from "./json.js";

/** One thing in which engines differ from the API document, and how that is known. */
export interface Correction {
  /** What the path starts from. */
  readonly below: "schema" | "response" | "request" | "operation";
  readonly path: string;
  readonly kind: string;
  readonly what: Json;
  readonly evidence: string;
  /** The file that holds the entry. */
  readonly source: string;
}

const PLACES = ["schema", "response", "request", "operation"] as const;

const FOLDER: URL = new URL("corrections/", import.meta.url);

/** All corrections of this project, file by file. */
export async function readCorrections(): Promise<Correction[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".yaml")).sort();
  const files = names.map(async (name) =>
    parseCorrections(await readFile(new URL(name, FOLDER), "utf8"), name),
  );
  return (await Promise.all(files)).flat();
}

/** A list of entries, each with where, what and evidence; one entry may name several places. */
export function parseCorrections(text: string, source: string): Correction[] {
  const entries = parseYaml(text);
  if (!Array.isArray(entries)) throw new Error(`${source} is not a list of corrections`);
  return entries.flatMap((entry) => parseEntry(entry, source));
}

/** Changes the document. A correction that finds nothing, or nothing to change, is an error. */
export function applyCorrections(document: JsonObject, corrections: Correction[]): void {
  for (const { below, path, kind, source, ...correction } of corrections) {
    // Places must not share what they were given, or a change to one would change the others; an
    // alias of YAML is the same object as its anchor, and a structured clone would keep it so.
    const what = JSON.parse(JSON.stringify(correction.what)) as Json;
    try {
      if (below === "operation") changeOperation(document, path, kind, what);
      else changeSchema(document, below, path, kind, what);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${source}: ${below} ${path}, ${kind}: ${reason}`, { cause: error });
    }
  }
}

function parseEntry(entry: Json, source: string): Correction[] {
  const fail = (reason: string): never => {
    throw new Error(`${source}: ${reason}: ${JSON.stringify(entry)}`);
  };
  if (!isObject(entry)) return fail("not an entry");
  const { evidence, ...rest } = entry;
  if (typeof evidence !== "string" || evidence === "") return fail("an entry without evidence");
  const below = PLACES.find((place) => place in rest) ?? fail("an entry without a place");
  const { [below]: where, ...changes } = rest;
  const [change, ...others] = Object.entries(changes);
  if (change === undefined || others.length > 0) return fail("not exactly one change");
  const [kind, what] = change;
  const kinds = below === "operation" ? OPERATION_CHANGES : SCHEMA_CHANGES;
  if (!kinds.includes(kind)) return fail(`${kind} is none of ${kinds.join(", ")}`);
  const paths = Array.isArray(where) ? where : [where];
  return paths.map((path) => ({ below, path: String(path), kind, what, evidence, source }));
}
