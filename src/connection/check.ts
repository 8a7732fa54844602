import { ConfigError } from "../errors.js";
import { parseApiVersion } from "./api-version.js";
import { checkTlsFields } from "./check-tls.js";
import { checkTimeout } from "./check-value.js";
import { checkHeaders } from "./headers.js";
import { parseHost } from "./host.js";
import type { ConnectionOptions } from "./options.js";

const OPTIONS: readonly string[] = [
  "host",
  "context",
  "tls",
  "certPath",
  "apiVersion",
  "headers",
  "proxy",
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
  const { host, context, apiVersion, timeout = {}, headers, proxy = false } = options;
  const { tls, certPath } = options;
  if (host !== undefined) parseHost(host, "host");
  if (context !== undefined) checkContextName(context, "context");
  if (host !== undefined && context !== undefined) {
    throw new ConfigError("context", "names an engine, and so does host; give one of them");
  }
  if (apiVersion !== undefined) parseApiVersion(apiVersion, "apiVersion");
  if (typeof timeout !== "object")
    throw new ConfigError("timeout", "is { connect, response, idle }");
  for (const [name, ms] of Object.entries(timeout)) {
    if (ms !== undefined) checkTimeout(`timeout.${name}`, ms);
  }
  checkHeaders(headers);
  const isProxy = typeof proxy === "boolean" || proxy instanceof URL || isText(proxy);
  if (!isProxy) {
    throw new ConfigError("proxy", "is true, false, or a URL: http://proxy:3128");
  }
  if (tls !== undefined) checkTlsFields(tls);
  if (certPath === "") throw new ConfigError("certPath", "is empty; name a directory");
}

/**
 * Refuses options that the object has from its class: a copy of it does not have them, and without
 * its `host` a URL would lead to the local engine.
 */
export function checkOwn(options: object): void {
  for (const name of [...OPTIONS, "registryAuth"]) {
    if (name in Object(options) && !Object.hasOwn(options, name))
      throw new ConfigError(name, `is none of the object's own; give options as { ${name}: … }`);
  }
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** @throws {ConfigError} when no context can have this name */
export function checkContextName(name: unknown, source: string): void {
  if (typeof name === "string" && /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) return;
  throw new ConfigError(
    source,
    `${JSON.stringify(name)} is no name of a context; it has two or more letters, digits, "_", ".", "+" and "-"`,
  );
}
