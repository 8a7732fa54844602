import { arrayAt, isObject, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { checkValue, operations, referenceTo } from "./api-schemas.js";

interface SentRequest {
  readonly operation: string;
  /** With the types that its parameters have. */
  readonly query: Readonly<Record<string, unknown>>;
  /** JSON as text; empty without a body, and for one that is no JSON. */
  readonly body: string;
}

/** What of a request is not as api-spec.yaml has it: one line for each mismatch and unknown member. */
export function checkRequest({ operation: id, query, body }: SentRequest): string[] {
  const operation = operations.get(id);
  if (operation === undefined) return [`there is no operation ${id}`];
  const { object, path, method } = operation;
  const place = ["paths", path, method];
  const parameters = arrayAt(object, "parameters");
  const found = Object.entries(query).flatMap(([name, value]) => {
    const index = parameters.findIndex(
      (each) => isObject(each) && each.in === "query" && each.name === name,
    );
    const parameter = parameters[index];
    if (!isObject(parameter)) return [`?${name} is not in the document`];
    const schema = [...place, "parameters", String(index), ...schemaOf(parameter)];
    return checkValue(referenceTo(schema), value).map((line) => `?${name} ${line}`);
  });
  return [...found, ...checkBody(object, place, body)];
}

function checkBody(operation: JsonObject, place: string[], body: string): string[] {
  const content = objectAt(objectAt(operation, "requestBody"), "content");
  const media = Object.keys(content).find((type) => type.includes("json"));
  if (body === "") return [];
  if (media === undefined) return ["a body where none is documented"];
  const schema = referenceTo([...place, "requestBody", "content", media, "schema"]);
  return checkValue(schema, JSON.parse(body));
}

/** A parameter that is JSON has its schema in a content. */
const schemaOf = (parameter: JsonObject): string[] =>
  isObject(parameter.content) ? ["content", "application/json", "schema"] : ["schema"];
