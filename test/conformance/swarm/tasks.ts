import { filtered, type SwarmScenario, type Told, versioned } from "./scenario.js";

interface ToldTask {
  readonly Status: { readonly State: string; readonly Err?: string };
  readonly DesiredState: string;
}

const tasksOf = filtered("/tasks", { service: ["r"] });
const counted = `${filtered("/services", { name: ["r"] })}&status=true`;

/** As `docker service ps` shows them, in no order. */
const states = (tasks: readonly ToldTask[]): string[] =>
  tasks.map(({ Status, DesiredState }) => `${Status.State} ${DesiredState}`).sort();

interface Service {
  readonly command?: string;
  readonly Mode?: object;
  readonly TaskTemplate?: object;
}

const once = { RestartPolicy: { Condition: "none" } };

function service({ command = "sleep 600", Mode = {}, TaskTemplate = {} }: Service): object {
  const Command = command.startsWith("/") ? [command] : ["sh", "-c", command];
  const ContainerSpec = { Image: "busybox:local", Command, StopSignal: "SIGKILL" };
  return { Name: "r", Mode, TaskTemplate: { ContainerSpec, ...TaskTemplate } };
}

/** Makes a service, waits until its tasks are as they stay, and looks at them. */
const settles = (title: string, wanted: readonly string[], given: Service): SwarmScenario => ({
  title: `tasks ${title}`,
  async run(ask, wait) {
    await ask("POST", "/services/create", service(given));
    await wait<ToldTask[]>(tasksOf, (tasks) => `${states(tasks)}` === `${wanted}`);
    await ask("GET", tasksOf);
    await ask("GET", counted);
    await ask("DELETE", "/services/r");
  },
});

const running = "running running";
const complete = "complete complete";

export const taskScenarios: readonly SwarmScenario[] = [
  settles("that run", [running, running], { Mode: { Replicated: { Replicas: 2 } } }),
  settles("of a global service", [running], { Mode: { Global: {} } }),
  settles("that end well", ["complete shutdown"], { command: "exit 0", TaskTemplate: once }),
  settles("that fail", ["failed shutdown"], { command: "exit 3", TaskTemplate: once }),
  settles("that cannot be started", ["failed shutdown"], { command: "/nope", TaskTemplate: once }),
  settles("that fail again and again", Array(3).fill("failed shutdown"), {
    command: "exit 3",
    TaskTemplate: { RestartPolicy: { Condition: "on-failure", Delay: 1_000_000, MaxAttempts: 2 } },
  }),
  settles("of a job", [complete, complete], {
    command: "exit 0",
    Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 2 } },
    TaskTemplate: once,
  }),
  settles("of a global job", [complete], {
    command: "exit 0",
    Mode: { GlobalJob: {} },
    TaskTemplate: once,
  }),
  {
    title: "tasks that no node may have",
    async run(ask, wait) {
      const TaskTemplate = { Placement: { Constraints: ["node.role==worker"] } };
      await ask("POST", "/services/create", service({ TaskTemplate }));
      await wait<ToldTask[]>(tasksOf, ([task]) => task?.Status.Err !== undefined);
      await ask("GET", tasksOf);
      await ask("DELETE", "/services/r");
    },
  },
  {
    title: "tasks of a service that is scaled",
    async run(ask, wait) {
      await ask("POST", "/services/create", service({}));
      for (const Replicas of [3, 1]) {
        const all = Array(Replicas).fill(running);
        const found = await ask<Told>("GET", "/services/r");
        const Mode = { Replicated: { Replicas } };
        await ask("POST", versioned("/services/r", found), service({ Mode }));
        await wait<ToldTask[]>(tasksOf, (tasks) => `${states(tasks)}` === `${all}`);
        await ask("GET", "/services/r");
        await ask("GET", counted);
      }
      await ask("DELETE", "/services/r");
    },
  },
];
