import { isIP } from "node:net";
import type { Call, Handlers } from "../http/call.js";
import { badRequest, conflict, systemError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { parseBool } from "../http/query.js";
import { swarmAnswer, versionOf } from "./answers.js";
import {
  type ClusterSpec,
  clusterAnswer,
  defaultSpec,
  keptSpec,
  makeCluster,
  makeTrust,
  makeUnlockKey,
  rotated,
} from "./cluster.js";
import { makeNode } from "./node.js";
import { checkVersion } from "./objects.js";
import { endTasks, settle } from "./orchestrator.js";
import { managed, Swarm, unavailable } from "./swarm.js";
import { enterSwarmNetworks, leaveSwarmNetworks } from "./swarm-networks.js";

interface InitBody {
  readonly ListenAddr?: string | null;
  readonly AdvertiseAddr?: string | null;
  readonly DataPathPort?: number | null;
  readonly DefaultAddrPool?: readonly string[] | null;
  readonly SubnetSize?: number | null;
  readonly AutoLockManagers?: boolean | null;
  readonly Availability?: "active" | "pause" | "drain" | null;
  readonly Spec?: ClusterSpec | null;
}

interface JoinBody {
  readonly ListenAddr?: string | null;
  readonly RemoteAddrs?: readonly string[] | null;
  readonly JoinToken?: string | null;
}

const ok = { status: 200 } as const;

const bodyOf = (call: Call, name: string): unknown =>
  readJson(call, { name: `swarm.${name}`, owner: name, struct: {} }) ?? {};

export const swarmHandlers: Handlers = {
  SwarmInit(call, engine) {
    const body = bodyOf(call, "InitRequest") as InitBody;
    if (engine.swarm !== undefined) throw alreadyThere();
    const listen = listenAddress(body.ListenAddr ?? "");
    const given = body.Spec ?? {};
    const empty = Object.keys(given).length === 0;
    const kept = keptSpec(given);
    const spec = empty ? defaultSpec : withDefaults(kept, given);
    const autoLock = body.AutoLockManagers ?? spec.EncryptionConfig?.AutoLockManagers ?? false;
    const [address, port] = advertisedAddress(body.AdvertiseAddr ?? "", listen);
    const cluster = makeCluster(engine, {
      spec: { ...spec, EncryptionConfig: { AutoLockManagers: autoLock } },
      listen: `${address}:${port}`,
      address,
      pools: body.DefaultAddrPool?.length ? body.DefaultAddrPool : ["10.0.0.0/8"],
      subnetSize: body.SubnetSize || 24,
      dataPathPort: body.DataPathPort || 4789,
    });
    const node = makeNode(engine);
    if (body.Availability) node.spec = { ...node.spec, Availability: body.Availability };
    const swarm = new Swarm(cluster, node);
    swarm.settle = (service) => settle(engine, swarm, service);
    engine.swarm = swarm;
    enterSwarmNetworks(engine);
    engine.events.swarm("node", "update", node.id, {
      name: engine.identity.name,
      "state.new": "ready",
      "state.old": "unknown",
    });
    return swarmAnswer(node.id);
  },

  SwarmJoin(call, engine) {
    const body = bodyOf(call, "JoinRequest") as JoinBody;
    if (engine.swarm !== undefined) throw alreadyThere();
    listenAddress(body.ListenAddr ?? "");
    if (!body.RemoteAddrs?.length) throw badRequest("at least 1 RemoteAddr is required to join");
    if (!/^SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}$/.test(body.JoinToken ?? "")) {
      throw systemError("invalid join token");
    }
    // There is no other node that a mock could reach.
    const [address] = body.RemoteAddrs;
    throw unavailable(
      `rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`,
    );
  },

  async SwarmLeave(call, engine) {
    const { swarm } = engine;
    if (swarm === undefined) throw unavailable("This node is not part of a swarm");
    if (!call.query.flag("force")) {
      throw unavailable(
        "You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message. ",
      );
    }
    engine.swarm = undefined;
    await endTasks(engine, swarm);
    leaveSwarmNetworks(engine);
    return ok;
  },

  SwarmInspect(_call, engine) {
    const { cluster } = managed(engine);
    const { worker, manager } = cluster.tokens;
    const JoinTokens = { Worker: worker, Manager: manager };
    return swarmAnswer({ ...clusterAnswer(cluster), JoinTokens });
  },

  SwarmUpdate(call, engine) {
    const given = bodyOf(call, "Spec") as ClusterSpec;
    const version = versionOf(call, "swarm");
    const rotates = (name: string): boolean => {
      const text = call.query.text(name);
      const value = text === "" ? false : parseBool(text);
      if (value === undefined) throw badRequest(`invalid value for ${name}: ${text}`);
      return value;
    };
    const worker = rotates("rotateWorkerToken");
    const manager = rotates("rotateManagerToken");
    const key = rotates("rotateManagerUnlockKey");
    const swarm = managed(engine);
    const { cluster } = swarm;
    const spec = keptSpec(given);
    checkVersion(cluster, version);
    const forced = spec.CAConfig?.ForceRotate ?? 0;
    if (forced !== (cluster.spec.CAConfig?.ForceRotate ?? 0)) cluster.trust = makeTrust();
    if (worker) cluster.tokens.worker = rotated(engine, cluster.tokens.worker);
    if (manager) cluster.tokens.manager = rotated(engine, cluster.tokens.manager);
    if (!spec.EncryptionConfig?.AutoLockManagers) cluster.unlockKey = "";
    else if (key || cluster.unlockKey === "") cluster.unlockKey = makeUnlockKey(engine);
    swarm.change(engine, cluster, spec);
    return ok;
  },

  SwarmUnlockkey: (_call, engine) => swarmAnswer({ UnlockKey: managed(engine).cluster.unlockKey }),

  SwarmUnlock(call, engine) {
    bodyOf(call, "UnlockRequest");
    managed(engine);
    throw conflict("swarm is not locked");
  },
};

