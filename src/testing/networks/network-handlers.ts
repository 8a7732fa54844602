import { timestamp } from "../clock.js";
import type { Container, GivenEndpoint } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import {
  connectNetworkBody,
  createNetworkBody,
  disconnectNetworkBody,
} from "../http/body-types.js";
import { type AnswerBody, created, type Handlers, noContent, ok } from "../http/call.js";
import { badRequest, EngineError, forbidden, systemError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { parseBool } from "../http/query.js";
import { shortId } from "../names.js";
import { networkMode, sharesNetwork } from "./network-mode.js";
import { joinNetwork, leaveNetwork, noEndpoint, notConnected } from "./networking.js";
import {
  type Attachment,
  checkEndpoint,
  isPredefined,
  type Network,
  type NetworkCreate,
  poolsOf,
} from "./networks.js";

type NetworkAnswer = NonNullable<AnswerBody<"NetworkInspect">>;

interface Connection {
  readonly Container?: string | null;
  readonly EndpointConfig?: GivenEndpoint | null;
  readonly Force?: boolean | null;
}

export const networkHandlers: Handlers = {
  NetworkList({ query }, engine) {
    const filters = Filters.parse(
      query.text("filters"),
      ["dangling", "driver", "id", "label", "name", "scope", "type"],
      engine,
    );
    const wanted = matcher(filters);
    const shown = engine.networks.all().filter(wanted);
    return ok(shown.map((network) => ({ ...answer(engine, network), Containers: {} })));
  },

  NetworkInspect({ parameter, query }, engine) {
    const verbose = query.text("verbose");
    if (verbose !== "" && parseBool(verbose) === undefined) {
      throw badRequest(
        `invalid value for verbose: ${verbose}: strconv.ParseBool: parsing ${JSON.stringify(verbose)}: invalid syntax`,
      );
    }
    const network = engine.networks.get(parameter);
    const scope = query.text("scope");
    if (scope !== "" && scope !== scopeOf(network))
      throw new EngineError(404, `network ${parameter} not found`);
    return ok(answer(engine, network));
  },

  NetworkCreate(call, engine) {
    const body = (readJson(call, createNetworkBody) ?? {}) as NetworkCreate;
    const network = create(engine, body);
    engine.events.network(network, "create");
    return created({ Id: network.id, Warning: "" });
  },

  NetworkConnect(call, engine) {
    const body = (readJson(call, connectNetworkBody) ?? {}) as Connection;
    if (!body.Container) throw badRequest('invalid name or ID supplied: ""');
    const network = engine.networks.get(call.parameter);
    connect(engine, engine.containers.get(body.Container), network, body.EndpointConfig ?? {});
    return { status: 200 };
  },

  NetworkDisconnect(call, engine) {
    const body = (readJson(call, disconnectNetworkBody) ?? {}) as Connection;
    const network = engine.networks.get(call.parameter);
    disconnect(engine, network, body.Container ?? "", body.Force === true);
    return { status: 200 };
  },

  NetworkDelete({ parameter }, engine) {
    const network = engine.networks.get(parameter);
    if (isPredefined(network.name)) {
      throw forbidden(`${network.name} is a pre-defined network and cannot be removed`);
    }
    const user = engine.swarm?.services
      .all()
      .find(({ addresses }) => addresses.some(({ NetworkID }) => NetworkID === network.id));
    if (user !== undefined) {
      throw badRequest(
        `rpc error: code = FailedPrecondition desc = network ${network.id} is in use by service ${user.id}`,
      );
    }
    if (network.attachments.size > 0) {
      const users = [...network.attachments.values()].map(({ containerId, endpointId }) => {
        const { name } = engine.containers.get(containerId);
        return `name:"${name}" id:"${shortId(endpointId)}"`;
      });
      const inUse = engine.atLeast(48)
        ? `${network.name} has active endpoints (${users.sort().join(", ")})`
        : `${network.name} id ${network.id} has active endpoints`;
      throw forbidden(`error while removing network: network ${inUse}`);
    }
    engine.networks.delete(network);
    engine.events.network(network, "destroy");
    return noContent;
  },

  NetworkPrune({ query }, engine) {
    const filters = Filters.parse(query.text("filters"), ["label", "label!", "until"]);
    const prunable = filters.prunable(engine.clock.now());
    const pruned = engine.networks.all().filter((network) => {
      const labels = network.given.Labels;
      return (
        !isPredefined(network.name) &&
        network.attachments.size === 0 &&
        prunable(labels, network.created)
      );
    });
    for (const network of pruned) {
      engine.networks.delete(network);
      engine.events.network(network, "destroy");
    }
    engine.events.prune("network");
    return ok({ NetworksDeleted: pruned.length > 0 ? pruned.map(({ name }) => name) : null });
  },
};

/** Older engines took what they could not use for a fault of their own. */
function create(engine: Engine, body: NetworkCreate): Network {
  try {
    return engine.networks.create(body);
  } catch (error) {
    if (!(error instanceof EngineError) || engine.atLeast(44)) throw error;
    const isOverlay = error.message.startsWith("This node is not a swarm manager.");
    throw error.status === 400 || isOverlay ? systemError(error.message) : error;
  }
}

function matcher(filters: Filters): (network: Network) => boolean {
  for (const type of filters.values("type")) {
    if (type !== "custom" && type !== "builtin") {
      throw systemError(`invalid filter: 'type'='${type}'`);
    }
  }
  const dangling = filters.values("dangling").map(parseBool);
  if (dangling.includes(undefined)) {
    throw badRequest(
      `invalid value for filter 'dangling', must be "true" (or "1"), or "false" (or "0")`,
    );
  }
  return (network) => {
    const { id, name, driver, given } = network;
    return (
      filters.matches("name", name) &&
      filters.matches("id", id) &&
      filters.is("driver", driver) &&
      filters.is("scope", scopeOf(network)) &&
      filters.is("type", isPredefined(name) ? "builtin" : "custom") &&
      filters.labels(given.Labels) &&
      // Engines do not look at the containers when they list networks.
      (dangling.length === 0 || dangling.includes(!isPredefined(name)))
    );
  };
}

const scopeOf = ({ driver }: Network): string => (driver === "overlay" ? "swarm" : "local");

function answer(engine: Engine, network: Network): NetworkAnswer {
  const { given } = network;
  const pools = poolsOf(network);
  return {
    Name: network.name,
    Id: network.id,
    Created: timestamp(network.created),
    Scope: scopeOf(network),
    Driver: network.driver,
    ...(engine.atLeast(47) && { EnableIPv4: given.EnableIPv4 ?? true }),
    EnableIPv6: given.EnableIPv6 ?? false,
    IPAM: {
      Driver: given.IPAM?.Driver || "default",
      Options: given.IPAM?.Options ?? null,
      Config: pools,
    },
    Internal: given.Internal ?? false,
    Attachable: given.Attachable ?? false,
    Ingress: given.Ingress ?? false,
    ConfigFrom: { Network: "" },
    ConfigOnly: false,
    Containers: attached(engine, network),
    Options: {
      ...given.Options,
      ...(network.vxlan && {
        "com.docker.network.driver.overlay.vxlanid_list": String(network.vxlan),
      }),
    },
    Labels: given.Labels ?? {},
  };
}

function attached(engine: Engine, network: Network): NonNullable<NetworkAnswer["Containers"]> {
  const prefix = network.subnet?.prefix ?? 0;
  return Object.fromEntries(
    ofContainers(network).map(({ containerId, endpointId, address, macAddress }) => [
      containerId,
      {
        Name: engine.containers.get(containerId).name,
        EndpointID: endpointId,
        MacAddress: macAddress,
        IPv4Address: address === "" ? "" : `${address}/${prefix}`,
        IPv6Address: "",
      },
    ]),
  );
}

/** Services have an end of the network, too, which only their own answers show. */
const ofContainers = ({ attachments }: Network): Attachment[] =>
  [...attachments.values()].filter(({ containerId }) => !containerId.startsWith("service/"));

function connect(
  engine: Engine,
  container: Container,
  network: Network,
  settings: GivenEndpoint,
): void {
  if (network.driver === "host") {
    throw badRequest(
      "cannot connect container to host network - container must be created in host network mode",
    );
  }
  if (sharesNetwork(container) || networkMode(container) === "host") {
    throw badRequest(
      "container sharing network namespace with another container or host cannot be connected to any other network",
    );
  }
  if (network.driver === "null" || networkMode(container) === "none") {
    throw badRequest(
      "container cannot be connected to multiple networks with one of the networks in private (none) mode",
    );
  }
  checkEndpoint(network, settings);
  if (container.running && network.attachments.has(container.id)) {
    throw forbidden(
      `endpoint with name ${container.name} already exists in network ${network.name}`,
    );
  }
  const endpoint = {
    settings,
    networkId: "",
    named: !isPredefined(network.name),
    attachment: undefined,
  };
  if (container.running) {
    joinNetwork(engine, container, endpoint, network);
    engine.events.network(network, "connect", { container: container.id });
  }
  container.endpoints.set(network.name, endpoint);
}

function disconnect(engine: Engine, network: Network, term: string, force: boolean): void {
  if (network.driver === "host") {
    throw badRequest(
      "cannot disconnect container from host network - container was created in host network mode",
    );
  }
  const container = find(engine, term, force);
  const found = [...container.endpoints].find(
    ([name]) => name === network.name || name === network.id,
  );
  if (found === undefined) throw notConnected(container, network);
  const [name, endpoint] = found;
  leaveNetwork(engine, container, endpoint);
  container.endpoints.delete(name);
}

function find(engine: Engine, term: string, force: boolean): Container {
  try {
    return engine.containers.get(term);
  } catch (error) {
    if (force && error instanceof EngineError && error.status === 404) throw noEndpoint(term);
    throw error;
  }
}
