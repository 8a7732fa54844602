import type { Engine } from "../engine.js";
import type { Service } from "./service.js";
import type { Swarm } from "./swarm.js";

/** Why the node cannot have tasks of a service; nothing where it can. */
export function whyNotHere(engine: Engine, swarm: Swarm, service: Service): string {
  if (swarm.node.spec.Availability !== "active") {
    return "no suitable node (1 node not available for new tasks)";
  }
  return fits(engine, swarm, service)
    ? ""
    : "no suitable node (scheduling constraints not satisfied on 1 node)";
}

/** Whether the node is one of those that the service's constraints allow. */
export function fits(engine: Engine, swarm: Swarm, { spec }: Service): boolean {
  return (spec.TaskTemplate.Placement?.Constraints ?? []).every((constraint) => {
    const [, key = "", operator, wanted = ""] =
      /^\s*([\w./-]+)\s*(==|!=)\s*(.*?)\s*$/.exec(constraint ?? "") ?? [];
    const value = attribute(engine, swarm, key).toLowerCase();
    return (value === wanted.toLowerCase()) === (operator === "==");
  });
}

function attribute({ identity }: Engine, { node }: Swarm, key: string): string {
  const known: Readonly<Record<string, string>> = {
    "node.id": node.id,
    "node.hostname": identity.name,
    "node.role": node.spec.Role,
    "node.platform.os": "linux",
    "node.platform.arch": "x86_64",
  };
  const [, label] = /^node\.labels\.(.+)$/.exec(key) ?? [];
  return (label === undefined ? known[key] : node.spec.Labels[label]) ?? "";
}
