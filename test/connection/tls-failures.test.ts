import { createServer as createNetServer, type Socket } from "node:net";
import { createServer, type TlsOptions as ServerOptions } from "node:tls";
import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { Docker, type TlsOptions } from "../../src/index.js";
import {
  type Authority,
  createAuthority,
  createSelfSigned,
  type Identity,
} from "../support/certificates.js";
import { listenTcp } from "../support/server.js";

let authority: Authority;
let stranger: Authority;
let client: Identity;
let server: Identity;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([createAuthority(), createAuthority()]);
  [client, server] = await Promise.all([
    authority.client(),
    authority.server({ names: ["127.0.0.1"] }),
  ]);
});

const ANSWER = "HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK";

/** Pings an engine behind mutual TLS that is as the test wants it. */
async function ping(tls: TlsOptions, options: ServerOptions = {}): Promise<unknown> {
  const engine = createServer(
    { ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true, ...options },
    (socket) => {
      socket.on("error", () => {});
      socket.on("data", () => socket.end(ANSWER));
    },
  );
  // What the client thinks of our certificate is the client's to tell.
  engine.on("tlsClientError", () => {});
  const { authority: address } = await listenTcp(engine);
  await using docker = new Docker({ host: `tcp://${address}`, tls, env: {} });
  const result = await docker.system.ping().catch((error: unknown) => error);
  engine.close();
  return result;
}

const failed = (message: RegExp): object => ({
  name: "TlsError",
  code: "TLS",
  host: expect.stringMatching(/^tcp:/),
  message: expect.stringMatching(message),
  cause: expect.any(Error),
});

/** The material of a client that is right but for what is given. */
const mine = (others: TlsOptions = {}): TlsOptions => ({ ca: authority.ca, ...client, ...others });

