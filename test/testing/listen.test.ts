import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connect } from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectionError, Docker, TlsError } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { soon } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

async function idOf(host: string, options = {}): Promise<string> {
  await using docker = new Docker({ host, env: {}, ...options });
  return (await docker.system.info()).ID;
}

describe("a daemon that listens", () => {
  it("can do so at several places at once, each of which can be closed", async () => {
    const first = await daemon.listen();
    const second = await daemon.listen();
    const third = await daemon.listen({ port: 0 });
    const id = await idOf(first.host);
    expect([await idOf(second.host), await idOf(third.host)]).toEqual([id, id]);
    await first.close();
    expect(existsSync(dirname(first.path))).toBe(false);
    await expect(idOf(first.host)).rejects.toThrow(ConnectionError);
    expect(await idOf(second.host)).toBe(id);
    await daemon.close();
    for (const { host } of [second, third]) {
      await expect(idOf(host)).rejects.toThrow(ConnectionError);
    }
    expect(existsSync(second.path)).toBe(false);
    await first.close();
  });

  it("goes on with the calls that are open when a place is closed", async () => {
    const place = await daemon.listen({ port: 0 });
    await using docker = new Docker({ host: place.host, env: {} });
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["sleep", "600"] });
    await docker.containers.start(Id);
    const waiting = docker.containers.wait(Id, {}, { onWaiting: () => void place.close() });
    await using near = new Docker({ dispatcher: daemon.dispatcher });
    await expect.poll(() => idOf(place.host).catch(() => "closed")).toBe("closed");
    await near.containers.kill(Id);
    expect((await soon(waiting, "the end")).StatusCode).toBe(137);
  });

  it("on a port is reached by plain HTTP", async () => {
    const { host, port } = await daemon.listen({ port: 0 });
    expect(host).toBe(`tcp://127.0.0.1:${port}`);
    const status = await new Promise((resolve) => {
      httpRequest({ port, host: "127.0.0.1", path: "/_ping" }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode));
      }).end();
    });
    expect(status).toBe(200);
  });

  it("on every address is told as this machine, and a taken port is an error", async () => {
    const { host, port } = await daemon.listen({ port: 0, host: "0.0.0.0" });
    expect(host).toBe(`tcp://127.0.0.1:${port}`);
    await idOf(host);
    await expect(daemon.listen({ port, host: "0.0.0.0" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  it.runIf(hasIpv6)("on an IPv6 address has it in brackets", async () => {
    const { host, port } = await daemon.listen({ port: 0, host: "::1" });
    expect(host).toBe(`tcp://[::1]:${port}`);
    await idOf(host);
  });

  it.each([
    ["path", { path: "" }],
    ["path", { path: "/tmp/x.sock", port: 0 }],
    ["path", { path: "/tmp/x.sock", tls: true }],
    ["host", { host: "127.0.0.1" }],
    ["host", { host: "", port: 0 }],
    ["port", { port: -1 }],
    ["port", { port: "80" }],
    ["port", { port: 65_536 }],
    ["tls", { tls: false }],
    ["socket", { socket: "/tmp/x.sock" }],
  ])("takes no options that cannot be, %s: %j", async (option, options) => {
    const listening = daemon.listen(options as never);
    await expect(listening).rejects.toThrow(TypeError);
    await expect(listening).rejects.toThrow(new RegExp(`^${option}: `));
  });
});

describe("mutual TLS", () => {
  it("lets in a client with the daemon's certificates, by any name of this machine", async () => {
    const { host, port } = await daemon.listen({ tls: true });
    expect(host).toBe(`tcp://127.0.0.1:${port}`);
    const tls = daemon.certificates;
    const id = await idOf(host, { tls });
    expect(await idOf(`https://localhost:${port}`, { tls })).toBe(id);
    expect(await idOf(`tcp://127.0.0.1:${port}`, { tls: await daemon.certificates })).toBe(id);
  });

  it.runIf(hasIpv6)("does so on an IPv6 address", async () => {
    const { host } = await daemon.listen({ tls: true, host: "::1" });
    await idOf(host, { tls: daemon.certificates });
  });

  it("names the address that it listens on", async () => {
    const { host } = await daemon.listen({ tls: true, host: "127.0.0.2" });
    expect(host).toMatch(/^tcp:\/\/127\.0\.0\.2:/);
    await idOf(host, { tls: daemon.certificates });
  });

  const [outside] = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");

  it.runIf(outside)("names every address of this machine where it listens on all", async () => {
    const { host, port } = await daemon.listen({ tls: true, host: "0.0.0.0" });
    for (const reached of [host, `tcp://${outside?.address}:${port}`]) {
      await idOf(reached, { tls: daemon.certificates });
    }
  });

  it("turns away who has no certificate, another's, or another authority", async () => {
    const { host } = await daemon.listen({ tls: true });
    await using other = new MockDaemon();
    const { ca, cert, key } = daemon.certificates;
    const stranger = other.certificates;
    for (const tls of [
      { ca },
      { ca, cert: stranger.cert, key: stranger.key },
      { ca: stranger.ca, cert, key },
    ]) {
      await expect(idOf(host, { tls })).rejects.toThrow(TlsError);
    }
    await expect(idOf(host)).rejects.toThrow(/TLS/);
    expect(daemon.requests).toEqual([]);
    await idOf(host, { tls: { ca, cert, key } });
  });

  it("carries attached streams, and output goes on after the end of the input", async () => {
    daemon.program("app:1", async ({ stdin, stdout }) => {
      let input = "";
      for await (const chunk of stdin) input += chunk;
      stdout.write(`read ${input}`);
      return 0;
    });
    const { host } = await daemon.listen({ tls: true });
    await using docker = new Docker({ host, tls: daemon.certificates, env: {} });
    const { Id } = await docker.containers.create({
      Image: "app:1",
      OpenStdin: true,
      StdinOnce: true,
    });
    const attached = await docker.containers.attach(Id, {
      stream: true,
      stdin: true,
      stdout: true,
    });
    await docker.containers.start(Id);
    attached.stdin.end("all of it");
    expect(await soon(attached.output.text(), "the output")).toBe("read all of it");
  });

  it("breaks, refuses and restarts as any other place", async () => {
    const { host } = await daemon.listen({ tls: true });
    await using docker = new Docker({ host, tls: daemon.certificates, env: {} });
    await docker.system.ping();
    daemon.fail({ operation: "VolumeCreate", reset: "before" });
    await expect(docker.volumes.create({ Name: "data" })).rejects.toThrow(ConnectionError);
    const outage = daemon.refuseConnections();
    await expect(docker.system.ping()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
    outage.end();
    await expect
      .poll(() =>
        docker.system.ping().then(
          () => "there",
          () => "not yet",
        ),
      )
      .toBe("there");
    await daemon.restart();
    await docker.system.ping();
  });

  it("is for any client: node:https with the same certificates", async () => {
    const { port } = await daemon.listen({ tls: true });
    const { ca, cert, key } = daemon.certificates;
    const body = await new Promise((resolve, reject) => {
      httpsRequest({ port, host: "127.0.0.1", path: "/_ping", ca, cert, key }, (response) => {
        response.once("data", (chunk) => resolve(String(chunk)));
      })
        .once("error", reject)
        .end();
    });
    expect(body).toBe("OK");
  });
});

describe("the certificates", () => {
  it("are made once for a daemon, and differ from any other's", async () => {
    expect(daemon.certificates).toBe(daemon.certificates);
    await using other = new MockDaemon();
    expect(other.certificates.ca).not.toBe(daemon.certificates.ca);
    expect(Object.keys(daemon.certificates)).toEqual(["ca", "cert", "key"]);
  });

  it("are what they say", () => {
    const ca = new X509Certificate(daemon.certificates.ca);
    const client = new X509Certificate(daemon.certificates.cert);
    expect(ca).toMatchObject({ ca: true, subject: "CN=mock docker authority" });
    expect(ca.verify(ca.publicKey)).toBe(true);
    expect(client.checkIssued(ca)).toBe(true);
    expect(client.verify(ca.publicKey)).toBe(true);
    expect(client).toMatchObject({
      ca: false,
      subject: "CN=mock docker client",
      issuer: "CN=mock docker authority",
      keyUsage: ["1.3.6.1.5.5.7.3.2"],
    });
    expect(client.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
    expect(Date.parse(client.validFrom)).toBeLessThan(Date.now());
    expect(client.validTo).toBe("Jan  1 00:00:00 2100 GMT");
    expect(client.serialNumber).not.toBe(ca.serialNumber);
  });

  it("of the server name this machine", async () => {
    const { port } = await daemon.listen({ tls: true, host: "127.0.0.1" });
    const { ca, cert, key } = daemon.certificates;
    const socket = connect({ port, host: "127.0.0.1", ca, cert, key });
    await new Promise((resolve) => socket.once("secureConnect", resolve));
    const server = socket.getPeerX509Certificate();
    socket.destroy();
    for (const name of ["localhost"]) expect(server?.checkHost(name)).toBe(name);
    for (const address of ["127.0.0.1", "::1"]) expect(server?.checkIP(address)).toBe(address);
    expect(server?.checkHost("example.com")).toBe(undefined);
    expect(server?.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  });

  it("are written where DOCKER_CERT_PATH looks for them", async () => {
    const directory = await mkdtemp(join(tmpdir(), "mock-certificates-"));
    try {
      const path = join(directory, "certificates");
      await daemon.certificates.writeTo(path);
      expect((await readdir(path)).sort()).toEqual(["ca.pem", "cert.pem", "key.pem"]);
      expect(await readFile(join(path, "cert.pem"), "utf8")).toBe(daemon.certificates.cert);
      if (process.platform !== "win32") {
        expect((await stat(join(path, "key.pem"))).mode & 0o777).toBe(0o600);
      }
      const { host } = await daemon.listen({ tls: true });
      const env = { DOCKER_HOST: host, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: path };
      await using docker = new Docker({ env });
      expect((await docker.system.info()).Name).toBe("mock");
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it.runIf(hasOpenssl)("are valid for OpenSSL, at its strictest", async () => {
    const directory = await mkdtemp(join(tmpdir(), "mock-certificates-"));
    try {
      await daemon.certificates.writeTo(directory);
      const file = (name: string): string => join(directory, name);
      const options = ["-x509_strict", "-purpose", "sslclient", "-CAfile", file("ca.pem")];
      const verified = execFileSync("openssl", ["verify", ...options, file("cert.pem")]);
      expect(verified.toString()).toContain("OK");
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
