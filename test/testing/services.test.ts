import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker, type ServiceSpec, type Task } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

describe("a service", () => {
  let daemon: MockDaemon;
  let docker: Docker;
  beforeEach(async () => {
    daemon = new MockDaemon({ images: ["app:1", "app:2"] });
    docker = new Docker({ dispatcher: daemon.dispatcher });
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  });
  afterEach(async () => {
    await docker.close();
    await daemon.close();
  });

  const sleeper = (rest: ServiceSpec = {}, Image = "app:1"): ServiceSpec => ({
    Name: "web",
    ...rest,
    TaskTemplate: {
      ...rest.TaskTemplate,
      ContainerSpec: {
        Image,
        Command: ["sleep", "600"],
        StopSignal: "SIGKILL",
        ...rest.TaskTemplate?.ContainerSpec,
      },
    },
  });
  const once = (command: string, rest: ServiceSpec["TaskTemplate"] = {}): ServiceSpec => ({
    Name: "once",
    TaskTemplate: { ContainerSpec: { Image: "app:1", Command: ["sh", "-c", command] }, ...rest },
  });
  const tasks = (name = "web"): Promise<Task[]> =>
    docker.tasks.list({ filters: { service: [name] } });
  const states = async (name = "web"): Promise<string[]> =>
    (await tasks(name)).map(({ Status, DesiredState }) => `${Status.State} ${DesiredState}`).sort();

  it("runs a container for each task, with the labels of the swarm", async () => {
    const { ID } = await docker.services.create(sleeper({ Mode: { Replicated: { Replicas: 2 } } }));
    expect(await states()).toEqual(["running running", "running running"]);
    const [task] = await tasks();
    const name = `web.${task?.Slot}.${task?.ID}`;
    const container = await docker.containers.inspect(name);
    expect(container.Id).toBe(task?.Status.ContainerStatus?.ContainerID);
    expect(container.Config.Labels).toMatchObject({
      "com.docker.swarm.service.id": ID,
      "com.docker.swarm.service.name": "web",
      "com.docker.swarm.task": "",
      "com.docker.swarm.task.id": task?.ID,
      "com.docker.swarm.task.name": name,
    });
    const [service] = await docker.services.list({ status: true });
    expect(service?.ServiceStatus).toEqual({ RunningTasks: 2, DesiredTasks: 2, CompletedTasks: 0 });
    await docker.services.remove("web");
    await expect.poll(() => docker.containers.list({ all: true })).toEqual([]);
    await expect(docker.services.inspect("web")).rejects.toEqual(
      error(404, "service web not found"),
    );
  });

  it("keeps what it was given, and tells the defaults when asked", async () => {
    await docker.services.create(sleeper({ Labels: { a: "b" } }));
    const { Spec } = await docker.services.inspect("web");
    expect(Spec).toEqual({
      Name: "web",
      Labels: { a: "b" },
      TaskTemplate: {
        ContainerSpec: {
          Image: "app:1",
          Command: ["sleep", "600"],
          StopSignal: "SIGKILL",
          Isolation: "default",
        },
        ForceUpdate: 0,
        Runtime: "container",
      },
      Mode: { Replicated: { Replicas: 1 } },
    });
    const filled = await docker.services.inspect("web", { insertDefaults: true });
    expect(filled.Spec?.TaskTemplate?.RestartPolicy).toEqual({
      Condition: "any",
      Delay: 5_000_000_000,
      MaxAttempts: 0,
    });
  });

  it("is scaled up and down", async () => {
    await docker.services.create(sleeper());
    for (const Replicas of [3, 1, 0]) {
      await docker.services.edit("web", (spec) => ({
        ...spec,
        Mode: { Replicated: { Replicas } },
      }));
      await expect.poll(() => states()).toEqual(Array(Replicas).fill("running running"));
    }
    const { PreviousSpec } = await docker.services.inspect("web");
    expect(PreviousSpec?.Mode).toEqual({ Replicated: { Replicas: 1 } });
  });

  it("has its tasks replaced by an update, and is rolled back", async () => {
    await docker.services.create(sleeper({ Mode: { Replicated: { Replicas: 2 } } }));
    const update = { ...sleeper({ Mode: { Replicated: { Replicas: 2 } } }, "app:2") };
    const { Version } = await docker.services.inspect("web");
    await docker.services.update("web", update, { version: Version?.Index ?? 0 });
    const status = async (): Promise<string | undefined> =>
      (await docker.services.inspect("web")).UpdateStatus?.State;
    await expect.poll(status).toBe("completed");
    expect(await states()).toEqual([
      "running running",
      "running running",
      "shutdown shutdown",
      "shutdown shutdown",
    ]);
    const running = (): Promise<string[]> =>
      docker.containers.list().then((list) => list.map(({ Image }) => Image ?? ""));
    expect(await running()).toEqual(["app:2", "app:2"]);
    const { Spec, Version: next } = await docker.services.inspect("web");
    const query = { version: next?.Index ?? 0, rollback: "previous" } as const;
    await docker.services.update("web", Spec ?? {}, query);
    await expect.poll(status).toBe("rollback_completed");
    expect(await running()).toEqual(["app:1", "app:1"]);
  });

  it("refuses an update of what has changed, another name and another mode", async () => {
    await docker.services.create(sleeper());
    await expect(docker.services.update("web", sleeper(), { version: 1 })).rejects.toEqual(
      error(500, "rpc error: code = Unknown desc = update out of sequence"),
    );
    await expect(docker.services.create(sleeper())).rejects.toEqual(
      error(
        409,
        "rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists",
      ),
    );
    await expect(
      docker.services.edit("web", (spec) => ({ ...spec, Name: "new" })),
    ).rejects.toMatchObject({ status: 501 });
    await expect(
      docker.services.edit("web", (spec) => ({ ...spec, Mode: { Global: {} } })),
    ).rejects.toEqual(
      error(501, "rpc error: code = Unimplemented desc = service mode change is not allowed"),
    );
  });

  it("is started again after a failure, as often as its policy says", async () => {
    const RestartPolicy = { Condition: "on-failure", Delay: 1_000_000, MaxAttempts: 2 } as const;
    await docker.services.create(once("exit 3", { RestartPolicy }));
    await expect.poll(() => states("once")).toEqual(Array(3).fill("failed shutdown"));
    const [task] = await tasks("once");
    expect(task?.Status).toMatchObject({
      Err: "task: non-zero exit (3)",
      ContainerStatus: { ExitCode: 3 },
    });
  });

  it("is not started again where its policy says so", async () => {
    await docker.services.create(once("exit 0", { RestartPolicy: { Condition: "none" } }));
    await expect.poll(() => states("once")).toEqual(["complete shutdown"]);
  });

  it("is rejected without its image", async () => {
    const TaskTemplate = { RestartPolicy: { Condition: "none" } } as const;
    await docker.services.create(sleeper({ TaskTemplate }, "nope.invalid/x:1"));
    const [task] = await tasks();
    expect(task?.Status).toMatchObject({
      State: "rejected",
      Message: "preparing",
      Err: "No such image: nope.invalid/x:1",
    });
  });

  it("runs once on the node as a global one", async () => {
    await docker.services.create(sleeper({ Mode: { Global: {} } }));
    const [task] = await tasks();
    expect(task).not.toHaveProperty("Slot");
    expect(await docker.services.list({ filters: { mode: ["global"] } })).toHaveLength(1);
    const [container] = await docker.containers.list({ filters: { "is-task": ["true"] } });
    expect(container?.Names).toEqual([`/web.${task?.NodeID}.${task?.ID}`]);
  });

  it("is complete as a job, so many at a time", async () => {
    const Mode = { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 2 } };
    const RestartPolicy = { Condition: "none" } as const;
    await docker.services.create({ ...once("exit 0", { RestartPolicy }), Mode });
    await expect.poll(() => states("once")).toEqual(Array(2).fill("complete complete"));
    const [service] = await docker.services.list({ status: true });
    expect(service?.ServiceStatus).toEqual({ RunningTasks: 0, DesiredTasks: 1, CompletedTasks: 2 });
  });

  it("waits for a node that its constraints allow", async () => {
    const Placement = { Constraints: ["node.labels.disk==ssd"] };
    await docker.services.create(sleeper({ TaskTemplate: { Placement } }));
    const [task] = await tasks();
    expect(task?.Status).toMatchObject({
      State: "pending",
      Err: "no suitable node (scheduling constraints not satisfied on 1 node)",
    });
    const [node] = await docker.nodes.list();
    await docker.nodes.edit(node?.ID ?? "", (spec) => ({ ...spec, Labels: { disk: "ssd" } }));
    expect(await states()).toEqual(["running running"]);
  });

  it.each<[ServiceSpec, number, string]>([
    [{}, 400, "mismatched Runtime and *Spec fields"],
    [
      { TaskTemplate: { ContainerSpec: {} } },
      400,
      "rpc error: code = InvalidArgument desc = ContainerSpec: image reference must be provided",
    ],
    [
      { ...sleeper(), Mode: { Replicated: {}, Global: {} } },
      400,
      "must specify only one service mode",
    ],
    [sleeper({ TaskTemplate: { Networks: [{ Target: "nope" }] } }), 500, "network nope not found"],
    [
      sleeper({ TaskTemplate: { ContainerSpec: { Mounts: [{ Type: "cluster", Target: "/x" }] } } }),
      501,
      "the mock daemon does not do cluster volumes",
    ],
  ])("of %j is refused", async (spec, status, message) => {
    await expect(docker.services.create(spec)).rejects.toEqual(error(status, message));
  });

  it("has an address of its own in its networks, which stay as long as it does", async () => {
    const { Id } = await docker.networks.create({ Name: "ov", Driver: "overlay" });
    await docker.services.create(sleeper({ TaskTemplate: { Networks: [{ Target: "ov" }] } }));
    const { ID, Endpoint } = await docker.services.inspect("web");
    expect(Endpoint?.VirtualIPs).toEqual([{ NetworkID: Id, Addr: "10.0.1.2/24" }]);
    const [task] = await tasks();
    expect(task?.NetworksAttachments?.[0]?.Addresses).toEqual(["10.0.1.3/24"]);
    await expect(docker.networks.remove("ov")).rejects.toEqual(
      error(
        400,
        `rpc error: code = FailedPrecondition desc = network ${Id} is in use by service ${ID}`,
      ),
    );
  });

  it("tells what its tasks wrote, with times and labels if asked", async () => {
    await docker.services.create(once("echo out; echo err >&2; sleep 600"));
    const [task] = await tasks("once");
    const both = { stdout: true, stderr: true };
    await expect
      .poll(async () => (await docker.services.logs("once", both).text()).length)
      .toBe("out\nerr\n".length);
    const lines = docker.services.logs("once", { stdout: true, details: true });
    expect(await lines.text()).toBe(
      `com.docker.swarm.node.id=${task?.NodeID},com.docker.swarm.service.id=${task?.ServiceID},com.docker.swarm.task.id=${task?.ID} out\n`,
    );
    const followed = docker.tasks.logs(task?.ID ?? "", { stderr: true, follow: true });
    for await (const line of followed.lines()) {
      expect(line).toBe("err");
      break;
    }
  });
});
