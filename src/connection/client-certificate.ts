import { X509Certificate } from "node:crypto";

const CLIENT_AUTH = ["1.3.6.1.5.5.7.3.2", "2.5.29.37.0"];

/**
 * What is wrong with a client certificate as far as this side can see, for an engine that refused it.
 *
 * @param chain - the client's certificate, and after it those in between
 * @param ca - the CAs that the engine's own certificate is checked against: mostly the same
 */
export function certificateFault(chain: string, ca: readonly string[] = []): string | undefined {
  const parsed = chain.split(/(?=-----BEGIN )/).map((pem) => new X509Certificate(pem));
  const [own] = parsed;
  if (!own) return undefined;
  const from = new Date(own.validFrom);
  const to = new Date(own.validTo);
  if (to < new Date()) return `it has expired on ${to.toISOString()}`;
  if (from > new Date()) return `it is not valid before ${from.toISOString()}`;
  // All uses are allowed where none is named.
  const { keyUsage: usage } = own;
  if (usage && !usage.some((use) => CLIENT_AUTH.includes(use))) {
    return "it is not one for clients: its extendedKeyUsage lacks clientAuth";
  }
  const last = parsed.at(-1) ?? own;
  if (ca.length > 0 && !ca.some((pem) => last.checkIssued(new X509Certificate(pem)))) {
    return `it is signed by "${last.issuer.replace(/\s+/g, " ")}", which is none of the CAs that the engine is checked against`;
  }
  return undefined;
}

/** Whether a certificate's time is over. */
export function expired(pem: string): boolean {
  return new Date(new X509Certificate(pem).validTo) < new Date();
}
