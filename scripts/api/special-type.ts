import { oapiRef } from "openapi-typescript";
import ts from "typescript";
import { isObject, type Json, type JsonObject } from "./json.js";
import { type Shared, sharedOf } from "./shared.js";

/**
 * Marks what has a type of its own although it has no `type`: openapi-typescript only asks for those
 * that have one.
 */
export function markSpecialTypes(document: JsonObject): void {
  for (const member of Object.values(document)) {
    for (const schema of [member].flat().filter(isObject)) {
      if (sharedOf(schema)) {
        Object.assign(schema, { type: "object", "x-shared": schema.allOf });
        delete schema.allOf;
      } else markSpecialTypes(schema);
    }
  }
}

/** The type of a schema that says more than JSON Schema can; undefined for all others. */
export function specialType(schema: JsonObject): ts.TypeNode | undefined {
  if (schema["x-date"] === true) return dateOr(schema);
  const { "x-values": values, "x-shared": parts } = schema;
  const shared = parts && sharedOf({ allOf: parts });
  if (shared) return withRequired(shared);
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
  const known = values.map((value) => literal(String(value)));
  const any = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
  return factory.createUnionTypeNode([...known, any]);
}

/** What the types of answers refer to. */
export const SURE = `/** These members of a type, which are always there. */
export type Sure<T, Names extends keyof T> = {
  [Name in Names]-?: Exclude<T[Name], undefined>;
};
`;

/** Bodies leave members out that answers have: the same type, and these of its members for sure. */
function withRequired({ ref, required, members }: Shared): ts.TypeNode {
  const { factory } = ts;
  const inner = Object.entries(members).map(([name, own]) => {
    const member = factory.createIndexedAccessTypeNode(oapiRef(ref), literal(name));
    const present = factory.createTypeReferenceNode("NonNullable", [member]);
    return factory.createPropertySignature(undefined, name, undefined, requiredOf(present, own));
  });
  return factory.createIntersectionTypeNode([
    oapiRef(ref),
    requiredOf(oapiRef(ref), required),
    ...(inner.length > 0 ? [factory.createTypeLiteralNode(inner)] : []),
  ]);
}

function requiredOf(type: ts.TypeNode, names: readonly string[]): ts.TypeNode {
  const keys = ts.factory.createUnionTypeNode(names.map(literal));
  return ts.factory.createTypeReferenceNode("Sure", [type, keys]);
}

function literal(text: string): ts.TypeNode {
  return ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(text));
}
