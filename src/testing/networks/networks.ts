import { isIPv4 } from "node:net";
import type { components } from "../../../generated/api.js";
import type { Given, Sent } from "../http/call.js";
import { badRequest, conflict, forbidden, notFound } from "../http/engine-error.js";
import type { Random } from "../random.js";
import { swarmId } from "../swarm/ids.js";
import {
  contains,
  defaultPools,
  freeAddress,
  macAddress,
  overlap,
  parseSubnet,
  type Subnet,
  subnetText,
  swarmPools,
  toAddress,
} from "./subnets.js";

type Schemas = components["schemas"];
export type NetworkCreate = Given<Schemas["Network"]>;

/** A container's place in a network while it runs. */
export interface Attachment {
  readonly containerId: string;
  readonly endpointId: string;
  readonly address: string;
  readonly macAddress: string;
}

export interface Network {
  readonly id: string;
  readonly name: string;
  readonly created: bigint;
  readonly driver: string;
  readonly given: NetworkCreate;
  readonly subnet: Subnet | undefined;
  readonly gateway: string;
  /** Whether the subnet was asked for: only then may addresses be. */
  readonly ownSubnet: boolean;
  readonly attachments: Map<string, Attachment>;
  /** What tells an overlay network's packets from those of others. */
  readonly vxlan?: number;
}

const predefined = ["bridge", "host", "none"];
export const isPredefined = (name: string): boolean =>
  predefined.includes(name) || name === "default";

/** The networks an engine has; it begins with bridge, host and none. */
export class Networks {
  readonly #stored = new Map<string, Network>();
  readonly #now: () => bigint;
  readonly #random: Random;
  /** Only then can there be overlay networks. */
  inSwarm = false;

  constructor(now: () => bigint, random: Random) {
    this.#now = now;
    this.#random = random;
    this.#store({ Name: "bridge", Options: bridgeOptions }, "bridge");
    this.#store({ Name: "host" }, "host");
    this.#store({ Name: "none" }, "null");
  }

