import type { components } from "../../../generated/api.js";
import { timestamp } from "../clock.js";
import type { Given } from "../http/call.js";
import { described, type SwarmObject } from "./objects.js";
import type { Swarm } from "./swarm.js";
import type { Task } from "./task.js";

export type GivenService = Given<components["schemas"]["ServiceSpec"]>;
export type GivenTask = NonNullable<GivenService["TaskTemplate"]>;
export type GivenContainer = NonNullable<GivenTask["ContainerSpec"]>;

export type TaskTemplate = GivenTask & { readonly ContainerSpec: GivenContainer };
export type ServiceSpec = GivenService & {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly TaskTemplate: TaskTemplate;
};

export interface UpdateStatus {
  readonly State: string;
  readonly StartedAt: string;
  readonly CompletedAt?: string;
  readonly Message: string;
}

export interface VirtualAddress {
  readonly NetworkID: string;
  readonly Addr: string;
}

export interface Service extends SwarmObject<ServiceSpec> {
  previous: ServiceSpec | undefined;
  updateStatus: UpdateStatus | undefined;
  /** Of a job: which of its runs this is, and since when. */
  iteration: number;
  lastExecution: bigint;
  addresses: readonly VirtualAddress[];
  /** Who may pull its image. */
  registryAuth: string | undefined;
  /** Restarts so far, by slot. */
  readonly attempts: Map<string, number>;
}

export const isJob = ({ Mode: mode }: ServiceSpec): boolean =>
  mode?.ReplicatedJob != null || mode?.GlobalJob != null;

export const isGlobal = ({ Mode: mode }: ServiceSpec): boolean =>
  mode?.Global != null || mode?.GlobalJob != null;

export function modeOf({ Mode: mode }: ServiceSpec): string {
  if (mode?.Global != null) return "global";
  if (mode?.GlobalJob != null) return "global-job";
  return mode?.ReplicatedJob != null ? "replicated-job" : "replicated";
}

export function serviceAnswer(service: Service, spec: ServiceSpec = service.spec): object {
  const { previous, updateStatus, addresses } = service;
  const endpoint = spec.EndpointSpec ?? {};
  return {
    ...described(service),
    Spec: spec,
    ...(previous && { PreviousSpec: previous }),
    Endpoint: {
      Spec: endpoint,
      ...(endpoint.Ports?.length && { Ports: endpoint.Ports }),
      ...(addresses.length > 0 && { VirtualIPs: addresses }),
    },
    ...(updateStatus && { UpdateStatus: updateStatus }),
    ...(isJob(spec) && {
      JobStatus: {
        JobIteration: iterationOf(service.iteration),
        LastExecution: timestamp(service.lastExecution),
      },
    }),
  };
}

export const iterationOf = (iteration: number): object =>
  iteration === 0 ? {} : { Index: iteration };

/** What `docker service ls` counts. */
export function serviceStatus({ spec }: Service, tasks: readonly Task[]): object {
  const count = (wanted: (task: Task) => boolean): number => tasks.filter(wanted).length;
  const job = spec.Mode?.ReplicatedJob;
  const desired = job
    ? Number(job.MaxConcurrent ?? 1)
    : (spec.Mode?.Replicated?.Replicas ??
      count(({ desired, status }) =>
        isJob(spec) ? status.State !== "complete" && desired === "complete" : desired === "running",
      ));
  return {
    RunningTasks: count(
      ({ status, desired }) => status.State === "running" && desired !== "shutdown",
    ),
    DesiredTasks: desired,
    CompletedTasks: isJob(spec) ? count(({ status }) => status.State === "complete") : 0,
  };
}

/** The names of the services that read a secret or a config. */
export function servicesThatRead(swarm: Swarm, kind: "secret" | "config", id: string): string[] {
  return swarm.services
    .all()
    .filter(
      ({
        spec: {
          TaskTemplate: { ContainerSpec: container },
        },
      }) =>
        kind === "secret"
          ? container.Secrets?.some((each) => each?.SecretID === id)
          : container.Configs?.some((each) => each?.ConfigID === id),
    )
    .map(({ spec }) => spec.Name);
}
