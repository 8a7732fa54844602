import type { JsonObject } from "./json.js";
import { operationsOf } from "./operations.js";

/** A table from operationId to method and path, in alphabetical order. */
export function routesOf(document: JsonObject): string {
  const lines = operationsOf(document)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, method, path }) => `  ${id}: ["${method.toUpperCase()}", "${path}"],`);
  return [
    "/** The method and the path of every operation. */",
    "export const routes = {",
    ...lines,
    "} as const;",
    "",
    '/** `Routes["ContainerList"]` is `readonly ["GET", "/containers/json"]`. */',
    "export type Routes = typeof routes;",
    "",
  ].join("\n");
}
