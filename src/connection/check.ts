import { ConfigError } from "../errors.js";
import { pinnedApiVersion } from "./api-version.js";
import type { ConnectionOptions } from "./options.js";
import { resolveHost } from "./resolve.js";

/**
 * Refuses options that cannot work, before anything is read or sent. Only what the caller wrote is
 * looked at: what the environment says is not the caller's fault and shows with the first call.
 */
export function checkOptions(options: ConnectionOptions): void {
  if (options.host !== undefined) resolveHost(options);
  if (options.apiVersion !== undefined) pinnedApiVersion(options);
  for (const [name, ms] of Object.entries(options.timeout ?? {}))
    checkTimeout(`timeout.${name}`, ms);
  checkHeaders("headers", options.headers);
  if (options.certPath === "")
    throw new ConfigError("certPath", "is empty; leave it out or name a directory");
}

/** A time limit is a number of milliseconds that a timer can count. */
export function checkTimeout(option: string, ms: unknown): void {
  if (typeof ms === "number" && ms >= 0 && ms < 2 ** 31) return;
  throw new ConfigError(option, `${ms} is no time limit; give milliseconds, 0 for none`);
}

/** The value of a header stays out of the message: it may be a token. */
export function checkHeaders(option: string, headers: Record<string, string> | undefined): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      throw new ConfigError(option, `"${name}" is no header name`);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a header must not have
    if (typeof value !== "string" || /[\x00-\x08\x0a-\x1f\x7f]|[^\x00-\xff]/.test(value)) {
      throw new ConfigError(`${option}.${name}`, "holds what no header may hold");
    }
  }
}
