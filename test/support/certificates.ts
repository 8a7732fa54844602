import "reflect-metadata"; // @peculiar/x509 does not start without it
import { randomUUID, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY = 24 * 60 * 60 * 1000;

/** A certificate and its key, as PEM. */
export interface Identity {
  cert: string;
  key: string;
}

export interface CertificateOptions {
  /** Names and addresses that a server's certificate is for. */
  names?: string[];
  /** Days from now in which it is valid. */
  from?: number;
  until?: number;
}

/** What a certificate is for; for whom it may stand. */
type Usage = "server" | "client";

/** A certificate authority of a test's own. */
export interface Authority {
  ca: string;
  server(options?: CertificateOptions): Promise<Identity>;
  client(options?: CertificateOptions): Promise<Identity>;
  /** An authority that this one has signed. */
  intermediate(options?: CertificateOptions): Promise<Authority>;
}

/** A certificate authority that nobody has signed. */
export async function createAuthority(options: CertificateOptions = {}): Promise<Authority> {
  const keys = await generateKeys();
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=test CA ${randomUUID()}`,
    keys,
    ...validity(options),
    signingAlgorithm: ALGORITHM,
    extensions: authorityExtensions(),
  });
  return authorityOf(ca, keys);
}

/** A server's certificate that is signed by its own key. */
export async function createSelfSigned(names: string[]): Promise<Identity> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=test",
    keys,
    ...validity({}),
    signingAlgorithm: ALGORITHM,
    extensions: [new x509.SubjectAlternativeNameExtension(names.map(altName))],
  });
  return { cert: certificate.toString("pem"), key: await exportKey(keys.privateKey) };
}

function authorityExtensions(): x509.Extension[] {
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
  return [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
  ];
}

function authorityOf(ca: x509.X509Certificate, keys: webcrypto.CryptoKeyPair): Authority {
  const issue = async (usage: Usage, options: CertificateOptions): Promise<Identity> => {
    const { names = ["localhost"] } = options;
    const own = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject: "CN=test",
      issuer: ca.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ALGORITHM,
      ...validity(options),
      extensions: [
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage[`${usage}Auth`]]),
        ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names.map(altName))] : []),
      ],
    });
    return { cert: certificate.toString("pem"), key: await exportKey(own.privateKey) };
  };
  return {
    ca: ca.toString("pem"),
    server: (options = {}) => issue("server", options),
    client: (options = {}) => issue("client", options),
    async intermediate(options = {}) {
      const own = await generateKeys();
      const certificate = await x509.X509CertificateGenerator.create({
        subject: `CN=test intermediate CA ${randomUUID()}`,
        issuer: ca.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
        ...validity(options),
        extensions: authorityExtensions(),
      });
      return authorityOf(certificate, own);
    },
  };
}

function validity({ from = -1, until = 30 }: CertificateOptions): {
  notBefore: Date;
  notAfter: Date;
} {
  return {
    notBefore: new Date(Date.now() + from * DAY),
    notAfter: new Date(Date.now() + until * DAY),
  };
}

function altName(name: string): { type: "ip" | "dns"; value: string } {
  return { type: /^[\d.]+$|:/.test(name) ? "ip" : "dns", value: name };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----\n`;
}
