import { beforeAll, describe, expect, it } from "vitest";
import type { Filters, Service, ServiceSpec } from "../../src/index.js";
import { image, swarm } from "./engine.js";
import { checked, FOR_EVER, LIMIT, shell, tasksOf, useSwarm } from "./swarm.js";

/** Nanoseconds. */
const SECOND = 1e9;

const replicasOf = ({ Mode }: ServiceSpec): number | undefined => Mode?.Replicated?.Replicas;

const command = (spec: ServiceSpec, text: string): ServiceSpec => ({
  ...spec,
  TaskTemplate: shell("", text).TaskTemplate ?? {},
});

describe.runIf(swarm)("services of a real engine", async () => {
  const docker = await useSwarm();
  const { services } = docker;

  const inspect = (id: string): Promise<Service> => checked("ServiceInspect", services.inspect(id));

  /** Waits for the end of an update, or of what it has come to. */
  const untilState = (id: string, state: string): Promise<void> =>
    expect
      .poll(async () => (await inspect(id)).UpdateStatus?.State, { timeout: LIMIT })
      .toBe(state);

  beforeAll(async () => {
    const body = { Name: "backend", Driver: "overlay", Attachable: true };
    await checked("NetworkCreate", docker.networks.create(body), 201);
  });

  it("are created in an overlay network, with the image as it is given, and scaled", async () => {
    const spec = shell("web", FOR_EVER, {
      Labels: { app: "web" },
      TaskTemplate: {
        RestartPolicy: { Condition: "any" },
        Networks: [{ Target: "backend", Aliases: ["www"] }],
      },
      EndpointSpec: { Ports: [{ Protocol: "tcp", TargetPort: 80, PublishedPort: 8099 }] },
    });
    const { ID } = await checked("ServiceCreate", services.create(spec), 201);
    const taken = { code: "CONFLICT", message: expect.stringContaining("service web already") };
    await expect(services.create(shell("web", "true"))).rejects.toMatchObject(taken);
    const port = { code: "BAD_PARAMETER", message: expect.stringContaining("already in use") };
    await expect(services.create({ ...spec, Name: "web2" })).rejects.toMatchObject(port);
    const [task] = await tasksOf(docker, "web", 1);
    expect(task?.NetworksAttachments?.map(({ Network }) => Network?.Spec?.Name)).toContain(
      "backend",
    );
    // It is on no registry, so there is no digest to pin it to; nobody tries.
    expect(task?.Spec.ContainerSpec?.Image).toBe(image);
    await checked("TaskInspect", docker.tasks.inspect(task?.ID ?? ""));

    const found = await inspect("web");
    expect(found).toMatchObject({ ID, Spec: { Labels: { app: "web" } } });
    expect(found.Endpoint.Ports).toMatchObject([{ PublishedPort: 8099, PublishMode: "ingress" }]);
    const defaults = services.inspect(ID, { insertDefaults: true });
    expect((await checked("ServiceInspect", defaults)).Spec.UpdateConfig).toBeDefined();

    const answer = services.edit("web", (wanted) => {
      wanted.Mode = { Replicated: { Replicas: 3 } };
    });
    await checked("ServiceUpdate", answer);
    await tasksOf(docker, "web", 3);
    const [listed] = await checked("ServiceList", services.list({ status: true }));
    expect(listed?.ServiceStatus).toMatchObject({ DesiredTasks: 3 });
    const { Spec, Version } = await inspect("web");
    const version = Version.Index;
    await services.update(ID, { ...Spec, Mode: { Replicated: { Replicas: 1 } } }, { version });
    await expect(services.update(ID, Spec, { version })).rejects.toMatchObject({
      code: "SERVER",
      message: "rpc error: code = Unknown desc = update out of sequence",
    });
    expect(replicasOf((await inspect(ID)).Spec)).toBe(1);
  });

  it("are listed by what they are, as their tasks are", async () => {
    const { ID } = await inspect("web");
    const [task] = await tasksOf(docker, "web", 1);
    const filtersOfServices: Filters<"ServiceList">[] = [
      { id: [ID] },
      { name: ["web"] },
      { label: ["app=web"] },
      { mode: ["replicated"] },
    ];
    for (const filters of filtersOfServices) {
      const list = await checked("ServiceList", services.list({ filters }));
      expect(list.map((service) => service.ID)).toEqual([ID]);
    }
    expect(await services.list({ filters: { mode: ["global"] } })).toEqual([]);
    const wrong = services.list({ filters: { no: ["x"] } as Filters<"ServiceList"> });
    await expect(wrong).rejects.toMatchObject({ code: "BAD_PARAMETER" });
    const filtersOfTasks: Filters<"TaskList">[] = [
      { id: [task?.ID ?? ""] },
      { service: ["web"], "desired-state": ["running"] },
      { node: [task?.NodeID ?? ""], "desired-state": ["running"] },
    ];
    for (const filters of filtersOfTasks) {
      const list = await checked("TaskList", docker.tasks.list({ filters }));
      expect(list.map(({ ServiceID }) => ServiceID)).toContain(ID);
    }
    await expect(docker.tasks.inspect("nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(services.inspect("nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const edit = services.edit("nobody", () => {});
    await expect(edit).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("have every edit of ten at once", async () => {
    const keys = Array.from({ length: 10 }, (_, i) => `edit${i}`);
    await Promise.all(
      keys.map((key) =>
        services.edit("web", async (spec) => ({
          ...spec,
          Labels: { ...spec.Labels, [key]: "in" },
        })),
      ),
    );
    const { Spec } = await inspect("web");
    expect(Object.keys(Spec.Labels ?? {}).sort()).toEqual(["app", ...keys]);
  });

  it(
    "roll back an update that fails, and one that is not wanted",
    async () => {
      const settings = { Parallelism: 1, Monitor: 2 * SECOND, MaxFailureRatio: 0 };
      const spec = shell("careful", FOR_EVER, {
        UpdateConfig: { ...settings, FailureAction: "rollback", Order: "stop-first" },
        RollbackConfig: { ...settings, FailureAction: "pause", Order: "stop-first" },
      });
      const noSpec = services.create(spec).then(async ({ ID }) => {
        const { Version } = await inspect(ID);
        return services.update(ID, spec, { version: Version.Index, rollback: "previous" });
      });
      await expect(noSpec).rejects.toMatchObject({
        code: "BAD_PARAMETER",
        message: expect.stringContaining("does not have a previous spec"),
      });
      await tasksOf(docker, "careful", 1);
      const commandOf = async (): Promise<string | undefined> =>
        (await inspect("careful")).Spec.TaskTemplate?.ContainerSpec?.Command?.at(-1);
      const good = await commandOf();
      await services.edit("careful", (wanted) => command(wanted, "exit 3"));
      await untilState("careful", "rollback_completed");
      expect(await commandOf()).toBe(good);
      const failed = await tasksOf(docker, "careful", 1, "failed");
      expect(failed[0]?.Status.ContainerStatus?.ExitCode).toBe(3);

      await services.edit("careful", (wanted) => command(wanted, `true; ${FOR_EVER}`));
      await untilState("careful", "completed");
      const { Spec, Version, PreviousSpec } = await inspect("careful");
      expect(PreviousSpec?.TaskTemplate?.ContainerSpec?.Command?.at(-1)).toBe(good);
      const query = { version: Version.Index, rollback: "previous" } as const;
      await checked("ServiceUpdate", services.update("careful", Spec, query));
      await untilState("careful", "rollback_completed");
      expect(await commandOf()).toBe(good);
    },
    LIMIT,
  );

  it("run as jobs to their end", async () => {
    const Mode = { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 2 } };
    const { ID } = await services.create(shell("job", "echo done", { Mode }));
    const tasks = await tasksOf(docker, "job", 2, "complete");
    expect(tasks.map(({ Status }) => Status.ContainerStatus?.ExitCode)).toEqual([0, 0]);
    const query = { status: true, filters: { id: [ID] } };
    const [job] = await checked("ServiceList", services.list(query));
    expect(job?.ServiceStatus).toMatchObject({ CompletedTasks: 2 });
    expect((await inspect("job")).JobStatus).toBeDefined();
    await services.edit("job", (wanted) => {
      wanted.TaskTemplate = { ...wanted.TaskTemplate, ForceUpdate: 1 };
    });
    await tasksOf(docker, "job", 4, "complete");
    expect((await inspect("job")).JobStatus?.JobIteration?.Index).toBeGreaterThan(0);
    await services.create(shell("everywhere", "echo done", { Mode: { GlobalJob: {} } }));
    await tasksOf(docker, "everywhere", 1, "complete");
    await inspect("everywhere");
  });

  it("leave a node that is drained, and come back", async () => {
    const [node] = await docker.nodes.list();
    const id = node?.ID ?? "";
    await docker.nodes.edit(id, (spec) => ({ ...spec, Availability: "drain" }));
    await tasksOf(docker, "web", 0);
    await docker.nodes.edit(id, (spec) => ({ ...spec, Availability: "active" }));
    await tasksOf(docker, "web", 1);
  });

  it("whose image is nowhere are created, and have tasks that say so", async () => {
    const spec = shell("nowhere", "true", {
      TaskTemplate: { ContainerSpec: { Image: "registry.invalid/none:1" } },
    });
    await checked("ServiceCreate", services.create(spec), 201);
    const [task] = await tasksOf(docker, "nowhere", 1, "rejected");
    expect(task?.Status.Err).toMatch(/No such image/);
  });

  it("are removed, with their tasks", async () => {
    for (const { ID } of await services.list()) await services.remove(ID);
    expect(await checked("ServiceList", services.list())).toEqual([]);
    await expect(services.remove("web")).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "service web not found",
    });
    // Those of a job stay on 20.10, but none runs.
    const running = async (): Promise<number> =>
      (await docker.tasks.list()).filter(({ Status }) => Status.State === "running").length;
    await expect.poll(running, { timeout: LIMIT }).toBe(0);
  });
});
