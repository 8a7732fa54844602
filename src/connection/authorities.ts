import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as tls from "node:tls";
import type { Env } from "../docker-config.js";
import { ConfigError } from "../errors.js";

/** Where Linux distributions and the BSDs keep the CAs of the system, the most common first. */
const BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

const known: Map<string, Promise<string[]>> = new Map();

/**
 * The public CAs: those that Node brings, and those that this system trusts, a company's own among
 * them. They are read once in a process.
 *
 * @throws {ConfigError} when `SSL_CERT_FILE` names a file that cannot be read
 */
export function publicAuthorities(env: Env = process.env): Promise<string[]> {
  const place = JSON.stringify([env.SSL_CERT_FILE, env.SSL_CERT_DIR, env.NODE_EXTRA_CA_CERTS]);
  let authorities = known.get(place);
  if (!authorities) {
    authorities = readAuthorities(env);
    known.set(place, authorities);
    // A file that could not be read may be there for the next call.
    authorities.catch(() => known.delete(place));
  }
  return authorities;
}

/** Node has this from 22.15 on. */
type GetCertificates = (type: "default" | "system") => string[];

async function readAuthorities(env: Env): Promise<string[]> {
  const { getCACertificates } = tls as { getCACertificates?: GetCertificates };
  const ofNode =
    getCACertificates?.("default") ??
    (await Promise.all([[...tls.rootCertificates], optional(env.NODE_EXTRA_CA_CERTS)])).flat();
  const ofSystem =
    env.SSL_CERT_FILE || env.SSL_CERT_DIR || !/^(win32|darwin)$/.test(process.platform)
      ? await ofFiles(env)
      : (getCACertificates?.("system") ?? []);
  const unique = [...ofNode, ...ofSystem].map((pem) => [pem.replace(/\s/g, ""), pem] as const);
  return [...new Map(unique).values()];
}

/** What the variables name that OpenSSL reads, else the system's bundle. */
async function ofFiles({ SSL_CERT_FILE: file, SSL_CERT_DIR: directories }: Env): Promise<string[]> {
  const found = directories ? await ofDirectories(directories.split(":")) : [];
  if (file) {
    try {
      return [...certificates(await readFile(file, "latin1")), ...found];
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      throw new ConfigError("SSL_CERT_FILE", `${file} cannot be read (${code})`, { cause });
    }
  }
  for (const bundle of BUNDLES) {
    const pems = await optional(bundle);
    if (pems.length > 0) return [...pems, ...found];
  }
  return found;
}

async function ofDirectories(directories: string[]): Promise<string[]> {
  const lists = directories.map(async (directory) => {
    const names = await readdir(directory).catch(() => []);
    return Promise.all(names.map((name) => optional(join(directory, name))));
  });
  return (await Promise.all(lists)).flat(2);
}

/** What is not there, or is no file, holds none. */
async function optional(file: string | undefined): Promise<string[]> {
  if (!file) return [];
  return certificates(await readFile(file, "latin1").catch(() => ""));
}

/** Each by itself: of a bundle, OpenSSL skips in silence what comes after one that it cannot read. */
function certificates(text: string): string[] {
  const end = "-----END CERTIFICATE-----";
  return text
    .split(/(?=-----BEGIN CERTIFICATE-----)/)
    .filter((block) => block.startsWith("-----BEGIN ") && block.includes(end))
    .map((block) => block.slice(0, block.indexOf(end) + end.length));
}
