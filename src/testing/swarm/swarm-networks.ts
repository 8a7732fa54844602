import type { Engine } from "../engine.js";
import { systemError } from "../http/engine-error.js";
import type { Network } from "../networks/networks.js";

/** What an engine has once it is in a swarm: the network of the published ports, and a way out. */
export function enterSwarmNetworks({ networks, events }: Engine): void {
  networks.inSwarm = true;
  const ingress = networks.create({ Name: "ingress", Driver: "overlay", Ingress: true });
  events.network(ingress, "create");
  const exists = networks.all().some(({ name }) => name === "docker_gwbridge");
  if (exists) return;
  const gateway = networks.create({
    Name: "docker_gwbridge",
    Options: {
      "com.docker.network.bridge.enable_icc": "false",
      "com.docker.network.bridge.enable_ip_masquerade": "true",
      "com.docker.network.bridge.name": "docker_gwbridge",
    },
  });
  events.network(gateway, "create");
}

/** The networks of the swarm go with it, the way out stays. */
export function leaveSwarmNetworks({ networks }: Engine): void {
  networks.inSwarm = false;
  for (const network of networks.all()) if (isOfSwarm(network)) networks.delete(network);
}

export const isOfSwarm = ({ driver }: Network): boolean => driver === "overlay";

/** The network that published ports come in by. */
export function ingressOf({ networks }: Engine): Network {
  const found = networks.all().find(({ given }) => given.Ingress === true);
  if (found === undefined) throw systemError("no ingress network");
  return found;
}
