import { type Ask, filtered, type SwarmScenario, versioned } from "./scenario.js";

const ContainerSpec = { Image: "busybox:local", Command: ["sleep", "600"] };
const TaskTemplate = { ContainerSpec };
/** None of its tasks has to be waited for. */
const Mode = { Replicated: { Replicas: 0 } };

const refused = (title: string, ...bodies: readonly object[]): SwarmScenario => ({
  title: `a service ${title}`,
  async run(ask) {
    for (const body of bodies) await ask("POST", "/services/create", body);
  },
});

const kept = (title: string, spec: object): SwarmScenario => ({
  title: `a service ${title}`,
  async run(ask) {
    await ask("POST", "/services/create", { Name: "web", TaskTemplate, Mode, ...spec });
    await ask("GET", "/services/web");
    await ask("GET", "/services/web?insertDefaults=true");
    await ask("DELETE", "/services/web");
  },
});

const task = (rest: object): object => ({
  Name: "r",
  Mode,
  TaskTemplate: { ContainerSpec, ...rest },
});
const service = (rest: object): object => ({ Name: "r", Mode, TaskTemplate, ...rest });

export const serviceScenarios: readonly SwarmScenario[] = [
  refused("of nothing", {}, { Name: "r" }, { Name: "r", TaskTemplate: {} }),
  refused(
    "without an image",
    task({ ContainerSpec: {} }),
    task({ ContainerSpec: { Image: "A b" } }),
  ),
  refused("with a wrong name", service({ Name: "a b" })),
  refused("with two modes", service({ Mode: { Replicated: {}, Global: {} } })),
  refused(
    "with a wrong restart policy",
    task({ RestartPolicy: { Condition: "zz" } }),
    task({ RestartPolicy: { Delay: -1 } }),
  ),
  refused("of a runtime that there is not", task({ Runtime: "zz" })),
  refused(
    "with too little of a resource",
    task({ Resources: { Limits: { NanoCPUs: 1 } } }),
    task({ Resources: { Limits: { MemoryBytes: 1 } } }),
  ),
  refused(
    "with a wrong update",
    service({ UpdateConfig: { FailureAction: "zz" } }),
    service({ UpdateConfig: { Order: "zz" } }),
    service({ UpdateConfig: { Delay: -1 } }),
    service({ UpdateConfig: { Monitor: -1 } }),
    service({ UpdateConfig: { MaxFailureRatio: 2 } }),
  ),
  refused("in a network that there is not", task({ Networks: [{ Target: "nope" }] })),
  refused(
    "with a wrong end",
    service({ EndpointSpec: { Mode: "zz" } }),
    service({ EndpointSpec: { Mode: "dnsrr", Ports: [{ TargetPort: 80, PublishedPort: 8080 }] } }),
    service({
      EndpointSpec: {
        Ports: [
          { TargetPort: 80, PublishedPort: 8080 },
          { TargetPort: 81, PublishedPort: 8080 },
        ],
      },
    }),
  ),
  refused("with a constraint that is none", task({ Placement: { Constraints: ["zz"] } })),
  refused(
    "that reads what there is not",
    task({ ContainerSpec: { ...ContainerSpec, Secrets: [{ SecretID: "x", SecretName: "nope" }] } }),
  ),
  refused(
    "that is a job and is updated",
    service({ Mode: { ReplicatedJob: {} }, UpdateConfig: {} }),
  ),
  kept("of little", {}),
  kept("with labels", { Labels: { a: "b" } }),
  kept("with a restart policy", {
    TaskTemplate: { ContainerSpec, RestartPolicy: { Condition: "none" } },
  }),
  kept("with an update", { UpdateConfig: { Parallelism: 2 } }),
  kept("with surroundings", {
    TaskTemplate: {
      ContainerSpec: { ...ContainerSpec, Env: ["A=b"], Labels: { l: "m" }, Hostname: "host" },
      Placement: { Constraints: ["node.role==manager"] },
    },
  }),
  {
    title: "a service that is not there",
    async run(ask) {
      await ask("GET", "/services/nobody");
      await ask("DELETE", "/services/nobody");
      await ask("POST", "/services/nobody/update?version=1", service({}));
      await ask("GET", "/services/nobody/logs?stdout=1");
      await ask("GET", "/services/nobody/logs");
    },
  },
  {
    title: "a service that is changed",
    async run(ask) {
      await ask("POST", "/services/create", service({}));
      await ask("POST", "/services/create", service({}));
      const found = await ask("GET", "/services/r");
      await ask("POST", "/services/r/update", service({}));
      await ask("POST", "/services/r/update?version=1", service({}));
      const update = (rest: object, more = ""): ReturnType<Ask> =>
        ask("POST", versioned("/services/r", found, more), service(rest));
      await update({ Name: "new" });
      await update({ Mode: { Global: {} } });
      await update({}, "&rollback=previous");
      await update({ Labels: { a: "b" } });
      await ask("GET", "/services/r");
      await ask("DELETE", "/services/r");
    },
  },
  {
    title: "the filters of services and tasks",
    async run(ask) {
      await ask("POST", "/services/create", service({ Labels: { a: "b" } }));
      for (const filters of [
        { name: ["r"] },
        { name: ["zz"] },
        { mode: ["global"] },
        { mode: ["replicated"] },
        { label: ["a=b"] },
        { no: ["x"] },
      ]) {
        await ask("GET", filtered("/services", filters));
      }
      for (const filters of [
        { service: ["r"] },
        { service: ["zz"] },
        { node: ["zz"] },
        { "desired-state": ["zz"] },
        { no: ["x"] },
      ]) {
        await ask("GET", filtered("/tasks", filters));
      }
      await ask("GET", "/tasks/nobody");
      await ask("GET", "/tasks/nobody/logs?stdout=1");
      await ask("DELETE", "/services/r");
    },
  },
];
