import { timestamp } from "../clock.js";
import { kill, stop } from "../containers/lifecycle.js";
import { removeContainer } from "../containers/removal.js";
import type { Engine } from "../engine.js";
import { fits } from "./placement.js";
import { isGlobal, isJob, type Service, type UpdateStatus } from "./service.js";
import type { Swarm } from "./swarm.js";
import { isOver, statusNow, type Task } from "./task.js";
import { launch, makeTask } from "./task-run.js";

export const tasksOf = (swarm: Swarm, { id }: Service): Task[] =>
  swarm.tasks.all().filter(({ serviceId }) => serviceId === id);

/** After a change of the node: what may run there now. */
export function reconcileAll(engine: Engine, swarm: Swarm): void {
  for (const service of swarm.services.all()) reconcile(engine, swarm, service);
}

/** Makes the tasks that are missing, and ends those that are too many. */
export function reconcile(engine: Engine, swarm: Swarm, service: Service): void {
  if (isJob(service.spec)) {
    reconcileJob(engine, swarm, service);
    return;
  }
  const wanted = slots(engine, swarm, service);
  const tasks = tasksOf(swarm, service);
  const drained = swarm.node.spec.Availability === "drain";
  for (const task of tasks) {
    if (!wanted.includes(task.slot)) remove(engine, swarm, task);
    else if (drained && task.nodeId !== undefined) void shutDown(engine, swarm, task);
  }
  for (const slot of wanted) {
    const there = tasks.find((task) => task.slot === slot && task.desired !== "shutdown");
    if (there?.status.State === "pending") launch(engine, swarm, service, there);
    // What has ended for good keeps its slot: it was not to be started again.
    else if (there === undefined && mayStart(service, tasks, slot)) {
      launch(engine, swarm, service, makeTask(engine, swarm, service, slot));
    }
  }
  forget(engine, swarm, service);
}

/** A slot whose last task ended by itself is not filled again: its restart policy has had its say. */
function mayStart(service: Service, tasks: readonly Task[], slot: number): boolean {
  const last = tasks.filter((task) => task.slot === slot).at(-1);
  if (last === undefined || last.status.State === "shutdown" || !isOver(last)) return true;
  return last.spec !== service.spec.TaskTemplate;
}

function slots(engine: Engine, swarm: Swarm, service: Service): number[] {
  const { spec } = service;
  if (isGlobal(spec)) {
    const here = fits(engine, swarm, service) && swarm.node.spec.Availability !== "drain";
    return here ? [0] : [];
  }
  const count = spec.Mode?.Replicated?.Replicas ?? 1;
  return Array.from({ length: count }, (_, index) => index + 1);
}

function reconcileJob(engine: Engine, swarm: Swarm, service: Service): void {
  const job = service.spec.Mode?.ReplicatedJob;
  const all = tasksOf(swarm, service);
  for (const task of all) {
    if (task.iteration !== service.iteration) void shutDown(engine, swarm, task);
  }
  const tasks = all.filter(({ iteration }) => iteration === service.iteration);
  const most = job ? Number(job.MaxConcurrent ?? 1) : 1;
  const total = job ? Number(job.TotalCompletions ?? most) : fits(engine, swarm, service) ? 1 : 0;
  let busy = tasks.filter((task) => !isOver(task) && task.desired === "complete").length;
  for (let slot = 0; slot < total && busy < most; slot += 1) {
    if (tasks.some((task) => task.slot === slot)) continue;
    launch(engine, swarm, service, makeTask(engine, swarm, service, slot));
    busy += 1;
  }
}

/** Ends a task, which stays among those that were. */
export async function shutDown(engine: Engine, swarm: Swarm, task: Task): Promise<void> {
  if (task.desired === "shutdown") return;
  clearTimeout(task.timer);
  task.desired = "shutdown";
  swarm.change(engine, task);
  if (isOver(task)) return;
  const { container } = task;
  if (container?.running) {
    const grace = task.spec.ContainerSpec.StopGracePeriod;
    const timeout = grace == null ? undefined : Math.ceil(grace / 1e9);
    await stop(engine, container, { signal: "", timeout });
  }
  if (isOver(task)) return;
  task.status = statusNow(engine, "shutdown", "shutdown");
  swarm.change(engine, task);
}

