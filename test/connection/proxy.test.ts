import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { isExempt } from "../../src/connection/no-proxy.js";
import { ConnectionError, Docker, type DockerOptions, resolveEngine } from "../../src/index.js";
import { createAuthority } from "../support/certificates.js";
import { frame } from "../support/frames.js";
import { startProxy } from "../support/proxy.js";
import { upgraded } from "../support/raw-engine.js";
import { listenTcp, serve } from "../support/server.js";

/** An engine at a port, and what it was told of the way. */
async function startEngine(): Promise<{ port: number; headers: unknown[] }> {
  const headers: unknown[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers["proxy-authorization"]);
    response.setHeader("Api-Version", "1.51");
    response.end(request.url === "/_ping" ? "OK" : "[]");
  });
  server.on("upgrade", (_, socket) => {
    socket.write(upgraded());
    socket.on("data", (data: Buffer) => socket.write(frame(1, data)));
    socket.on("end", () => socket.end(frame(1, "end")));
  });
  onTestFinished(() => void server.close());
  const { port } = await listenTcp(server);
  return { port, headers };
}

describe("an engine behind a proxy", () => {
  it("is reached through its tunnel, and credentials are for the proxy only", async () => {
    const engine = await startEngine();
    await using proxy = await startProxy();
    const url = new URL(`http://me:s3cret%21@${proxy.authority}`);
    await using docker = new Docker({
      host: `tcp://127.0.0.1:${engine.port}`,
      proxy: url,
      env: {},
    });
    expect(await docker.containers.list()).toEqual([]);
    const authorization = `Basic ${Buffer.from("me:s3cret!").toString("base64")}`;
    expect(proxy.asked[0]).toEqual({ target: `127.0.0.1:${engine.port}`, authorization });
    expect(engine.headers).toEqual([undefined, undefined]);
  });

  it("is spoken to in TLS of its own within the tunnel, of a proxy with TLS too", async () => {
    const authority = await createAuthority();
    const identity = await authority.server({ names: ["engine.internal"] });
    const client = await authority.client();
    const options = { ...identity, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    const server = createTlsServer(options, (request, response) => {
      response.setHeader("Api-Version", "1.51");
      response.end(request.url === "/_ping" ? "OK" : "[]");
    });
    onTestFinished(() => void server.close());
    const { port } = await listenTcp(server);
    await using proxy = await startProxy();
    const tls = { ca: authority.ca, ...client, servername: "engine.internal" };
    const host = `https://127.0.0.1:${port}`;
    await using docker = new Docker({ host, tls, proxy: `http://${proxy.authority}`, env: {} });
    expect(await docker.containers.list()).toEqual([]);
    expect(proxy.asked[0]?.target).toBe(`127.0.0.1:${port}`);
    await using stranger = new Docker({ host, tls: { ca: authority.ca }, proxy: proxy.authority });
    await expect(stranger.system.ping()).rejects.toMatchObject({ code: "TLS" });
    await using wrongName = new Docker({
      host,
      tls: { ca: authority.ca, ...client },
      proxy: proxy.authority,
    });
    await expect(wrongName.system.ping()).rejects.toThrow(/for another name/);
  });

  it("hands connections over through it, with input, its end, and output after that", async () => {
    const engine = await startEngine();
    await using proxy = await startProxy();
    const host = `tcp://127.0.0.1:${engine.port}`;
    await using docker = new Docker({ host, proxy: proxy.authority, env: {} });
    const { stdin, output } = await docker.exec.start("a".repeat(64), { Tty: false });
    stdin.end("in and ");
    expect(await output.text()).toBe("in and end");
  });

  it("is told of as it is found", async () => {
    const env = { HTTPS_PROXY: "http://me:s3cret@proxy.local:3128", HTTP_PROXY: "" };
    const tls = { insecureSkipVerify: true };
    const options = { host: "tcp://10.1.2.3", tls, proxy: true, env };
    expect(await resolveEngine(options)).toMatchObject({ proxy: "http://proxy.local:3128" });
    const exempt = { ...env, NO_PROXY: "10.0.0.0/8" };
    expect(await resolveEngine({ ...options, env: exempt })).toMatchObject({ proxy: undefined });
  });
});

describe("which proxy it is", () => {
  it("says the environment only on request", async () => {
    const engine = await startEngine();
    await using proxy = await startProxy();
    // The name leads here as the address does, which no proxy is asked for.
    const env = { http_proxy: proxy.authority, HTTPS_PROXY: "http://127.0.0.1:1" };
    const host = `tcp://127.0.0.1:${engine.port}`;
    for (const options of [{}, { proxy: false }]) {
      expect(await resolveEngine({ host: "tcp://engine", env, ...options })).toMatchObject({
        proxy: undefined,
      });
    }
    const on = await resolveEngine({ host: "tcp://engine", env, proxy: true });
    expect(on.proxy).toBe(`http://${proxy.authority}`);
    await using docker = new Docker({ host, env, proxy: true });
    await docker.system.ping();
    expect(proxy.asked).toEqual([]);
  });

  it("is none for a socket or ssh: one of the environment is passed over, one that is given refused", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    const env = { HTTP_PROXY: "http://127.0.0.1:1" };
    await using docker = new Docker({ host: server.host, proxy: true, env });
    expect(await docker.containers.list()).toEqual([]);
    for (const host of [server.host, "ssh://engine"]) {
      await using given = new Docker({ host, proxy: "http://127.0.0.1:1", env: {} });
      await expect(given.system.ping()).rejects.toThrow(
        /^proxy: leads to no engine at (unix|ssh):/,
      );
    }
  });

  it.each([
    "http://me:s3cret%zz@proxy",
    "socks5://me:s3cret@proxy",
    "http://me:s3cret@proxy/path",
    "http://me:s3cret@:x",
  ])("%s is none, and it is not shown", async (proxy) => {
    await using docker = new Docker({ host: "tcp://engine", proxy, env: {} });
    const error = await docker.system.ping().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CONFIG", option: "proxy" });
    expect(inspect(error, { depth: 9 })).not.toContain("s3cret");
    const env = { HTTP_PROXY: proxy };
    await expect(resolveEngine({ host: "tcp://engine", proxy: true, env })).rejects.toMatchObject({
      option: "HTTP_PROXY",
    });
  });

  it.each([1, {}, "", null])("%j is refused by the constructor", (proxy) => {
    expect(() => new Docker({ proxy: proxy as never })).toThrow(/^proxy: is true, false, or a URL/);
  });
});

