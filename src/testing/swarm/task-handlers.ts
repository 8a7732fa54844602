import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import type { Call, Handlers } from "../http/call.js";
import { systemError } from "../http/engine-error.js";
import { swarmAnswer } from "./answers.js";
import { nodeOf } from "./node-handlers.js";
import { managed } from "./swarm.js";
import { taskLogs } from "./swarm-logs.js";
import { type Task, taskAnswer } from "./task.js";
import { taskName } from "./task-container.js";

export const taskHandlers: Handlers = {
  TaskLogs: taskLogs,
  TaskList: (call, engine) =>
    swarmAnswer(list(call, engine).map((task) => taskAnswer(engine, task))),
  TaskInspect: ({ parameter }, engine) =>
    swarmAnswer(taskAnswer(engine, managed(engine).tasks.get(parameter))),
};

function list({ query }: Call, engine: Engine): Task[] {
  const filters = Filters.parse(
    query.text("filters"),
    ["desired-state", "id", "label", "name", "node", "runtime", "service"],
    engine,
  );
  const swarm = managed(engine);
  const services = filters.values("service").map((term) => swarm.services.get(term).id);
  const nodes = filters.values("node").map((term) => nodeOf(engine, swarm, term).id);
  const states = filters.values("desired-state").flatMap((state) => {
    // An accepted one is to run, and is ready before that.
    const known: Readonly<Record<string, readonly string[]>> = {
      running: ["running"],
      shutdown: ["shutdown"],
      accepted: ["accepted"],
    };
    const found = known[state.toLowerCase()];
    if (found === undefined) throw systemError(`Invalid desired-state filter: '${state}'`);
    return found;
  });
  const begins = (name: string, text: string): boolean =>
    !filters.has(name) || filters.values(name).some((value) => text.startsWith(value));
  return swarm.tasks.all().filter((task) => {
    const service = swarm.services.byId(task.serviceId);
    return (
      begins("id", task.id) &&
      (!filters.has("name") ||
        (service !== undefined && begins("name", taskName(service, task)))) &&
      (services.length === 0 || services.includes(task.serviceId)) &&
      (nodes.length === 0 || (task.nodeId !== undefined && nodes.includes(task.nodeId))) &&
      (states.length === 0 || states.includes(task.desired)) &&
      filters.is("runtime", "container") &&
      filters.labels(service?.spec.Labels)
    );
  });
}
