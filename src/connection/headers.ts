import { ConfigError } from "../errors.js";

type HeaderValues = Record<string, string | string[]>;

/** The value of a header stays out of the message: it may be a token. */
export function checkHeaders(headers: HeaderValues = {}, prefix = "headers."): void {
  for (const [name, value] of Object.entries(headers)) {
    const text = String(value);
    if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(text)) continue;
    throw new ConfigError(prefix + name, "has a character that no header may have");
  }
}

/** Names in one case, so that a header given twice is the one given last. */
export function lowerCase<Value extends string | string[]>(
  headers: Record<string, Value> = {},
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
