import { join } from "node:path";
import { ConfigError } from "../errors.js";
import type { Pem, TlsOptions } from "./options.js";
import { complaint, parseCertificates, parseKey, readPem, readText } from "./pem.js";

/** The options for TLS with their files read, and every certificate by itself. */
export interface TlsMaterial extends TlsOptions {
  ca?: string[];
  /** Where `ca` came from, for messages: `tls.ca`, or a file. */
  caSource?: string;
  cert?: string;
  key?: string;
}

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
    ["ca.pem", "cert.pem", "key.pem"].map((name) => readText(join(directory, name), source)),
  );
  if (required && ca === undefined && cert === undefined && key === undefined) {
    throw new ConfigError(source, `${directory} has none of ca.pem, cert.pem and key.pem`);
  }
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
}

/**
 * Reads the files that the options name, and checks that the certificates are certificates and
 * belong together, so that a mistake shows here with its name and not as a handshake that fails for
 * no visible reason.
 *
 * @param tls - what to read and check
 * @param name - how the caller knows a part: `tls.cert`, or the file it came from
 * @throws {ConfigError} naming the part that cannot be used
 */
export async function checkTls(
  tls: TlsOptions,
  name: (part: "ca" | "cert" | "key") => string,
): Promise<TlsMaterial> {
  const { ca, cert, key, ...settings } = tls;
  checkSettings(settings);
  return {
    ...settings,
    ...(ca !== undefined && {
      ca: await readAuthorities(ca, name("ca")),
      caSource: name("ca"),
    }),
    ...((cert !== undefined || key !== undefined) && (await readClient(tls, name))),
  };
}

function checkSettings({ passphrase, servername }: TlsOptions): void {
  if (passphrase !== undefined && typeof passphrase !== "string") {
    throw new ConfigError("tls.passphrase", "is no text");
  }
  if (servername !== undefined && (typeof servername !== "string" || servername === "")) {
    throw new ConfigError("tls.servername", "is no name; leave it out for the host's own");
  }
}

/** The certificates of one bundle or several. */
async function readAuthorities(
  ca: NonNullable<TlsOptions["ca"]>,
  source: string,
): Promise<string[]> {
  const pems: readonly Pem[] = Array.isArray(ca) ? ca : [ca as Pem];
  // None at all would not mean that none is trusted, but that all of Node's are.
  if (pems.length === 0) throw new ConfigError(source, "is empty; leave it out for the public CAs");
  const texts = await Promise.all(pems.map((pem) => readPem(pem, source)));
  return texts.flatMap((text) => parseCertificates(text).pems);
}

async function readClient(
  { cert, key, passphrase }: TlsOptions,
  name: (part: "cert" | "key") => string,
): Promise<{ cert: string; key: string }> {
  const half = "is missing; a client certificate needs cert and key";
  if (cert === undefined) throw new ConfigError(name("cert"), half);
  if (key === undefined) throw new ConfigError(name("key"), half);
  const [certText, keyText] = await Promise.all([
    readPem(cert, name("cert")),
    readPem(key, name("key")),
  ]);
  const { pems, parsed } = parseCertificates(certText);
  const { pem, privateKey } = parseKey(keyText, passphrase);
  const owner = parsed.findIndex((certificate) => certificate.checkPrivateKey(privateKey));
  if (owner < 0) throw complaint(keyText, "is not the key of the client certificate");
  if (owner > 0) {
    throw complaint(
      certText,
      "begins with another certificate than the client's; that comes first",
    );
  }
  return { cert: pems.join("\n"), key: pem };
}
