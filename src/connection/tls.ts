import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "../errors.js";
import type { Pem, TlsOptions } from "./options.js";

/**
 * Reads `ca.pem`, `cert.pem` and `key.pem` from a directory.
 *
 * @param directory - where they are
 * @param source - the option or variable that names the directory
 * @param required - whether a directory with none of the three is an error
 * @throws {ConfigError} naming the file that cannot be used
 */
export async function readCertificates(
  directory: string,
  source: string,
  required: boolean,
): Promise<TlsOptions> {
  const [ca, cert, key] = await Promise.all(
    ["ca.pem", "cert.pem", "key.pem"].map((name) => readPem(join(directory, name), source)),
  );
  if (required && !ca && !cert && !key) {
    throw new ConfigError(source, `${directory} has none of ca.pem, cert.pem and key.pem`);
  }
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

async function readPem(file: string, source: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return undefined;
    throw new ConfigError(source, `${file} cannot be read (${code})`, { cause });
  }
}

/**
 * Checks that the certificates are certificates and belong together, so that a mistake shows here
 * with its name and not as a handshake that fails for no visible reason.
 *
 * @param tls - what to check
 * @param name - how the caller knows a part: `tls.cert`, or the file it came from
 * @returns the same, with every CA by itself: of a bundle, OpenSSL skips in silence what comes
 * after a certificate that it cannot read
 */
export function checkTls(
  tls: TlsOptions,
  name: (part: "ca" | "cert" | "key") => string,
): TlsOptions {
  const ca = authorities(tls.ca);
  for (const one of ca) parseCertificate(one, name("ca"));
  checkClient(tls, name);
  return ca.length > 0 ? { ...tls, ca } : tls;
}

function checkClient(tls: TlsOptions, name: (part: "cert" | "key") => string): void {
  if (tls.cert === undefined && tls.key === undefined) return;
  if (tls.cert === undefined) {
    throw new ConfigError(name("cert"), "is missing; a client certificate needs cert and key");
  }
  if (tls.key === undefined) {
    throw new ConfigError(name("key"), "is missing; a client certificate needs cert and key");
  }
  const certificate = parseCertificate(text(tls.cert), name("cert"));
  const key = parseKey(tls.key, tls.passphrase, name("key"));
  if (!certificate.checkPrivateKey(key)) {
    throw new ConfigError(name("key"), "is not the key of the client certificate");
  }
}

function text(pem: Pem): string {
  return typeof pem === "string" ? pem : Buffer.from(pem).toString("latin1");
}

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;

/** The certificates of bundles, one by one. What is no certificate stays, to be complained about. */
function authorities(ca: TlsOptions["ca"]): string[] {
  if (ca === undefined) return [];
  const pems = (Array.isArray(ca) ? ca : [ca]).map(text);
  return pems.flatMap((pem) => {
    const parts = pem.split(/(?=-----BEGIN )/).filter((part) => CERTIFICATE.test(part));
    return parts.length > 0 ? parts : [pem];
  });
}

function parseCertificate(pem: string, name: string): X509Certificate {
  if (!CERTIFICATE.test(pem)) {
    throw new ConfigError(name, "holds no PEM certificate (-----BEGIN CERTIFICATE-----)");
  }
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new ConfigError(name, `is a malformed certificate (${reason(cause)})`);
  }
}

function parseKey(
  pem: Pem,
  passphrase: string | undefined,
  name: string,
): ReturnType<typeof createPrivateKey> {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text(pem))) {
    throw new ConfigError(name, "holds no PEM private key (-----BEGIN PRIVATE KEY-----)");
  }
  if (passphrase !== undefined && typeof passphrase !== "string") {
    throw new ConfigError("tls.passphrase", "is no text");
  }
  if (/ENCRYPTED/.test(text(pem)) && !passphrase) {
    throw new ConfigError(name, "is encrypted; give tls.passphrase");
  }
  try {
    return createPrivateKey({ key: text(pem), ...(passphrase !== undefined && { passphrase }) });
  } catch (cause) {
    const hint = passphrase === undefined ? "" : "; does tls.passphrase fit?";
    throw new ConfigError(name, `cannot be used (${reason(cause)})${hint}`);
  }
}

/** OpenSSL's reason without its numbers. Messages of Node itself may hold what they complain about. */
function reason(cause: unknown): string {
  return (cause as { reason?: string }).reason ?? "OpenSSL cannot read it";
}
