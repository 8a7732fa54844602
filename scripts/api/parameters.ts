import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { operationsOf } from "./operations.js";

/** A table from operation to the names of its query parameters, of those that have any. */
export function parametersOf(document: JsonObject): string {
  return table(
    "/** Operation to the names of its query parameters, one space between two. */",
    "parameters",
    rowsOf(document, ({ name }) => [String(name)]),
  );
}

/** A table from operation to how its query parameters are written, of those that are no text. */
export function queryKindsOf(document: JsonObject): string {
  return table(
    "/** Operation to the query parameters that are no text: `all:boolean limit:number filters:json`. */",
    "queryKinds",
    rowsOf(document, (parameter) => {
      const kind = kindOf(parameter);
      return kind === undefined ? [] : [`${parameter.name}:${kind}`];
    }),
  );
}

/** Where there is a choice, of a number and a word for one, it is told by how it is written. */
function kindOf(parameter: JsonObject): string | undefined {
  if (isObject(parameter.content)) return "json";
  const schema = objectAt(parameter, "schema");
  const choices = [schema, ...["anyOf", "oneOf"].flatMap((keyword) => arrayAt(schema, keyword))];
  const types = choices.filter(isObject).flatMap(({ type }) => type ?? []);
  if (types.includes("array")) return "list";
  if (types.includes("boolean")) return "boolean";
  return types.includes("integer") || types.includes("number") ? "number" : undefined;
}

function rowsOf(document: JsonObject, words: (parameter: JsonObject) => string[]): string[] {
  return operationsOf(document)
    .flatMap(({ id, object }) => {
      const parameters = arrayAt(object, "parameters").filter(isObject);
      const row = parameters.filter((parameter) => parameter.in === "query").flatMap(words);
      return row.length > 0 ? [`  ${id}: "${row.join(" ")}",`] : [];
    })
    .sort();
}

const table = (comment: string, name: string, rows: string[]): string =>
  [comment, `export const ${name}: Readonly<Record<string, string>> = {`, ...rows, "};", ""].join(
    "\n",
  );
