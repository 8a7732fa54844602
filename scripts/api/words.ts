import { readFile } from "node:fs/promises";
import { parseYaml } from "./document.js";
import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { operationOf, placeBelow, placeOf, schemaAt } from "./place.js";

/** What this project says of the API in its own words: place to text. */
export interface Words {
  /** `ContainerList`, `ContainerList.all` for a parameter, `ContainerExec.body.Cmd`, `ImagePrune.200.SpaceReclaimed`. */
  readonly operations: ReadonlyMap<string, string>;
  /** `HostConfig`, `HostConfig.Binds`, in the spelling of corrections. */
  readonly schemas: ReadonlyMap<string, string>;
}

const FILE: URL = new URL("words.yaml", import.meta.url);

export async function readWords(): Promise<Words> {
  return parseWords(await readFile(FILE, "utf8"));
}

export function parseWords(text: string): Words {
  const words = parseYaml(text);
  if (!isObject(words)) throw new Error("the words are not a mapping");
  return { operations: texts(words, "operations"), schemas: texts(words, "schemas") };
}

function texts(words: JsonObject, section: string): Map<string, string> {
  return new Map(
    Object.entries(objectAt(words, section)).map(([place, text]) => {
      if (typeof text !== "string" || text.trim() === "") throw new Error(`${place} has no text`);
      return [place, text.trim()];
    }),
  );
}

/** Describes a document in these words and no others. Texts for what is not there are one error. */
export function describeDocument(document: JsonObject, { operations, schemas }: Words): void {
  silence(objectAt(document, "paths"));
  silence(objectAt(objectAt(document, "components"), "schemas"));
  const missing = [
    ...describeAll(operations, (place) => partOf(document, place)),
    ...describeAll(schemas, (place) => schemaAt(placeOf(document, "schema", place))),
  ];
  if (missing.length > 0) {
    throw new Error(`scripts/api/words.yaml describes what is not there:\n${missing.join("\n")}`);
  }
}

/** What is not there, and why. */
function describeAll(
  texts: ReadonlyMap<string, string>,
  find: (place: string) => JsonObject,
): string[] {
  return [...texts].flatMap(([place, text]) => {
    try {
      describe(find(place), text);
      return [];
    } catch (error) {
      return [`${place}: ${error instanceof Error ? error.message : error}`];
    }
  });
}

/** The text comes first, for whoever reads the document. */
function describe(part: JsonObject, description: string): void {
  const members = { ...part };
  for (const key of Object.keys(part)) delete part[key];
  Object.assign(part, { description }, members);
}

/** An operation, or what a path below it names: a parameter, the body, a property of an answer. */
function partOf(document: JsonObject, place: string): JsonObject {
  const [, id = "", name = "", path = ""] = /^(\w+)(?:\.([\w-]+)(.*))?$/.exec(place) ?? [];
  const operation = operationOf(document, id);
  if (name === "") return operation;
  if (name === "body" && path === "") return objectAt(operation, "requestBody");
  if (name === "body") return schemaAt(placeOf(document, "request", id + path));
  if (/^\d+$/.test(name)) return schemaAt(placeOf(document, "response", `${id}.${name}${path}`));
  const parameters = arrayAt(operation, "parameters").filter(isObject);
  const parameter = parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) throw new Error(`${id} has no parameter ${name}`);
  if (path === "") return parameter;
  const json = objectAt(objectAt(parameter, "content"), "application/json");
  return schemaAt(placeBelow({ holder: json, key: "schema" }, path));
}

/** Takes away the texts of another time. What an answer's status is called is no such text. */
function silence(object: JsonObject): void {
  for (const [key, member] of Object.entries(object)) {
    if (key === "description" && typeof member === "string") delete object[key];
    else if (key === "responses") silenceAnswers(object, key);
    else if (isObject(member)) silence(member);
    else if (Array.isArray(member)) member.filter(isObject).forEach(silence);
  }
}

function silenceAnswers(operation: JsonObject, key: string): void {
  for (const response of Object.values(objectAt(operation, key)).filter(isObject)) {
    silence(objectAt(response, "content"));
    silence(objectAt(response, "headers"));
  }
}
