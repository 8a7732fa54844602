import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerError } from "../../src/index.js";
import { checkAnswer } from "../support/answers.js";
import { Docker, ensureImage, image } from "./engine.js";

const asked = new Docker();
const { ExperimentalBuild: experimental } = await asked.system.info();
await asked.close();

const docker = new Docker();
const name = `sdk-checkpoint-${randomUUID().slice(0, 8)}`;
/** Whether the engine's machine has CRIU; asked of the engine, which may have files of its own. */
let criu = false;

beforeAll(async () => {
  await ensureImage(docker);
  const Cmd = ["sh", "-c", "i=0; while sleep 0.2; do i=$((i+1)); echo $i; done"];
  // Engines cannot start a container with a network of its own from a checkpoint.
  const HostConfig = { NetworkMode: "host" };
  await docker.containers.create({ Image: image, Cmd, HostConfig }, { name });
  await docker.containers.start(name);
  if (!experimental) return;
  try {
    await docker.checkpoints.create(name, { CheckpointID: "probe" });
    await docker.checkpoints.remove(name, "probe");
    criu = true;
  } catch (error) {
    expect(error).toMatchObject({ name: "ServerError", message: expect.stringMatching(/criu/i) });
  }
});

afterAll(async () => {
  await docker.containers.remove(name, { force: true });
  await docker.close();
});

/** What the container has counted up to. */
async function counted(): Promise<number> {
  return Number((await docker.containers.logs(name, { stdout: true, tail: 1 }).text()).trim());
}

/** Starts it; an engine may find its own copy of the checkpoint in its way the first time. */
async function startFrom(checkpoint: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await docker.containers.start(name, { checkpoint });
    } catch (error) {
      const again = error instanceof ServerError && /already exists/.test(error.message);
      if (!again || attempt === 5) throw error;
      await sleep(500);
    }
  }
}

describe.runIf(experimental)("checkpoints of an experimental engine", () => {
  it("are none at first, whatever it says to that", async () => {
    expect(await docker.checkpoints.list(name)).toEqual([]);
    const path = "/containers/{id}/checkpoints";
    const { data } = await docker.api.GET(path, { params: { path: { id: name } } });
    expect(checkAnswer("CheckpointList", 200, data)).toEqual([]);
    await expect(docker.checkpoints.list(`${name}-none`)).rejects.toThrow("No such container");
  });

  it("need a name of two characters or more", async () => {
    await expect(docker.checkpoints.create(name, { CheckpointID: "a" })).rejects.toMatchObject({
      name: "ServerError",
      message: expect.stringMatching(/^Invalid checkpoint ID/),
    });
  });

  it("that are not there are neither removed nor started from", async () => {
    const message = `checkpoint none does not exist for container ${name}`;
    await expect(docker.checkpoints.remove(name, "none")).rejects.toMatchObject({ message });
    await docker.containers.stop(name, { t: 0 });
    await expect(docker.containers.start(name, { checkpoint: "none" })).rejects.toThrow(
      "checkpoint none does not exist",
    );
    await expect(docker.checkpoints.create(name, { CheckpointID: "none" })).rejects.toMatchObject({
      // 500 of 20.10, 409 of later ones
      name: expect.stringMatching(/^(Conflict|Server)Error$/),
      message: expect.stringMatching(/not running/),
    });
    await docker.containers.start(name);
  });

  it("stop a container, and let it go on from there", async (test) => {
    test.skip(!criu, "there is no CRIU");
    await expect.poll(counted).toBeGreaterThanOrEqual(5);
    await docker.checkpoints.create(name, { CheckpointID: "five", Exit: true });
    await docker.containers.wait(name);
    expect(await docker.checkpoints.list(name)).toEqual([{ Name: "five" }]);
    const before = await docker.containers.logs(name, { stdout: true }).text();
    const last = await counted();
    await startFrom("five");
    await expect.poll(counted).toBeGreaterThan(last);
    const text = await docker.containers.logs(name, { stdout: true }).text();
    // It counts on: a container that began anew would begin with 1.
    expect(text.slice(before.length)).toMatch(new RegExp(`^(${last}\n)?${last + 1}\n`));
    await docker.checkpoints.remove(name, "five");
    expect(await docker.checkpoints.list(name)).toEqual([]);
  });

  it("can be in a directory, and leave the container running", async (test) => {
    test.skip(!criu, "there is no CRIU");
    const dir = `/tmp/${name}`;
    const body = { CheckpointID: "elsewhere", CheckpointDir: dir };
    await docker.checkpoints.create(name, body);
    expect((await docker.containers.inspect(name)).State.Running).toBe(true);
    expect(await docker.checkpoints.list(name)).toEqual([]);
    expect(await docker.checkpoints.list(name, { dir })).toEqual([{ Name: "elsewhere" }]);
    await expect(docker.checkpoints.create(name, body)).rejects.toThrow(/already exists/);
    await docker.checkpoints.remove(name, "elsewhere", { dir });
    expect(await docker.checkpoints.list(name, { dir })).toEqual([]);
  });
});

describe.runIf(!experimental)("checkpoints of an engine that is not experimental", () => {
  it("are not there", async () => {
    await expect(docker.checkpoints.list(name)).rejects.toMatchObject({
      name: "NotImplementedError",
      message: expect.stringMatching(/^This experimental feature is disabled/),
    });
  });
});
