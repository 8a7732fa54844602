import { createPrivateKey } from "node:crypto";
import { chmod, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Docker, type DockerOptions, resolveEngine } from "../src/index.js";
import { dockerConfigCredentials, encodeRegistryAuth } from "../src/registry/index.js";
import { Images } from "../src/resources/images.js";
import { createTransport } from "../src/transport/index.js";
import { type Authority, createAuthority } from "./support/certificates.js";
import { createConfigDirectory } from "./support/docker-config.js";
import { fakeSsh } from "./support/fake-ssh.js";
import { temporaryDirectory } from "./support/files.js";
import { startProxy } from "./support/proxy.js";
import { listenTcp, serve } from "./support/server.js";

const password = "s3cret-passw0rd";
const token = "t0ken-0f-identity";
const passphrase = "pass-phras3";
const header = "h3ader-of-mine";
const credentials = { username: "me", password, serveraddress: "registry.local" };

let authority: Authority;
let client: { cert: string; key: string };
/** What must never be seen: each as it is given, and as it goes on the wire. */
let secrets: string[];

beforeAll(async () => {
  authority = await createAuthority();
  const { cert, key: plain } = await authority.client();
  const encrypted = createPrivateKey(plain).export({
    ...{ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase },
  });
  client = { cert, key: encrypted.toString() };
  const base64 = (text: string): string => Buffer.from(text).toString("base64").replace(/=*$/, "");
  secrets = [
    ...[password, token, passphrase, header],
    ...[plain, client.key].map((pem) => pem.split("\n")[1] ?? "nothing"),
    ...[`me:${password}`, encodeRegistryAuth(credentials)].map(base64),
    encodeRegistryAuth(credentials),
    encodeRegistryAuth({ identitytoken: token }),
  ];
});

/** Everything that a program could print of a value: as text, in full, as JSON, with its causes. */
function printed(value: unknown): string {
  const shown = inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    getters: true,
  });
  const { stack = "", message = "", cause } = (value ?? {}) as Error;
  const text = [String(value), shown, stack, message].join("\n");
  return cause ? `${text}\n${printed(cause)}` : text;
}

function expectNoSecret(value: unknown): void {
  const text = printed(value);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** What is thrown, and the client itself before and after. */
async function failureOf(
  options: DockerOptions,
  call: (docker: Docker) => Promise<unknown> = (docker) => docker.system.ping(),
): Promise<unknown> {
  const docker = new Docker(options);
  expectNoSecret(docker);
  const error = await call(docker).then(
    () => expect.fail("it should have failed"),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) });
  expectNoSecret(error);
  expectNoSecret(docker);
  await docker.close();
  return error;
}

