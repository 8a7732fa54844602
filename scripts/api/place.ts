import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { operationsOf } from "./operations.js";

/** A schema together with where it stands, so that it can be replaced. */
export interface Place {
  readonly holder: JsonObject;
  readonly key: string;
}

/**
 * Where a path leads: `HostConfig.LogConfig.Type` below the schemas, `ContainerPrune.200` below the
 * responses, `NetworkCreate.IPAM` below the request bodies. `[]` is an array's items and `{}` an
 * object's values. A path does not follow a `$ref`: what it leads to is used elsewhere too.
 */
export function placeOf(document: JsonObject, below: string, path: string): Place {
  const [name = "", ...steps] = stepsOf(path);
  return placeBelow(startOf(document, below, name, steps), steps);
}

/** Where a path leads from a place. */
export function placeBelow(start: Place, path: string | string[]): Place {
  const steps = typeof path === "string" ? stepsOf(path) : path;
  let place = start;
  for (let rest = steps; rest.length > 0; ) {
    // A name can have a dot in it, as `os.version` has.
    const whole = rest.join(".");
    const [step = "", ...others] = ownerOf(schemaAt(place), whole) ? [whole] : rest;
    place = stepInto(place, step);
    rest = others;
  }
  return place;
}

function stepsOf(path: string): string[] {
  return path.split(/\.|(?=\[\]|\{\})/).filter((step) => step !== "");
}

export function schemaAt(place: Place): JsonObject {
  return objectAt(place.holder, place.key);
}

/** The part of a schema that lists a property: itself, or a member of its `allOf`. */
export function ownerOf(schema: JsonObject, property: string): JsonObject | undefined {
  return parts(schema).find((part) => isObject(objectAt(part, "properties")[property]));
}

/** The part of a schema to which a property can be added. */
export function extensibleOf(schema: JsonObject): JsonObject {
  return parts(schema).find((part) => part.properties !== undefined) ?? schema;
}

export function operationOf(document: JsonObject, id: string): JsonObject {
  const operation = operationsOf(document).find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation.object;
}

function parts(schema: JsonObject): JsonObject[] {
  return [schema, ...arrayAt(schema, "allOf").filter(isObject)];
}

function startOf(document: JsonObject, below: string, name: string, steps: string[]): Place {
  if (below === "schema") {
    const schemas = objectAt(objectAt(document, "components"), "schemas");
    return existing({ holder: schemas, key: name }, `there is no schema ${name}`);
  }
  const operation = operationOf(document, name);
  if (below === "request") return bodyOf(objectAt(operation, "requestBody"), `${name}'s request`);
  const status = steps.shift() ?? "";
  const response = objectAt(objectAt(operation, "responses"), status);
  return bodyOf(response, `${name}'s answer ${status}`);
}

function bodyOf(parent: JsonObject, what: string): Place {
  const [media, ...others] = Object.values(objectAt(parent, "content"));
  if (!isObject(media)) throw new Error(`${what} has no body`);
  if (others.length > 0) throw new Error(`${what} has more than one body`);
  return { holder: media, key: "schema" };
}

function stepInto(place: Place, step: string): Place {
  const schema = schemaAt(place);
  if (schema.$ref !== undefined) throw new Error(`${place.key} is ${schema.$ref}: correct that`);
  const missing = `${place.key} has no ${step}`;
  if (step === "[]") return existing({ holder: schema, key: "items" }, missing);
  if (step === "{}") return existing({ holder: schema, key: "additionalProperties" }, missing);
  const owner = ownerOf(schema, step);
  if (owner === undefined) throw new Error(missing);
  return { holder: objectAt(owner, "properties"), key: step };
}

function existing(place: Place, otherwise: string): Place {
  if (!isObject(place.holder[place.key])) throw new Error(otherwise);
  return place;
}
