import { isObject, objectAt } from "../../scripts/api/json.js";
import { checkValue, operations, referenceTo, type SchemaReference } from "./api-schemas.js";

/**
 * What is wrong with an engine's answer, measured against api-spec.yaml: one line for each
 * mismatch and for each member that the document lacks, none if it is valid. Of a stream of messages,
 * check one message at a time.
 */
export function checkAnswer(operationId: string, status: number, body: unknown): string[] {
  const schema = schemaOf(operationId, status);
  if (typeof schema === "string") return [schema];
  if (schema === undefined) return isEmpty(body) ? [] : ["a body where none is documented"];
  return checkValue(schema, body);
}

/** Whether the document has a JSON body for it. */
export function answersJson(operationId: string, status: number): boolean {
  return typeof schemaOf(operationId, status) === "object";
}

/** A reference to a schema, undefined where no JSON is documented, or what the document lacks. */
function schemaOf(operationId: string, status: number): SchemaReference | string | undefined {
  const operation = operations.get(operationId);
  if (operation === undefined) return `there is no operation ${operationId}`;
  if (status >= 400) return referenceTo(["components", "schemas", "ErrorResponse"]);
  const responses = objectAt(operation.object, "responses");
  const response = responses[String(status)];
  if (!isObject(response)) return `${operationId} documents no answer ${status}`;
  const [media] = Object.keys(objectAt(response, "content"));
  if (!media?.includes("json")) return undefined;
  const { path, method } = operation;
  return referenceTo([
    "paths",
    path,
    method,
    "responses",
    String(status),
    "content",
    media,
    "schema",
  ]);
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === "";
}
