import type { Engine } from "../engine.js";
import { EngineError } from "../http/engine-error.js";
import type { Cluster } from "./cluster.js";
import type { DataItem } from "./data.js";
import type { Node } from "./node.js";
import { Objects, type SwarmObject } from "./objects.js";
import type { Service } from "./service.js";
import type { Task } from "./task.js";

/** The swarm that an engine is the only node of. */
export class Swarm {
  readonly cluster: Cluster;
  readonly node: Node;
  readonly secrets: Objects<DataItem>;
  readonly configs: Objects<DataItem>;
  readonly services: Objects<Service>;
  readonly tasks: Objects<Task>;
  /** Looks after a service when one of its tasks has ended. */
  settle: (service: Service) => void = () => {};
  #version = 10;

  constructor(cluster: Cluster, node: Node) {
    this.cluster = cluster;
    this.node = node;
    this.secrets = new Objects("secret", ({ spec }) => spec.Name);
    this.configs = new Objects("config", ({ spec }) => spec.Name);
    this.services = new Objects("service", ({ spec }) => spec.Name);
    this.tasks = new Objects("task", ({ id }) => id);
  }

  nextVersion(): number {
    this.#version += 1;
    return this.#version;
  }

  /** Every change has a version of its own. */
  change<Spec>(engine: Engine, object: SwarmObject<Spec>, spec: Spec = object.spec): void {
    object.spec = spec;
    object.version = this.nextVersion();
    object.updated = engine.clock.now();
  }
}

/** The swarm, which only its managers can be asked about. */
export function managed({ swarm }: Engine): Swarm {
  if (swarm !== undefined) return swarm;
  throw unavailable(
    'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
  );
}

export const unavailable = (message: string): EngineError => new EngineError(503, message);
