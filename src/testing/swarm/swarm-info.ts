import type { Engine } from "../engine.js";
import type { AnswerBody } from "../http/call.js";
import { clusterAnswer } from "./cluster.js";

type SwarmInfo = NonNullable<NonNullable<AnswerBody<"SystemInfo">>["Swarm"]>;

/** What `docker info` says of the swarm. */
export function swarmInfo({ swarm }: Engine): SwarmInfo {
  const { cluster, node } = swarm ?? {};
  if (cluster === undefined || node === undefined) {
    return {
      NodeID: "",
      NodeAddr: "",
      LocalNodeState: "inactive",
      ControlAvailable: false,
      Error: "",
      RemoteManagers: null,
    };
  }
  return {
    NodeID: node.id,
    NodeAddr: cluster.address,
    LocalNodeState: "active",
    ControlAvailable: true,
    Error: "",
    RemoteManagers: [{ NodeID: node.id, Addr: cluster.listen }],
    Nodes: 1,
    Managers: 1,
    Cluster: clusterAnswer(cluster) as NonNullable<SwarmInfo["Cluster"]>,
  };
}
