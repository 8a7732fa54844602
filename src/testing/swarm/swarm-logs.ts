import { fixedTimestamp } from "../clock.js";
import type { LogEntry } from "../containers/log-book.js";
import { frame, selectionOf, streamType, write } from "../containers/logs.js";
import type { Engine } from "../engine.js";
import type { Call, Handler } from "../http/call.js";
import { systemError } from "../http/engine-error.js";
import { tasksOf } from "./orchestrator.js";
import { managed, type Swarm } from "./swarm.js";
import type { Task } from "./task.js";

/** What the tasks of a service wrote; whoever follows it gets those of its coming tasks, too. */
export const serviceLogs: Handler<"ServiceLogs"> = async (call, engine) => {
  checkStreams(call);
  const swarm = managed(engine);
  const service = swarm.services.get(call.parameter);
  const find = (): Task[] => tasksOf(swarm, service);
  await send(call, engine, {
    swarm,
    find,
    tty: service.spec.TaskTemplate.ContainerSpec.TTY === true,
  });
  return undefined;
};

export const taskLogs: Handler<"TaskLogs"> = async (call, engine) => {
  checkStreams(call);
  const swarm = managed(engine);
  const task = swarm.tasks.get(call.parameter);
  const find = (): Task[] => [task];
  await send(call, engine, { swarm, find, tty: task.spec.ContainerSpec.TTY === true });
  return undefined;
};

function checkStreams({ query }: Call): void {
  if (query.flag("stdout") || query.flag("stderr")) return;
  throw systemError("Bad parameters: you must choose at least one stream");
}

interface Source {
  readonly swarm: Swarm;
  readonly find: () => Task[];
  readonly tty: boolean;
}

/** Milliseconds between two looks for new tasks. */
const pause = 50;

async function send(call: Call, engine: Engine, { swarm, find, tty }: Source): Promise<void> {
  const { query, response, signal } = call;
  const selection = selectionOf(call);
  response.writeHead(200, { "content-type": streamType(call, tty) }).flushHeaders();
  const known = new Set<Task>();
  const copy = async (task: Task): Promise<void> => {
    const log = task.container?.log;
    if (log === undefined) return;
    for await (const entry of log.read(selection, signal)) {
      const line = decorate(entry, call, task);
      await write(response, tty ? line : frame(entry.stream, line), signal);
    }
  };
  const copies: Promise<void>[] = [];
  const look = (): void => {
    for (const task of find()) {
      if (known.has(task) || task.container === undefined) continue;
      known.add(task);
      copies.push(copy(task));
    }
  };
  look();
  if (query.flag("follow")) {
    const goesOn = (): boolean => !signal.aborted && !engine.closed && engine.swarm === swarm;
    while (goesOn()) {
      await new Promise<void>((resolve) => void setTimeout(resolve, pause).unref());
      look();
    }
  }
  await Promise.all(copies);
  if (!signal.aborted) response.end();
}

function decorate({ time, line }: LogEntry, { query }: Call, task: Task): Buffer {
  const labels = {
    "com.docker.swarm.node.id": task.nodeId ?? "",
    "com.docker.swarm.service.id": task.serviceId,
    "com.docker.swarm.task.id": task.id,
  };
  const details = Object.entries(labels).map((pair) => pair.join("="));
  const prefix = [
    ...(query.flag("timestamps") ? [fixedTimestamp(time)] : []),
    ...(query.flag("details") ? [details.join(",")] : []),
  ].map((word) => `${word} `);
  return Buffer.concat([Buffer.from(prefix.join("")), line]);
}
