import type { Engine } from "../engine.js";
import { EngineError, systemError } from "../http/engine-error.js";
import { type GivenService, isJob, type ServiceSpec } from "./service.js";

type Loose = { readonly [field: string]: unknown };

const keptEmpty = ["Global", "GlobalJob", "ReplicatedJob", "Replicated"];

/** What a swarm keeps of a spec: nothing that is empty, and what it fills in. */
export function keptService(engine: Engine, given: ServiceSpec): ServiceSpec {
  const { TaskTemplate: task, Mode: mode, EndpointSpec: endpoint } = given;
  const policy = task.RestartPolicy;
  const networks = (task.Networks ?? given.Networks ?? []).map((each) => ({
    ...each,
    Target: networkId(engine, each?.Target ?? ""),
  }));
  const spec = {
    Labels: given.Labels ?? {},
    Name: given.Name ?? "",
    TaskTemplate: {
      ...task,
      ContainerSpec: {
        ...(compact(task.ContainerSpec) as object),
        Isolation: task.ContainerSpec.Isolation || "default",
      },
      ...(policy && {
        RestartPolicy: {
          Condition: policy.Condition || "any",
          ...(policy.Delay != null && { Delay: policy.Delay }),
          MaxAttempts: policy.MaxAttempts ?? 0,
          ...(policy.Window != null && { Window: policy.Window }),
        },
      }),
      Networks: networks.length > 0 ? networks : undefined,
      ForceUpdate: task.ForceUpdate ?? 0,
      Runtime: task.Runtime || "container",
    },
    Mode: keptMode(mode),
    ...(given.UpdateConfig && { UpdateConfig: keptUpdate(given.UpdateConfig) }),
    ...(given.RollbackConfig && { RollbackConfig: keptUpdate(given.RollbackConfig) }),
    ...(endpoint && {
      EndpointSpec: {
        Mode: endpoint.Mode || "vip",
        ...(endpoint.Ports?.length && { Ports: endpoint.Ports.map(keptPort) }),
      },
    }),
  };
  return { ...(compact(spec) as ServiceSpec), Labels: spec.Labels };
}

function networkId(engine: Engine, target: string): string {
  try {
    return engine.networks.get(target).id;
  } catch (error) {
    if (error instanceof EngineError) throw systemError(error.message);
    throw error;
  }
}

function keptMode(mode: GivenService["Mode"]): object {
  if (mode?.Global != null) return { Global: {} };
  if (mode?.GlobalJob != null) return { GlobalJob: {} };
  const job = mode?.ReplicatedJob;
  if (job != null) {
    const most = Number(job.MaxConcurrent ?? 1);
    return {
      ReplicatedJob: {
        MaxConcurrent: most,
        TotalCompletions: Number(job.TotalCompletions ?? most),
      },
    };
  }
  return { Replicated: { Replicas: Number(mode?.Replicated?.Replicas ?? 1) } };
}

type GivenUpdate = NonNullable<GivenService["UpdateConfig"]>;

const keptUpdate = (given: GivenUpdate): object => ({
  Parallelism: given.Parallelism ?? 0,
  ...(given.Delay && { Delay: given.Delay }),
  FailureAction: given.FailureAction || "pause",
  ...(given.Monitor != null && { Monitor: given.Monitor }),
  MaxFailureRatio: given.MaxFailureRatio ?? 0,
  Order: given.Order || "stop-first",
});

type GivenPort = NonNullable<NonNullable<GivenService["EndpointSpec"]>["Ports"]>[number];

const keptPort = (port: GivenPort): object => ({
  ...(port?.Name && { Name: port.Name }),
  Protocol: port?.Protocol || "tcp",
  ...(port?.TargetPort && { TargetPort: port.TargetPort }),
  ...(port?.PublishedPort && { PublishedPort: port.PublishedPort }),
  PublishMode: port?.PublishMode || "ingress",
});

/** Without what Go leaves out: `null`, empty text and lists. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value as Loose)
    .filter(([, item]) => item !== null && item !== undefined && item !== "" && item !== false)
    .filter(([, item]) => !Array.isArray(item) || item.length > 0)
    .map(([name, item]) => [name, compact(item)] as const)
    .filter(([name, item]) => keptEmpty.includes(name) || !isEmptyObject(item));
  return Object.fromEntries(kept);
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;

const update = {
  Parallelism: 1,
  FailureAction: "pause",
  Monitor: 5_000_000_000,
  MaxFailureRatio: 0,
  Order: "stop-first",
};

/** With what the swarm does where a spec says nothing: `insertDefaults`. */
export function withDefaults(spec: ServiceSpec): ServiceSpec {
  const { TaskTemplate: task } = spec;
  const filled = {
    ...spec,
    TaskTemplate: {
      Resources: {},
      Placement: {},
      ...task,
      ContainerSpec: { StopGracePeriod: 10_000_000_000, DNSConfig: {}, ...task.ContainerSpec },
      RestartPolicy: {
        Condition: isJob(spec) ? "on-failure" : "any",
        Delay: 5_000_000_000,
        MaxAttempts: 0,
        ...task.RestartPolicy,
      },
    },
    UpdateConfig: { ...update, ...spec.UpdateConfig },
    RollbackConfig: { ...update, ...spec.RollbackConfig },
  };
  return filled as ServiceSpec;
}
