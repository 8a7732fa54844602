import type { Env } from "../docker-config.js";
import { ConfigError } from "../errors.js";
import type { EngineHost } from "./host.js";
import { isExempt } from "./no-proxy.js";
import type { ConnectionOptions } from "./options.js";

/**
 * The proxy that leads to an engine; undefined for none.
 *
 * @throws {ConfigError} when one is given that cannot lead there, or is none
 */
export function proxyTo(
  { proxy, env }: ConnectionOptions,
  host: EngineHost,
  origin: string,
): URL | undefined {
  if (!proxy) return undefined;
  // Whoever says `true` means the environment's, which are for tcp.
  if (proxy === true) {
    return host.kind === "tcp" ? fromEnvironment(new URL(origin), env) : undefined;
  }
  if (host.kind === "tcp") return parseProxy(proxy, "proxy");
  throw new ConfigError("proxy", `leads to no engine at ${host.href}; leave it out`);
}

/**
 * Reads a proxy's URL; without a scheme it is http.
 *
 * @throws {ConfigError} for what is no proxy; it is not shown, as it may hold a password
 */
function parseProxy(proxy: string | URL, source: string): URL {
  const text = String(proxy).trim();
  const href = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(href) ? new URL(href) : undefined;
  const isProxy = url && /^https?:$/.test(url.protocol) && url.pathname === "/";
  if (isProxy && !url.search && !url.hash && isDecodable(url)) return url;
  throw new ConfigError(source, "is no HTTP proxy; use http://proxy:3128 or https://proxy:3128");
}

/** A "%" in a password has to be written as %25. */
function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}

/** As everywhere: by the scheme, in either case, and not for what `NO_PROXY` names. */
function fromEnvironment(engine: URL, env: Env = process.env): URL | undefined {
  const name = engine.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const source = env[name] ? name : name.toLowerCase();
  const proxy = env[source];
  if (!proxy || isExempt(engine, env.NO_PROXY || env.no_proxy)) return undefined;
  return parseProxy(proxy, source);
}
