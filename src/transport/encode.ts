import { ConfigError } from "../errors.js";

/**
 * Puts the parameters into a path of the API document. Every name that a caller gives comes through
 * here, and none may change which path is called: the engine decodes `%2F` and then cleans the
 * path, so `stop("..")` would become `POST /stop`.
 */
export function encodePath(template: string, values: Record<string, unknown> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(name, values[name]));
}

function encodeSegment(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw new ConfigError(name, "must be a name or an id, and is empty or no string");
  }
  if (value.startsWith("/")) {
    throw new ConfigError(
      name,
      `"${value}" begins with a slash; pass "${value.replace(/^\/+/, "")}"`,
    );
  }
  if (value.split("/").some((part) => part === "" || part === "." || part === "..")) {
    throw new ConfigError(name, `"${value}" is no name: it has an empty, "." or ".." part`);
  }
  return encodeText(name, value);
}

function encodeText(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new ConfigError(name, "is not well-formed text");
  }
}

/**
 * Writes query parameters as the engine reads them: lists as repeated keys, objects (`filters`,
 * `platform`) as JSON, a Date as seconds. What is undefined or null is left out.
 */
export function encodeQuery(query?: Record<string, unknown> | null): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      pairs.push(`${encodeURIComponent(name)}=${encodeText(name, encodeValue(name, item))}`);
    }
  }
  return pairs.join("&");
}

/** One value of a query. */
export function encodeValue(name: string, value: unknown): string {
  if (value instanceof Date) return encodeTime(name, value);
  if (typeof value === "object")
    return JSON.stringify(value, name === "filters" ? notNull : undefined);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new ConfigError(name, `${value} is no number that the engine could read`);
  }
  return String(value);
}

/** To the engine a filter that is null is none, and a prune without a filter removes everything. */
function notNull(key: string, value: unknown): unknown {
  if (value === null) throw new ConfigError("filters", `${key}: null, or an invalid Date`);
  return value;
}

/** `since` and `until` are seconds since 1970, with a fraction. */
function encodeTime(name: string, time: Date): string {
  if (Number.isNaN(time.getTime())) throw new ConfigError(name, "is an invalid Date");
  return String(time.getTime() / 1000);
}
