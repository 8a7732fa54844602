import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { type SwarmEngine, swarmEngine } from "../support/swarm-engine.js";

let engine: SwarmEngine;
let docker: Docker;

beforeEach(async () => {
  engine = await swarmEngine();
  docker = new Docker({ host: engine.host, env: {} });
});

afterEach(async () => {
  await docker.close();
  await engine[Symbol.asyncDispose]();
});

interface Labelled {
  Labels?: Record<string, string> | undefined;
}

const label = (spec: Labelled): void => {
  spec.Labels = { ...spec.Labels, b: "2" };
};

const edits: [string, string, (docker: Docker) => Promise<unknown>][] = [
  ["a service", "/services/web/update", ({ services }) => services.edit("web", label)],
  ["a node", "/nodes/web/update", ({ nodes }) => nodes.edit("web", label)],
  ["a secret", "/secrets/web/update", ({ secrets }) => secrets.edit("web", label)],
  ["a config", "/configs/web/update", ({ configs }) => configs.edit("web", label)],
  ["the swarm", "/swarm/update", ({ swarm }) => swarm.edit(label)],
];

describe.each(edits)("an edit of %s", (_, path, edit) => {
  it("sends the changed spec with the version that was read", async () => {
    await edit(docker);
    const body = { Name: "it", Labels: { a: "1", b: "2" } };
    expect(engine.updates).toEqual([{ url: `${path}?version=10`, body, credentials: undefined }]);
  });

  it("is made again with what is there now when somebody else was faster", async () => {
    engine.faster = 2;
    await edit(docker);
    expect(engine.updates.map(({ url }) => url)).toEqual([
      `${path}?version=10`,
      `${path}?version=11`,
      `${path}?version=12`,
    ]);
    expect(engine.spec).toEqual({ Name: "it", Labels: { a: "1", b: "2" }, others: 12 });
  });
});

describe("an edit", () => {
  it("takes the spec that the change returns, also later", async () => {
    await docker.configs.edit("c", (spec) => ({ ...spec, Labels: {} }));
    await docker.configs.edit("c", async (spec) => {
      await new Promise(setImmediate);
      return { ...spec, Name: "other" };
    });
    expect(engine.spec).toEqual({ Name: "other", Labels: {} });
  });

  it("gives up, with what the engine says, when others were faster five times", async () => {
    engine.faster = 9;
    await expect(docker.secrets.edit("s", label)).rejects.toMatchObject({
      ...{ code: "SERVER", status: 500, operation: "SecretUpdate" },
      message: "rpc error: code = Unknown desc = update out of sequence",
    });
    expect(engine.updates).toHaveLength(5);
    expect(engine.reads).toBe(5);
  });

  it("is not made again for anything else that goes wrong", async () => {
    engine.failure = { status: 500, message: "disk full" };
    await expect(docker.nodes.edit("n", label)).rejects.toMatchObject({ message: "disk full" });
    engine.failure = { status: 400, message: "only updates to Labels are allowed" };
    await expect(docker.nodes.edit("n", label)).rejects.toMatchObject({ code: "BAD_PARAMETER" });
    expect(engine.updates).toHaveLength(2);
  });

  it("sends nothing when the change fails, and fails with that", async () => {
    const error = new Error("no");
    const failing = (): never => {
      throw error;
    };
    await expect(docker.services.edit("web", failing)).rejects.toBe(error);
    await expect(docker.swarm.edit(async () => failing())).rejects.toBe(error);
    expect(engine.updates).toEqual([]);
  });

  it("sends nothing when the change returns what it has assigned, and no spec", async () => {
    const changes = [
      (spec: Labelled) => (spec.Labels = {}),
      () => "drain",
      (spec: Labelled) => delete spec.Labels,
      async () => [],
    ];
    for (const change of changes) {
      const edit = docker.nodes.edit("n", change as never);
      await expect(edit).rejects.toMatchObject({ code: "CONFIG", option: "change" });
    }
    expect(engine.updates).toEqual([]);
  });

  it("is ended by its signal: before, while the change works, and between two tries", async () => {
    const reason = new Error("enough");
    const before = docker.nodes.edit("n", label, { signal: AbortSignal.abort(reason) });
    await expect(before).rejects.toBe(reason);
    expect(engine.reads).toBe(0);

    const working = new AbortController();
    const never = (): Promise<undefined> => {
      working.abort(reason);
      return new Promise(() => {});
    };
    const { signal } = working;
    await expect(docker.nodes.edit("n", never, { signal })).rejects.toBe(reason);
    expect(engine.updates).toEqual([]);

    engine.faster = 9;
    const colliding = new AbortController();
    let tries = 0;
    const slow = async (): Promise<void> => {
      // The pause is the longer, the longer a try takes.
      await new Promise((resolve) => setTimeout(resolve, 50));
      tries += 1;
      if (tries === 2) setTimeout(() => colliding.abort(reason), 20);
    };
    await expect(docker.nodes.edit("n", slow, colliding)).rejects.toBe(reason);
    expect(engine.updates.length).toBeLessThan(5);
  });

  it("has one time limit for all of it, and none that cannot be", async () => {
    const never = (): Promise<undefined> => new Promise(() => {});
    await expect(docker.services.edit("web", never, { timeout: 20 })).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "the edit of service web took longer than 20 ms (timeout)",
    });
    for (const timeout of [-1, Number.NaN, 2 ** 31]) {
      const edit = docker.services.edit("web", never, { timeout });
      await expect(edit).rejects.toMatchObject({ code: "CONFIG", option: "timeout" });
    }
    expect(engine.updates).toEqual([]);
  });

  it("of the swarm rotates the tokens and the key that are named", async () => {
    await docker.swarm.edit((spec) => spec, { rotateWorkerToken: true });
    const rotate = { rotateManagerToken: true, rotateManagerUnlockKey: true };
    await docker.swarm.edit((spec) => spec, rotate);
    expect(engine.updates.map(({ url }) => url)).toEqual([
      "/swarm/update?version=10&rotateWorkerToken=true",
      "/swarm/update?version=11&rotateManagerToken=true&rotateManagerUnlockKey=true",
    ]);
  });
});
