import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Docker, resolveEngine } from "../../src/index.js";
import { type Authority, createAuthority, type Identity } from "../support/certificates.js";
import { type ConfigDirectory, createConfigDirectory } from "../support/docker-config.js";
import { listenTcp } from "../support/server.js";

let authority: Authority;
let client: Identity;

beforeAll(async () => {
  authority = await createAuthority();
  client = await authority.client();
});

const context = "production";

async function withContext(endpoint: object, tls?: object): Promise<ConfigDirectory> {
  const config = await createConfigDirectory();
  await config.addContext(context, endpoint, tls);
  return config;
}

describe("TLS of a context", () => {
  it("is used when it has certificates, which are below docker/", async () => {
    const Host = "tcp://engine:2376";
    const { directory, env } = await withContext({ Host }, { ...client, ca: authority.ca });
    const { tls } = await resolveEngine({ context, env });
    expect(tls).toEqual({
      verified: true,
      clientCertificate: true,
      ownCa: true,
      certPath: expect.stringMatching(/\/contexts\/tls\/[0-9a-f]{64}\/docker$/),
    });
    expect(tls?.certPath?.startsWith(directory)).toBe(true);
  });

  it("is not used when it has none, whatever the environment says of TLS", async () => {
    const { directory, env } = await withContext({ Host: "tcp://engine:2375" });
    await writeFile(join(directory, "ca.pem"), authority.ca);
    const asked = { ...env, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: directory };
    expect(await resolveEngine({ context, env: asked })).toMatchObject({ tls: undefined });
  });

  it("is used, with the public CAs, when its certificates are gone and their directory is not", async () => {
    const { env, directory } = await withContext({ Host: "tcp://engine" }, { ca: authority.ca });
    const { tls } = await resolveEngine({ context, env });
    await rm(join(tls?.certPath ?? directory, "ca.pem"));
    expect((await resolveEngine({ context, env })).tls).toMatchObject({ ownCa: false });
  });

  it("is used without verification when it says so", async () => {
    const { env } = await withContext({ Host: "tcp://engine:2376", SkipTLSVerify: true });
    expect((await resolveEngine({ context, env })).tls).toMatchObject({
      verified: false,
      clientCertificate: false,
    });
  });

  it("is used for https:// with the public CAs, certificates or not", async () => {
    const { env } = await withContext({ Host: "https://engine" });
    expect((await resolveEngine({ context, env })).tls).toMatchObject({
      verified: true,
      ownCa: false,
    });
  });

  it("is replaced as a whole by that of the options", async () => {
    const { env } = await withContext({ Host: "tcp://engine" }, { ...client, ca: authority.ca });
    const tls = { insecureSkipVerify: true };
    expect((await resolveEngine({ context, tls, env })).tls).toEqual({
      verified: false,
      clientCertificate: false,
      ownCa: false,
      certPath: undefined,
    });
  });

  it("is passed over for a socket", async () => {
    const endpoint = { Host: "unix:///x.sock", SkipTLSVerify: true };
    const { env } = await withContext(endpoint, { ca: authority.ca });
    expect(await resolveEngine({ context, env })).toMatchObject({ tls: undefined });
  });

  it("names the file that is wrong", async () => {
    const { env } = await withContext({ Host: "tcp://engine" }, { cert: client.cert });
    await expect(resolveEngine({ context, env })).rejects.toThrow(
      /^\/.*\/docker\/key\.pem: is missing/,
    );
  });

  it("reaches the engine", async () => {
    const identity = await authority.server({ names: ["127.0.0.1"] });
    const asked = { ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    const server = createServer({ ...identity, ...asked }, (_, response) => {
      response.setHeader("Api-Version", "1.51");
      response.end("OK");
    });
    onTestFinished(() => void server.close());
    const { authority: address } = await listenTcp(server);
    const Host = `tcp://${address}`;
    const { env } = await withContext({ Host }, { ...client, ca: authority.ca });
    await using docker = new Docker({ env: { ...env, DOCKER_CONTEXT: context } });
    expect(await docker.system.ping()).toMatchObject({ apiVersion: "1.51" });
  });
});