  all(): Network[] {
    return [...this.#stored.values()];
  }

  byId(id: string): Network | undefined {
    return this.#stored.get(id);
  }

  /** By name, id or the beginning of an id. */
  get(term: string): Network {
    const all = this.all();
    const exact = all.find(({ name, id }) => name === term || id === term);
    if (exact !== undefined) return exact;
    const candidates = term === "" ? [] : all.filter(({ id }) => id.startsWith(term));
    const [found] = candidates;
    if (candidates.length > 1) {
      throw badRequest(
        `network ${term} is ambiguous (${candidates.length} matches found based on ID prefix)`,
      );
    }
    if (found === undefined) throw notFound(`network ${term} not found`);
    return found;
  }

  create(given: NetworkCreate): Network {
    const name = given.Name ?? "";
    const driver = given.Driver || "bridge";
    if (name.trim() === "") throw badRequest("invalid name: name is empty");
    if (isPredefined(name)) {
      throw forbidden(`operation is not permitted on predefined ${name} network `);
    }
    if (this.all().some((network) => network.name === name)) {
      throw conflict(`network with name ${name} already exists`);
    }
    if (driver !== "overlay" || !this.inSwarm) checkDriver(driver, given.Scope ?? "");
    return this.#store(given, driver);
  }

  delete(network: Network): void {
    this.#stored.delete(network.id);
  }

  /** Gives a container an address, the one it asked for where it may. */
  attach(
    network: Network,
    containerId: string,
    wish?: string | null,
    mac?: string | null,
  ): Attachment {
    const taken = new Set([...network.attachments.values()].map(({ address }) => address));
    taken.add(network.gateway);
    if (network.subnet !== undefined) taken.add(toAddress(network.subnet.base + 1));
    if (wish && taken.has(wish)) throw forbidden("Address already in use");
    const address = wish || (network.subnet && freeAddress(network.subnet, taken)) || "";
    const made: Attachment = {
      containerId,
      endpointId: this.#random.id(),
      address,
      macAddress: mac || (address === "" ? "" : macAddress(address)),
    };
    network.attachments.set(containerId, made);
    return made;
  }

  #store(given: NetworkCreate, driver: string): Network {
    const configured = given.IPAM?.Config?.[0];
    const own = checkPool(configured?.Subnet ?? "", configured?.Gateway ?? "");
    const hasAddresses = driver !== "host" && driver !== "null" && given.EnableIPv4 !== false;
    const pools = driver === "overlay" ? swarmPools() : defaultPools();
    const subnet = own ?? (hasAddresses ? this.#freePool(pools) : undefined);
    const overlays = this.all().flatMap(({ vxlan }) => vxlan ?? []);
    if (own && this.all().some((other) => other.subnet && overlap(other.subnet, own))) {
      throw forbidden("invalid pool request: Pool overlaps with other one on this address space");
    }
    const first = subnet === undefined ? "" : toAddress(subnet.base + 1);
    const internalOwn = own !== undefined && given.Internal === true;
    const network: Network = {
      id: driver === "overlay" ? swarmId(this.#random) : this.#random.id(),
      name: given.Name ?? "",
      created: this.#now(),
      driver,
      given,
      subnet,
      gateway: configured?.Gateway ?? (internalOwn ? "" : first),
      ownSubnet: own !== undefined,
      attachments: new Map(),
      ...(driver === "overlay" && { vxlan: Math.max(4095, ...overlays) + 1 }),
    };
    this.#stored.set(network.id, network);
    return network;
  }

  #freePool(pools: Iterable<Subnet>): Subnet {
    for (const pool of pools) {
      if (!this.all().some(({ subnet }) => subnet && overlap(subnet, pool))) return pool;
    }
    throw badRequest("all predefined address pools have been fully subnetted");
  }
}

/** What the answers show under IPAM.Config. */
export function poolsOf(network: Network): Sent<Schemas["IPAMConfig"]>[] | null {
  const { given, subnet, gateway } = network;
  const configured = given.IPAM?.Config;
  if (configured && configured.length > 0) return configured as Sent<Schemas["IPAMConfig"]>[];
  if (subnet === undefined) return null;
  return [{ Subnet: subnetText(subnet), Gateway: gateway }];
}

function checkDriver(driver: string, scope: string): void {
  if (driver === "overlay") {
    throw forbidden(
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  }
  if (scope === "swarm") {
    throw forbidden("cannot create a swarm scoped network when swarm is not active");
  }
  if (driver === "host" || driver === "null") {
    throw forbidden(`only one instance of "${driver}" network is allowed`);
  }
  if (!["bridge", "ipvlan", "macvlan"].includes(driver)) {
    throw notFound(`plugin "${driver}" not found`);
  }
}

function checkPool(subnet: string, gateway: string): Subnet | undefined {
  if (subnet === "" || subnet.includes(":")) return undefined;
  const parsed = parseSubnet(subnet);
  if (parsed === undefined) {
    throw badRequest(
      `invalid network config:\ninvalid subnet ${subnet}: invalid CIDR block notation`,
    );
  }
  if (gateway !== "" && !contains(parsed, gateway)) {
    throw badRequest(
      `invalid network config:\ninvalid gateway ${gateway}: parent subnet ${subnet} doesn't contain this address`,
    );
  }
  return parsed;
}

/** Refuses endpoint settings that the network cannot give. */
export function checkEndpoint(
  network: Network,
  settings: Given<Schemas["EndpointSettings"]> | null | undefined,
): void {
  const wrong: string[] = [];
  const wish = settings?.IPAMConfig?.IPv4Address;
  if (wish && !isIPv4(wish)) wrong.push(`invalid IPv4 address: ${wish}`);
  if (wish && !network.ownSubnet) {
    wrong.push(
      "user specified IP address is supported only when connecting to networks with user configured subnets",
    );
  } else if (wish && network.subnet && !contains(network.subnet, wish)) {
    wrong.push(`no configured subnet or ip-range contain the IP address ${wish}`);
  }
  if (isPredefined(network.name) && (settings?.Aliases?.length ?? 0) > 0) {
    wrong.push("network-scoped alias is supported only for containers in user defined networks");
  }
  if (wrong.length === 0) return;
  const list = wrong.length === 1 ? wrong : wrong.map((each) => `* ${each}`);
  throw badRequest(`invalid endpoint settings:\n${list.join("\n")}`);
}

const bridgeOptions: Readonly<Record<string, string>> = {
  "com.docker.network.bridge.default_bridge": "true",
  "com.docker.network.bridge.enable_icc": "true",
  "com.docker.network.bridge.enable_ip_masquerade": "true",
  "com.docker.network.bridge.host_binding_ipv4": "0.0.0.0",
  "com.docker.network.bridge.name": "docker0",
  "com.docker.network.driver.mtu": "1500",
};
