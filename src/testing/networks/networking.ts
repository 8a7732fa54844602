import type { Container, Endpoint, EndpointSettings } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { conflict, EngineError, notFound, systemError } from "../http/engine-error.js";
import { shortId } from "../names.js";
import { networkMode } from "./network-mode.js";
import { isPredefined, type Network } from "./networks.js";
import { claimPorts } from "./ports.js";

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
  const network = engine.networks.byId(endpoint.networkId);
  if (network?.attachments.delete(container.id)) {
    engine.events.network(network, "disconnect", { container: container.id });
  }
}

/** An endpoint as the answers show it. */
export function endpointAnswer(
  engine: Engine,
  container: Container,
  endpoint: Endpoint,
): EndpointSettings {
  const { settings, networkId, attachment } = endpoint;
  const network = engine.networks.byId(networkId);
  const address = attachment?.address ?? "";
  const aliases = settings.Aliases ?? [];
  // Before there were DNSNames a container that joined got its short id for an alias.
  const marked = !engine.atLeast(44) && endpoint.named && networkId !== "";
  return {
    IPAMConfig: (settings.IPAMConfig ?? null) as NonNullable<EndpointSettings["IPAMConfig"]> | null,
    Links: settings.Links ?? null,
    Aliases: marked ? [...aliases, shortId(container.id)] : (settings.Aliases ?? null),
    MacAddress: attachment?.macAddress ?? settings.MacAddress ?? "",
    DriverOpts: settings.DriverOpts ?? null,
    ...(engine.atLeast(48) && { GwPriority: settings.GwPriority ?? 0 }),
    NetworkID: networkId,
    EndpointID: attachment?.endpointId ?? "",
    Gateway: address === "" ? "" : (network?.gateway ?? ""),
    IPAddress: address,
    IPPrefixLen: address === "" ? 0 : (network?.subnet?.prefix ?? 0),
    IPv6Gateway: "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    ...(engine.atLeast(44) && {
      DNSNames: endpoint.named
        ? [...new Set([container.name, ...aliases, shortId(container.id)])]
        : null,
    }),
  };
}

export const notConnected = (container: Container, network: Network): EngineError =>
  systemError(`container ${container.id} is not connected to network ${network.name}`);

export const noEndpoint = (name: string): EngineError => notFound(`endpoint ${name} not found`);
