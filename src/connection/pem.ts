import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ConfigError } from "../errors.js";
import type { Pem } from "./options.js";

/** PEM text, and where it came from. */
export interface PemText {
  readonly text: string;
  /** The option, or the file of a directory: what an error is about. */
  readonly source: string;
  /** The file that the option names. */
  readonly file?: string;
}

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;
const KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const ENCRYPTED_KEY = /-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/m;

/**
 * Reads what was given for a part of the TLS options.
 *
 * @param source - how the caller knows it: `tls.ca`
 * @throws {ConfigError} when it is of no form that is known, or its file cannot be read
 */
export async function readPem(pem: Pem, source: string): Promise<PemText> {
  if (typeof pem === "string") return { text: pem, source };
  if (pem instanceof Uint8Array) return { text: Buffer.from(pem).toString("latin1"), source };
  const { path: file, ...others } = (pem ?? {}) as { path?: unknown };
  if (typeof file !== "string" || file === "" || Object.keys(others).length > 0) {
    throw new ConfigError(
      source,
      'is no PEM; give its text, a Buffer or { path: "/the/file.pem" }',
    );
  }
  const text = await readText(file, source);
  if (text === undefined) throw new ConfigError(source, `${file} is not there`);
  return { text, source, file };
}

/** Reads a file of PEM text; undefined where there is none. */
export async function readText(file: string, source: string): Promise<string | undefined> {
  try {
    return await readFile(file, "latin1");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return undefined;
    throw new ConfigError(source, `${file} cannot be read (${code})`, { cause });
  }
}

/** The certificates of a PEM text, each by itself. */
export interface Certificates {
  pems: string[];
  parsed: X509Certificate[];
}

/**
 * Takes the certificates out of a PEM text, whatever else stands around them.
 *
 * @throws {ConfigError} when there is none, or one is malformed: OpenSSL would skip that one, and all
 * that come after it, in silence
 */
export function parseCertificates(pem: PemText): Certificates {
  const pems = blocks(pem.text).filter((block) => CERTIFICATE.test(block));
  if (pems.length === 0) throw complaint(pem, missing(pem, "certificate"));
  const parsed = pems.map((block, index) => {
    try {
      return new X509Certificate(block);
    } catch (cause) {
      const which = pems.length > 1 ? `has a malformed certificate, the ${index + 1}.` : MALFORMED;
      throw complaint(pem, `${which} (${reason(cause)})`);
    }
  });
  return { pems, parsed };
}

const MALFORMED = "is a malformed certificate";

/** A private key as it was written, and as it was read. */
export interface Key {
  pem: string;
  privateKey: KeyObject;
}

/**
 * Takes the private key out of a PEM text.
 *
 * @throws {ConfigError} when there is none, or it cannot be opened
 */
export function parseKey(pem: PemText, passphrase: string | undefined): Key {
  const key = blocks(pem.text).find((block) => KEY.test(block));
  if (key === undefined) throw complaint(pem, missing(pem, "private key"));
  const encrypted = ENCRYPTED_KEY.test(key);
  if (encrypted && !passphrase) throw complaint(pem, "is encrypted; give tls.passphrase");
  try {
    const privateKey = createPrivateKey({ key, ...(encrypted && { passphrase }) });
    return { pem: key, privateKey };
  } catch (cause) {
    const why = reason(cause);
    // A wrong passphrase makes rubbish of the key, and what OpenSSL says of that differs.
    const hint = encrypted && !/unsupported/.test(why) ? "; tls.passphrase is probably wrong" : "";
    throw complaint(pem, `cannot be used (${why})${hint}`);
  }
}

/** The error for what is wrong with a piece of PEM; what is in it is not told. */
export function complaint({ source, file }: PemText, message: string): ConfigError {
  return new ConfigError(source, file === undefined ? message : `${file} ${message}`);
}

/** OpenSSL takes the first block of the right kind; here they are all looked at. */
function blocks(text: string): string[] {
  return text.split(/(?=-----BEGIN )/);
}

/** What stands there in place of a certificate or a key. */
function missing({ text, file }: PemText, wanted: "certificate" | "private key"): string {
  const label = wanted.toUpperCase();
  const none = `holds no PEM ${wanted} (-----BEGIN ${label}-----)`;
  const other = wanted === "certificate" ? "private key" : "certificate";
  if ((wanted === "certificate" ? KEY : CERTIFICATE).test(text)) {
    return `${none} but a ${other}; are cert and key the wrong way round?`;
  }
  if (/^0[\x80-\x84]/.test(text)) {
    const tool = wanted === "certificate" ? "x509" : "pkey";
    return `${none}; it looks like DER: openssl ${tool} -inform der turns that into PEM`;
  }
  // Only a short text can have been meant as a path.
  const isPath = file === undefined && text.length < 1000 && !text.includes("\n");
  return isPath ? `${none}; a file is given as { path }` : none;
}

/** OpenSSL's reason without its numbers. Messages of Node itself may hold what they complain about. */
function reason(cause: unknown): string {
  return (cause as { reason?: string }).reason ?? "OpenSSL cannot read it";
}
