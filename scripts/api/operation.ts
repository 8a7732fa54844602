import { STATUS_CODES } from "node:http";
import { arrayAt, isObject, type Json, type JsonObject, objectAt, stringsAt } from "./json.js";
import { convertSchema } from "./schema.js";

/** What every operation answers instead when it fails. */
export const ERROR_REFERENCE: JsonObject = { $ref: "#/components/responses/Error" };

/** An operation of a Swagger 2.0 document as one of OpenAPI 3.1. */
export function convertOperation(method: string, source: JsonObject): JsonObject {
  const all = arrayAt(source, "parameters").filter(isObject);
  const target: JsonObject = {
    operationId: source.operationId ?? null,
    tags: arrayAt(source, "tags"),
  };
  const parameters = all.filter((parameter) => !isBody(parameter) && !isContentType(parameter));
  if (parameters.length > 0) target.parameters = parameters.map(convertParameter);
  const body = all.find(isBody);
  if (body) target.requestBody = convertBody(body, requestTypes(source, all));
  target.responses = convertResponses(method, source);
  return target;
}

function isBody(parameter: JsonObject): boolean {
  return parameter.in === "body";
}

/** OpenAPI ignores a header parameter of this name: the body's media type says it. */
function isContentType(parameter: JsonObject): boolean {
  return parameter.in === "header" && /^content-type$/i.test(String(parameter.name));
}

function convertParameter(source: JsonObject): JsonObject {
  const { name = "", in: place = "query", required, collectionFormat } = source;
  const target: JsonObject = { name, in: place };
  if (required === true) target.required = true;
  // `required` is the parameter's own here, and no list of members.
  const { required: _, ...schema } = source;
  // Swagger separates by commas unless told otherwise, OpenAPI repeats the key.
  if (source.type === "array" && place === "query" && collectionFormat !== "multi") {
    target.explode = false;
  }
  target.schema = convertSchema(schema);
  return target;
}

function requestTypes(source: JsonObject, parameters: JsonObject[]): string[] {
  const fixed = parameters.find(isContentType);
  return fixed ? stringsAt(fixed, "enum") : stringsAt(source, "consumes");
}

function convertBody(parameter: JsonObject, consumes: string[]): JsonObject {
  const schema = convertSchema(objectAt(parameter, "schema"));
  const types = consumes.length > 0 && schema.type === "string" ? consumes : ["application/json"];
  const target: JsonObject = { content: contentOf(types, schema) };
  if (parameter.required === true) target.required = true;
  return target;
}

function convertResponses(method: string, source: JsonObject): JsonObject {
  const target: JsonObject = {};
  for (const [status, response] of Object.entries(objectAt(source, "responses"))) {
    // Everything else is an error, and the engine answers every error in the same way.
    if (Number(status) >= 400 || !isObject(response)) continue;
    target[status] = convertResponse(status, response, method === "head" ? [] : produced(source));
  }
  target.default = { ...ERROR_REFERENCE };
  return target;
}

function produced(source: JsonObject): string[] {
  const types = stringsAt(source, "produces");
  return types.length > 0 ? types : ["application/json"];
}

function convertResponse(status: string, source: JsonObject, types: string[]): JsonObject {
  const target: JsonObject = { description: STATUS_CODES[status] ?? "Answered" };
  const headers = Object.entries(objectAt(source, "headers"));
  if (headers.length > 0) {
    target.headers = Object.fromEntries(
      headers.map(([name, header]) => [
        name,
        { schema: isObject(header) ? convertSchema(header) : {} },
      ]),
    );
  }
  if (isObject(source.schema) && types.length > 0) {
    target.content = contentOf(types, convertSchema(source.schema));
  }
  return target;
}

function contentOf(types: string[], schema: Json): JsonObject {
  return Object.fromEntries(types.map((type) => [type, { schema: structuredClone(schema) }]));
}
