import { createServer } from "node:https";
import { createServer as createNetServer } from "node:net";
import { Agent } from "undici";
import { beforeAll, describe, expect, it } from "vitest";
import { Docker, type DockerOptions, type TlsOptions } from "../../src/index.js";
import { type Authority, createAuthority, type Identity } from "../support/certificates.js";
import { listenTcp } from "../support/server.js";

let authority: Authority;
let stranger: Authority;
let client: Identity;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([createAuthority(), createAuthority()]);
  client = await authority.client();
});

/** An engine behind mutual TLS; the certificate is for 127.0.0.1 unless told otherwise. */
async function ping(options: {
  tls?: TlsOptions;
  server?: Identity;
  host?: (port: number) => string;
  dispatcher?: Agent;
}): Promise<unknown> {
  const server = createServer(
    {
      ...(options.server ?? (await authority.server({ names: ["127.0.0.1", "engine.test"] }))),
      ca: authority.ca,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (_, response) => response.setHeader("Api-Version", "1.51").end("OK"),
  );
  const { port } = await listenTcp(server);
  const host = options.host?.(port) ?? `tcp://127.0.0.1:${port}`;
  const { tls, dispatcher } = options;
  await using docker = new Docker({ host, tls, dispatcher, env: {} });
  const result = await docker.system.ping().catch((error: unknown) => error);
  server.closeAllConnections();
  server.close();
  return result;
}

const reached = { apiVersion: "1.51" };

describe("mutual TLS", () => {
  it("reaches the engine with the right certificates, as text or as Buffers", async () => {
    expect(await ping({ tls: { ca: authority.ca, ...client } })).toMatchObject(reached);
    const tls = {
      ca: Buffer.from(authority.ca),
      cert: Buffer.from(client.cert),
      key: Buffer.from(client.key),
    };
    expect(await ping({ tls })).toMatchObject(reached);
    expect(
      await ping({
        tls: { ca: authority.ca, ...client },
        host: (port) => `https://127.0.0.1:${port}`,
      }),
    ).toMatchObject(reached);
  });

  it("takes one of several CAs", async () => {
    const tls = { ca: [stranger.ca, authority.ca], ...client };
    expect(await ping({ tls })).toMatchObject(reached);
    expect(await ping({ tls: { ca: stranger.ca + authority.ca, ...client } })).toMatchObject(
      reached,
    );
  });

  const failed = (message: RegExp): object => ({
    name: "TlsError",
    code: "TLS",
    host: expect.stringMatching(/^(tcp|http):/),
    message: expect.stringMatching(message),
  });

  it("tells a certificate for another name, which servername can mend", async () => {
    const server = await authority.server({ names: ["engine.test"] });
    const tls = { ca: authority.ca, ...client };
    expect(await ping({ tls, server })).toMatchObject(failed(/another name.*127\.0\.0\.1/));
    expect(await ping({ tls: { ...tls, servername: "engine.test" }, server })).toMatchObject(
      reached,
    );
  });

  it("skips verification only when asked to by name", async () => {
    expect(await ping({ tls: { ...client, insecureSkipVerify: true } })).toMatchObject(reached);
    expect(await ping({ tls: { ...client, insecureSkipVerify: false } })).toMatchObject({
      code: "TLS",
    });
  });

  it("fails in the same words through a dispatcher of the caller's own", async () => {
    const dispatcher = new Agent({ connect: { ca: authority.ca } });
    const host = (port: number): string => `https://127.0.0.1:${port}`;
    const server = await authority.server({ names: ["engine.test"] });
    expect(await ping({ dispatcher, host, server })).toMatchObject({
      code: "TLS",
      message: expect.stringMatching(/for another name than 127\.0\.0\.1: engine\.test; use one/),
    });
    await dispatcher.close();
  });

  it("is told when it is spoken to in plain HTTP", async () => {
    expect(await ping({ host: (tlsPort) => `tcp://127.0.0.1:${tlsPort}` })).toMatchObject({
      code: "CONNECTION",
      message: expect.stringContaining("does it want TLS?"),
    });
  });
});

describe("an engine that cannot be reached", () => {
  const failure = async (options: DockerOptions): Promise<unknown> => {
    await using docker = new Docker({ env: {}, ...options });
    return await docker.system.ping().catch((error: unknown) => error);
  };

  it.each([
    ["unix:///nowhere/docker.sock", "ENOENT", /no such socket/],
    ["tcp://127.0.0.1:1", "ECONNREFUSED", /nothing listens there/],
    ["tcp://engine.invalid", /ENOTFOUND|EAI_AGAIN/, /name/],
  ])("%s is told with what to do, and the cause", async (host, code, message) => {
    expect(await failure({ host })).toMatchObject({
      name: "ConnectionError",
      code: "CONNECTION",
      host,
      message: expect.stringMatching(message),
      cause: { code: typeof code === "string" ? code : expect.stringMatching(code) },
    });
  });

  it("in time is a TimeoutError", async () => {
    // It accepts, and never says a word of its part of the handshake.
    const blackHole = createNetServer();
    const { port } = await listenTcp(blackHole);
    blackHole.on("connection", (socket) => void socket.on("error", () => {}));
    const tls = { insecureSkipVerify: true };
    expect(
      await failure({ host: `tcp://127.0.0.1:${port}`, tls, timeout: { connect: 600 } }),
    ).toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("timeout.connect") });
    blackHole.close();
  }, 10_000);

  it("is told at once by Docker.connect", async () => {
    await expect(
      Docker.connect({ host: "unix:///nowhere/docker.sock", env: {} }),
    ).rejects.toMatchObject({ code: "CONNECTION" });
  });
});
