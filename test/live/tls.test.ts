import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { describe, expect, it } from "vitest";
import { createSecureConnector } from "../../src/connection/secure.js";
import { Docker, type DockerOptions, type TlsOptions } from "../../src/index.js";
import { createAuthority, type Identity } from "../support/certificates.js";
import { listenTcp } from "../support/server.js";
import { tls as live } from "./engine.js";

describe.runIf(live)("a real engine behind mutual TLS", () => {
  // The body runs even where the tests do not.
  const { host = "", certPath = "", ca = "", cert = "", key = "" } = live ?? {};

  async function ping(options: DockerOptions): Promise<unknown> {
    await using docker = new Docker({ host, env: {}, ...options });
    return await docker.system.ping().catch((error: unknown) => error);
  }

  const reached = { osType: "linux" };
  const failed = (message: RegExp): object => ({
    name: "TlsError",
    code: "TLS",
    message: expect.stringMatching(message),
  });

  it("answers the right certificate, from text, files or the environment", async () => {
    expect(await ping({ tls: { ca, cert, key } })).toMatchObject(reached);
    expect(await ping({ certPath })).toMatchObject(reached);
    const env = { DOCKER_HOST: host, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certPath };
    await using docker = new Docker({ env });
    expect(await docker.system.ping()).toMatchObject(reached);
    await using https = new Docker({ host: host.replace("tcp:", "https:"), certPath, env: {} });
    expect(await https.system.ping()).toMatchObject(reached);
  });

  it("takes files one by one, and bundles", async () => {
    const path = (name: string): { path: string } => ({ path: join(certPath, name) });
    const other = await createAuthority();
    const files = { ca: path("ca.pem"), cert: path("cert.pem"), key: path("key.pem") };
    expect(await ping({ tls: files })).toMatchObject(reached);
    expect(await ping({ tls: { ...files, ca: [other.ca, path("ca.pem")] } })).toMatchObject(
      reached,
    );
    expect(await ping({ tls: { ...files, ca: `${other.ca}\n${ca}` } })).toMatchObject(reached);
  });

  it("takes an encrypted key, from certPath too", async () => {
    const passphrase = "s3cret";
    const options = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase } as const;
    const encrypted = createPrivateKey(key).export(options).toString();
    const directory = mkdtempSync(join(tmpdir(), "certs-"));
    for (const [name, pem] of [["ca", ca] as const, ["cert", cert], ["key", encrypted]]) {
      writeFileSync(join(directory, `${name}.pem`), pem);
    }
    expect(await ping({ certPath: directory, tls: { passphrase } })).toMatchObject(reached);
    expect(await ping({ certPath: directory })).toMatchObject({ code: "CONFIG" });
    rmSync(directory, { recursive: true });
  });

  it("is trusted with no CA given when this system trusts its CA", async () => {
    const env = { SSL_CERT_FILE: join(certPath, "ca.pem") };
    expect(await ping({ tls: { cert, key }, env })).toMatchObject(reached);
  });

  it("resumes the session of the connection before", async () => {
    const { hostname, port } = new URL(host.replace("tcp:", "http:"));
    const connector = await createSecureConnector({ ca: [ca], cert, key }, 10_000);
    const resumed: boolean[] = [];
    for (let count = 0; count < 3; count += 1) {
      const socket = await new Promise<TLSSocket>((resolve, reject) => {
        const target = { hostname, port, protocol: "https:" };
        connector.connect(target, (error, connected) =>
          error ? reject(error) : resolve(connected as TLSSocket),
        );
      });
      resumed.push(socket.isSessionReused());
      // Under TLS 1.3 the ticket comes with the first answer.
      socket.write("GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n");
      await once(socket.resume(), "end");
      socket.destroy();
    }
    expect(resumed).toEqual([false, true, true]);
  });

  it("refuses a client without a certificate, and is told apart", async () => {
    const asks = /: the engine asks for a client certificate; give tls\.cert and tls\.key/;
    expect(await ping({ tls: { ca } })).toMatchObject(failed(asks));
  });

  it("refuses a client certificate that is not right, with what is not", async () => {
    const other = await createAuthority();
    const refused = async (identity: Identity, why: RegExp): Promise<void> => {
      const message = `: the engine does not trust the client certificate; ${why.source}`;
      expect(await ping({ tls: { ca, ...identity } })).toMatchObject(failed(new RegExp(message)));
    };
    await refused(
      await other.client(),
      /it is signed by "CN=test CA .*", which is none of the CAs/,
    );
    await refused(await other.client({ from: -9, until: -1 }), /it has expired on \d{4}-/);
    await refused(await other.client({ from: 1, until: 9 }), /it is not valid before \d{4}-/);
    await refused(await other.server(), /it is not one for clients/);
  });

  it("is refused when its CA is another, or only the public ones are trusted", async () => {
    const other = await createAuthority();
    expect(await ping({ tls: { ca: other.ca, cert, key } })).toMatchObject(
      failed(/signed by another CA than those of tls\.ca.*give its CA/),
    );
    expect(await ping({ tls: { cert, key } })).toMatchObject(
      failed(/signed by a CA that is not trusted here.*give its CA/),
    );
  });

  it("is refused when its name is another, with the names that it has", async () => {
    const tls = { ca, cert, key, servername: "engine.invalid" };
    const { hostname } = new URL(host.replace("tcp:", "http:"));
    expect(await ping({ tls })).toMatchObject(
      failed(new RegExp(`another name than engine\\.invalid: .*\\b${hostname}\\b.*; use one of`)),
    );
    expect(await ping({ tls: { ...tls, servername: hostname } })).toMatchObject(reached);
  });

  it("is believed without verification when that is asked for", async () => {
    const other = await createAuthority();
    const tls: TlsOptions = { ca: other.ca, cert, key, insecureSkipVerify: true };
    expect(await ping({ tls })).toMatchObject(reached);
  });

  it("spoken to in plain HTTP says that it wants TLS", async () => {
    expect(await ping({ host: host.replace("tcp:", "http:") })).toMatchObject(failed(/wants TLS/));
  });

  it("behind a certificate that has expired is refused", async () => {
    const authority = await createAuthority();
    const expired = await authority.server({ names: ["127.0.0.1"], from: -9, until: -1 });
    const url = new URL(host.replace("tcp:", "https:"));
    // Only the certificate is ours; what is behind it is the engine.
    const proxy = createServer(expired, (incoming, outgoing) => {
      const socketPath = process.env.DOCKER_HOST?.replace("unix://", "") ?? "/var/run/docker.sock";
      const options = { socketPath, path: incoming.url, method: incoming.method };
      request(options, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }).end();
    });
    const { authority: address } = await listenTcp(proxy);
    expect(url.port).not.toBe("");
    expect(await ping({ host: `tcp://${address}`, tls: { ca: authority.ca } })).toMatchObject(
      failed(/has expired/),
    );
    const skip = { ca: authority.ca, insecureSkipVerify: true };
    expect(await ping({ host: `tcp://${address}`, tls: skip })).toMatchObject(reached);
    proxy.close();
  });

  it("never shows the key", async () => {
    const error = await ping({ tls: { ca, cert, key, servername: "engine.invalid" } });
    const secret = readFileSync(join(certPath, "key.pem"), "utf8").split("\n")[1] ?? "";
    const { inspect } = await import("node:util");
    expect(secret.length).toBeGreaterThan(20);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
  });
});
