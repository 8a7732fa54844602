import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { ERROR_REFERENCE } from "./operation.js";
import { operationsOf } from "./operations.js";

/**
 * Adds an operation with nothing but the parameters of its path. What else it takes, and what it
 * answers, are corrections of their own.
 */
export function addOperation(document: JsonObject, id: string, what: JsonObject): void {
  const { method, path, tag, ...others } = what;
  if (typeof method !== "string" || typeof path !== "string" || typeof tag !== "string") {
    throw new Error("method, path and tag are needed");
  }
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Error(`${other} is none of method, path, tag`);
  if (operationsOf(document).some((operation) => operation.id === id)) {
    throw new Error(`${id} exists already`);
  }
  const paths = objectAt(document, "paths");
  const item = objectAt(paths, path);
  if (item[method] !== undefined) throw new Error(`${method} ${path} exists already`);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const operation: JsonObject = { operationId: id, tags: [tag] };
  if (names.length > 0) operation.parameters = names.map(pathParameter);
  operation.responses = { default: { ...ERROR_REFERENCE } };
  document.paths = { ...paths, [path]: { ...item, [method]: operation } };
  addTag(document, tag);
}

function pathParameter(name: string): JsonObject {
  return { name, in: "path", required: true, schema: { type: "string" } };
}

function addTag(document: JsonObject, name: string): void {
  const tags = arrayAt(document, "tags");
  if (tags.some((tag) => isObject(tag) && tag.name === name)) return;
  document.tags = [...tags, { name }];
}
