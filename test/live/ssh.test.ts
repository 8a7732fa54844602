import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Programs } from "../../scripts/bench/programs.js";
import { ConnectionError } from "../../src/index.js";
import { processesWith } from "../support/processes.js";
import { sshEnv as env } from "./addresses.js";
import { Docker, ensureImage, image, socketPath, ssh } from "./engine.js";
import type { RoundTrip } from "./round-trip.js";

/** Milliseconds in which what is to end has to have ended. */
const LIMIT = 15_000;

describe.runIf(ssh && socketPath)("an engine over ssh", () => {
  let programs: Programs;
  let directory: string;
  let count = 0;

  beforeAll(async () => {
    await using docker = new Docker();
    await ensureImage(docker);
    directory = await mkdtemp(join(tmpdir(), "sdk-ssh-"));
    programs = await Programs.compile("test/live/round-trip.ts", "test/live/idle-client.ts");
  });

  afterAll(async () => {
    await programs[Symbol.asyncDispose]();
    await rm(directory, { recursive: true });
  });

  /** A name of the engine's socket that only one test has: it tells that test's processes. */
  async function ownSocket(name = "docker"): Promise<{ path: string; host: string }> {
    const path = join(directory, `${name}-${count++}.sock`);
    await symlink(socketPath ?? "", path);
    return { path, host: `ssh://${ssh?.authority}${encodeURI(path)}` };
  }

  const ended = async (path: string): Promise<void> =>
    await expect.poll(() => processesWith(path), { timeout: LIMIT }).toEqual([]);

  async function startContainer(docker: Docker): Promise<string> {
    const { Id } = await docker.containers.create({ Image: image, Cmd: ["sleep", "600"] });
    onTestFinished(async () => {
      await using local = new Docker();
      await local.containers.remove(Id, { force: true });
    });
    await docker.containers.start(Id);
    return Id;
  }

  it("answers forty calls at once, and leaves no process behind", async () => {
    const { path, host } = await ownSocket();
    const docker = new Docker({ host, env });
    const calls = Array.from({ length: 40 }, () => docker.system.info());
    for (const { OSType } of await Promise.all(calls)) expect(OSType).toBe("linux");
    expect(await processesWith(path)).not.toEqual([]);
    await docker.close();
    await ended(path);
  });

  it("leaves no process behind when it is closed amid logins and streams", async () => {
    const { path, host } = await ownSocket();
    const docker = new Docker({ host, env });
    await docker.system.ping();
    const calls = Array.from({ length: 12 }, async () => {
      for await (const _ of docker.system.events()) expect.unreachable();
    });
    const results = Promise.allSettled(calls);
    await expect.poll(async () => (await processesWith(path)).length).toBeGreaterThan(4);
    await docker.close();
    for (const result of await results)
      expect(result).toMatchObject({ reason: { code: "CLOSED" } });
    await ended(path);
  });

  it("ends the process of a stream that is left", async () => {
    const { path, host } = await ownSocket();
    await using docker = new Docker({ host, env });
    const Id = await startContainer(docker);
    const watched = docker.system.events({ since: new Date(Date.now() - 60_000) });
    const connections = async (): Promise<number> =>
      (await processesWith(path)).filter(({ argv }) => argv[0]?.endsWith("/ssh")).length;
    let open = 0;
    for await (const { Actor } of watched) {
      if (Actor.ID !== Id) continue;
      open = await connections();
      break;
    }
    // The others are kept for the next calls.
    await expect.poll(connections, { timeout: LIMIT }).toBeLessThan(open);
  });

  it.each(["a space", "it's", '"quoted"', "$HOME & `id`; *", "ümläut %41"])(
    "finds a socket whose name has odd characters: %s",
    async (name) => {
      const { host } = await ownSocket(name);
      await using docker = new Docker({ host, env });
      expect(await docker.system.ping()).toMatchObject({ osType: "linux" });
    },
  );

  it("lets a program end that is done with its calls", async () => {
    const { path, host } = await ownSocket();
    expect(await programs.run("idle-client.ts", [JSON.stringify({ host, env })])).toBeTypeOf(
      "number",
    );
    await ended(path);
  });

  it("leaves no process behind when the program is killed", async () => {
    const { path, host } = await ownSocket();
    const program = join(programs.directory, "idle-client.mjs");
    const options = JSON.stringify({ host, env });
    const child = spawn(process.execPath, [program, options, "forever"]);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    await ended(path);
  });

  it.each([
    ["an exec, whose input ends before its output", "exec", 8],
    ["an archive", "archive", 16],
  ])("takes bytes to a container and back: %s", async (_, way, mib) => {
    const { host } = await ownSocket();
    const options = JSON.stringify({ host, env });
    const result = await programs.run("round-trip.ts", [options, image, way, String(mib)]);
    expect(result as RoundTrip).toMatchObject({ bytes: mib * 1024 * 1024, equal: true });
  });

  it.each([
    ["here", /^ssh$|\/ssh$/],
    ["there", /docker$/],
  ])("does not take the death of a process %s for the end of a command", async (_, program) => {
    const { path, host } = await ownSocket();
    await using docker = new Docker({ host, env });
    const Id = await startContainer(docker);
    const exec = await docker.exec.create(Id, {
      Cmd: ["sh", "-c", "echo begun; sleep 600"],
      AttachStdout: true,
    });
    const { output } = await docker.exec.start(exec.Id);
    const reading = (async () => {
      for await (const line of output.lines()) {
        expect(line).toBe("begun");
        for (const { pid, argv } of await processesWith(path)) {
          if (program.test(argv[0] ?? "")) process.kill(pid, "SIGKILL");
        }
      }
    })();
    await expect(reading).rejects.toBeInstanceOf(ConnectionError);
    // The client goes on.
    expect(await docker.system.ping()).toMatchObject({ osType: "linux" });
  });
});
