import openapiTypes, { astToString, type OpenAPI3 } from "openapi-typescript";
import { withDigitsAsText } from "./digits.js";
import { writeDocComments } from "./doc-comments.js";
import { withGenerousInputs } from "./generous-inputs.js";
import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { operationsOf } from "./operations.js";
import { markSpecialTypes, SURE, specialType } from "./special-type.js";

/** The TypeScript types of an OpenAPI document: `paths`, `operations`, and every schema by name. */
export async function typesOf(document: JsonObject): Promise<string> {
  const copy = withDigitsAsText(document) as JsonObject;
  writeParametersPlainly(copy);
  writeDocComments(copy);
  markSpecialTypes(copy);
  const ast = await openapiTypes(copy as unknown as OpenAPI3, {
    silent: true,
    // A default is what the engine assumes when a member is absent, not a promise to send it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    transform: (schema) => specialType(schema as unknown as JsonObject),
  });
  // Indented as little as the rest of the project: these are most of what a user downloads.
  const indented = (spaces: string): string => " ".repeat(spaces.length / 2);
  const types = astToString(withGenerousInputs(ast))
    .replace(ENUM_COMMENTS, "")
    .replace(/^(?: {4})+/gm, indented);
  return `${types}\n${SURE}`;
}

/** The type says it already. */
const ENUM_COMMENTS = /^ *\/\*\* @enum \{.*?\} \*\/\n|^ *\* @enum \{.*?\}\n/gm;

/**
 * What travels as JSON in the query is an object to whoever writes it, but would be typed as a
 * string: a parameter with `content`, and an item with `contentSchema`.
 */
function writeParametersPlainly(document: JsonObject): void {
  for (const { object } of operationsOf(document)) {
    for (const parameter of arrayAt(object, "parameters").filter(isObject)) {
      const json = objectAt(objectAt(parameter, "content"), "application/json");
      const schema = json.schema ?? parameter.schema;
      if (schema !== undefined) parameter.schema = schema;
      delete parameter.content;
      const items = objectAt(objectAt(parameter, "schema"), "items");
      if (items.contentSchema !== undefined) {
        objectAt(parameter, "schema").items = items.contentSchema;
      }
    }
  }
}
