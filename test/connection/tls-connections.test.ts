import { createServer, type TlsOptions as ServerOptions, type TLSSocket } from "node:tls";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Docker, type DockerOptions } from "../../src/index.js";
import { type Authority, createAuthority, type Identity } from "../support/certificates.js";
import { listenTcp } from "../support/server.js";

let authority: Authority;
let server: Identity;
let client: Identity;

beforeAll(async () => {
  authority = await createAuthority();
  server = await authority.server({ names: ["127.0.0.1", "::1", "localhost", "*.engine.test"] });
  client = await authority.client();
});

/** A connection as the engine saw it. */
interface Seen {
  resumed: boolean;
  /** The name that it was asked by. */
  name: string | false;
  client: string | undefined;
}

/** An engine behind mutual TLS that ends the connection after every answer. */
interface Engine extends AsyncDisposable {
  port: number;
  seen: Seen[];
}

async function listen(options: ServerOptions = {}, address = "127.0.0.1"): Promise<Engine> {
  const seen: Seen[] = [];
  const engine = createServer(
    { ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true, ...options },
    (socket: TLSSocket & { servername?: string | false | null }) => {
      seen.push({
        resumed: socket.isSessionReused(),
        name: socket.servername || false,
        client: socket.getPeerX509Certificate()?.serialNumber,
      });
      socket.on("error", () => {});
      const head = "HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nConnection: close";
      socket.on("data", () => socket.end(`${head}\r\nContent-Length: 2\r\n\r\nOK`));
    },
  );
  engine.on("tlsClientError", () => {});
  const { port } = await listenTcp(engine, address);
  return {
    port,
    seen,
    async [Symbol.asyncDispose]() {
      engine.close();
    },
  };
}

const connect = (host: string, options: DockerOptions = {}): Docker =>
  new Docker({ host, env: {}, ...options, tls: { ca: authority.ca, ...client, ...options.tls } });

describe("a second connection", () => {
  it.each([
    ["TLSv1.2", "127.0.0.1", undefined],
    ["TLSv1.2", "localhost", undefined],
    ["TLSv1.2", "127.0.0.1", "a.engine.test"],
    ["TLSv1.3", "127.0.0.1", undefined],
    ["TLSv1.3", "localhost", undefined],
    ["TLSv1.3", "127.0.0.1", "a.engine.test"],
  ] as const)("resumes the first one's session: %s, %s, servername %s", async (...which) => {
    const [maxVersion, host, servername] = which;
    await using engine = await listen({ maxVersion });
    await using docker = connect(`tcp://${host}:${engine.port}`, { tls: { servername } });
    for (let call = 0; call < 3; call += 1) await docker.system.ping();
    expect(engine.seen.map(({ resumed }) => resumed)).toEqual([false, true, true]);
    expect(engine.seen[0]?.name).toBe(servername ?? (host === "localhost" && host));
    expect(new Set(engine.seen.map((one) => one.client)).size).toBe(1);
  });

  it("resumes it after garbage was collected", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    await using engine = await listen();
    await using docker = connect(`tcp://127.0.0.1:${engine.port}`);
    for (let call = 0; call < 3; call += 1) {
      await docker.system.ping();
      await new Promise(setImmediate);
      collect();
    }
    expect(engine.seen.map(({ resumed }) => resumed)).toEqual([false, true, true]);
  });

  it("of another client resumes nothing, whoever that client is", async () => {
    await using engine = await listen();
    const host = `tcp://127.0.0.1:${engine.port}`;
    const other = await authority.client();
    const stranger = await createAuthority();
    await using first = connect(host);
    await first.system.ping();
    await using second = connect(host, { tls: other });
    await second.system.ping();
    await using third = connect(host, { tls: { ca: stranger.ca } });
    await expect(third.system.ping()).rejects.toMatchObject({ code: "TLS" });
    await using unverified = connect(host, { tls: { ca: stranger.ca, insecureSkipVerify: true } });
    await unverified.system.ping();
    await expect(third.system.ping()).rejects.toMatchObject({ code: "TLS" });
    expect(engine.seen.some(({ resumed }) => resumed)).toBe(false);
    expect(engine.seen[0]?.client).not.toBe(engine.seen[1]?.client);
  });

  describe("after the certificate's time", () => {
    afterEach(() => vi.useRealTimers());

    it("resumes nothing: a whole handshake would fail by then", async () => {
      await using engine = await listen(await authority.server({ names: ["127.0.0.1"], until: 5 }));
      await using docker = connect(`tcp://127.0.0.1:${engine.port}`);
      const resumed = async (days: number): Promise<boolean | undefined> => {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 24 * 60 * 60 * 1000 });
        await docker.system.ping();
        return engine.seen.at(-1)?.resumed;
      };
      expect([await resumed(0), await resumed(2), await resumed(2)]).toEqual([false, true, true]);
      expect(await resumed(2)).toBe(false);
    });
  });
});

describe("the engine's name", () => {
  it("may be any that a * of its certificate covers", async () => {
    await using engine = await listen();
    const host = `tcp://127.0.0.1:${engine.port}`;
    await using docker = connect(host, { tls: { servername: "one.engine.test" } });
    await docker.system.ping();
    expect(engine.seen.at(-1)?.name).toBe("one.engine.test");
    for (const servername of ["a.b.engine.test", "engine.test", "127.0.0.2"]) {
      await using other = connect(host, { tls: { servername } });
      await expect(other.system.ping()).rejects.toThrow(/for another name than .*\*\.engine\.test/);
    }
  });

  it("may be an address, of either family, with no name sent", async () => {
    await using engine = await listen({}, "::1");
    await using docker = connect(`tcp://[::1]:${engine.port}`);
    await docker.system.ping();
    const warn = vi.spyOn(process, "emitWarning");
    await using other = connect(`tcp://[::1]:${engine.port}`, { tls: { servername: "127.0.0.1" } });
    await other.system.ping();
    expect(engine.seen.map(({ name }) => name)).toEqual([false, false]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("is not that of a Host header", async () => {
    await using engine = await listen(await authority.server({ names: ["proxy.test"] }));
    const headers = { Host: "proxy.test" };
    await using docker = connect(`tcp://127.0.0.1:${engine.port}`, { headers });
    await expect(docker.system.ping()).rejects.toThrow(/another name than 127\.0\.0\.1: proxy/);
  });
});

describe("TLS 1.2", () => {
  it("is the least that is spoken, and 1.3 is spoken where it can be", async () => {
    for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
      await using engine = await listen({ minVersion: version, maxVersion: version });
      await using docker = connect(`tcp://127.0.0.1:${engine.port}`);
      expect(await docker.system.ping()).toMatchObject({ apiVersion: "1.51" });
    }
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL@SECLEVEL=0" } as const;
    await using engine = await listen(old);
    await using docker = connect(`tcp://127.0.0.1:${engine.port}`);
    await expect(docker.system.ping()).rejects.toThrow(/no version of TLS that is spoken here/);
  });
});
