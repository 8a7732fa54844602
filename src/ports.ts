import { ConfigError } from "./errors.js";
import type { PortBinding, PortMap } from "./types.js";

/** A port of a container: `80/tcp`. */
export type Port = `${number}/${"tcp" | "udp" | "sctp"}`;

/**
 * Where on the host a container's port is published: a port, an address and a port
 * (`127.0.0.1:8080`, `[::1]:8080`), or 0 for a free port of the engine's choice.
 */
export type HostPort =
  | number
  | `${number}.${number}.${number}.${number}:${number}`
  | `[${string}]:${number}`;

/** A container's ports, and where on the host each is published: nowhere, in one place, in several. */
export type Ports = { readonly [port in Port]?: HostPort | readonly HostPort[] };

/** The two members of a container's configuration that publish its ports. */
export interface PublishedPorts {
  /** For the configuration itself: only what stands here is published. */
  ExposedPorts: { [port: string]: Record<string, never> };
  /** For its `HostConfig`. */
  PortBindings: PortMap;
}

/**
 * Writes ports as a container's configuration wants them, in two places.
 *
 * @throws {ConfigError} for a port that is none
 *
 * @example
 * ```ts
 * const { ExposedPorts, PortBindings } = formatPorts({ "80/tcp": 8080, "9229/tcp": "127.0.0.1:9229" });
 * await docker.containers.create({ Image: "app", ExposedPorts, HostConfig: { PortBindings } });
 * ```
 */
export function formatPorts(ports: Ports): PublishedPorts {
  const published: PublishedPorts = { ExposedPorts: {}, PortBindings: {} };
  for (const [port, places] of Object.entries(ports)) {
    const [, number = "", protocol] = /^([1-9]\d*)\/(tcp|udp|sctp)$/.exec(port) ?? [];
    if (protocol === undefined || !isPort(number, 1)) {
      throw new ConfigError("ports", `"${port}" is no port; give one as in "80/tcp"`);
    }
    published.ExposedPorts[port] = {};
    published.PortBindings[port] = [places ?? []].flat().map((place) => binding(port, place));
  }
  return published;
}

function binding(port: string, place: HostPort): PortBinding {
  const [, address, number = ""] = /^(?:([\d.]+|\[.+\]):)?(\d+)$/.exec(String(place)) ?? [];
  if (!isPort(number, 0)) {
    throw new ConfigError(
      `ports["${port}"]`,
      `"${place}" is no place on a host; give one as in 8080, "127.0.0.1:8080" or "[::1]:8080"`,
    );
  }
  const HostIp = address?.replace(/^\[(.*)\]$/, "$1");
  return HostIp === undefined ? { HostPort: number } : { HostIp, HostPort: number };
}

function isPort(text: string, lowest: number): boolean {
  return text !== "" && Number(text) >= lowest && Number(text) <= 65_535;
}