describe("the engine's certificate", () => {
  it("of another CA is told, and so is one of no CA that is known", async () => {
    expect(await ping(mine({ ca: stranger.ca }))).toMatchObject(
      failed(/signed by another CA than those of tls\.ca.*give its CA/),
    );
    expect(await ping(client)).toMatchObject(
      failed(/signed by a CA that is not trusted here.*give its CA/),
    );
  });

  it("that signed itself is told, and serves as its own CA", async () => {
    const own = await createSelfSigned(["127.0.0.1"]);
    expect(await ping(mine(), own)).toMatchObject(failed(/signed by itself.*\(tls\.ca\)/));
    expect(await ping(mine({ ca: own.cert }), own)).toMatchObject({ apiVersion: "1.51" });
  });

  it("without the one between it and its CA is told, and that one serves as CA", async () => {
    const between = await authority.intermediate();
    const leaf = await between.server({ names: ["127.0.0.1"] });
    expect(await ping(mine(), leaf)).toMatchObject(failed(/does not send the certificates in/));
    const whole = { ...leaf, cert: `${leaf.cert}\n${between.ca}` };
    expect(await ping(mine(), whole)).toMatchObject({ apiVersion: "1.51" });
    expect(await ping(mine({ ca: between.ca }), leaf)).toMatchObject({ apiVersion: "1.51" });
  });

  it("that has expired, or its CA, or is not valid yet, is told", async () => {
    const names = ["127.0.0.1"];
    const old = await authority.server({ names, from: -9, until: -1 });
    expect(await ping(mine(), old)).toMatchObject(failed(/the engine's certificate has expired/));
    const early = await authority.server({ names, from: 1, until: 9 });
    expect(await ping(mine(), early)).toMatchObject(failed(/not valid yet.*clocks/));
    const oldCa = await createAuthority({ from: -9, until: -1 });
    const fresh = await oldCa.server({ names });
    expect(await ping(mine({ ca: oldCa.ca }), fresh)).toMatchObject(
      failed(/a CA of tls\.ca has expired/),
    );
  });

  it("for other names is told, with those names", async () => {
    const other = await authority.server({ names: ["engine.test", "10.0.0.1"] });
    expect(await ping(mine(), other)).toMatchObject(
      failed(/another name than 127\.0\.0\.1: engine\.test, 10\.0\.0\.1; use one of those/),
    );
    const none = await authority.server({ names: [] });
    expect(await ping(mine(), none)).toMatchObject(failed(/for no name at all.*127\.0\.0\.1/));
    const many = await authority.server({
      names: Array.from({ length: 99 }, (_, index) => `engine-${index}.test`),
    });
    const error = (await ping(mine(), many)) as Error;
    expect(error).toMatchObject(failed(/engine-0\.test, engine-1\.test.*…;/));
    expect(error.message.length).toBeLessThan(600);
  });

  it("that is a client's is told", async () => {
    const wrong = await authority.client({ names: ["127.0.0.1"] });
    expect(await ping(mine(), wrong)).toMatchObject(failed(/not one for servers.*serverAuth/));
  });
});

describe.each(["TLSv1.2", "TLSv1.3"] as const)("the client's certificate, under %s", (version) => {
  const speaking = (tls: TlsOptions): Promise<unknown> => ping(tls, { maxVersion: version });
  const refused = (why: string): object =>
    failed(new RegExp(`it probably does not trust the client certificate; ${why}`));

  it("that is missing is told", async () => {
    const asks = /: the engine asks for a client certificate; give tls\.cert and tls\.key/;
    expect(await speaking({ ca: authority.ca })).toMatchObject(failed(asks));
  });

  it("of another CA is told, with that CA's name", async () => {
    expect(await speaking(mine(await stranger.client()))).toMatchObject(
      refused('it is signed by "CN=test CA [-0-9a-f]+", which is none of the CAs'),
    );
  });

  it("that has expired or is not valid yet is told, with the day", async () => {
    const old = await authority.client({ from: -9, until: -1 });
    expect(await speaking(mine(old))).toMatchObject(refused("it has expired on \\d{4}-\\d\\d-"));
    const early = await authority.client({ from: 1, until: 9 });
    expect(await speaking(mine(early))).toMatchObject(refused("it is not valid before \\d{4}-"));
  });

  it("that is a server's is told", async () => {
    expect(await speaking(mine(await authority.server()))).toMatchObject(
      refused("it is not one for clients: its extendedKeyUsage lacks clientAuth"),
    );
  });

  it("that the engine refuses for a reason of its own is told with what may be", async () => {
    const tls = mine();
    expect(await ping(tls, { maxVersion: version, ca: stranger.ca })).toMatchObject(
      refused("is it signed by the CA that the engine trusts\\?"),
    );
  });
});

describe("TLS itself", () => {
  it("in versions or with ciphers that are not shared is told", async () => {
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL@SECLEVEL=0" } as const;
    expect(await ping(mine(), old)).toMatchObject(failed(/no version of TLS.*1\.2 and 1\.3/));
    // A server's ECDSA certificate is of no use to a cipher of RSA.
    const rsa = { maxVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-GCM-SHA256" } as const;
    expect(await ping(mine(), rsa)).toMatchObject(failed(/no cipher in common/));
  });

  it.each<[string, (socket: Socket) => void, RegExp]>([
    ["answers in plain HTTP", (s) => s.end("HTTP/1.1 400 \r\n\r\n"), /does not speak TLS.*2375/],
    ["greets as ssh does", (s) => s.write("SSH-2.0-x\r\n"), /does not speak TLS/],
    ["hangs up", (s) => s.end(), /before it said who it is; is this a port for TLS/],
    ["resets the connection", (s) => s.resetAndDestroy(), /before it said who it is/],
  ])("wanted from what %s is told", async (_, answer, message) => {
    const plain = createNetServer((socket) => {
      socket.on("error", () => {}).once("data", () => answer(socket));
    });
    const { authority: address } = await listenTcp(plain);
    await using docker = new Docker({ host: `tcp://${address}`, tls: mine(), env: {} });
    const error = await docker.system.ping().catch((reason: unknown) => reason);
    expect(error).toMatchObject(failed(message));
    plain.close();
  });
});

describe("a private key and its passphrase", () => {
  it("are in no error, however it is printed", async () => {
    const { createPrivateKey } = await import("node:crypto");
    const passphrase = "s3cret-passphrase";
    const key = createPrivateKey(client.key)
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase })
      .toString();
    const tls = mine({ key, passphrase });
    const lines = [...key.split("\n"), ...client.key.split("\n")];
    const secrets = [passphrase, ...lines.filter((line) => /^[\w+/=]{20,}$/.test(line))];
    expect(secrets.length).toBeGreaterThan(4);
    const errors = [
      await ping({ ...tls, ca: stranger.ca }),
      await ping({ ...tls, servername: "engine.invalid" }),
      await ping(tls, { ca: stranger.ca }),
      await ping({ ...tls, passphrase: `${passphrase}, but wrong` }),
      await ping({ ...tls, key: `${key.slice(0, -60)}\n-----END ENCRYPTED PRIVATE KEY-----\n` }),
      await ping({ ...tls, cert: stranger.ca }),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(TLS|CONFIG)$/) });
      const shown = inspect(error, { depth: 20, showHidden: true, maxStringLength: null });
      for (const secret of secrets) expect(shown).not.toContain(secret);
    }
  });
});