describe("no password, token, key, passphrase or header is shown", () => {
  it("by a client, its parts, or what it tells of its engine", async () => {
    const tls = { ...client, ca: authority.ca, passphrase };
    const options: DockerOptions = {
      ...{ host: "tcp://engine", tls, registryAuth: credentials, env: {} },
      ...{ headers: { authorization: header }, proxy: `http://me:${password}@proxy` },
    };
    const docker = new Docker(options);
    expectNoSecret(docker);
    for (const part of Object.values(docker)) expectNoSecret(part);
    const { registryAuth } = options;
    expectNoSecret(new Images(createTransport(), { registryAuth }));
    expectNoSecret(await resolveEngine(options));
    await docker.close();
  });

  it("by TLS that fails, whatever it fails of", async () => {
    const identity = await authority.server({ names: ["127.0.0.1"] });
    const server = createServer({ ...identity, ca: authority.ca, requestCert: true });
    onTestFinished(() => void server.close());
    const host = `tcp://${(await listenTcp(server)).authority}`;
    const tls = { ...client, ca: authority.ca, passphrase };
    const other = await createAuthority();
    for (const wrong of [
      { ca: other.ca },
      { servername: "engine.local" },
      { passphrase: `${passphrase}-wrong` },
      { passphrase: undefined },
      { cert: (await other.client()).cert },
      { cert: client.key },
      { key: client.key.slice(0, 100) },
      { key: { path: passphrase, key: client.key } as never },
    ]) {
      await failureOf({ host, tls: { ...tls, ...wrong }, env: {} }).catch((error) => {
        expectNoSecret(error);
      });
    }
  });

  it("by an engine or a proxy that sends back what it was sent", async () => {
    await using server = await serve((request, response) => {
      response.writeHead(500, { "content-type": "text/plain" });
      response.end(JSON.stringify(request.rawHeaders));
    });
    const options = { host: server.host, env: {}, headers: { authorization: header } };
    for (const registryAuth of [credentials, { identitytoken: token }]) {
      const auth = { ...options, registryAuth };
      await failureOf(auth, (docker) => docker.images.pull("registry.local/app"));
      await failureOf(auth, (docker) => docker.images.push("registry.local/app:1"));
      await failureOf(auth, (docker) => docker.images.search({ term: "registry.local/app" }));
      await failureOf(auth, (docker) => docker.images.build({ Dockerfile: "FROM scratch" }));
    }
    await failureOf(options, (docker) => docker.system.auth(credentials));
  });

  it("by an engine or a proxy that sends back the body that it was sent", async () => {
    await using server = await serve(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: `what is this: ${body}` }));
    });
    const options = { host: server.host, env: {} };
    const Data = Buffer.from(`me:${password}`).toString("base64");
    const at = { ListenAddr: "0.0.0.0", RemoteAddrs: ["engine"] };
    for (const call of [
      (docker: Docker) => docker.system.auth(credentials),
      (docker: Docker) => docker.swarm.join({ ...at, JoinToken: token }),
      (docker: Docker) => docker.swarm.unlock({ UnlockKey: token }),
      (docker: Docker) =>
        docker.swarm.update({ CAConfig: { SigningCAKey: token } }, { version: 1 }),
      (docker: Docker) => docker.secrets.create({ Name: "login", Data }),
      (docker: Docker) => docker.configs.create({ Name: "login", Data }),
    ]) {
      const error = await failureOf(options, call);
      expect(String(error)).toContain("<redacted>");
    }
  });

  it("by an answer that is no HTTP, and by a connection that breaks", async () => {
    const ssh = await fakeSsh(`
      process.stdin.on("data", (data) => process.stdout.write(data));`);
    const options = { host: "ssh://engine", env: ssh.env, headers: { authorization: header } };
    await failureOf(options);
    await failureOf({ ...options, registryAuth: credentials }, (docker) =>
      docker.images.pull("registry.local/app"),
    );
  });

  it("by a proxy that refuses, or is none", async () => {
    await using refusing = await startProxy({ refuse: 407 });
    const host = "tcp://127.0.0.1:1";
    for (const at of [refusing.authority, "127.0.0.1:1", "127.0.0.1:1/path"]) {
      await failureOf({ host, proxy: `http://me:${password}@${at}`, env: {} });
    }
  });

  it("by hosts and URLs that hold one", () => {
    for (const host of [`tcp://me:${password}@engine`, `ssh://me:${password}@engine`]) {
      try {
        new Docker({ host });
        expect.fail("it should have failed");
      } catch (error) {
        expectNoSecret(error);
      }
    }
  });

  it("by a docker config or a credential helper that is broken", async () => {
    const bad = [
      { auths: { "registry.local": { auth: password } } },
      { auths: { "registry.local": { username: "me", password, identitytoken: 7 } } },
      { auths: { "registry.local": password } },
      { HttpHeaders: { authorization: `${header}\n` } },
      { credsStore: "../s3cret-passw0rd".replace("s3cret-passw0rd", "broken") },
    ];
    for (const config of bad) {
      const { env } = await createConfigDirectory(config);
      const find = dockerConfigCredentials({ env });
      await Promise.resolve(find("registry.local")).catch(expectNoSecret);
      await failureOf({ host: "unix:///nowhere", env }, (d) => d.images.pull("registry.local/a"));
    }
    const text = JSON.stringify({ auths: { "registry.local": { password } } });
    const { directory, env } = await createConfigDirectory();
    await writeFile(join(directory, "config.json"), text.slice(0, -2));
    await failureOf({ host: "unix:///nowhere", env });
    const variable = { ...env, DOCKER_AUTH_CONFIG: text.slice(0, -1), DOCKER_CONFIG: "/nowhere" };
    await failureOf({ host: "unix:///nowhere", env: variable }, (d) =>
      d.images.pull("registry.local/app"),
    );
  });

  it("by a credential helper that prints them where it should not", async () => {
    const directory = await temporaryDirectory();
    const PATH = `${directory}:${dirname(process.execPath)}:/usr/bin:/bin`;
    const { env } = await createConfigDirectory({ credsStore: "leaky" });
    for (const script of [
      `echo '{"Username":"me","Secret":"${password}"'`,
      `echo '{"Username":"me","Secret":"${password}"}'; exit 1`,
      `echo '${password}' >&2; exit 1`,
      `echo '{"Username":"","Secret":"${token}"}'`,
    ]) {
      const file = join(directory, "docker-credential-leaky");
      await writeFile(file, `#!/bin/sh\n${script}\n`);
      await chmod(file, 0o755);
      const options = { host: "unix:///nowhere", env: { ...env, PATH } };
      await failureOf(options, (docker) => docker.images.pull("registry.local/app"));
    }
  });

  it("by credentials that contradict each other", async () => {
    for (const registryAuth of [
      { ...credentials, identitytoken: token },
      { username: "me", identitytoken: token },
      { password },
      { ...credentials, secret: token } as never,
    ]) {
      const make = (): Docker => new Docker({ host: "unix:///nowhere", registryAuth, env: {} });
      expect(make).toThrow(expect.objectContaining({ code: "CREDENTIALS" }));
      try {
        make();
      } catch (error) {
        expectNoSecret(error);
      }
      const resolver = { registryAuth: () => registryAuth, host: "unix:///nowhere", env: {} };
      await failureOf(resolver, (docker) => docker.images.pull("registry.local/app"));
    }
  });
});
