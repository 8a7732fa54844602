import ts from "typescript";
import type { Json, JsonObject } from "./json.js";

/** The type of a schema that says more than JSON Schema can; undefined for all others. */
export function specialType(schema: JsonObject): ts.TypeNode | undefined {
  if (schema["x-date"] === true) return dateOr(schema);
  const { "x-values": values } = schema;
  return Array.isArray(values) ? openEnum(values) : undefined;
}

/** Where the engine reads a time from text or seconds, a Date is written so. */
function dateOr(schema: JsonObject): ts.TypeNode {
  const { factory, SyntaxKind } = ts;
  const text = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);
  const seconds = factory.createKeywordTypeNode(SyntaxKind.NumberKeyword);
  const date = factory.createTypeReferenceNode("Date");
  return factory.createUnionTypeNode([date, ...(schema.type === "string" ? [] : [seconds]), text]);
}

/**
 * The type of a schema with `x-values`, the values known today of a text that may have others
 * tomorrow: an editor offers them, and none is refused.
 */
function openEnum(values: Json[]): ts.TypeNode {
  const { factory } = ts;
  const known = values.map((value) =>
    factory.createLiteralTypeNode(factory.createStringLiteral(String(value))),
  );
  const any = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
  return factory.createUnionTypeNode([...known, any]);
}
