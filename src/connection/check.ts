import { ConfigError } from "../errors.js";
import { parseHost } from "./host.js";
import type { ConnectionOptions } from "./options.js";

const OPTIONS: readonly string[] = [
  "host",
  "tls",
  "certPath",
  "apiVersion",
  "headers",
  "timeout",
  "dispatcher",
  "env",
] satisfies (keyof ConnectionOptions)[];

/**
 * Refuses options that cannot work, before anything is read or sent. Only what the caller wrote is
 * looked at: what the environment says is not the caller's fault and shows with the first call.
 */
export function checkOptions(options: ConnectionOptions): void {
  for (const name of Object.keys(options)) {
    // A misspelt `host` would lead to the local engine, as root.
    if (!OPTIONS.includes(name))
      throw new ConfigError(name, `is no option; use ${OPTIONS.join(", ")}`);
  }
  const { host, timeout = {}, headers, certPath } = options;
  if (host !== undefined) parseHost(host, "host");
  if (typeof timeout !== "object") throw new ConfigError("timeout", "is { connect, response }");
  for (const [name, ms] of Object.entries(timeout)) {
    if (ms !== undefined) checkTimeout(`timeout.${name}`, ms);
  }
  checkHeaders(headers);
  if (certPath === "") throw new ConfigError("certPath", "is empty; name a directory");
}

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
