import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { API_DOCUMENT, parseYaml } from "../../scripts/api/document.js";
import { isObject, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";

/**
 * What is wrong with an engine's answer, measured against api-spec.yaml: one line for each
 * mismatch, none if it is valid. Of a stream of messages, check one message at a time.
 */
export function checkAnswer(operationId: string, status: number, body: unknown): string[] {
  const validate = validatorOf(operationId, status);
  if (typeof validate === "string") return [validate];
  if (validate === undefined) return isEmpty(body) ? [] : ["a body where none is documented"];
  return validate(body) ? [] : (validate.errors ?? []).map(describe);
}

const document = parseYaml(readFileSync(API_DOCUMENT, "utf8")) as JsonObject;
const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));
const validators = new Map<string, ValidateFunction>();
const ajv = newAjv();

/** A validator, undefined where no body is documented, or what is missing from the document. */
function validatorOf(operationId: string, status: number): ValidateFunction | string | undefined {
  const operation = operations.get(operationId);
  if (operation === undefined) return `there is no operation ${operationId}`;
  if (status >= 400) return compiled("/components/schemas/ErrorResponse");
  const responses = objectAt(operation.object, "responses");
  const response = responses[String(status)];
  if (!isObject(response)) return `${operationId} documents no answer ${status}`;
  const [media] = Object.keys(objectAt(response, "content"));
  if (media === undefined) return undefined;
  const { path, method } = operation;
  return compiled(
    ["", "paths", path, method, "responses", String(status), "content", media, "schema"]
      .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
      .join("/"),
  );
}

function compiled(pointer: string): ValidateFunction {
  const present = validators.get(pointer);
  if (present) return present;
  const validate = ajv.compile({ $ref: `api#${encodeURI(pointer)}` });
  validators.set(pointer, validate);
  return validate;
}

function newAjv(): Ajv2020 {
  const unsigned = {
    type: "number",
    validate: (n: number) => Number.isInteger(n) && n >= 0,
  } as const;
  const instance = new Ajv2020({
    // The document also holds keywords of OpenAPI, and formats that are known to people only.
    strict: false,
    allErrors: true,
    formats: { uint8: unsigned, uint16: unsigned, uint32: unsigned, uint64: unsigned, json: true },
    logger: false,
  });
  formats.default(instance);
  instance.addSchema({ ...document, $id: "api" });
  return instance;
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const allowed = "allowedValues" in params ? ` ${JSON.stringify(params.allowedValues)}` : "";
  return `${instancePath || "/"} ${message ?? "is wrong"}${allowed}`;
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === "";
}
