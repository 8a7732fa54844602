import { isIPv4 } from "node:net";

/** A block of IPv4 addresses. */
export interface Subnet {
  /** The first address as a number. */
  readonly base: number;
  readonly prefix: number;
}

export function parseSubnet(text: string): Subnet | undefined {
  const [address = "", prefix = ""] = text.split("/");
  if (!isIPv4(address) || !/^\d+$/.test(prefix) || Number(prefix) > 32) return undefined;
  const bits = Number(prefix);
  return { base: Math.floor(toNumber(address) / size(bits)) * size(bits), prefix: bits };
}

const size = (prefix: number): number => 2 ** (32 - prefix);

const toNumber = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

export const toAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");

export const contains = (subnet: Subnet, address: string): boolean =>
  isIPv4(address) &&
  toNumber(address) >= subnet.base &&
  toNumber(address) < subnet.base + size(subnet.prefix);

export const overlap = (a: Subnet, b: Subnet): boolean =>
  a.base < b.base + size(b.prefix) && b.base < a.base + size(a.prefix);

export const subnetText = ({ base, prefix }: Subnet): string => `${toAddress(base)}/${prefix}`;

/** The first address of the block, after network and gateway, that nobody has. */
export function freeAddress(subnet: Subnet, taken: ReadonlySet<string>): string | undefined {
  for (let offset = 1; offset < size(subnet.prefix) - 1; offset += 1) {
    const address = toAddress(subnet.base + offset);
    if (!taken.has(address)) return address;
  }
  return undefined;
}

/** The blocks that networks get when they ask for none, in the engine's order. */
export function* defaultPools(): Generator<Subnet> {
  for (let second = 17; second < 32; second += 1) {
    yield { base: toNumber(`172.${second}.0.0`), prefix: 16 };
  }
  for (let third = 0; third < 256; third += 16) {
    yield { base: toNumber(`192.168.${third}.0`), prefix: 20 };
  }
}

/** The blocks that overlay networks get, in a swarm that was given no pool of its own. */
export function* swarmPools(): Generator<Subnet> {
  for (let third = 0; third < 65_536; third += 1) {
    yield { base: toNumber("10.0.0.0") + third * 256, prefix: 24 };
  }
}

/** A hardware address that goes with an address, as the engine used to make them. */
export const macAddress = (address: string): string =>
  [
    "02",
    "42",
    ...address.split(".").map((part) => Number(part).toString(16).padStart(2, "0")),
  ].join(":");
