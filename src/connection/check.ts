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
 *
 * @param others - what else is an option where these come from
 */
export function checkOptions(options: ConnectionOptions, others: readonly string[] = []): void {
  checkNames(options, [...OPTIONS, ...others]);
  const { host, context, apiVersion, timeout = {}, headers, proxy = false } = options;
  const { tls, certPath, env = {} } = options;
  if (host !== undefined) parseHost(host, "host");
  if (context !== undefined) checkContextName(context, "context");
  if (host !== undefined && context !== undefined) {
    throw new ConfigError("context", "names an engine, and so does host; give one of them");
  }
  if (apiVersion !== undefined) parseApiVersion(apiVersion, "apiVersion");
  if (!isObject(timeout)) throw new ConfigError("timeout", "is { connect, response, idle }");
  for (const [name, ms] of Object.entries(timeout)) {
    if (ms !== undefined) checkTimeout(`timeout.${name}`, ms);
  }
  checkHeaders(headers);
  const isProxy = typeof proxy === "boolean" || proxy instanceof URL || isText(proxy);
  if (!isProxy) {
    throw new ConfigError("proxy", "is true, false, or a URL: http://proxy:3128");
  }
  if (tls !== undefined) checkTlsFields(tls);
  if (!isObject(env)) throw new ConfigError("env", "is an object of variables by their names");
  if (certPath === "") throw new ConfigError("certPath", "is empty; name a directory");
}

/** What is passed over would lead to the local engine, as root. */
function checkNames(options: object, names: readonly string[]): void {
  const misspelt = Object.keys(options).find((name) => !names.includes(name));
  if (misspelt) throw new ConfigError(misspelt, `is no option; use ${names.join(", ")}`);
  // A copy of the object lacks what it has from its class: a URL would lose its host.
  const inherited = names.find((name) => name in options && !Object.hasOwn(options, name));
  if (!inherited) return;
  throw new ConfigError(inherited, `is none of the object's own; give { ${inherited}: … }`);
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** @throws {ConfigError} when no context can have this name */
export function checkContextName(name: unknown, source: string): void {
  if (typeof name === "string" && /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) return;
  throw new ConfigError(
    source,
    `${JSON.stringify(name)} is no name of a context; it has two or more letters, digits, "_", ".", "+" and "-"`,
  );
}
