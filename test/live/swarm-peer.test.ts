import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Node } from "../../src/index.js";
import { ensureImage, swarm } from "./engine.js";
import {
  checked,
  FOR_EVER,
  LIMIT,
  leaveSwarm,
  shell,
  tasksOf,
  useChecked,
  useSwarm,
} from "./swarm.js";

describe.runIf(swarm?.peer)("a second engine", async () => {
  const docker = await useSwarm();
  const peer = await useChecked(swarm?.peer);
  let id: string;

  beforeAll(async () => {
    await leaveSwarm(peer);
    await ensureImage(peer);
  });

  afterAll(() => leaveSwarm(peer));

  const inspect = (): Promise<Node> => checked("NodeInspect", docker.nodes.inspect(id));
  const become = (Role: "manager" | "worker"): Promise<void> =>
    docker.nodes.edit(id, (spec) => ({ ...spec, Role }));

  it("joins a swarm as a worker, which cannot be asked about the swarm", async () => {
    const { JoinTokens } = await docker.swarm.inspect();
    const body = {
      ListenAddr: "0.0.0.0:2377",
      RemoteAddrs: [`${swarm?.address}:2377`],
      JoinToken: JoinTokens.Worker,
    };
    await peer.swarm.join(body);
    await expect(peer.swarm.join(body)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    id = (await peer.system.info()).Swarm?.NodeID ?? "";
    const workers = docker.nodes.list({ filters: { role: ["worker"] } });
    expect((await checked("NodeList", workers)).map(({ ID }) => ID)).toEqual([id]);
    await expect(peer.nodes.list()).rejects.toThrow(/Worker nodes can't be used to view or modify/);
  });

  it("runs tasks, whose logs the manager reads and follows", async () => {
    const Placement = { Constraints: [`node.id==${id}`] };
    const spec = shell("there", `echo from afar; ${FOR_EVER}`, { TaskTemplate: { Placement } });
    await docker.services.create(spec);
    const [task] = await tasksOf(docker, "there", 1);
    expect(task?.NodeID).toBe(id);
    const query = { stdout: true, follow: true };
    for (const logs of [
      docker.services.logs("there", query),
      docker.tasks.logs(task?.ID ?? "", query),
    ]) {
      for await (const line of logs.lines()) {
        expect(line).toBe("from afar");
        break;
      }
    }
    await docker.services.remove("there");
  });

  it(
    "becomes a manager, and a worker again",
    async () => {
      await become("manager");
      const reachability = async (): Promise<string | undefined> =>
        (await inspect()).ManagerStatus?.Reachability;
      await expect.poll(reachability, { timeout: LIMIT }).toBe("reachable");
      const nodes = (): Promise<number> =>
        peer.nodes.list().then(
          ({ length }) => length,
          () => 0,
        );
      await expect.poll(nodes, { timeout: LIMIT }).toBe(2);
      await expect(docker.nodes.remove(id)).rejects.toMatchObject({ code: "BAD_PARAMETER" });
      await become("worker");
      await expect.poll(reachability, { timeout: LIMIT }).toBeUndefined();
      await expect.poll(nodes, { timeout: LIMIT }).toBe(0);
    },
    3 * LIMIT,
  );

  it("leaves, and only then can be removed", async () => {
    await expect(docker.nodes.remove(id)).rejects.toMatchObject({
      code: "BAD_PARAMETER",
      message: expect.stringMatching(/is not down and can't be removed/),
    });
    await peer.swarm.leave();
    const state = async (): Promise<string | undefined> => (await inspect()).Status.State;
    await expect.poll(state, { timeout: LIMIT }).toBe("down");
    await docker.nodes.remove(id);
    await expect(docker.nodes.inspect(id)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: `node ${id} not found`,
    });
    expect(await docker.nodes.list()).toHaveLength(1);
  });
});
