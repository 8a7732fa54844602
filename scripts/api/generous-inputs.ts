import ts from "typescript";

/**
 * The same declarations, easier to write values of: what may be left out may be undefined, also where
 * `exactOptionalPropertyTypes` tells the two apart, and a list in a query may be read-only.
 */
export function withGenerousInputs(nodes: ts.Node[]): ts.Node[] {
  return nodes.map((node) => {
    const { transformed } = ts.transform(node, [(context) => (root) => visit(root, context, [])]);
    return transformed[0] ?? node;
  });
}

function visit<T extends ts.Node>(
  node: T,
  context: ts.TransformationContext,
  path: readonly string[],
): T {
  const inner = ts.isPropertySignature(node) ? [...path, nameOf(node)] : path;
  const result = ts.visitEachChild(node, (child) => visit(child, context, inner), context);
  const { factory } = context;
  if (ts.isArrayTypeNode(result) && path.includes("query")) {
    return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, result) as ts.Node as T;
  }
  return ts.isPropertySignature(result)
    ? (mayBeUndefined(result, factory) as ts.Node as T)
    : result;
}

function mayBeUndefined(property: ts.PropertySignature, factory: ts.NodeFactory): ts.Node {
  const { modifiers, name, questionToken, type } = property;
  if (!questionToken || !type || type.kind === ts.SyntaxKind.NeverKeyword) return property;
  // The parts of a call are no members of a value.
  if (/^(query|requestBody|X-.*)$/.test(nameOf(property))) return property;
  const nothing = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const union = factory.createUnionTypeNode([...parts, nothing]);
  return factory.updatePropertySignature(property, modifiers, name, questionToken, union);
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}
