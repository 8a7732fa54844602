import { randomUUID } from "node:crypto";
import { symlink } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ConnectionError, type DockerOptions, TimeoutError } from "../../src/index.js";
import { temporaryDirectory } from "../support/files.js";
import { processesWith } from "../support/processes.js";
import { listenTcp } from "../support/server.js";
import { sshEnv } from "./addresses.js";
import { Docker, socketPath, ssh } from "./engine.js";

/** No test waits longer for a failure; those that are told at once need not wait at all. */
const LIMIT = 20_000;

describe.runIf(ssh && socketPath)("an engine that ssh does not lead to", () => {
  // The body runs even where the tests do not.
  const { authority = "", bare = "", mute = "", stranger, keyless } = ssh ?? {};
  const nobody = authority.replace(/^[^@]*/, "nobody-here");
  const elsewhere = (to: number): string => authority.replace(/\d+$/, String(to));
  const env = sshEnv;
  const before = (directory = ""): { PATH: string } => ({ PATH: `${directory}:${env.PATH}` });

  /** How a call fails on this way; nothing of it is left running. */
  async function failure(options: DockerOptions): Promise<unknown> {
    const marker = `/nowhere-${randomUUID()}`;
    const path = options.host?.endsWith("/") ? `${marker}/docker.sock` : "";
    await using docker = new Docker({ env, ...options, host: options.host + path.slice(1) });
    const error = await docker.containers.list().catch((reason: unknown) => reason);
    await docker.close();
    await expect.poll(() => processesWith(marker), { timeout: LIMIT }).toEqual([]);
    return error;
  }

  it.each<[string, DockerOptions, RegExp]>([
    ["the host's key is not known", { host: `ssh://${authority}/`, env: before(stranger) }, /key/],
    ["the key is not taken", { host: `ssh://${authority}/`, env: before(keyless) }, /Permission/],
    ["there is no such user", { host: `ssh://${nobody}/` }, /Permission denied/],
    ["there is no docker command", { host: `ssh://${bare}/` }, /no docker command.*PATH/],
    ["no engine runs there", { host: `ssh://${authority}` }, /cannot reach its engine/],
    [
      "no engine has the socket",
      { host: `ssh://${authority}/` },
      /cannot reach its engine.*nowhere/,
    ],
    ["nothing listens on the port", { host: `ssh://${elsewhere(1)}/` }, /no ssh server.*refused/i],
    ["the name is unknown", { host: "ssh://engine.invalid/" }, /name is not known/],
  ])(
    "says so: %s",
    async (_, options, message) => {
      const error = await failure(options);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({
        name: "ConnectionError",
        host: expect.stringMatching(/^ssh:/),
        message: expect.stringMatching(message),
      });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/BEGIN .*KEY/);
    },
    LIMIT,
  );

  it("says so: ssh is not installed", async () => {
    const error = await failure({
      host: `ssh://${authority}/`,
      env: { PATH: await temporaryDirectory() },
    });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ message: expect.stringMatching(/ssh is not installed.*PATH/) });
  });

  it(
    "says so: the server there is none of ssh",
    async () => {
      const web = createHttpServer((_, response) => void response.end());
      const { port: open } = await listenTcp(web);
      const error = await failure({ host: `ssh://${elsewhere(open)}/` });
      web.closeAllConnections();
      web.close();
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({ message: expect.stringContaining(`:${open}`) });
    },
    LIMIT,
  );

  it(
    "says after timeout.connect: the server never says a word",
    async () => {
      const silent = createServer((socket) => void socket.on("error", () => {}));
      const { port: open } = await listenTcp(silent);
      const error = await failure({
        host: `ssh://${elsewhere(open)}/`,
        timeout: { connect: 1_000 },
      });
      silent.close();
      expect(error).toBeInstanceOf(TimeoutError);
    },
    LIMIT,
  );

  it(
    "says after timeout.connect: what runs there never says a word",
    async () => {
      const error = await failure({ host: `ssh://${mute}/`, timeout: { connect: 1_000 } });
      expect(error).toBeInstanceOf(TimeoutError);
    },
    LIMIT,
  );

  it("is reached by the same client when what was wrong is mended", async () => {
    const link = `${await temporaryDirectory()}/docker.sock`;
    await using docker = new Docker({ host: `ssh://${authority}${link}`, env });
    await expect(docker.system.ping()).rejects.toBeInstanceOf(ConnectionError);
    await symlink(socketPath ?? "", link);
    expect(await docker.system.ping()).toMatchObject({ osType: "linux" });
  });
});
