import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { convertOperation } from "./operation.js";
import { convertDefinition } from "./schema.js";

const METHODS = ["get", "head", "post", "put", "delete"];

const CREDIT =
  "What the Engine API consists of: operations, parameters, schemas. The facts are taken from the " +
  "API documents that the Moby project publishes under the Apache License 2.0, corrected where " +
  "engines answer otherwise; the words are this project's own.";

/** A published Swagger 2.0 document as OpenAPI 3.1: its facts, without its sentences. */
export function convertDocument(source: JsonObject): JsonObject {
  if (source.swagger !== "2.0") throw new Error("Not a Swagger 2.0 document");
  return {
    openapi: "3.1.0",
    info: {
      title: "Docker Engine API",
      version: objectAt(source, "info").version ?? "",
      description: CREDIT,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: source.basePath ?? "/" }],
    tags: arrayAt(source, "tags")
      .filter(isObject)
      .map(({ name = "" }) => ({ name })),
    paths: convertPaths(objectAt(source, "paths")),
    components: {
      schemas: { ...convertDefinitions(objectAt(source, "definitions")), ErrorResponse: ERROR },
      responses: { Error: ERROR_RESPONSE },
    },
  };
}

const ERROR: JsonObject = {
  type: "object",
  required: ["message"],
  properties: { message: { type: "string", "x-since": "1.25" } },
};

const ERROR_RESPONSE: JsonObject = {
  description: "The engine refused or failed; the message says why",
  content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } },
};

function convertPaths(source: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(source)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([path, item]) => [path, convertPathItem(item)]),
  );
}

function convertPathItem(item: JsonObject): JsonObject {
  const target: JsonObject = {};
  for (const method of METHODS) {
    const operation = item[method];
    if (isObject(operation)) target[method] = convertOperation(method, operation);
  }
  return target;
}

function convertDefinitions(source: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(source)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([name, schema]) => [name, convertDefinition(schema)]),
  );
}
