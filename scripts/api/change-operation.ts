import { STATUS_CODES } from "node:http";
import { addOperation } from "./add-operation.js";
import { arrayAt, isObject, type Json, type JsonObject, objectAt } from "./json.js";
import { operationOf } from "./place.js";

type Change = (operation: JsonObject, name: string, value: Json) => void;

/** What can be corrected in an operation; each maps names to what is true of them. */
const CHANGES: Readonly<Record<string, Change>> = {
  /** Parameter name → members of the parameter; null takes one away. */
  parameters: changeParameter,
  /** Parameter name → schema of the JSON that stands in the query. */
  json: (operation, name, schema) =>
    changeParameter(operation, name, {
      in: "query",
      explode: null,
      schema: null,
      content: { "application/json": { schema } },
    }),
  /** Parameter name → schema of one value, of which the query can have several. */
  repeated: (operation, name, items) =>
    changeParameter(operation, name, {
      in: "query",
      explode: null,
      schema: { type: "array", items },
    }),
  /** Status → media type → schema; null for no body, and null in place of it for no such status. */
  responses: changeResponse,
  /** Media type → schema of the request body. */
  body: changeBody,
};

/** `{ method, path, tag }` of an operation that engines know and the document lacks. */
const ADD = "addOperation";

export const OPERATION_CHANGES: readonly string[] = [...Object.keys(CHANGES), ADD];

export function changeOperation(document: JsonObject, id: string, kind: string, what: Json): void {
  if (!isObject(what)) throw new Error("not a mapping");
  if (kind === ADD) {
    addOperation(document, id, what);
    return;
  }
  const operation = operationOf(document, id);
  for (const [name, value] of Object.entries(what)) {
    const before = JSON.stringify(operation);
    CHANGES[kind]?.(operation, name, value);
    if (JSON.stringify(operation) === before) throw new Error(`${name} is so already`);
  }
}

function changeParameter(operation: JsonObject, name: string, value: Json): void {
  if (!isObject(value)) throw new Error(`${name} is not a mapping`);
  const parameters = arrayAt(operation, "parameters");
  const present = parameters.filter(isObject).find((parameter) => parameter.name === name);
  const parameter = present ?? { name };
  for (const [member, content] of Object.entries(value)) {
    if (content === null) delete parameter[member];
    else parameter[member] = content;
  }
  if (parameter.in === undefined) throw new Error(`there is no parameter ${name}`);
  if (present === undefined) operation.parameters = [...parameters, parameter];
}

function changeResponse(operation: JsonObject, status: string, value: Json): void {
  const responses = objectAt(operation, "responses");
  if (value === null) {
    delete responses[status];
    return;
  }
  const { content: _, ...response } = objectAt(responses, status);
  response.description ??= STATUS_CODES[status] ?? "Answered";
  const content = contentOf(value);
  responses[status] = Object.keys(content).length > 0 ? { ...response, content } : response;
}

function changeBody(operation: JsonObject, type: string, schema: Json): void {
  const { content: _, ...body } = objectAt(operation, "requestBody");
  operation.requestBody = { content: contentOf({ [type]: schema }), ...body };
}

function contentOf(value: Json): JsonObject {
  if (!isObject(value)) throw new Error("not a mapping of media types");
  return Object.fromEntries(Object.entries(value).map(([type, schema]) => [type, { schema }]));
}
