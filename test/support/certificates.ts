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

/** A certificate authority of a test's own. */
export interface Authority {
  ca: string;
  server(options?: CertificateOptions): Promise<Identity>;
  client(options?: CertificateOptions): Promise<Identity>;
}

export async function createAuthority(): Promise<Authority> {
  const keys = await generateKeys();
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=test CA ${randomUUID()}`,
    keys,
    ...validity({}),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
    ],
  });
  const issue = async (
    usage: x509.ExtendedKeyUsage,
    options: CertificateOptions,
  ): Promise<Identity> => {
    const own = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject: "CN=test",
      issuer: ca.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ALGORITHM,
      ...validity(options),
      extensions: [
        new x509.ExtendedKeyUsageExtension([usage]),
        new x509.SubjectAlternativeNameExtension((options.names ?? ["localhost"]).map(altName)),
      ],
    });
    return { cert: certificate.toString("pem"), key: await exportKey(own.privateKey) };
  };
  return {
    ca: ca.toString("pem"),
    server: (options = {}) => issue(x509.ExtendedKeyUsage.serverAuth, options),
    client: (options = {}) => issue(x509.ExtendedKeyUsage.clientAuth, options),
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
