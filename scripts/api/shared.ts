import { arrayAt, isObject, type Json, type JsonObject, objectAt, stringsAt } from "./json.js";
import type { Place } from "./place.js";

/** A schema that stands in bodies too, of which an answer always has some members. */
export interface Shared {
  readonly ref: string;
  readonly required: readonly string[];
}

/** Has a reference promise members that its schema leaves open, in this place alone. */
export function requireHere({ holder, key }: Place, what: Json, schemas: JsonObject): void {
  const shared = objectAt(holder, key);
  const names = Array.isArray(what) ? what.map(String) : [];
  if (names.length === 0) throw new Error("not a list of properties");
  for (const name of names) {
    const owners = partsOf(shared, schemas).filter((part) => name in objectAt(part, "properties"));
    if (owners.length === 0) throw new Error(`there is no property ${name}`);
    if (owners.some((owner) => stringsAt(owner, "required").includes(name))) {
      throw new Error(`${name} is required already`);
    }
  }
  holder[key] = { allOf: [shared, { required: names }] };
}

/** What `requireHere` has written; undefined for every other schema. */
export function sharedOf(schema: JsonObject): Shared | undefined {
  const [first, second, ...others] = arrayAt(schema, "allOf").filter(isObject);
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  if (typeof first.$ref !== "string" || Object.keys(second).join() !== "required") return undefined;
  return { ref: first.$ref, required: stringsAt(second, "required") };
}

/** A schema and all that it refers to or consists of, flat. */
function partsOf(schema: JsonObject, schemas: JsonObject): JsonObject[] {
  if (typeof schema.$ref === "string") {
    return partsOf(objectAt(schemas, schema.$ref.replace(/^.*\//, "")), schemas);
  }
  const members = arrayAt(schema, "allOf").filter(isObject);
  return [schema, ...members.flatMap((member) => partsOf(member, schemas))];
}