describe("NO_PROXY", () => {
  it.each([
    ["http://localhost:2375", "", true],
    ["http://127.0.0.1:2375", "", true],
    ["http://[::1]:2375", "", true],
    ["http://engine:2375", "", false],
    ["http://engine:2375", "*", true],
    ["http://engine.example.com:2375", "example.com", true],
    ["http://example.com:2375", "example.com", true],
    ["http://example.com:2375", ".example.com", false],
    ["http://engine.example.com:2375", ".example.com", true],
    ["http://engine.example.com:2375", "*.example.com", true],
    ["http://notexample.com:2375", "example.com", false],
    ["http://Engine.Example.com:2375", "a, EXAMPLE.com ,b", true],
    ["http://engine:2375", "engine:2375", true],
    ["http://engine:2376", "engine:2375", false],
    ["https://engine", "engine:443", true],
    ["http://10.1.2.3:2375", "10.0.0.0/8", true],
    ["http://11.1.2.3:2375", "10.0.0.0/8", false],
    ["http://10.1.2.3:2375", "10.1.2.3", true],
    ["http://10.1.2.3:2375", "10.1.2.3:2376", false],
    ["http://10.1.2.3:2375", "2.3", false],
    ["http://[fd00::5]:2375", "fd00::/8", true],
    ["http://[fd00::5]:2375", "fd00::5", true],
    ["http://[fd00::5]:2375", "[fd00::5]:2375", true],
    ["http://10.1.2.3:2375", "fd00::/8,10.0.0.0/99,/,:", false],
  ])("%s with %j", (engine, noProxy, exempt) => {
    expect(isExempt(new URL(engine), noProxy)).toBe(exempt);
  });
});

describe("a proxy that does not lead there", () => {
  const failure = async (options: DockerOptions): Promise<unknown> => {
    await using docker = new Docker({ host: "tcp://127.0.0.1:1", env: {}, ...options });
    return await docker.system.ping().catch((reason: unknown) => reason);
  };

  it.each([
    [403, "it does not allow this"],
    [407, "it wants other credentials; give them in its URL"],
    [502, "it cannot reach the engine"],
    [418, "it does not lead there"],
  ])("because it answers %i is told by its name, without its password", async (refuse, advice) => {
    await using proxy = await startProxy({ refuse });
    const error = await failure({ proxy: `http://me:s3cret@${proxy.authority}` });
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as Error).message).toBe(
      `tcp://127.0.0.1:1: the proxy http://${proxy.authority} answered ${refuse}; ${advice}`,
    );
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/s3cret|bWU6czNjcmV0/);
  });

  it("because it is a server and no proxy is told", async () => {
    const engine = await startEngine();
    const error = await failure({ proxy: `http://127.0.0.1:${engine.port}` });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toMatch(
      /the proxy http:\/\/127\.0\.0\.1:\d+ (answered|cannot be reached)/,
    );
  });

  it("because nothing listens there is told", async () => {
    expect(await failure({ proxy: "http://127.0.0.1:1" })).toMatchObject({
      code: "CONNECTION",
      message: expect.stringContaining(
        "the proxy http://127.0.0.1:1 cannot be reached (ECONNREFUSED)",
      ),
    });
  });

  it("in time is a TimeoutError, and close does not wait for it", async () => {
    await using proxy = await startProxy({ silent: true });
    const limited = { proxy: proxy.authority, timeout: { connect: 300 } };
    expect(await failure(limited)).toMatchObject({ code: "TIMEOUT" });
    const docker = new Docker({ host: "tcp://127.0.0.1:1", proxy: proxy.authority, env: {} });
    const ping = docker.system.ping().catch((reason: unknown) => reason);
    await expect.poll(() => proxy.asked.length).toBe(2);
    await docker.close();
    expect(await ping).toMatchObject({ code: "CLOSED" });
    await expect.poll(() => proxy.open()).toBe(0);
  });
});
