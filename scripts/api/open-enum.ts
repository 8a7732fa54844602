import ts from "typescript";
import type { Json } from "./json.js";

/**
 * The type of a schema with `x-values`, the values known today of a text that may have others
 * tomorrow: an editor offers them, and none is refused.
 */
export function openEnum(values: Json | undefined): ts.TypeNode | undefined {
  if (!Array.isArray(values)) return undefined;
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
