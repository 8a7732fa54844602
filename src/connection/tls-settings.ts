import { stat } from "node:fs/promises";
import { join } from "node:path";
import { configDirectory } from "../docker-config.js";
import { ConfigError } from "../errors.js";
import type { StoredContext } from "./contexts.js";
import { readEnvironment } from "./environment.js";
import type { ConnectionOptions, TlsOptions } from "./options.js";
import type { ResolvedHost } from "./resolve.js";
import { checkTls, readCertificates, type TlsMaterial } from "./tls.js";

/** Where the TLS settings of an engine are, before any file is read. */
export interface TlsPlace {
  /** The directory of the certificates. */
  certPath?: string;
  /** The option, variable or file that names it, for errors. */
  source: string;
  /** What a directory without certificates means: a mistake, the public CAs, or no TLS at all. */
  empty: "refused" | "public" | "plain";
  /** What is given by itself. */
  tls?: TlsOptions | undefined;
}

/**
 * Finds out whether the connection is to use TLS, and where the settings for it are. The options
 * replace what a context or the environment says about TLS as a whole: certificates made for one
 * engine are not shown to another.
 *
 * @returns undefined where the connection is plain
 */
export function findTls(options: ConnectionOptions, resolved: ResolvedHost): TlsPlace | undefined {
  const { host, source, context } = resolved;
  if (host.kind !== "tcp") return undefined;
  const given = fromOptions(options);
  if (host.secure !== false) {
    const found = given ?? (context ? fromContext(context) : fromEnvironment(options.env));
    if (!host.secure) return found;
    return found ? { ...found, empty: noPlain(found.empty) } : { source, empty: "public" };
  }
  const advice = "use tcp:// or https://";
  if (given) throw new ConfigError(source, `http:// is plain; ${advice} with tls or certPath`);
  // The option `host` beats the environment; two variables that contradict each other do not.
  if (source === "DOCKER_HOST" && readEnvironment(options.env).tls === "verify") {
    throw new ConfigError(
      source,
      `http:// is plain, but DOCKER_TLS_VERIFY asks for TLS; ${advice}`,
    );
  }
  return undefined;
}

const noPlain = (empty: TlsPlace["empty"]): TlsPlace["empty"] =>
  empty === "plain" ? "public" : empty;

function fromOptions({ tls, certPath }: ConnectionOptions): TlsPlace | undefined {
  if (certPath) return { certPath, source: "certPath", empty: "refused", tls };
  return tls && { source: "tls", empty: "public", tls };
}

function fromContext({ certPath, skipVerify, source }: StoredContext): TlsPlace {
  if (!skipVerify) return { certPath, source, empty: "plain" };
  return { certPath, source, empty: "public", tls: { insecureSkipVerify: true } };
}

function fromEnvironment(env: ConnectionOptions["env"]): TlsPlace | undefined {
  const environment = readEnvironment(env);
  if (!environment.tls) return undefined;
  const tls = environment.tls === "skip-verify" ? { insecureSkipVerify: true } : {};
  const { certPath } = environment;
  if (certPath) return { certPath, source: "DOCKER_CERT_PATH", empty: "refused", tls };
  return { certPath: configDirectory(env), source: "DOCKER_CONFIG", empty: "public", tls };
}

/**
 * Reads and checks the certificates for an engine.
 *
 * @returns undefined where the connection is plain
 */
export async function resolveTls(
  options: ConnectionOptions,
  resolved: ResolvedHost,
): Promise<TlsMaterial | undefined> {
  const place = findTls(options, resolved);
  if (!place) return undefined;
  const { certPath, source, empty, tls = {} } = place;
  if (!certPath) return checkTls(tls, (part) => `tls.${part}`);
  const files = await readCertificates(certPath, source, empty === "refused");
  const none = Object.keys(files).length === 0;
  // A directory whose certificates are gone still says that they are wanted.
  if (empty === "plain" && none && !(await isDirectory(certPath))) return undefined;
  return checkTls({ ...files, ...defined(tls) }, (part) =>
    tls[part] ? `tls.${part}` : join(certPath, `${part}.pem`),
  );
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** What is undefined must not hide what a file holds. */
function defined(tls: TlsOptions): TlsOptions {
  return Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined));
}
