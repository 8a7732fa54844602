import { createPrivateKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectionOptions } from "../../src/connection/options.js";
import { type ResolvedHost, resolveHost } from "../../src/connection/resolve.js";
import { resolveTls } from "../../src/connection/tls-settings.js";
import { readDockerConfig } from "../../src/docker-config.js";
import { ConfigError, Docker, resolveEngine, type TlsOptions } from "../../src/index.js";
import { Containers } from "../../src/resources/containers.js";
import { createTransport } from "../../src/transport/create.js";
import { type Authority, createAuthority, type Identity } from "../support/certificates.js";

let authority: Authority;
let client: Identity;
let directory: string;

beforeAll(async () => {
  authority = await createAuthority();
  client = await authority.client();
  directory = mkdtempSync(join(tmpdir(), "certs-"));
  writeFileSync(join(directory, "ca.pem"), authority.ca);
  writeFileSync(join(directory, "cert.pem"), client.cert);
  writeFileSync(join(directory, "key.pem"), client.key);
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function resolve(options: ConnectionOptions): Promise<ResolvedHost> {
  return resolveHost(options, await readDockerConfig(options.env));
}

async function tls(options: ConnectionOptions): Promise<TlsOptions | undefined> {
  return resolveTls(options, await resolve(options));
}

describe("the engine that is chosen", () => {
  it("is refused by the constructor when the option is no host", () => {
    expect(() => new Docker({ host: "ftp://engine" })).toThrow(ConfigError);
    expect(() => new Docker({ host: " " })).toThrow(/host: is empty/);
  });

  it("is not the local one for options that have their host from a class", async () => {
    const url = new URL("tcp://10.0.0.5:2375");
    expect(() => new Docker(url)).toThrow(/^host: is none of the object's own/);
    await expect(resolveEngine(url)).rejects.toMatchObject({ code: "CONFIG", option: "host" });
    expect(() => new Docker(Object.create({ context: "production" }))).toThrow(ConfigError);
    expect(() => new Docker(Object.create({ registryAuth: "anonymous" }))).toThrow(ConfigError);
  });

  it("is refused with the first call when DOCKER_HOST is no host", async () => {
    const docker = new Docker({ env: { DOCKER_HOST: "ftp://engine" } });
    await expect(docker.system.ping()).rejects.toMatchObject({
      code: "CONFIG",
      option: "DOCKER_HOST",
    });
  });
});

describe("TLS", () => {
  it("is not used for a socket, whatever is given", async () => {
    const env = { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: directory };
    expect(await tls({ host: "unix:///x.sock", env })).toBeUndefined();
    expect(
      await tls({ host: "unix:///x.sock", tls: { ca: authority.ca }, env: {} }),
    ).toBeUndefined();
  });

  it("is not used for tcp:// when nobody asks for it", async () => {
    expect(await tls({ host: "tcp://engine", env: {} })).toBeUndefined();
    expect(
      await tls({ host: "tcp://engine", env: { DOCKER_CERT_PATH: directory } }),
    ).toBeUndefined();
    expect(await tls({ host: "tcp://engine", env: { DOCKER_TLS_VERIFY: "" } })).toBeUndefined();
  });

  it("is used for https:// with the CAs that Node knows when nothing is given", async () => {
    expect(await tls({ host: "https://engine", env: {} })).toEqual({});
  });

  it.each(["1", "0", "false"])(
    "is turned on and verified by DOCKER_TLS_VERIFY=%s",
    async (value) => {
      const env = {
        DOCKER_HOST: "tcp://engine",
        DOCKER_TLS_VERIFY: value,
        DOCKER_CERT_PATH: directory,
      };
      const material = await tls({ env });
      expect(String(material?.ca)).toBe(authority.ca);
      expect(String(material?.key)).toBe(client.key);
      expect(material?.insecureSkipVerify).toBeUndefined();
    },
  );

  it("is turned on without verification by DOCKER_TLS alone", async () => {
    const env = { DOCKER_HOST: "tcp://engine", DOCKER_TLS: "1", DOCKER_CERT_PATH: directory };
    expect(await tls({ env })).toMatchObject({ insecureSkipVerify: true });
    expect(
      (await tls({ env: { ...env, DOCKER_TLS_VERIFY: "1" } }))?.insecureSkipVerify,
    ).toBeUndefined();
  });

  it("takes its certificates from the config directory without DOCKER_CERT_PATH", async () => {
    const env = { DOCKER_HOST: "tcp://engine", DOCKER_TLS_VERIFY: "1", DOCKER_CONFIG: directory };
    expect(String((await tls({ env }))?.cert)).toBe(client.cert);
  });

  it("looks into .docker in HOME for the config directory, and needs no files there", async () => {
    const env = { DOCKER_HOST: "tcp://engine", DOCKER_TLS_VERIFY: "1", HOME: directory };
    expect(await tls({ env })).toEqual({});
    await expect(tls({ env: { ...env, HOME: "" } })).rejects.toThrow(/^HOME: is not set/);
  });

  it("is turned on for tcp:// by certPath", async () => {
    expect(String((await tls({ host: "tcp://engine", certPath: directory, env: {} }))?.ca)).toBe(
      authority.ca,
    );
  });

  it("prefers what is given in tls to the files of certPath", async () => {
    const material = await tls({
      host: "tcp://engine",
      certPath: directory,
      tls: { ca: [authority.ca, authority.ca], cert: undefined, servername: "engine.local" },
      env: {},
    });
    expect(material).toMatchObject({
      ca: [authority.ca, authority.ca],
      servername: "engine.local",
    });
    expect(String(material?.cert)).toBe(client.cert);
  });

  it("shows certificates of the environment to no engine that has its own options", async () => {
    const env = { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: directory };
    const material = await tls({ host: "tcp://other", tls: { ca: authority.ca }, env });
    expect(Object.keys(material ?? {})).toEqual(["ca"]);
  });

  it("contradicts http://", async () => {
    await expect(tls({ host: "http://engine", certPath: directory, env: {} })).rejects.toThrow(
      /^host: http:\/\/ is plain/,
    );
    const env = { DOCKER_HOST: "http://engine", DOCKER_TLS_VERIFY: "1" };
    await expect(tls({ env })).rejects.toThrow(
      /^DOCKER_HOST: http:\/\/ is plain, but DOCKER_TLS_VERIFY/,
    );
    expect(await tls({ host: "http://engine", env: { DOCKER_TLS_VERIFY: "1" } })).toBeUndefined();
  });
});

describe("bad TLS material", () => {
  const host = "tcp://engine";

  it("names the missing half of a client certificate", async () => {
    await expect(tls({ host, tls: { cert: client.cert } })).rejects.toThrow(
      /^tls\.key: is missing/,
    );
    await expect(tls({ host, tls: { key: client.key } })).rejects.toThrow(/^tls\.cert: is missing/);
  });

  it("names the part that is no PEM, or malformed", async () => {
    const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    await expect(tls({ host, tls: { ca: "ca.pem" } })).rejects.toThrow(/^tls\.ca: holds no PEM/);
    await expect(tls({ host, tls: { ca: broken } })).rejects.toThrow(/^tls\.ca: is a malformed/);
    await expect(tls({ host, tls: { ca: authority.ca + broken } })).rejects.toThrow(/^tls\.ca/);
    await expect(tls({ host, tls: { cert: client.cert, key: "x" } })).rejects.toThrow(/^tls\.key/);
  });

  it("tells a key that does not belong to the certificate", async () => {
    const other = await authority.client();
    await expect(tls({ host, tls: { cert: client.cert, key: other.key } })).rejects.toThrow(
      /^tls\.key: is not the key/,
    );
  });

  it("names the file, and never shows what is in it", async () => {
    const bad = mkdtempSync(join(tmpdir(), "certs-"));
    writeFileSync(join(bad, "cert.pem"), client.cert);
    writeFileSync(join(bad, "key.pem"), "s3cret, but no key");
    const error = await tls({ host, certPath: bad }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain(join(bad, "key.pem"));
    expect(String(error)).not.toContain("s3cret");
    rmSync(bad, { recursive: true });
  });

  it("tells an encrypted key without its passphrase, and never shows a passphrase", async () => {
    const { cert, key } = client;
    const passphrase = "s3cret";
    const encrypted = createPrivateKey(key)
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase })
      .toString();
    await expect(tls({ host, tls: { cert, key: encrypted } })).rejects.toThrow(
      /^tls\.key: is encrypted; give tls\.passphrase/,
    );
    const wrong = { cert, key: encrypted, passphrase: "s3cret, but wrong" };
    await expect(tls({ host, tls: wrong })).rejects.toThrow(
      /^tls\.key: cannot be used (?!.*s3cret)/,
    );
    const number = { cert, key: encrypted, passphrase: 987_654 as never };
    await expect(tls({ host, tls: number })).rejects.toThrow(/^tls\.passphrase: (?!.*987)/);
    expect(await tls({ host, tls: { cert, key: encrypted, passphrase } })).toMatchObject({
      passphrase,
    });
  });

  it("tells a directory that is not there, or holds none of the files", async () => {
    await expect(tls({ host, certPath: "/nowhere" })).rejects.toThrow(
      /\/nowhere has none of ca\.pem/,
    );
    const env = { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/nowhere" };
    await expect(tls({ host, env })).rejects.toThrow(/^DOCKER_CERT_PATH/);
  });
});

describe("other options", () => {
  it.each([
    [{ timeout: { connect: -1 } }, "timeout.connect"],
    [{ host: null as never }, "host"],
    [{ apiVersion: "" }, "apiVersion"],
    [{ timeout: { response: Number.NaN } }, "timeout.response"],
    [{ headers: { "x y": "1" } }, "headers.x y"],
    [{ headers: { "x-a": "1\r\nx-b: 2" } }, "headers.x-a"],
    [{ apiVersion: "one" }, "apiVersion"],
    [{ timeout: 5_000 as never }, "timeout"],
    [{ socketPath: "/run/docker.sock" } as object, "socketPath"],
    [{ certPath: "" }, "certPath"],
  ])("%j is refused by the constructor", (options, option) => {
    expect(() => new Docker(options)).toThrow(expect.objectContaining({ code: "CONFIG", option }));
  });

  it("an API version that is too old is refused, from an option or the environment", async () => {
    for (const options of [{ apiVersion: "1.40" }, { env: { DOCKER_API_VERSION: "1.40" } }]) {
      const docker = new Docker({ host: "unix:///x", env: {}, ...options });
      await expect(docker.containers.list()).rejects.toMatchObject({
        code: "API_VERSION",
        message: expect.stringContaining("1.40 is older than 1.41"),
      });
    }
  });

  it("of a transport by itself are checked with its first call", async () => {
    const transport = createTransport({ socketPath: "/run/docker.sock" } as object);
    await expect(new Containers(transport).list()).rejects.toMatchObject({ option: "socketPath" });
    await transport.close();
  });
});
