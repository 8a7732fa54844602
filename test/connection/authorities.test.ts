import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicAuthorities } from "../../src/connection/authorities.js";
import { Docker, type DockerOptions } from "../../src/index.js";
import { type Authority, createAuthority } from "../support/certificates.js";
import { listenTcp } from "../support/server.js";

let authority: Authority;
let directory: string;
let bundle: string;

beforeAll(async () => {
  authority = await createAuthority();
  directory = mkdtempSync(join(tmpdir(), "authorities-"));
  bundle = join(directory, "bundle.crt");
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
  writeFileSync(bundle, `# ours\n${broken}\n${(await createAuthority()).ca}\n${authority.ca}\n`);
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Pings an engine behind TLS whose CA is ours, with no CA given. */
async function ping(options: DockerOptions): Promise<unknown> {
  const identity = await authority.server({ names: ["127.0.0.1"] });
  const engine = createServer(identity, (_, response) =>
    response.setHeader("Api-Version", "1.51").end("OK"),
  );
  const { authority: address } = await listenTcp(engine);
  await using docker = new Docker({ host: `https://${address}`, ...options });
  const result = await docker.system.ping().catch((error: unknown) => error);
  engine.closeAllConnections();
  engine.close();
  return result;
}

const reached = { apiVersion: "1.51" };

describe("without a CA", () => {
  it("an engine is trusted whose CA this system trusts", async () => {
    expect(await ping({ env: { SSL_CERT_FILE: bundle } })).toMatchObject(reached);
    expect(await ping({ env: { SSL_CERT_DIR: `/nowhere:${directory}` } })).toMatchObject(reached);
    const error = { code: "TLS", message: expect.stringMatching(/not trusted here/) };
    expect(await ping({ env: {} })).toMatchObject(error);
    expect(await ping({ env: { SSL_CERT_DIR: "/nowhere" } })).toMatchObject(error);
  });

  it("an engine is trusted that DOCKER_HOST names, with no certificates anywhere", async () => {
    const env = { SSL_CERT_FILE: bundle, DOCKER_TLS_VERIFY: "1", HOME: directory };
    expect(await ping({ env })).toMatchObject(reached);
  });

  it("a SSL_CERT_FILE that cannot be read is told, until it can be", async () => {
    const file = join(directory, "late", "bundle.crt");
    const env = { SSL_CERT_FILE: file };
    expect(await ping({ env })).toMatchObject({
      code: "CONFIG",
      option: "SSL_CERT_FILE",
      message: `SSL_CERT_FILE: ${file} cannot be read (ENOENT)`,
    });
    expect(await ping({ env, tls: { ca: authority.ca } })).toMatchObject(reached);
    mkdirSync(join(directory, "late"));
    writeFileSync(file, authority.ca);
    expect(await ping({ env })).toMatchObject(reached);
  });

  it("a CA that is given is the only one", async () => {
    const { ca } = await createAuthority();
    expect(await ping({ env: { SSL_CERT_FILE: bundle }, tls: { ca } })).toMatchObject({
      code: "TLS",
      message: expect.stringMatching(/another CA than those of tls\.ca/),
    });
  });
});

describe("the public CAs", () => {
  const squeezed = (pem: string): string => pem.replace(/\s/g, "");

  it("are Node's and the system's, each once, and read once", async () => {
    const env = { SSL_CERT_FILE: bundle };
    const authorities = await publicAuthorities(env);
    expect(await publicAuthorities({ ...env })).toBe(authorities);
    const found = new Set(authorities.map(squeezed));
    expect(found.size).toBe(authorities.length);
    for (const pem of [...rootCertificates, authority.ca]) expect(found).toContain(squeezed(pem));
  });

  it("are those of NODE_EXTRA_CA_CERTS, too", async () => {
    const extra = join(directory, "extra.crt");
    writeFileSync(extra, authority.ca);
    // Node reads the process's own when it starts; of an environment that is given, Node 20's is read.
    if (process.versions.node.startsWith("20.")) {
      const authorities = await publicAuthorities({ NODE_EXTRA_CA_CERTS: extra });
      expect(authorities.map(squeezed)).toContain(squeezed(authority.ca));
    }
    const env = {
      ...process.env,
      NODE_EXTRA_CA_CERTS: extra,
      SSL_CERT_FILE: "",
      SSL_CERT_DIR: "",
    };
    const source = join(import.meta.dirname, "../../src/connection/authorities.ts");
    const script = `import { publicAuthorities } from ${JSON.stringify(source)};
      const found = (await publicAuthorities()).map((pem) => pem.replace(/\\s/g, ""));
      console.log(found.includes(${JSON.stringify(squeezed(authority.ca))}));`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    expect(execFileSync(process.execPath, args, { env, encoding: "utf8" })).toBe("true\n");
  }, 30_000);

  const system = "/etc/ssl/certs/ca-certificates.crt";
  it.runIf(existsSync(system))("are those of the bundle that this system has", async () => {
    const found = new Set((await publicAuthorities({})).map(squeezed));
    const pems = readFileSync(system, "latin1").match(
      /-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g,
    );
    expect(pems?.length).toBeGreaterThan(50);
    for (const pem of pems ?? []) expect(found).toContain(squeezed(pem));
  });
});
