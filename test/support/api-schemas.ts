import { isIP } from "node:net";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { JsonObject } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { readApiDocument } from "./api-document.js";
import { unknownMembers } from "./unknown-members.js";

/** Where a schema stands in api-spec.yaml. */
export interface SchemaReference {
  readonly $ref: string;
}

export const document: JsonObject = await readApiDocument();
export const operations: ReadonlyMap<string, ReturnType<typeof operationsOf>[number]> = new Map(
  operationsOf(document).map((operation) => [operation.id, operation]),
);

export function referenceTo(parts: readonly string[]): SchemaReference {
  const escaped = parts.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return { $ref: ["#", ...escaped].join("/") };
}

/** What is wrong with a value, one line for each mismatch and each member that the document lacks. */
export function checkValue(schema: SchemaReference, value: unknown): string[] {
  const validate = compiled(schema);
  const wrong = validate(value) ? [] : (validate.errors ?? []).map(describe);
  return [...wrong, ...unknownMembers(document, { ...schema }, value)];
}

/** Formats that no value could be checked for. */
export function unknownFormats(): string[] {
  const found = [...JSON.stringify(document).matchAll(/"format":"([^"]+)"/g)].map(
    ([, name]) => name,
  );
  return [...new Set(found)].flatMap((name) => (name && !(name in ajv.formats) ? [name] : []));
}

const validators = new Map<string, ValidateFunction>();
const ajv = newAjv();

function compiled({ $ref }: SchemaReference): ValidateFunction {
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
    // Half of the time goes into what most values never need.
    meta: false,
    validateSchema: false,
    code: { optimize: false },
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
