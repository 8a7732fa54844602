import { ConfigError } from "../errors.js";
import { parseApiVersion } from "./api-version.js";
import { checkTlsFields } from "./check-tls.js";
import { checkHeaders, checkTimeout } from "./check-value.js";
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
  const { host, apiVersion, timeout = {}, headers, certPath, tls } = options;
  if (host !== undefined) parseHost(host, "host");
  if (apiVersion !== undefined) parseApiVersion(apiVersion, "apiVersion");
  if (typeof timeout !== "object")
    throw new ConfigError("timeout", "is { connect, response, idle }");
  for (const [name, ms] of Object.entries(timeout)) {
    if (ms !== undefined) checkTimeout(`timeout.${name}`, ms);
  }
  checkHeaders(headers);
  if (tls !== undefined) checkTlsFields(tls);
  if (certPath === "") throw new ConfigError("certPath", "is empty; name a directory");
}
