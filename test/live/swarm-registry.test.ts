import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceEditOptions } from "../../src/index.js";
import { Docker, image, registry, swarm } from "./engine.js";
import { FOR_EVER, LIMIT, shell, tasksOf, useSwarm } from "./swarm.js";

describe.runIf(swarm && registry)("a service whose image asks for credentials", async () => {
  const anonymous = await useSwarm();
  const { address = "", username = "", password = "" } = registry ?? {};
  // The body runs even where the tests do not.
  const login = registry ? { username, password, serveraddress: address } : ("anonymous" as const);
  const repo = `${address}/sdk-service-${randomUUID().slice(0, 8)}`;
  const docker = new Docker({ registryAuth: login });
  const spec = shell("private", FOR_EVER, {
    TaskTemplate: { ContainerSpec: { Image: `${repo}:1` } },
  });

  beforeAll(async () => {
    await anonymous.images.tag(image, { repo, tag: "1" });
    await docker.images.push(`${repo}:1`);
  });

  /** So that it has to be pulled. */
  const forgetImage = (): Promise<unknown> =>
    docker.images.remove(`${repo}:1`, { force: true }).catch(() => {});

  beforeEach(forgetImage);

  afterAll(async () => {
    await forgetImage();
    await docker.close();
  });

  it("does not run without, has them by an edit, and keeps them", async () => {
    const { services } = docker;
    await services.create(spec);
    await tasksOf(docker, "private", 1, "rejected");
    const again = (ForceUpdate: number, options?: ServiceEditOptions): Promise<unknown> =>
      services.edit(
        "private",
        (wanted) => ({ ...wanted, TaskTemplate: { ...wanted.TaskTemplate, ForceUpdate } }),
        options,
      );
    const runs = async (): Promise<number | undefined> =>
      (await tasksOf(docker, "private", 1))[0]?.Spec.ForceUpdate;
    await again(1, { withRegistryAuth: true });
    await expect.poll(runs, { timeout: LIMIT }).toBe(1);
    const shown = [await services.inspect("private"), await docker.tasks.list()];
    expect(JSON.stringify(shown)).not.toContain(password);
    const [task] = await tasksOf(docker, "private", 1);
    const container = task?.Status.ContainerStatus?.ContainerID ?? "";
    await docker.containers.remove(container, { force: true });
    await forgetImage();
    await again(2);
    await expect.poll(runs, { timeout: LIMIT }).toBe(2);
  });

  it("runs with those that it is created with", async () => {
    await anonymous.services.create({ ...spec, Name: "given" }, { registryAuth: login });
    await tasksOf(anonymous, "given", 1);
  });
});
