import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Docker, type DockerOptions, type TlsOptions } from "../../src/index.js";
import { createAuthority } from "../support/certificates.js";
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

  it("refuses a client without a certificate, and is told apart", async () => {
    expect(await ping({ tls: { ca } })).toMatchObject(failed(/asks for a client certificate/));
  });

  it("refuses a client certificate of another CA, and is told apart", async () => {
    const { cert: otherCert, key: otherKey } = await (await createAuthority()).client();
    const tls = { ca, cert: otherCert, key: otherKey };
    expect(await ping({ tls })).toMatchObject(failed(/does not trust the client certificate/));
  });

  it("is refused when its CA is another, or only the public ones are trusted", async () => {
    const other = await createAuthority();
    expect(await ping({ tls: { ca: other.ca, cert, key } })).toMatchObject(failed(/give its CA/));
    expect(await ping({ tls: { cert, key } })).toMatchObject(failed(/give its CA/));
  });

  it("is refused when its name is another", async () => {
    const tls = { ca, cert, key, servername: "engine.invalid" };
    expect(await ping({ tls })).toMatchObject(failed(/for another name/));
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
