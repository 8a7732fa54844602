import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import * as der from "./der.js";

/** A certificate with its key, as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** What signs certificates, its own first of all. */
export interface Authority extends Identity {
  readonly name: string;
  readonly keys: Keys;
}

interface Keys {
  readonly privateKey: KeyObject;
  /** As certificates hold it. */
  readonly publicKey: der.Der;
}

/** What a certificate says of whoever has the key. */
interface Claims {
  readonly name: string;
  readonly extensions: readonly der.Der[];
}

export function createAuthority(name: string): Authority {
  const keys = createKeys();
  const extensions = [
    extension("2.5.29.19", der.sequence(der.yes), "critical"),
    // It signs certificates and lists of revoked ones.
    extension("2.5.29.15", der.bits(Buffer.from([0x06]), 1), "critical"),
  ];
  const issuer = { name, keys };
  return { ...issuer, cert: certificate(issuer, keys, { name, extensions }), key: pem(keys) };
}

/** @param names - the names and the addresses that the server is reached by */
export function createServerIdentity(authority: Authority, names: readonly string[]): Identity {
  return createIdentity(authority, "mock docker engine", [
    ...leafExtensions("1.3.6.1.5.5.7.3.1"),
    extension("2.5.29.17", der.sequence(...names.map(alternativeName))),
  ]);
}

export function createClientIdentity(authority: Authority): Identity {
  return createIdentity(authority, "mock docker client", leafExtensions("1.3.6.1.5.5.7.3.2"));
}

function createIdentity(
  authority: Authority,
  name: string,
  extensions: readonly der.Der[],
): Identity {
  const keys = createKeys();
  return { cert: certificate(authority, keys, { name, extensions }), key: pem(keys) };
}

/** @param use - the purpose of the key: that of a server, or of a client */
function leafExtensions(use: string): der.Der[] {
  return [
    extension("2.5.29.19", der.sequence(), "critical"),
    // It signs what proves that one has it.
    extension("2.5.29.15", der.bits(Buffer.from([0x80]), 7), "critical"),
    extension("2.5.29.37", der.sequence(der.objectId(use))),
  ];
}

function certificate(
  issuer: Pick<Authority, "name" | "keys">,
  { publicKey }: Keys,
  { name, extensions }: Claims,
): string {
  const algorithm = der.sequence(der.objectId("1.2.840.10045.4.3.2"));
  const identifiers = [
    extension("2.5.29.14", der.octets(keyId(publicKey))),
    extension("2.5.29.35", der.sequence(der.tagged(0, keyId(issuer.keys.publicKey)))),
  ];
  const content = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))),
    der.integer(serialNumber()),
    algorithm,
    commonName(issuer.name),
    // Whatever day a test plays on, it is valid; nobody keeps it.
    der.sequence(der.time(new Date("2000-01-01")), der.time(new Date("2100-01-01"))),
    commonName(name),
    publicKey,
    der.explicit(3, der.sequence(...extensions, ...identifiers)),
  );
  const signature = der.bits(sign("sha256", content, issuer.keys.privateKey));
  const body = der.sequence(content, algorithm, signature).toString("base64");
  const lines = body.match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

function createKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, publicKey: publicKey.export({ type: "spki", format: "der" }) };
}

const pem = ({ privateKey }: Keys): string =>
  privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** Positive, and without a zero in front. */
function serialNumber(): Buffer {
  const number = randomBytes(16);
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  return number;
}

/** A point of P-256 is 65 bytes, and the end of the key. */
const keyId = (publicKey: der.Der): Buffer =>
  createHash("sha1").update(publicKey.subarray(-65)).digest();

const commonName = (name: string): der.Der =>
  der.sequence(der.setOf(der.sequence(der.objectId("2.5.4.3"), der.text(name))));

function extension(id: string, value: der.Der, critical?: "critical"): der.Der {
  const flag = critical === undefined ? [] : [der.yes];
  return der.sequence(der.objectId(id), ...flag, der.octets(value));
}

function alternativeName(name: string): der.Der {
  if (isIPv4(name)) return der.tagged(7, Buffer.from(name.split(".").map(Number)));
  if (isIPv6(name)) return der.tagged(7, addressBytes(name));
  return der.tagged(2, Buffer.from(name));
}

/** The sixteen bytes of an IPv6 address. */
function addressBytes(address: string): Buffer {
  const { hostname } = new URL(`http://[${address.replace(/%.*/, "")}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const groups = [
    ...(before ?? []),
    ...(Array(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill("0") as string[]),
    ...(after ?? []),
  ];
  return Buffer.from(groups.map((group) => group.padStart(4, "0")).join(""), "hex");
}
