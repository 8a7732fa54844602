import { arrayAt, isObject, type JsonObject } from "./json.js";
import { operationsOf } from "./operations.js";

/** A table from operation to the names of its query parameters, of those that have any. */
export function parametersOf(document: JsonObject): string {
  const rows = operationsOf(document)
    .flatMap(({ id, object }) => {
      const names = arrayAt(object, "parameters")
        .filter(isObject)
        .filter((parameter) => parameter.in === "query")
        .map((parameter) => parameter.name);
      return names.length > 0 ? [`  ${id}: "${names.join(" ")}",`] : [];
    })
    .sort();
  return [
    "/** Operation to the names of its query parameters, one space between two. */",
    "export const parameters: Readonly<Record<string, string>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}
