import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { type Operation, operationsOf } from "./operations.js";
import { sharedOf } from "./shared.js";

/** One thing that a document says: an operation, a parameter, a property. */
export interface Fact {
  /**
   * Where it is met when the API is used, independent of how schemas are called and shared:
   * `GET /images/json 2xx[].Labels`. One fact can be met in many places.
   */
  readonly context: string;
  /** Where it stands in the document, in the spelling of corrections: `schema ImageSummary.Labels`. */
  readonly place: string;
  /** The operation, the parameter or the property itself: a change to it changes the document. */
  readonly object: JsonObject;
}

interface Way {
  readonly context: string;
  readonly place: string;
  /** The schemas on the way here: one that contains itself is followed once. */
  readonly through: readonly string[];
}

/** Everything that a document says, wherever it is met. */
export function* factsOf(document: JsonObject): Generator<Fact> {
  const schemas = objectAt(objectAt(document, "components"), "schemas");
  for (const operation of operationsOf(document)) yield* factsOfOperation(operation, schemas);
}

/** Method and path of an operation, whatever its path calls its parameters: `GET /images/{}/json`. */
export function routeOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, "{}")}`;
}

function* factsOfOperation(operation: Operation, schemas: JsonObject): Generator<Fact> {
  const { id, object } = operation;
  const route = routeOf(operation);
  yield { context: route, place: `operation ${id}`, object };
  for (const parameter of arrayAt(object, "parameters").filter(isObject)) {
    // What stands in the path is renamed at will, and is as old as the path.
    const name = parameter.in === "path" ? "" : ` ${parameter.in}:${parameter.name}`;
    yield { context: route + name, place: `parameter ${id}.${parameter.name}`, object: parameter };
  }
  const body = schemaOf(objectAt(object, "requestBody"));
  const request = { context: `${route} body`, place: `request ${id}`, through: [] };
  yield* factsOfSchema(body, request, schemas);
  for (const [status, response] of Object.entries(objectAt(object, "responses"))) {
    if (!isObject(response) || !/^2/.test(status)) continue;
    // Which of the successes it is has changed here and there.
    const answer = { context: `${route} 2xx`, place: `response ${id}.${status}`, through: [] };
    yield* factsOfSchema(schemaOf(response), answer, schemas);
  }
}

function schemaOf(content: JsonObject): JsonObject {
  const [media] = Object.values(objectAt(content, "content"));
  return isObject(media) ? objectAt(media, "schema") : {};
}

function* factsOfSchema(schema: JsonObject, way: Way, schemas: JsonObject): Generator<Fact> {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.replace(/^.*\//, "");
    if (way.through.includes(name)) return;
    const through = [...way.through, name];
    yield* factsOfSchema(
      objectAt(schemas, name),
      { ...way, place: `schema ${name}`, through },
      schemas,
    );
    return;
  }
  for (const [name, property] of Object.entries(objectAt(schema, "properties"))) {
    if (!isObject(property)) continue;
    const next = step(way, `.${name}`);
    yield { context: next.context, place: next.place, object: property };
    yield* factsOfSchema(property, next, schemas);
  }
  for (const [keyword, sign] of [
    ["items", "[]"],
    ["additionalProperties", "{}"],
  ] as const) {
    const member = schema[keyword];
    if (isObject(member)) yield* factsOfSchema(member, step(way, sign), schemas);
  }
  // What an answer promises of a shared schema is said of that schema's own members.
  const allOf = arrayAt(schema, "allOf").slice(0, sharedOf(schema) && 1);
  for (const part of [...allOf, ...arrayAt(schema, "anyOf")].filter(isObject)) {
    yield* factsOfSchema(part, way, schemas);
  }
}

function step(way: Way, sign: string): Way {
  return { ...way, context: way.context + sign, place: way.place + sign };
}
