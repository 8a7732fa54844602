import openapiTypes, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { compareApiVersions, OLDEST_API_VERSION } from "../../src/transport/version.js";
import { arrayAt, isObject, type JsonObject, objectAt } from "./json.js";
import { operationsOf } from "./operations.js";

/** The TypeScript types of an OpenAPI document: `paths`, `operations`, and every schema by name. */
export async function typesOf(document: JsonObject): Promise<string> {
  const copy = structuredClone(document);
  writeParametersPlainly(copy);
  for (const { object } of operationsOf(copy)) silenceAnswers(object);
  writeDocComments(copy);
  const ast = await openapiTypes(copy as unknown as OpenAPI3, {
    silent: true,
    // A default is what the engine assumes when a member is absent, not a promise to send it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    transform: (schema) =>
      "x-date" in schema ? dateOr(schema as unknown as JsonObject) : undefined,
  });
  // Indented as little as the rest of the project: these are most of what a user downloads.
  const indented = (spaces: string): string => " ".repeat(spaces.length / 2);
  return astToString(ast)
    .replace(ENUM_COMMENTS, "")
    .replace(/^(?: {4})+/gm, indented);
}

/** Where the engine reads a time from text or seconds, a Date is written so. */
function dateOr(schema: JsonObject): ts.TypeNode {
  const { factory, SyntaxKind } = ts;
  const text = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);
  const seconds = factory.createKeywordTypeNode(SyntaxKind.NumberKeyword);
  const date = factory.createTypeReferenceNode("Date");
  return factory.createUnionTypeNode([date, ...(schema.type === "string" ? [] : [seconds]), text]);
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

/** What a status is called is written above each answer otherwise. */
function silenceAnswers(operation: JsonObject): void {
  for (const response of Object.values(objectAt(operation, "responses")).filter(isObject)) {
    if (response.description !== undefined) response.description = "";
  }
}

/** Puts what an editor shall show into the members that openapi-typescript writes as they are. */
function writeDocComments(object: JsonObject): void {
  const { description, "x-since": since, "x-until": until } = object;
  const lines: string[] = [];
  if (typeof description === "string" && description !== "") {
    lines.push(description);
    delete object.description;
  }
  if (typeof until === "string") lines.push(`Until API ${until}.`);
  if (lines.length > 0) object.title = lines.join(" ");
  if (typeof since === "string" && compareApiVersions(since, OLDEST_API_VERSION) > 0) {
    object.summary = `@since API ${since}`;
  }
  // The texts name units; how a number is encoded matters to no TypeScript program.
  if (typeof object.format === "string" && object.format !== "binary") delete object.format;
  for (const member of Object.values(object)) {
    if (isObject(member)) writeDocComments(member);
    else if (Array.isArray(member)) member.filter(isObject).forEach(writeDocComments);
  }
}
