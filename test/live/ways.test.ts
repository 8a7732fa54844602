import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DockerOptions } from "../../src/index.js";
import { type Addresses, type Kind, openAddresses, reachable, sshEnv } from "./addresses.js";
import { type CliSettings, dockerCli, newCliSettings } from "./contexts.js";
import { Docker, ensureImage, image, registry, socketPath } from "./engine.js";

const name = `sdk-ways-${randomUUID().slice(0, 8)}`;
const { address: server = "", username = "", password = "" } = registry ?? {};
const repo = `${server}/${name}`;
const registryAuth = registry ? { username, password, serveraddress: server } : "anonymous";
const kinds: Kind[] = ["unix socket", "tcp", "mutual TLS", "ssh"];
const contextOf = (kind: Kind): string => `to-${kind.replace(" ", "-")}`;

let addresses: Addresses;
let settings: CliSettings;

beforeAll(async () => {
  if (socketPath === undefined) return;
  addresses = await openAddresses(socketPath);
  settings = await newCliSettings();
  await using docker = new Docker();
  await ensureImage(docker);
  if (registry) {
    await docker.images.tag(image, { repo, tag: "1" });
    await docker.images.push(`${repo}:1`, {}, { registryAuth });
  }
  if (!dockerCli) return;
  for (const kind of kinds) {
    if (reachable[kind]) await settings.createContext(contextOf(kind), addresses.of(kind));
  }
});

afterAll(async () => {
  if (socketPath === undefined) return;
  await using docker = new Docker();
  await docker.images.remove(`${repo}:1`).catch(() => {});
  await addresses[Symbol.asyncDispose]();
  await settings[Symbol.asyncDispose]();
});

/** What every way must be good for: a list, a pull, and an exec whose output outlives its input. */
async function travel(options: DockerOptions): Promise<void> {
  await using docker = new Docker({ ...options, registryAuth });
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["sleep", "600"],
    // podman asks it to stop even when it is removed by force.
    StopSignal: "SIGKILL",
  });
  try {
    await docker.containers.start(Id);
    expect((await docker.containers.list()).map((one) => one.Id)).toContain(Id);
    if (registry) {
      await docker.images.remove(`${repo}:1`).catch(() => {});
      const anonymous = docker.images.pull(`${repo}:1`, {}, { registryAuth: "anonymous" });
      await expect(anonymous).rejects.toThrow(/auth/);
      await docker.images.pull(`${repo}:1`);
      expect((await docker.images.inspect(`${repo}:1`)).RepoTags).toContain(`${repo}:1`);
    }
    const exec = await docker.exec.create(Id, {
      Cmd: ["sh", "-c", "cat; echo after"],
      AttachStdin: true,
      AttachStdout: true,
    });
    const { stdin, output } = await docker.exec.start(exec.Id);
    stdin.write("one\n");
    const lines: string[] = [];
    for await (const line of output.lines()) {
      lines.push(line);
      // Only what has come back tells that the input was open until now.
      if (line === "one") stdin.end("two\n");
    }
    expect(lines).toEqual(["one", "two", "after"]);
    expect((await docker.exec.inspect(exec.Id)).ExitCode).toBe(0);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

describe("a list, a pull with a password, and input that ends before its output", () => {
  for (const kind of kinds) {
    it.runIf(reachable[kind])(`go over ${kind}`, async () => {
      const env = kind === "ssh" ? sshEnv : {};
      await travel({ ...addresses.of(kind), env });
    });
  }

  describe.runIf(dockerCli && socketPath)("with the docker CLI's settings", () => {
    const env = (): Record<string, string> => ({ ...sshEnv, DOCKER_CONFIG: settings.directory });

    for (const kind of kinds) {
      it.runIf(reachable[kind])(`go over a context of ${kind}`, async () => {
        await travel({ context: contextOf(kind), env: env() });
      });
    }

    it("go over DOCKER_CONTEXT", async () => {
      await travel({ env: { ...env(), DOCKER_CONTEXT: contextOf("mutual TLS") } });
    });

    it("go over docker context use", async () => {
      await settings.docker("context", "use", contextOf("tcp"));
      await travel({ env: env() });
    });
  });
});
