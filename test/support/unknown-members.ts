import { arrayAt, isObject, type Json, type JsonObject, objectAt } from "../../scripts/api/json.js";

/**
 * The members of a value that its schema does not know, one line for each. An object whose schema
 * lists no properties is open, and so is one with `additionalProperties`.
 */
export function unknownMembers(document: JsonObject, schema: Json, value: unknown): string[] {
  return [...walk(document, [schema], value, "")];
}

function* walk(
  document: JsonObject,
  schemas: readonly Json[],
  value: unknown,
  path: string,
): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  const parts = schemas.flatMap((schema) => partsOf(document, schema));
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? []);
    for (const [index, item] of value.entries())
      yield* walk(document, items, item, `${path}/${index}`);
    return;
  }
  const open = parts.every((part) => part.properties === undefined);
  for (const [name, member] of Object.entries(value)) {
    const known = parts.flatMap((part) => objectAt(part, "properties")[name] ?? []);
    const further = parts.flatMap((part) => part.additionalProperties ?? []);
    const place = `${path}/${name}`;
    if (known.length > 0) yield* walk(document, known, member, place);
    else if (further.length > 0) yield* walk(document, further, member, place);
    else if (!open) yield `${place} is not in the document`;
  }
}

/** A schema and all that it refers to or consists of, flat. */
function partsOf(document: JsonObject, schema: Json): JsonObject[] {
  if (!isObject(schema)) return [];
  const { $ref } = schema;
  const target = typeof $ref === "string" ? partsOf(document, resolve(document, $ref)) : [];
  const members = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => arrayAt(schema, keyword));
  return [schema, ...target, ...members.flatMap((member) => partsOf(document, member))];
}

function resolve(document: JsonObject, ref: string): JsonObject {
  const keys = ref.split("/").slice(1);
  return keys
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce(objectAt, document);
}
