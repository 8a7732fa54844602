import openapiTypes, { astToString, type OpenAPI3 } from "openapi-typescript";
import { withDigitsAsText } from "./digits.js";
import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { openEnum } from "./open-enum.js";
import { operationsOf } from "./operations.js";

/** The TypeScript types of an OpenAPI document: `paths`, `operations`, and every schema by name. */
export async function typesOf(document: JsonObject): Promise<string> {
  const source = withDigitsAsText(withPlainParameters(document));
  const ast = await openapiTypes(source as unknown as OpenAPI3, {
    silent: true,
    transform: (schema) => openEnum((schema as unknown as JsonObject)["x-values"]),
    // A default is what the engine assumes when a member is absent, not a promise to send it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
  });
  return astToString(ast);
}

/**
 * What travels as JSON in the query is an object to whoever writes it, but would be typed as a
 * string: a parameter with `content`, and an item with `contentSchema`.
 */
function withPlainParameters(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  for (const { object } of operationsOf(copy)) {
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
  return copy;
}
