import { ConfigError } from "../errors.js";

/** A time limit is a number of milliseconds that a timer can count. */
export function checkTimeout(option: string, ms: unknown): void {
  if (typeof ms === "number" && ms >= 0 && ms < 2 ** 31) return;
  throw new ConfigError(option, `${ms} is no time limit; give milliseconds, 0 for none`);
}

/** The value of a header stays out of the message: it may be a token. */
export function checkHeaders(headers: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) continue;
    throw new ConfigError(`headers.${name}`, "has a character that no header may have");
  }
}
