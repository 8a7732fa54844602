import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFoundError, type SwarmSpec, UnavailableError } from "../../src/index.js";
import { Docker, swarm } from "./engine.js";
import { checked, LIMIT, leaveSwarm, makeSwarm, useChecked, useSwarm } from "./swarm.js";

const limitOf = (settings: SwarmSpec["Orchestration"]): number =>
  settings?.TaskHistoryRetentionLimit ?? 0;

describe.runIf(swarm)("an engine that is in no swarm", async () => {
  const docker = await useChecked();
  beforeAll(() => leaveSwarm(docker));
  afterAll(() => leaveSwarm(docker));

  it("says so", async () => {
    const calls = await Promise.allSettled<unknown>([
      docker.swarm.inspect(),
      docker.swarm.unlockKey(),
      docker.swarm.unlock({ UnlockKey: "SWMKEY-1-none" }),
      docker.nodes.list(),
      docker.services.list(),
      docker.tasks.list(),
      docker.secrets.list(),
      docker.configs.list(),
    ]);
    const message = expect.stringContaining("This node is not a swarm manager");
    for (const call of calls) {
      expect(call).toMatchObject({ status: "rejected", reason: { code: "UNAVAILABLE", message } });
    }
    await expect(docker.swarm.leave()).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "This node is not part of a swarm",
    });
  });

  it("makes one of addresses that can be, and only one", async () => {
    const nowhere = docker.swarm.init({ ListenAddr: "0.0.0.0:2377", AdvertiseAddr: "no!" });
    await expect(nowhere).rejects.toMatchObject({ code: "BAD_PARAMETER" });
    const node = await checked("SwarmInit", makeSwarm(docker));
    const { Swarm } = await docker.system.info();
    expect(Swarm).toMatchObject({ NodeID: node, LocalNodeState: "active" });
    await expect(makeSwarm(docker)).rejects.toThrow(/already part of a swarm/);
    await expect(docker.swarm.leave()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("joins none with a token that is none", async () => {
    await leaveSwarm(docker);
    const RemoteAddrs = [`${swarm?.address}:2377`];
    const body = { ListenAddr: "0.0.0.0:2377", RemoteAddrs, JoinToken: "nonsense" };
    await expect(docker.swarm.join(body)).rejects.toMatchObject({
      code: "SERVER",
      message: "invalid join token",
    });
  });
});

describe.runIf(swarm)("a swarm of a real engine", async () => {
  const docker = await useSwarm();

  it("rotates the tokens that it is told to", async () => {
    const { JoinTokens: before } = await checked("SwarmInspect", docker.swarm.inspect());
    await docker.swarm.edit((spec) => spec, { rotateWorkerToken: true });
    const { JoinTokens: after, Spec, Version } = await docker.swarm.inspect();
    expect(after.Manager).toBe(before.Manager);
    expect(after.Worker).not.toBe(before.Worker);
    await docker.swarm.update(Spec, { version: Version.Index, rotateManagerToken: true });
    const { JoinTokens: last } = await docker.swarm.inspect();
    expect(last.Manager).not.toBe(before.Manager);
    expect(last.Worker).toBe(after.Worker);
  });

  it("refuses an update of what has changed, and has every edit of many at once", async () => {
    const { Spec, Version } = await docker.swarm.inspect();
    await docker.swarm.update(Spec, { version: Version.Index });
    await expect(docker.swarm.update(Spec, { version: Version.Index })).rejects.toMatchObject({
      code: "SERVER",
      status: 500,
      message: "rpc error: code = Unknown desc = update out of sequence",
    });
    const increase = ({ Orchestration }: SwarmSpec): void => {
      if (Orchestration) Orchestration.TaskHistoryRetentionLimit = limitOf(Orchestration) + 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => docker.swarm.edit(increase)));
    const { Spec: after } = await checked("SwarmInspect", docker.swarm.inspect());
    expect(limitOf(after.Orchestration)).toBe(limitOf(Spec.Orchestration) + 10);
  });

  it("has nodes, which are found by id and name, drained and put back", async () => {
    const { nodes } = docker;
    const [node] = await checked("NodeList", nodes.list());
    const id = node?.ID ?? "";
    const name = node?.Description.Hostname ?? "";
    expect(await checked("NodeInspect", nodes.inspect(id))).toEqual(node);
    expect((await nodes.inspect(name)).ID).toBe(id);
    await expect(nodes.inspect("nobody")).rejects.toBeInstanceOf(NotFoundError);
    for (const Availability of ["drain", "pause", "active"] as const) {
      await nodes.edit(name, (spec) => ({ ...spec, Availability, Labels: { was: Availability } }));
      const { Spec } = await checked("NodeInspect", nodes.inspect(id));
      expect(Spec).toMatchObject({ Availability, Labels: { was: Availability } });
    }
    const found = async (filters: Record<string, string[]>): Promise<number> =>
      (await checked("NodeList", nodes.list({ filters }))).length;
    expect(await found({ id: [id], name: [name], role: ["manager"] })).toBe(1);
    expect(await found({ "node.label": ["was=active"] })).toBe(1);
    expect(await found({ role: ["worker"] })).toBe(0);
    await expect(found({ no: ["x"] })).rejects.toMatchObject({ code: "BAD_PARAMETER" });
    await expect(nodes.remove(id, { force: true })).rejects.toMatchObject({
      code: "BAD_PARAMETER",
      message: expect.stringContaining("It must be demoted to worker before removal"),
    });
  });

  it("has every edit of ten that change one node at once", async () => {
    const [node] = await docker.nodes.list();
    const id = node?.ID ?? "";
    const keys = Array.from({ length: 10 }, (_, i) => `edit${i}`);
    await Promise.all(
      keys.map((key) =>
        docker.nodes.edit(id, (spec) => {
          spec.Labels = { ...spec.Labels, [key]: "in" };
        }),
      ),
    );
    const { Spec } = await docker.nodes.inspect(id);
    expect(Object.keys(Spec.Labels ?? {})).toEqual(expect.arrayContaining(keys));
  });

  it("that locks its managers tells and rotates the key", async () => {
    const { swarm } = docker;
    const open = await checked("SwarmUnlockkey", swarm.unlockKey());
    expect(open.UnlockKey).toBe("");
    await swarm.edit((spec) => ({ ...spec, EncryptionConfig: { AutoLockManagers: true } }));
    const { UnlockKey } = await checked("SwarmUnlockkey", swarm.unlockKey());
    expect(UnlockKey).toMatch(/^SWMKEY-1-/);
    await swarm.edit((spec) => spec, { rotateManagerUnlockKey: true });
    const rotated = await swarm.unlockKey();
    expect(rotated.UnlockKey).toMatch(/^SWMKEY-1-/);
    expect(rotated.UnlockKey).not.toBe(UnlockKey);
    await expect(swarm.unlock(rotated)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it.runIf(swarm?.engineName)(
    "is locked after a restart, and unlocked by the key alone",
    async () => {
      const key = await docker.swarm.unlockKey();
      const restart = ["restart", swarm?.engineName ?? ""];
      await promisify(execFile)("scripts/engine.sh", restart, { timeout: LIMIT });
      await using again = new Docker();
      const locked = again.swarm.inspect();
      await expect(locked).rejects.toThrow(/Swarm is encrypted and needs to be unlocked/);
      await expect(locked).rejects.toBeInstanceOf(UnavailableError);
      expect((await again.system.info()).Swarm?.LocalNodeState).toBe("locked");
      const nonsense = again.swarm.unlock({ UnlockKey: "nonsense" });
      await expect(nonsense).rejects.toMatchObject({ code: "BAD_PARAMETER" });
      const other = "SWMKEY-1-7c37Cc8654o6p38HnroywCi19pllOnGtbdZEgtKxZu8";
      await expect(again.swarm.unlock({ UnlockKey: other })).rejects.toMatchObject({
        code: "UNAUTHORIZED",
        message: "swarm could not be unlocked: invalid key provided",
      });
      await again.swarm.unlock(key);
      const state = async (): Promise<string | undefined> =>
        (await again.system.info()).Swarm?.LocalNodeState;
      await expect.poll(state, { timeout: LIMIT }).toBe("active");
      await checked("SwarmInspect", again.swarm.inspect());
    },
    3 * LIMIT,
  );
});
