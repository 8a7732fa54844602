import type { Engine } from "../engine.js";
import type { Cluster } from "./cluster.js";
import { swarmId } from "./ids.js";
import { described, type SwarmObject } from "./objects.js";

export interface NodeSpec {
  readonly Name?: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly Role: "manager" | "worker";
  readonly Availability: "active" | "pause" | "drain";
}

export type Node = SwarmObject<NodeSpec>;

export function makeNode({ random, clock }: Engine): Node {
  const created = clock.now();
  return {
    id: swarmId(random),
    created,
    updated: clock.now(),
    version: 9,
    spec: { Labels: {}, Role: "manager", Availability: "active" },
  };
}

const plugins = {
  Log: ["json-file", "local"],
  Network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
  Volume: ["local"],
};

export function nodeAnswer({ identity }: Engine, node: Node, cluster: Cluster): object {
  return {
    ...described(node),
    Spec: node.spec,
    Description: {
      Hostname: identity.name,
      Platform: { Architecture: "x86_64", OS: "linux" },
      Resources: { NanoCPUs: 2_000_000_000, MemoryBytes: 8_589_934_592 },
      Engine: {
        EngineVersion: identity.engineVersion,
        Plugins: Object.entries(plugins).flatMap(([type, names]) =>
          names.map((name) => ({ Type: type, Name: name })),
        ),
      },
      TLSInfo: cluster.trust,
    },
    Status: { State: "ready", Addr: cluster.address },
    ManagerStatus: {
      Leader: true,
      Reachability: "reachable",
      Addr: cluster.listen,
    },
  };
}
