import { arrayAt, isObject, type Json, type JsonObject, objectAt } from "./json.js";

/** Copied as they are, and in this order, so that two versions of a schema can be compared. */
const PLAIN_KEYWORDS = [
  "type",
  "format",
  "enum",
  "default",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "required",
];

/**
 * A Swagger 2.0 definition as an OpenAPI 3.1 schema. `x-nullable` on a definition only says that
 * the engine holds it by pointer; whether null is possible is said where the definition is used.
 */
export function convertDefinition(source: JsonObject): JsonObject {
  if (typeof source.$ref === "string") return { $ref: convertRef(source.$ref) };
  const target: JsonObject = {};
  for (const keyword of PLAIN_KEYWORDS) {
    const value = source[keyword];
    if (value !== undefined && !isEmptyObjectLiteral(value)) target[keyword] = value;
  }
  // The documents write both spellings; only this one is a format that validators know.
  if (target.format === "dateTime") target.format = "date-time";
  convertMembers(source, target);
  return withoutWrapper(target);
}

/** A schema in the place where a value stands: a property, an item, a body. */
export function convertSchema(source: JsonObject): JsonObject {
  const target = convertDefinition(source);
  return source["x-nullable"] === true ? nullable(target) : target;
}

/** The same schema, with null allowed. */
export function nullable(schema: JsonObject): JsonObject {
  if (schema.$ref !== undefined || schema.allOf !== undefined || schema.type === undefined) {
    return { anyOf: [schema, { type: "null" }] };
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const target: JsonObject = { ...schema, type: [...types, "null"] };
  if (Array.isArray(schema.enum)) target.enum = [...schema.enum, null];
  return target;
}

/** The same schema, with null forbidden. */
export function withoutNull(schema: JsonObject): JsonObject {
  const [only, ...others] = arrayAt(schema, "anyOf").filter((member) => !isNull(member));
  if (isObject(only) && others.length === 0) return only;
  const [type, ...types] = arrayAt(schema, "type").filter((name) => name !== "null");
  const target: JsonObject = { ...schema };
  if (type !== undefined) target.type = types.length > 0 ? [type, ...types] : type;
  if (Array.isArray(schema.enum)) target.enum = schema.enum.filter((value) => value !== null);
  return target;
}

export function allowsNull(schema: JsonObject): boolean {
  if (Array.isArray(schema.type)) return schema.type.includes("null");
  return arrayAt(schema, "anyOf").some(isNull);
}

/** Brings the keywords of a schema into the order in which the importer writes them. */
export function orderKeywords(schema: JsonObject): void {
  const order = [...PLAIN_KEYWORDS, "properties", "additionalProperties", "items", "allOf"];
  for (const keyword of order) {
    const value = schema[keyword];
    if (value === undefined) continue;
    delete schema[keyword];
    schema[keyword] = value;
  }
}

function isNull(member: Json): boolean {
  return isObject(member) && member.type === "null";
}

function convertMembers(source: JsonObject, target: JsonObject): void {
  const properties = Object.entries(objectAt(source, "properties"));
  if (properties.length > 0) {
    target.properties = Object.fromEntries(
      properties.map(([name, schema]) => [name, isObject(schema) ? convertSchema(schema) : {}]),
    );
  }
  for (const keyword of ["additionalProperties", "items"]) {
    const value = source[keyword];
    if (isObject(value)) target[keyword] = convertSchema(value);
    else if (typeof value === "boolean") target[keyword] = value;
  }
  const parts = arrayAt(source, "allOf").filter(isObject).map(convertSchema);
  if (parts.length > 0) target.allOf = parts;
}

/** `allOf` was the only way to put a sentence beside a `$ref`; without the sentence it is noise. */
function withoutWrapper(schema: JsonObject): JsonObject {
  const parts = arrayAt(schema, "allOf").filter((part) => !isBareObject(part));
  const [only] = parts;
  const wraps = Object.keys(schema).every((key) => key === "allOf" || key === "type");
  return parts.length === 1 && wraps && isObject(only) ? only : schema;
}

function isBareObject(schema: Json): boolean {
  return isObject(schema) && Object.keys(schema).length === 1 && schema.type === "object";
}

/** `{}` as a default or as the only value of an enum says nothing that `type: object` does not. */
function isEmptyObjectLiteral(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isEmptyObjectLiteral);
  return isObject(value) && Object.keys(value).length === 0;
}

function convertRef(ref: string): string {
  return ref.replace("#/definitions/", "#/components/schemas/");
}
