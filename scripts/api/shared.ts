import { arrayAt, isObject, type Json, type JsonObject, objectAt, stringsAt } from "./json.js";
import type { Place } from "./place.js";

/** A schema that stands in bodies too, of which an answer always has some members. */
export interface Shared {
  readonly ref: string;
  readonly required: readonly string[];
  /** What these members always have themselves. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/**
 * Has a reference promise members that its schema leaves open, in this place alone; `Limits.Memory`
 * is a member of a member.
 */
export function requireHere({ holder, key }: Place, what: Json, schemas: JsonObject): void {
  const shared = objectAt(holder, key);
  const paths = Array.isArray(what) ? what.map((path) => String(path).split(".")) : [];
  if (paths.length === 0) throw new Error("not a list of properties");
  const required: string[] = [];
  const members: Record<string, string[]> = {};
  for (const [name = "", member] of paths) {
    const schema = member === undefined ? shared : memberOf(shared, name, schemas);
    checkOpen(schema, member ?? name, schemas);
    if (member === undefined) required.push(name);
    else if (required.includes(name)) members[name] = [...(members[name] ?? []), member];
    else throw new Error(`${name} is not required before ${name}.${member}`);
  }
  const inner = Object.entries(members).map(([name, own]) => [name, { required: own }]);
  const properties = inner.length > 0 ? [{ properties: Object.fromEntries(inner) }] : [];
  holder[key] = { allOf: [shared, { required }, ...properties] };
}

/** What `requireHere` has written; undefined for every other schema. */
export function sharedOf(schema: JsonObject): Shared | undefined {
  const [shared, ...promises] = arrayAt(schema, "allOf").filter(isObject);
  const promise: JsonObject = Object.assign({}, ...promises);
  const members = Object.entries(objectAt(promise, "properties")).map(
    ([name, member]) => [name, isObject(member) ? member : {}] as const,
  );
  const keys = [promise, ...members.map(([, member]) => member)].flatMap(Object.keys);
  const known = keys.every((keyword) => keyword === "required" || keyword === "properties");
  if (typeof shared?.$ref !== "string" || !("required" in promise) || !known) return undefined;
  return {
    ref: shared.$ref,
    required: stringsAt(promise, "required"),
    members: Object.fromEntries(
      members.map(([name, member]) => [name, stringsAt(member, "required")]),
    ),
  };
}

function memberOf(schema: JsonObject, name: string, schemas: JsonObject): JsonObject {
  const owner = partsOf(schema, schemas).find((part) => name in objectAt(part, "properties"));
  if (owner === undefined) throw new Error(`there is no property ${name}`);
  return objectAt(objectAt(owner, "properties"), name);
}

function checkOpen(schema: JsonObject, name: string, schemas: JsonObject): void {
  memberOf(schema, name, schemas);
  if (partsOf(schema, schemas).some((part) => stringsAt(part, "required").includes(name))) {
    throw new Error(`${name} is required already`);
  }
}

/** A schema and all that it refers to or consists of, flat. */
function partsOf(schema: JsonObject, schemas: JsonObject): JsonObject[] {
  if (typeof schema.$ref === "string") {
    return partsOf(objectAt(schemas, schema.$ref.replace(/^.*\//, "")), schemas);
  }
  const members = arrayAt(schema, "allOf").filter(isObject);
  return [schema, ...members.flatMap((member) => partsOf(member, schemas))];
}
