import { ConfigError } from "../errors.js";

/** The value of a header stays out of the message: it may be a token. */
export function checkHeaders(headers: Record<string, string> = {}, prefix = "headers."): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) continue;
    throw new ConfigError(prefix + name, "has a character that no header may have");
  }
}

/** Names in one case, so that a header given twice is the one given last. */
export function lowerCase(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
