import { isObject, type Json, type JsonObject } from "./json.js";

const SENTENCE = "As text: it has more digits than JavaScript's numbers keep.";

/**
 * The same schemas, with a string for each integer that is marked with `x-digits`: what the engine
 * sends as a number, and this package delivers as its digits.
 */
export function withDigitsAsText(value: Json): Json {
  if (Array.isArray(value)) return value.map(withDigitsAsText);
  if (!isObject(value)) return value;
  if (value["x-digits"] === true) return asText(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withDigitsAsText(member)]),
  );
}

function asText(schema: JsonObject): JsonObject {
  const { format: _, description, ...rest } = schema;
  const words = typeof description === "string" ? `${description} ${SENTENCE}` : SENTENCE;
  return { ...rest, type: "string", description: words };
}
