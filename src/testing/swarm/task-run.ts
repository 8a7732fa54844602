import { start } from "../containers/lifecycle.js";
import type { Engine } from "../engine.js";
import { EngineError } from "../http/engine-error.js";
import { inWordsOf } from "../http/older-words.js";
import { swarmId } from "./ids.js";
import { whyNotHere } from "./placement.js";
import { isJob, type Service } from "./service.js";
import type { Swarm } from "./swarm.js";
import { isOver, statusNow, type Task } from "./task.js";
import { makeTaskContainer } from "./task-container.js";
import { attachmentsOf } from "./task-networks.js";

export function makeTask(engine: Engine, swarm: Swarm, service: Service, slot: number): Task {
  const now = engine.clock.now();
  const job = isJob(service.spec);
  const task: Task = {
    id: swarmId(engine.random),
    created: now,
    updated: now,
    version: swarm.nextVersion(),
    spec: service.spec.TaskTemplate,
    serviceId: service.id,
    slot,
    iteration: job ? service.iteration : undefined,
    nodeId: undefined,
    status: statusNow(engine, "new", "created"),
    desired: job ? "complete" : "running",
    container: undefined,
    prepared: false,
    exitCode: 0,
    timer: undefined,
    networks: [],
  };
  swarm.tasks.add(task);
  return task;
}

/** Gives a task to the node, if it may have it, and starts its container. */
export function launch(engine: Engine, swarm: Swarm, service: Service, task: Task): void {
  const reason = whyNotHere(engine, swarm, service);
  if (reason !== "") {
    task.status = statusNow(engine, "pending", "pending task scheduling", reason);
    swarm.change(engine, task);
    return;
  }
  task.nodeId = swarm.node.id;
  if (!prepare(engine, swarm, service, task)) return;
  run(engine, swarm, service, task);
}

function prepare(engine: Engine, swarm: Swarm, service: Service, task: Task): boolean {
  task.prepared = true;
  try {
    task.container = makeTaskContainer(engine, swarm, service, task);
    task.status = statusNow(engine, "ready", "prepared");
    swarm.change(engine, task);
    return true;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    task.status = statusNow(engine, "rejected", "preparing", error.message);
    over(engine, swarm, service, task);
    return false;
  }
}

function run(engine: Engine, swarm: Swarm, service: Service, task: Task): void {
  const { container } = task;
  if (container === undefined) return;
  const ended = container.nextStop();
  try {
    start(engine, container);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    task.exitCode = container.exitCode;
    const reason = `starting container failed: ${inWordsOf(engine, error.message)}`;
    task.status = statusNow(engine, "failed", "starting", reason);
    over(engine, swarm, service, task);
    return;
  }
  task.status = statusNow(engine, "running", "started");
  task.networks = attachmentsOf(engine, task);
  swarm.change(engine, task);
  void ended.then(({ code }) => {
    if (isOver(task)) return;
    task.exitCode = code;
    if (task.desired === "shutdown") task.status = statusNow(engine, "shutdown", "shutdown");
    else if (code === 0) task.status = statusNow(engine, "complete", "finished");
    else {
      task.status = statusNow(engine, "failed", "started", `task: non-zero exit (${code})`);
    }
    over(engine, swarm, service, task);
  });
}

/** It has ended: its restart policy says whether another one takes its place. */
function over(engine: Engine, swarm: Swarm, service: Service, task: Task): void {
  swarm.change(engine, task);
  if (engine.closed || engine.swarm !== swarm || task.desired === "shutdown") return;
  if (swarm.services.byId(service.id) === undefined) return;
  const job = isJob(service.spec);
  const { RestartPolicy: policy } = task.spec;
  const succeeded = task.status.State === "complete";
  if (job && succeeded) {
    swarm.settle(service);
    return;
  }
  const condition = policy?.Condition ?? "any";
  const wanted = condition === "none" ? false : job || condition === "any" || !succeeded;
  const key = `${task.iteration ?? ""}/${task.slot}`;
  const restarts = service.attempts.get(key) ?? 0;
  const most = policy?.MaxAttempts ?? 0;
  task.desired = "shutdown";
  if (wanted && (most === 0 || restarts < most)) {
    service.attempts.set(key, restarts + 1);
    startLater(engine, swarm, service, task);
  }
  swarm.settle(service);
}

/** The next one is prepared now, and started when the delay is over. */
function startLater(engine: Engine, swarm: Swarm, service: Service, last: Task): void {
  const task = makeTask(engine, swarm, service, last.slot);
  const { desired } = task;
  task.desired = "ready";
  const reason = whyNotHere(engine, swarm, service);
  if (reason !== "") {
    task.desired = desired;
    launch(engine, swarm, service, task);
    return;
  }
  task.nodeId = swarm.node.id;
  const delay = task.spec.RestartPolicy?.Delay ?? 5_000_000_000;
  task.timer = setTimeout(() => {
    if (engine.closed || engine.swarm !== swarm || task.desired === "shutdown") return;
    task.desired = desired;
    launch(engine, swarm, service, task);
  }, delay / 1e6);
  task.timer.unref();
}