const alreadyThere = (): Error =>
  unavailable(
    'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
  );

/** Of a first spec that leaves something out the swarm has its own. */
function withDefaults(kept: ClusterSpec, given: ClusterSpec): ClusterSpec {
  const has = (field: keyof ClusterSpec): boolean => given[field] != null;
  return {
    ...kept,
    ...(!has("Orchestration") && { Orchestration: defaultSpec.Orchestration ?? null }),
    ...(!has("Raft") && { Raft: defaultSpec.Raft ?? null }),
    ...(!has("Dispatcher") && { Dispatcher: defaultSpec.Dispatcher ?? null }),
    ...(!has("CAConfig") && { CAConfig: defaultSpec.CAConfig ?? null }),
  };
}

function parts(text: string): [host: string, port: string] {
  const [, host = text, port = "2377"] = /^(?:\[?(.*?)\]?)(?::(\d+))?$/.exec(text) ?? [];
  return isIP(text) === 6 ? [text, "2377"] : [host, port];
}

/** Any name could be that of an interface, of which the mock has the usual ones. */
const interfaces: Readonly<Record<string, string>> = { lo: "127.0.0.1", eth0: "172.16.0.2" };

function listenAddress(text: string): [string, string] {
  if (text === "") throw badRequest('invalid ListenAddr "": invalid empty address');
  const [host, port] = parts(text);
  if (isIP(host)) return [host, port];
  const known = interfaces[host];
  if (known !== undefined) return [known, port];
  throw badRequest(
    "listen address must be an IP address or network interface (with optional port number)",
  );
}

function advertisedAddress(text: string, [listen, listenPort]: [string, string]): [string, string] {
  if (text === "") {
    return [/^(0\.0\.0\.0|::)$/.test(listen) ? (interfaces.eth0 ?? "") : listen, listenPort];
  }
  const [host, port] = parts(text);
  const address = isIP(host) ? host : interfaces[host];
  if (address !== undefined && !/^(0\.0\.0\.0|::)$/.test(address)) {
    return [address, /:\d+$/.test(text) && isIP(text) === 0 ? port : listenPort];
  }
  throw badRequest(
    "advertise address must be a non-zero IP address or network interface (with optional port number)",
  );
}
