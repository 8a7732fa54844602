import type { Container, Endpoint, EndpointSettings } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { conflict, EngineError, notFound, systemError } from "../http/engine-error.js";
import { randomId, shortId } from "../names.js";
import { isPredefined, type Network } from "./networks.js";

/** The network that a container's HostConfig names. */
export function networkMode(container: Pick<Container, "hostConfig">): string {
  const mode = container.hostConfig.NetworkMode || "bridge";
  return mode === "default" ? "bridge" : mode;
}

export const sharesNetwork = (container: Container): boolean =>
  networkMode(container).startsWith("container:");

/** Connects a container that starts to all of its networks; throws when one is missing. */
export function joinNetworks(engine: Engine, container: Container): void {
  checkShared(engine, container);
  try {
    for (const [name, endpoint] of container.endpoints) {
      joinNetwork(engine, container, endpoint, engine.networks.get(name));
    }
    claimPorts(engine, container);
  } catch (error) {
    leaveNetworks(engine, container);
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.status, `failed to set up container networking: ${error.message}`);
  }
}

function checkShared(engine: Engine, container: Container): void {
  const [, term] = /^container:(.*)$/.exec(networkMode(container)) ?? [];
  if (term === undefined) return;
  let other: Container;
  try {
    other = engine.containers.get(term);
  } catch (error) {
    throw systemError(`joining network namespace of container: ${(error as Error).message}`);
  }
  if (other.running) return;
  throw conflict(
    `cannot join network namespace of a non running container: container ${other.name} is ${other.status}`,
  );
}

export function joinNetwork(
  engine: Engine,
  container: Container,
  endpoint: Endpoint,
  network: Network,
): void {
  const { settings } = endpoint;
  endpoint.networkId = network.id;
  endpoint.named = !isPredefined(network.name);
  endpoint.attachment = engine.networks.attach(
    network,
    container.id,
    settings.IPAMConfig?.IPv4Address,
    settings.MacAddress,
  );
}

/** A container that stops gives its addresses back. */
export function leaveNetworks(engine: Engine, container: Container): void {
  for (const endpoint of container.endpoints.values()) leaveNetwork(engine, container, endpoint);
}

export function leaveNetwork(engine: Engine, container: Container, endpoint: Endpoint): void {
  endpoint.attachment = undefined;
  const network = engine.networks.all().find(({ id }) => id === endpoint.networkId);
  network?.attachments.delete(container.id);
}

/** An endpoint as the answers show it. */
export function endpointAnswer(
  engine: Engine,
  container: Container,
  endpoint: Endpoint,
): EndpointSettings {
  const { settings, networkId, attachment } = endpoint;
  const network = engine.networks.all().find(({ id }) => id === networkId);
  const address = attachment?.address ?? "";
  const aliases = settings.Aliases ?? [];
  return {
    IPAMConfig: (settings.IPAMConfig ?? null) as NonNullable<EndpointSettings["IPAMConfig"]> | null,
    Links: settings.Links ?? null,
    Aliases: settings.Aliases ?? null,
    MacAddress: attachment?.macAddress ?? settings.MacAddress ?? "",
    DriverOpts: settings.DriverOpts ?? null,
    GwPriority: settings.GwPriority ?? 0,
    NetworkID: networkId,
    EndpointID: attachment?.endpointId ?? "",
    Gateway: address === "" ? "" : (network?.gateway ?? ""),
    IPAddress: address,
    IPPrefixLen: address === "" ? 0 : (network?.subnet?.prefix ?? 0),
    IPv6Gateway: "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    DNSNames: endpoint.named
      ? [...new Set([container.name, ...aliases, shortId(container.id)])]
      : null,
  };
}

/** One published port: `80/tcp` at `0.0.0.0:8080`. */
export interface PublishedPort {
  readonly port: string;
  readonly ip: string;
  readonly hostPort: string;
}

const published = new WeakMap<Container, readonly PublishedPort[]>();

/** The ports a running container has on the host. */
export const publishedPorts = (container: Container): readonly PublishedPort[] =>
  (container.running && published.get(container)) || [];

/** The container's own ports, as far as they can be reached: not those of a host or of nobody. */
export const openPorts = (container: Container): readonly string[] =>
  container.running && hasOwnPorts(container)
    ? Object.keys(container.config.ExposedPorts ?? {})
    : [];

const hasOwnPorts = (container: Container): boolean =>
  !["host", "none"].includes(networkMode(container)) && !sharesNetwork(container);

function claimPorts(engine: Engine, container: Container): void {
  published.delete(container);
  if (!hasOwnPorts(container)) return;
  const taken = new Set(
    engine.containers
      .all()
      .flatMap((other) =>
        publishedPorts(other).map(({ port, hostPort }) => onHost(port, hostPort)),
      ),
  );
  const claimed: PublishedPort[] = [];
  for (const [port, bindings] of Object.entries(wantedPorts(container))) {
    for (const { HostIp, HostPort } of bindings) {
      const hostPort = HostPort || freePort(port, taken);
      if (taken.has(onHost(port, hostPort))) {
        throw portTaken(container, HostIp || "0.0.0.0", hostPort);
      }
      taken.add(onHost(port, hostPort));
      const ips = HostIp ? [HostIp] : ["0.0.0.0", "::"];
      claimed.push(...ips.map((ip) => ({ port, ip, hostPort })));
    }
  }
  published.set(container, claimed);
}

interface Binding {
  readonly HostIp: string;
  readonly HostPort: string;
}

/** What is to be published: bindings of exposed ports, and with PublishAllPorts every exposed port. */
function wantedPorts({ hostConfig, config }: Container): Record<string, Binding[]> {
  const wanted: Record<string, Binding[]> = {};
  for (const port of Object.keys(config.ExposedPorts ?? {})) {
    const bindings = hostConfig.PortBindings?.[port] ?? [];
    const given = bindings.map((each) => ({
      HostIp: each?.HostIp ?? "",
      HostPort: each?.HostPort ?? "",
    }));
    if (given.length > 0) wanted[port] = given;
    else if (hostConfig.PublishAllPorts) wanted[port] = [{ HostIp: "", HostPort: "" }];
  }
  return wanted;
}

/** A port of the host for a container's `80/tcp`: `8080/tcp`. */
const onHost = (port: string, hostPort: string): string =>
  `${hostPort}/${port.split("/")[1] ?? "tcp"}`;

function freePort(port: string, taken: ReadonlySet<string>): string {
  let number = 32_768;
  while (taken.has(onHost(port, String(number)))) number += 1;
  return String(number);
}

function portTaken(container: Container, ip: string, port: string): EngineError {
  return systemError(
    `driver failed programming external connectivity on endpoint ${container.name} (${randomId()}): Bind for ${ip}:${port} failed: port is already allocated`,
  );
}

export const notConnected = (container: Container, network: Network): EngineError =>
  systemError(`container ${container.id} is not connected to network ${network.name}`);

export const noEndpoint = (name: string): EngineError => notFound(`endpoint ${name} not found`);
