import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Docker, type Task } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

describe("tasks in a swarm", () => {
  const daemon = new MockDaemon({ images: ["app:1"] });
  const docker = new Docker({ dispatcher: daemon.dispatcher });
  beforeAll(async () => {
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
    const ContainerSpec = { Image: "app:1", Command: ["sleep", "600"], StopSignal: "SIGKILL" };
    for (const Name of ["web", "db"]) {
      await docker.services.create({ Name, TaskTemplate: { ContainerSpec } });
    }
  });
  afterAll(async () => {
    await docker.close();
    await daemon.close();
  });

  const list = (filters: Record<string, string[]>): Promise<Task[]> =>
    docker.tasks.list({ filters });

  it("are found by their service, their name, their node and what is wanted of them", async () => {
    const [node] = await docker.nodes.list();
    const [task] = await list({ service: ["web"] });
    expect(await docker.tasks.inspect(task?.ID ?? "")).toEqual(task);
    expect(await list({ name: [`web.1.${task?.ID}`] })).toEqual([task]);
    expect(await list({ node: [node?.ID ?? ""] })).toHaveLength(2);
    expect(await list({ "desired-state": ["running"] })).toHaveLength(2);
    expect(await list({ "desired-state": ["shutdown"] })).toEqual([]);
    await expect(list({ service: ["nobody"] })).rejects.toEqual(
      error(404, "service nobody not found"),
    );
    await expect(docker.tasks.inspect("nobody")).rejects.toEqual(
      error(404, "task nobody not found"),
    );
  });

  it("are replaced when their container is killed", async () => {
    const TaskTemplate = { RestartPolicy: { Condition: "any", Delay: 1_000_000 } } as const;
    await docker.services.edit("db", (spec) => ({
      ...spec,
      TaskTemplate: { ...spec.TaskTemplate, ...TaskTemplate },
    }));
    const running = async (): Promise<Task[]> =>
      (await list({ service: ["db"] })).filter(
        ({ Status, DesiredState }) => Status.State === "running" && DesiredState === "running",
      );
    await expect.poll(async () => (await running()).length).toBe(1);
    const [task] = await running();
    await docker.containers.kill(task?.Status.ContainerStatus?.ContainerID ?? "");
    await expect.poll(async () => (await running()).map(({ ID }) => ID)).not.toContain(task?.ID);
    await expect.poll(async () => (await running()).length).toBe(1);
    const before = await docker.tasks.inspect(task?.ID ?? "");
    expect(before.Status).toMatchObject({ State: "failed", Err: "task: non-zero exit (137)" });
  });
});
