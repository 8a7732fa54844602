import { join } from "node:path";
import { configDirectory } from "../docker-config.js";
import { ConfigError } from "../errors.js";
import { readEnvironment } from "./environment.js";
import { defaultHost, type EngineHost, parseHost } from "./host.js";
import type { ConnectionOptions, TlsOptions } from "./options.js";
import type { TlsMaterial } from "./tls.js";

/** Which engine was chosen. */
export interface ResolvedHost {
  host: EngineHost;
  /** Who said so: the option `host`, the variable `DOCKER_HOST`, or the platform's default. */
  source: "host" | "DOCKER_HOST" | "default";
}

/**
 * Decides which engine to talk to: the option, then `DOCKER_HOST`, then this platform's socket.
 * Every rule about that order lives here.
 */
export function resolveHost(options: ConnectionOptions): ResolvedHost {
  if (options.host !== undefined) return { host: parseHost(options.host, "host"), source: "host" };
  const { host, context } = readEnvironment(options.env);
  if (host) return { host: parseHost(host, "DOCKER_HOST"), source: "DOCKER_HOST" };
  if (context) {
    // The local engine is not what was meant, and would be asked as root.
    throw new ConfigError("DOCKER_CONTEXT", "contexts are not supported yet; set DOCKER_HOST");
  }
  return { host: parseHost(defaultHost(), "default"), source: "default" };
}

/**
 * Finds, reads and checks the certificates for an engine. The options replace what the environment
 * says about TLS as a whole: certificates made for one engine are not shown to another.
 *
 * @returns undefined where the connection is plain
 */
export async function resolveTls(
  options: ConnectionOptions,
  { host, source }: ResolvedHost,
): Promise<TlsMaterial | undefined> {
  if (host.kind === "socket") return undefined;
  const tls = options.tls || options.certPath ? await fromOptions(options) : undefined;
  if (host.secure !== false) {
    return tls ?? (await fromEnvironment(options.env)) ?? (host.secure ? {} : undefined);
  }
  if (tls)
    throw new ConfigError(source, "http:// is plain; use tcp:// or https:// with tls or certPath");
  // The option `host` beats the environment; two variables that contradict each other do not.
  if (source === "DOCKER_HOST" && readEnvironment(options.env).tls === "verify") {
    throw new ConfigError(
      source,
      "http:// is plain, but DOCKER_TLS_VERIFY asks for TLS; use tcp://",
    );
  }
  return undefined;
}

async function fromOptions({ tls, certPath }: ConnectionOptions): Promise<TlsMaterial> {
  if (!certPath) {
    const { checkTls } = await import("./tls.js");
    return checkTls(tls ?? {}, (part) => `tls.${part}`);
  }
  return withDirectory(certPath, "certPath", true, tls);
}

async function fromEnvironment(env: ConnectionOptions["env"]): Promise<TlsMaterial | undefined> {
  const { tls, certPath } = readEnvironment(env);
  if (!tls) return undefined;
  const extra = tls === "skip-verify" ? { insecureSkipVerify: true } : {};
  if (certPath) return withDirectory(certPath, "DOCKER_CERT_PATH", true, extra);
  return withDirectory(configDirectory(env), "DOCKER_CONFIG", false, extra);
}

/** What is undefined must not hide what a file holds. */
function defined(tls: TlsOptions): TlsOptions {
  return Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined));
}

/** The certificates of a directory, under what is given in `tls`. */
async function withDirectory(
  directory: string,
  source: string,
  required: boolean,
  tls: TlsOptions = {},
): Promise<TlsMaterial> {
  const { checkTls, readCertificates } = await import("./tls.js");
  const material = { ...(await readCertificates(directory, source, required)), ...defined(tls) };
  return checkTls(material, (part) => (tls[part] ? `tls.${part}` : join(directory, `${part}.pem`)));
}
