import { timestamp } from "../clock.js";
import type { Container } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { described, type SwarmObject } from "./objects.js";
import { iterationOf, type TaskTemplate } from "./service.js";

export type TaskState =
  | "new"
  | "pending"
  | "preparing"
  | "ready"
  | "starting"
  | "running"
  | "complete"
  | "shutdown"
  | "failed"
  | "rejected";

export interface TaskStatus {
  readonly State: TaskState;
  readonly Message: string;
  readonly Err?: string;
  readonly Timestamp: string;
}

/** One run of one replica of a service. */
export interface Task extends SwarmObject<TaskTemplate> {
  readonly serviceId: string;
  readonly slot: number;
  /** Of a job: which of its runs it belongs to. */
  readonly iteration: number | undefined;
  nodeId: string | undefined;
  status: TaskStatus;
  desired: "ready" | "running" | "complete" | "shutdown";
  container: Container | undefined;
  /** Whether a container was wanted at all. */
  prepared: boolean;
  exitCode: number;
  /** When its delay is over. */
  timer: NodeJS.Timeout | undefined;
  /** How the networks that it is in are shown. */
  networks: readonly object[];
}

const ended: readonly TaskState[] = ["complete", "shutdown", "failed", "rejected"];

export const isOver = ({ status }: Task): boolean => ended.includes(status.State);

export function statusNow(engine: Engine, state: TaskState, message: string, err = ""): TaskStatus {
  return {
    Timestamp: timestamp(engine.clock.now()),
    State: state,
    Message: message,
    ...(err !== "" && { Err: err }),
  };
}

export function taskAnswer(engine: Engine, task: Task): object {
  const { container, prepared, slot, nodeId, iteration, networks } = task;
  const { Runtime: _runtime, ...spec } = task.spec;
  const running = task.status.State === "running";
  return {
    ...described(task),
    Labels: {},
    Spec: spec,
    ServiceID: task.serviceId,
    ...(slot > 0 && { Slot: slot }),
    ...(nodeId !== undefined && { NodeID: nodeId }),
    Status: {
      ...task.status,
      ...(prepared && {
        ContainerStatus: {
          ContainerID: container?.id ?? "",
          PID: running ? (container?.pid ?? 0) : 0,
          ExitCode: task.exitCode,
        },
      }),
      PortStatus: {},
    },
    DesiredState: task.desired,
    ...(networks.length > 0 && { NetworksAttachments: networks }),
    ...(iteration !== undefined && { JobIteration: iterationOf(iteration) }),
    ...(engine.atLeast(42) && { Volumes: null }),
  };
}
