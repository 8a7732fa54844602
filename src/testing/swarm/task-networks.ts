import { timestamp } from "../clock.js";
import type { Engine } from "../engine.js";
import type { Network } from "../networks/networks.js";
import { poolsOf } from "../networks/networks.js";
import { isOfSwarm } from "./swarm-networks.js";
import type { Task } from "./task.js";

/** The networks of the swarm that a running task is in, as the answers show them. */
export function attachmentsOf({ networks }: Engine, { container }: Task): object[] {
  if (container === undefined) return [];
  return networks.all().flatMap((network) => {
    const attachment = network.attachments.get(container.id);
    if (attachment === undefined || !isOfSwarm(network)) return [];
    const prefix = network.subnet?.prefix ?? 0;
    return [{ Network: describe(network), Addresses: [`${attachment.address}/${prefix}`] }];
  });
}

function describe(network: Network): object {
  const { given, id, name, created } = network;
  const ingress = given.Ingress === true;
  const options = { "com.docker.network.driver.overlay.vxlanid_list": String(network.vxlan ?? 0) };
  return {
    ID: id,
    Version: { Index: 5 },
    CreatedAt: timestamp(created),
    UpdatedAt: timestamp(created),
    Spec: {
      Name: name,
      Labels: given.Labels ?? {},
      DriverConfiguration: ingress ? {} : { Name: "overlay" },
      ...(ingress && { Ingress: true, IPAMOptions: { Driver: {} } }),
      ...(given.Attachable === true && { Attachable: true }),
      Scope: "swarm",
    },
    DriverState: { Name: "overlay", Options: options },
    IPAMOptions: { Driver: { Name: "default" }, Configs: poolsOf(network) },
  };
}
