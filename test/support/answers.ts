import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { API_DOCUMENT, parseYaml } from "../../scripts/api/document.js";
import { isObject, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { unknownMembers } from "./unknown-members.js";

/**
 * What is wrong with an engine's answer, measured against api-spec.yaml: one line for each
 * mismatch and for each member that the document lacks, none if it is valid. Of a stream of messages,
 * check one message at a time.
 */
export function checkAnswer(operationId: string, status: number, body: unknown): string[] {
  const schema = schemaOf(operationId, status);
  if (typeof schema === "string") return [schema];
  if (schema === undefined) return isEmpty(body) ? [] : ["a body where none is documented"];
  const validate = compiled(schema);
  const wrong = validate(body) ? [] : (validate.errors ?? []).map(describe);
  return [...wrong, ...unknownMembers(document, schema, body)];
}

/** Whether the document has a JSON body for it. */
export function answersJson(operationId: string, status: number): boolean {
  return typeof schemaOf(operationId, status) === "object";
}

/** Formats that no answer could be checked for. */
export function unknownFormats(): string[] {
  const found = [...JSON.stringify(document).matchAll(/"format":"([^"]+)"/g)].map(
    ([, name]) => name,
  );
  return [...new Set(found)].flatMap((name) => (name && !(name in ajv.formats) ? [name] : []));
}

const document = parseYaml(readFileSync(API_DOCUMENT, "utf8")) as JsonObject;
const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));
const validators = new Map<string, ValidateFunction>();
const ajv = newAjv();

/** A reference to a schema, undefined where no JSON is documented, or what the document lacks. */
function schemaOf(operationId: string, status: number): { $ref: string } | string | undefined {
  const operation = operations.get(operationId);
  if (operation === undefined) return `there is no operation ${operationId}`;
  if (status >= 400) return { $ref: "#/components/schemas/ErrorResponse" };
  const responses = objectAt(operation.object, "responses");
  const response = responses[String(status)];
  if (!isObject(response)) return `${operationId} documents no answer ${status}`;
  const [media] = Object.keys(objectAt(response, "content"));
  if (!media?.includes("json")) return undefined;
  const { path, method } = operation;
  const parts = ["paths", path, method, "responses", String(status), "content", media, "schema"];
  return {
    $ref: ["#", ...parts.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/"),
  };
}

function compiled({ $ref }: { $ref: string }): ValidateFunction {
  const present = validators.get($ref);
  if (present) return present;
  const validate = ajv.compile({ $ref: `api${encodeURI($ref)}` });
  validators.set($ref, validate);
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
    formats: {
      uint8: unsigned,
      uint16: unsigned,
      uint32: unsigned,
      uint64: unsigned,
      int: { type: "number", validate: Number.isInteger },
      // Engines also answer "" for no address.
      "ip-address": (text: string) => text === "" || isIP(text) > 0,
      cidr: isNetwork,
      CIDR: isNetwork,
      json: true,
    },
    logger: false,
  });
  formats.default(instance);
  instance.addSchema({ ...document, $id: "api" });
  return instance;
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  return isIP(address) > 0 && /^\d+$/.test(bits ?? "") && rest.length === 0;
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const allowed = "allowedValues" in params ? ` ${JSON.stringify(params.allowedValues)}` : "";
  return `${instancePath || "/"} ${message ?? "is wrong"}${allowed}`;
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === "";
}
