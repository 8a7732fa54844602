import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error, wire } from "./support.js";

describe("the only node of a swarm", () => {
  const daemon = new MockDaemon({ name: "host", images: ["app:1"] });
  const docker = new Docker({ dispatcher: daemon.dispatcher });
  let id: string;
  beforeAll(async () => {
    id = await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  });
  afterAll(async () => {
    await docker.close();
    await daemon.close();
  });

  it("is found by its id and its name", async () => {
    const [node] = await docker.nodes.list({ filters: { role: ["manager"], name: ["ho"] } });
    expect(node).toMatchObject({ ID: id, ManagerStatus: { Leader: true } });
    expect(await docker.nodes.inspect("host")).toEqual(node);
    expect(await docker.nodes.list({ filters: { role: ["worker"] } })).toEqual([]);
    await expect(docker.nodes.inspect("nobody")).rejects.toEqual(
      error(404, "node nobody not found"),
    );
    const { text } = await wire(daemon, "GET", "/nodes?filters=%7B%22role%22:%5B%22king%22%5D%7D");
    expect(JSON.parse(text)).toEqual({ message: "Invalid role filter: 'king'" });
  });

  it("stays, and stays a manager", async () => {
    await expect(docker.nodes.remove(id, { force: true })).rejects.toEqual(
      error(
        400,
        `rpc error: code = FailedPrecondition desc = node ${id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
      ),
    );
    await expect(docker.nodes.edit(id, (spec) => ({ ...spec, Role: "worker" }))).rejects.toEqual(
      error(
        400,
        "rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm",
      ),
    );
  });

  it("is drained of its tasks, and has them again", async () => {
    const ContainerSpec = { Image: "app:1", Command: ["sleep", "600"], StopSignal: "SIGKILL" };
    await docker.services.create({ Name: "web", TaskTemplate: { ContainerSpec } });
    await docker.nodes.edit(id, (spec) => ({ ...spec, Availability: "drain" }));
    const states = async (): Promise<string[]> =>
      (await docker.tasks.list()).map(({ Status }) => `${Status.State} ${Status.Err ?? ""}`).sort();
    await expect
      .poll(states)
      .toEqual(["pending no suitable node (1 node not available for new tasks)", "shutdown "]);
    await docker.nodes.edit(id, (spec) => ({ ...spec, Availability: "active" }));
    await expect.poll(states).toEqual(["running ", "shutdown "]);
  });
});
