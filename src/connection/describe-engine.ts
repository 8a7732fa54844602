import { pinnedApiVersion } from "./api-version.js";
import { checkOptions } from "./check.js";
import { findWay } from "./engine.js";
import { parseHost } from "./host.js";
import type { ConnectionOptions, TlsOptions } from "./options.js";
import { proxyTo } from "./proxy.js";
import type { ResolvedEngine, ResolvedTls } from "./resolve-engine.js";
import { findTls } from "./tls-settings.js";

/** What `resolveEngine` is made of: an engine is looked for as to be opened, and no connection is made. */
export async function describeEngine(options: ConnectionOptions): Promise<ResolvedEngine> {
  checkOptions(options, ["registryAuth"]);
  const apiVersion = pinnedApiVersion(options);
  const none = { context: undefined, tls: undefined, proxy: undefined, apiVersion };
  if (options.dispatcher) {
    const host = options.host === undefined ? undefined : parseHost(options.host, "host").href;
    return { ...none, host, source: "dispatcher" };
  }
  const { resolved, tls, origin } = await findWay(options);
  const proxy = proxyTo(options, resolved.host, origin);
  return {
    host: resolved.host.href,
    source: resolved.source,
    context: resolved.context?.name,
    tls: tls && describeTls(tls, findTls(options, resolved)?.certPath),
    proxy: proxy && `${proxy.protocol}//${proxy.host}`,
    apiVersion,
  };
}

function describeTls(tls: TlsOptions, certPath: string | undefined): ResolvedTls {
  return {
    verified: !tls.insecureSkipVerify,
    clientCertificate: tls.cert !== undefined,
    ownCa: tls.ca !== undefined,
    certPath,
  };
}