/** Ends a task and forgets it: nobody wants its slot any more. */
export function remove(engine: Engine, swarm: Swarm, task: Task): void {
  void shutDown(engine, swarm, task).then(() => drop(engine, swarm, task));
}

function drop(engine: Engine, swarm: Swarm, task: Task): void {
  swarm.tasks.delete(task);
  const { container } = task;
  if (container !== undefined && engine.containers.all().includes(container)) {
    container.removing = true;
    removeContainer(engine, container, { volumes: true });
  }
}

/** A task has ended: what is old is forgotten, and a job goes on with its next one. */
export function settle(engine: Engine, swarm: Swarm, service: Service): void {
  if (isJob(service.spec)) reconcileJob(engine, swarm, service);
  forget(engine, swarm, service);
}

/** Of each slot so many tasks are kept, more where its restart policy counts them. */
function forget(engine: Engine, swarm: Swarm, service: Service): void {
  const limit = swarm.cluster.spec.Orchestration?.TaskHistoryRetentionLimit ?? 0;
  const attempts = service.spec.TaskTemplate.RestartPolicy?.MaxAttempts ?? 0;
  const most = attempts > 0 ? Math.max(limit, attempts + 1) : limit;
  const all = tasksOf(swarm, service);
  for (const wanted of new Set(all.map(({ slot }) => slot))) {
    const tasks = all.filter(({ slot }) => slot === wanted);
    const over = tasks.filter((task) => isOver(task) && task.desired === "shutdown");
    for (const task of over.slice(0, Math.max(0, tasks.length - Math.max(most, 1)))) {
      drop(engine, swarm, task);
    }
  }
}

/** Replaces the tasks of a service by those of its new template, so many at a time. */
export async function replaceTasks(
  engine: Engine,
  swarm: Swarm,
  service: Service,
  kind: "update" | "rollback",
): Promise<void> {
  const { spec } = service;
  const config = kind === "update" ? spec.UpdateConfig : spec.RollbackConfig;
  const started = timestamp(engine.clock.now());
  const running = kind === "update" ? "updating" : "rollback_started";
  setStatus(engine, service, {
    State: running,
    StartedAt: started,
    Message: kind === "update" ? "update in progress" : "manually requested rollback",
  });
  const version = service.version;
  const old = tasksOf(swarm, service).filter(({ desired }) => desired !== "shutdown");
  const width = (config?.Parallelism ?? 1) || Math.max(old.length, 1);
  const isCurrent = (): boolean =>
    !engine.closed && engine.swarm === swarm && service.version === version;
  for (let at = 0; at < old.length && isCurrent(); at += width) {
    await Promise.all(old.slice(at, at + width).map((task) => shutDown(engine, swarm, task)));
    if (isCurrent()) reconcile(engine, swarm, service);
  }
  if (!isCurrent()) return;
  reconcile(engine, swarm, service);
  setStatus(engine, service, {
    State: kind === "update" ? "completed" : "rollback_completed",
    StartedAt: started,
    CompletedAt: timestamp(engine.clock.now()),
    Message: `${kind} completed`,
  });
  swarm.change(engine, service);
}

function setStatus(engine: Engine, service: Service, status: UpdateStatus): void {
  const before = service.updateStatus?.State;
  service.updateStatus = status;
  engine.events.swarm("service", "update", service.id, {
    name: service.spec.Name,
    "updatestate.new": status.State,
    ...(before !== undefined && { "updatestate.old": before }),
  });
}

/** All of it is over at once: the swarm is left, or a service is removed. */
export async function endTasks(
  engine: Engine,
  swarm: Swarm,
  tasks: readonly Task[] = swarm.tasks.all(),
): Promise<void> {
  await Promise.all(
    tasks.map(async (task) => {
      clearTimeout(task.timer);
      task.desired = "shutdown";
      const { container } = task;
      if (container?.running) await kill(engine, container, "SIGKILL");
      drop(engine, swarm, task);
    }),
  );
}
