import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkTls, readCertificates } from "../../src/connection/tls.js";
import { Docker, type Pem, type TlsOptions } from "../../src/index.js";
import { type Authority, createAuthority, type Identity } from "../support/certificates.js";

let authority: Authority;
let client: Identity;
let directory: string;

beforeAll(async () => {
  authority = await createAuthority();
  client = await authority.client();
  directory = mkdtempSync(join(tmpdir(), "pem-"));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files = 0;

/** A file with this in it, for the options. */
function file(content: string | Uint8Array): { path: string } {
  files += 1;
  const path = join(directory, `${files}.pem`);
  writeFileSync(path, content);
  return { path };
}

/** What the options are read to; nothing is sent. */
const read = (tls: TlsOptions): ReturnType<typeof checkTls> =>
  checkTls(tls, (part) => `tls.${part}`);

const lines = (pem = ""): string[] => pem.trim().split(/\s*\n/);

describe("TLS material", () => {
  it.each<[string, (pem: string) => Pem]>([
    ["text", (pem) => pem],
    ["a Buffer", (pem) => Buffer.from(pem)],
    ["a Uint8Array", (pem) => new TextEncoder().encode(pem)],
    ["a file", file],
    ["a file that Windows wrote", (pem) => file(`\uFEFF${pem.replaceAll("\n", "\r\n")}`)],
    ["text with words around it", (pem) => `subject=CN = test\n${pem}\nthat was it\n`],
  ])("is taken as %s", async (_, as) => {
    const tls = await read({ ca: as(authority.ca), cert: as(client.cert), key: as(client.key) });
    expect(tls.ca?.map((pem) => lines(pem).slice(0, 5))).toEqual([lines(authority.ca).slice(0, 5)]);
    expect(lines(tls.cert).slice(0, 5)).toEqual(lines(client.cert).slice(0, 5));
    expect(createPrivateKey(tls.key ?? "")).toEqual(createPrivateKey(client.key));
  });

  it("has as many CAs as its bundles have", async () => {
    const others = await Promise.all([createAuthority(), createAuthority()]);
    const bundle = others.map(({ ca }) => ca).join("\n");
    const { ca } = await read({ ca: [file(bundle), authority.ca, Buffer.from(bundle)] });
    expect(ca).toHaveLength(5);
    expect((await read({ ca: file(bundle) })).ca).toHaveLength(2);
  });

  it("is taken from one file for both the certificate, with its chain, and the key", async () => {
    const between = await authority.intermediate();
    const leaf = await between.client();
    const both = file([leaf.key, leaf.cert, between.ca].join("\n"));
    const tls = await read({ cert: both, key: both });
    expect(new X509Certificate(tls.cert ?? "").issuer).toMatch(/intermediate/);
    expect(tls.cert?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(tls.key).not.toContain("CERTIFICATE");
  });

  it("opens encrypted keys of the new form and the old, with certPath too", async () => {
    const passphrase = "s3cret";
    const secret = createPrivateKey(client.key);
    const cipher = "aes-256-cbc";
    const keys = [
      secret.export({ type: "pkcs8", format: "pem", cipher, passphrase }).toString(),
      secret.export({ type: "sec1", format: "pem", cipher, passphrase }).toString(),
    ];
    expect(keys[0]).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    expect(keys[1]).toContain("Proc-Type: 4,ENCRYPTED");
    for (const key of keys) {
      const { cert } = client;
      expect((await read({ cert, key, passphrase })).key).toContain(lines(key)[3]);
      const problem = (others: TlsOptions): Promise<Error> =>
        read({ cert, key, ...others }).then(
          () => expect.unreachable(),
          (error: Error) => error,
        );
      expect((await problem({})).message).toBe("tls.key: is encrypted; give tls.passphrase");
      const wrong = await problem({ passphrase: "wr0ng" });
      expect(wrong.message).toMatch(
        /^tls\.key: cannot be used \(.*\); tls\.passphrase is probably wrong$/,
      );
      expect(wrong.message).not.toContain("wr0ng");

      const certPath = mkdtempSync(join(directory, "certs-"));
      writeFileSync(join(certPath, "cert.pem"), cert);
      writeFileSync(join(certPath, "key.pem"), key);
      const found = await readCertificates(certPath, "certPath", true);
      expect(await read({ ...found, passphrase })).toMatchObject({ passphrase });
    }
  });
});

describe("TLS material that cannot be used", () => {
  const der = (pem: string): Uint8Array => new X509Certificate(pem).raw;
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  const swapped = /but a (private key|certificate); are cert and key the wrong way round\?$/;

  it.each<[string, () => TlsOptions, string, RegExp]>([
    ["a path for text", () => ({ ca: "ca.pem" }), "tls.ca", /file is given as \{ path \}$/],
    ["an empty text", () => ({ ca: "" }), "tls.ca", /holds no PEM certificate/],
    ["no CA at all", () => ({ ca: [] }), "tls.ca", /is empty; leave it out/],
    ["a number", () => ({ ca: 5 as never }), "tls.ca", /is no PEM; give its text, a Buffer or/],
    ["null", () => ({ ca: [null as never] }), "tls.ca", /is no PEM; give its text/],
    ["a file of a number", () => ({ ca: { path: 5 as never } }), "tls.ca", /is no PEM/],
    ["no file", () => ({ ca: { path: "/no/ca.pem" } }), "tls.ca", /\/no\/ca\.pem is not there$/],
    ["a directory", () => ({ ca: { path: directory } }), "tls.ca", /cannot be read \(EISDIR\)$/],
    ["half a bundle", () => ({ ca: file(authority.ca + broken) }), "tls.ca", /\d\.pem has a malf/],
    ["a DER file", () => ({ ca: file(der(authority.ca)) }), "tls.ca", /openssl x509 -inform der/],
    ["a DER Buffer", () => ({ ca: der(authority.ca) }), "tls.ca", /looks like DER/],
    ["a key as CA", () => ({ ca: file(client.key) }), "tls.ca", /holds no PEM certificate/],
    ["the key as certificate", () => ({ ...client, cert: client.key }), "tls.cert", swapped],
    ["the certificate as key", () => ({ ...client, key: client.cert }), "tls.key", swapped],
    ["a key alone", () => ({ key: client.key }), "tls.cert", /needs cert and key$/],
    ["a certificate alone", () => ({ cert: client.cert }), "tls.key", /needs cert and key$/],
    ["a name of no text", () => ({ servername: 5 as never }), "tls.servername", /is no name/],
  ])("%s is refused with the reason", async (_, tls, option, message) => {
    await expect(read(tls())).rejects.toMatchObject({
      name: "ConfigError",
      option,
      message: expect.stringMatching(message),
    });
  });

  it("another key than the certificate's is refused, and a chain that begins elsewhere", async () => {
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const key = other.export({ type: "sec1", format: "pem" }).toString();
    await expect(read({ ...client, key: file(key) })).rejects.toThrow(
      /^tls\.key: .*\.pem is not the key of the client certificate$/,
    );
    const cert = `${authority.ca}\n${client.cert}`;
    await expect(read({ ...client, cert })).rejects.toThrow(
      /^tls\.cert: begins with another certificate than the client's; that comes first$/,
    );
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read is refused", async () => {
    const locked = file(authority.ca);
    chmodSync(locked.path, 0);
    await expect(read({ ca: locked })).rejects.toThrow(/cannot be read \(EACCES\)$/);
  });

  it("a directory whose file is none is refused, with the file's name", async () => {
    const certPath = mkdtempSync(join(directory, "certs-"));
    mkdirSync(join(certPath, "ca.pem"));
    await expect(readCertificates(certPath, "certPath", true)).rejects.toMatchObject({
      option: "certPath",
      message: expect.stringMatching(/ca\.pem cannot be read \(EISDIR\)/),
    });
  });
});

describe("a setting of TLS that there is not", () => {
  it.each<[object, string, RegExp]>([
    [{ rejectUnauthorized: false }, "tls.rejectUnauthorized", /insecureSkipVerify: true/],
    [{ pfx: "" }, "tls.pfx", /as PEM/],
    [{ serverName: "x" }, "tls.serverName", /use ca, cert, key, passphrase, servername, ins/],
    [{ constructor: 1 }, "tls.constructor", /is no option; use ca/],
    [{ insecureSkipVerify: "false" }, "tls.insecureSkipVerify", /is true or false/],
  ])("%j is refused by the constructor", (tls, option, message) => {
    expect(() => new Docker({ tls, env: {} })).toThrow(
      expect.objectContaining({ code: "CONFIG", option, message: expect.stringMatching(message) }),
    );
  });

  it.each([true, null, "on"])("nor is %j in place of all of them", (tls) => {
    expect(() => new Docker({ tls: tls as never, env: {} })).toThrow(/^tls: is \{ ca, cert/);
  });
});
