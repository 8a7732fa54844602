import { queryKinds } from "../../../generated/query-kinds.js";
import type { OperationId } from "./call.js";
import { Query } from "./query.js";
import { redactText } from "./redact.js";

/** The query as it is shown to people: with the types that its parameters have in the API. */
export function recordedQuery(
  search: string,
  operation: OperationId | undefined,
): Record<string, unknown> {
  const kinds = operation === undefined ? undefined : queryKinds[operation];
  const kindOf = new Map(kinds?.split(" ").map((each) => each.split(":") as [string, string]));
  const query = new Query(search);
  return Object.fromEntries(
    query.names().map((name) => [name, typedValue(query, name, kindOf.get(name))]),
  );
}

function typedValue(query: Query, name: string, kind: string | undefined): unknown {
  const values = query.all(name).map(redactText);
  if (kind === "list" || values.length > 1) return values;
  const [text = ""] = values;
  if (kind === "boolean") return query.flag(name);
  if (kind === "number") return numberOf(text);
  return kind === "json" ? jsonOf(text) : text;
}

/** What a number would not give back as it was stays text: `1700000000.000000001`, `all`. */
const numberOf = (text: string): unknown => (String(Number(text)) === text ? Number(text) : text);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
