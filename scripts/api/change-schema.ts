import { arrayAt, isObject, type Json, type JsonObject, objectAt, stringsAt } from "./json.js";
import { extensibleOf, ownerOf, type Place, placeOf, schemaAt } from "./place.js";
import { allowsNull, nullable, orderKeywords, withoutNull } from "./schema.js";
import { requireHere } from "./shared.js";

type Change = (place: Place, what: Json, schemas: JsonObject) => void;

/** What can be corrected in a schema; `what` is mostly a list of its properties. */
const CHANGES: Readonly<Record<string, Change>> = {
  nullable: (place, what) => eachPlace(place, what, allowNull),
  notNull: (place, what) => eachPlace(place, what, forbidNull),
  required: (place, what, schemas) =>
    schemaAt(place).$ref !== undefined
      ? requireHere(place, what, schemas)
      : eachProperty(place, what, requireProperty),
  optional: (place, what) => eachProperty(place, what, freeProperty),
  remove: (place, what) => eachProperty(place, what, removeProperty),
  add: (place, what) => eachEntry(what, (name, schema) => addProperty(place, name, schema)),
  set: (place, what) => setKeywords(schemaAt(place), what),
  drop: ({ holder, key }) => {
    delete holder[key];
  },
};

export const SCHEMA_CHANGES: readonly string[] = [...Object.keys(CHANGES), "define"];

export function changeSchema(
  document: JsonObject,
  below: string,
  path: string,
  kind: string,
  what: Json,
): void {
  if (kind === "define") define(document, path, what);
  else CHANGES[kind]?.(placeOf(document, below, path), what, schemasOf(document));
}

function define(document: JsonObject, name: string, schema: Json): void {
  const schemas = schemasOf(document);
  if (name in schemas) throw new Error("it exists already");
  schemas[name] = schema;
}

function schemasOf(document: JsonObject): JsonObject {
  return objectAt(objectAt(document, "components"), "schemas");
}

/** `true` is the place itself, a list names properties of it. */
function eachPlace(place: Place, what: Json, change: (place: Place) => void): void {
  if (what === true) change(place);
  else
    eachProperty(place, what, (owner, key) =>
      change({ holder: objectAt(owner, "properties"), key }),
    );
}

function eachProperty(
  place: Place,
  what: Json,
  change: (owner: JsonObject, name: string) => void,
): void {
  if (!Array.isArray(what) || what.length === 0) throw new Error("not a list of properties");
  for (const name of what.map(String)) {
    const owner = ownerOf(schemaAt(place), name);
    if (owner === undefined) throw new Error(`there is no property ${name}`);
    change(owner, name);
    orderKeywords(owner);
  }
}

function eachEntry(what: Json, change: (name: string, value: Json) => void): void {
  if (!isObject(what)) throw new Error("not a mapping");
  for (const [name, value] of Object.entries(what)) change(name, value);
}

function allowNull(place: Place): void {
  if (allowsNull(schemaAt(place))) throw new Error(`${place.key} can be null already`);
  place.holder[place.key] = nullable(schemaAt(place));
}

function forbidNull(place: Place): void {
  if (!allowsNull(schemaAt(place))) throw new Error(`${place.key} cannot be null as it is`);
  place.holder[place.key] = withoutNull(schemaAt(place));
}

function requireProperty(owner: JsonObject, name: string): void {
  const required = stringsAt(owner, "required");
  if (required.includes(name)) throw new Error(`${name} is required already`);
  owner.required = Object.keys(objectAt(owner, "properties")).filter(
    (property) => property === name || required.includes(property),
  );
}

function freeProperty(owner: JsonObject, name: string): void {
  const required = stringsAt(owner, "required");
  if (!required.includes(name)) throw new Error(`${name} is optional already`);
  owner.required = required.filter((property) => property !== name);
  if (arrayAt(owner, "required").length === 0) delete owner.required;
}

function removeProperty(owner: JsonObject, name: string): void {
  delete objectAt(owner, "properties")[name];
}

function addProperty(place: Place, name: string, schema: Json): void {
  if (ownerOf(schemaAt(place), name)) throw new Error(`the property ${name} exists already`);
  const owner = extensibleOf(schemaAt(place));
  owner.properties = { ...objectAt(owner, "properties"), [name]: schema };
}

/** Sets keywords of a schema; null takes one away. */
function setKeywords(schema: JsonObject, what: Json): void {
  eachEntry(what, (keyword, value) => {
    const before = JSON.stringify(schema[keyword] ?? null);
    if (before === JSON.stringify(value)) throw new Error(`${keyword} is ${before} already`);
    if (value === null) delete schema[keyword];
    else schema[keyword] = value;
  });
  orderKeywords(schema);
}
