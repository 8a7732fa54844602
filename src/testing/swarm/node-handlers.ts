import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import type { Handlers } from "../http/call.js";
import { badRequest, notFound, systemError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { swarmAnswer, versionOf } from "./answers.js";
import { type Node, type NodeSpec, nodeAnswer } from "./node.js";
import { checkVersion } from "./objects.js";
import { reconcileAll } from "./orchestrator.js";
import { managed, type Swarm } from "./swarm.js";

interface GivenNode {
  readonly Name?: string | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Role?: string | null;
  readonly Availability?: string | null;
}

const roles = ["manager", "worker"] as const;
const availabilities = ["active", "pause", "drain"] as const;
const memberships = ["accepted", "pending"];

export const nodeHandlers: Handlers = {
  NodeList({ query }, engine) {
    const filters = Filters.parse(
      query.text("filters"),
      ["id", "label", "membership", "name", "node.label", "role"],
      engine,
    );
    const swarm = managed(engine);
    for (const role of filters.values("role")) {
      if (!roles.some((known) => known === role)) {
        throw systemError(`Invalid role filter: '${role}'`);
      }
    }
    for (const state of filters.values("membership")) {
      if (!memberships.includes(state)) throw systemError(`Invalid membership filter: '${state}'`);
    }
    const { node, cluster } = swarm;
    const begins = (name: string, text: string): boolean =>
      !filters.has(name) || filters.values(name).some((value) => text.startsWith(value));
    const wanted =
      begins("id", node.id) &&
      begins("name", engine.identity.name) &&
      filters.is("role", node.spec.Role) &&
      filters.is("membership", "accepted") &&
      filters.values("label").length === 0 &&
      filters.values("node.label").every((label) => hasLabel(node.spec.Labels, label));
    return swarmAnswer(wanted ? [nodeAnswer(engine, node, cluster)] : []);
  },

  NodeInspect({ parameter }, engine) {
    const swarm = managed(engine);
    return swarmAnswer(nodeAnswer(engine, nodeOf(engine, swarm, parameter), swarm.cluster));
  },

  async NodeUpdate(call, engine) {
    const body = readJson(call, { name: "swarm.NodeSpec", owner: "NodeSpec", struct: {} });
    const given = (body ?? {}) as GivenNode;
    const version = versionOf(call, "node");
    const swarm = managed(engine);
    const role = roles.find((known) => known === given.Role);
    if (role === undefined) throw badRequest(`invalid Role: "${given.Role ?? ""}"`);
    const availability = availabilities.find((known) => known === given.Availability);
    if (availability === undefined) {
      throw badRequest(`invalid Availability: "${given.Availability ?? ""}"`);
    }
    const node = nodeOf(engine, swarm, call.parameter);
    checkVersion(node, version);
    if (role === "worker") {
      throw badRequest(
        "rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm",
      );
    }
    const before = node.spec.Availability;
    const spec: NodeSpec = {
      ...(given.Name && { Name: given.Name }),
      Labels: given.Labels ?? {},
      Role: role,
      Availability: availability,
    };
    swarm.change(engine, node, spec);
    engine.events.swarm("node", "update", node.id, {
      name: engine.identity.name,
      ...(before !== availability && {
        "availability.new": availability,
        "availability.old": before,
      }),
    });
    reconcileAll(engine, swarm);
    return { status: 200 };
  },

  NodeDelete({ parameter }, engine) {
    const { id } = nodeOf(engine, managed(engine), parameter);
    throw badRequest(
      `rpc error: code = FailedPrecondition desc = node ${id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
    );
  },
};

/** Its id, the beginning of that, or its name; "self" is a word of the docker CLI. */
export function nodeOf({ identity }: Engine, { node }: Swarm, term: string): Node {
  const known = term === identity.name || node.id.startsWith(term);
  if (known) return node;
  throw notFound(`node ${term} not found`);
}

function hasLabel(labels: Readonly<Record<string, string>>, wanted: string): boolean {
  const [key = "", ...rest] = wanted.split("=");
  const value = labels[key];
  return value !== undefined && (rest.length === 0 || value === rest.join("="));
}
