import type { Engine } from "../engine.js";
import type { Service } from "./service.js";
import { ingressOf, isOfSwarm } from "./swarm-networks.js";

/** In each of its networks a service has an address of its own, behind which its tasks are. */
export function giveAddresses(engine: Engine, service: Service): void {
  takeAddresses(engine, service);
  const { EndpointSpec: endpoint, TaskTemplate: task } = service.spec;
  if (endpoint?.Mode === "dnsrr") return;
  const published = endpoint?.Ports?.some((port) => port?.PublishMode === "ingress");
  const wanted = (task.Networks ?? []).flatMap((each) => {
    const network = engine.networks.all().find(({ id }) => id === each?.Target);
    return network !== undefined && isOfSwarm(network) ? [network] : [];
  });
  service.addresses = [...(published ? [ingressOf(engine)] : []), ...wanted].map((network) => {
    const { address } = engine.networks.attach(network, holder(service));
    return { NetworkID: network.id, Addr: `${address}/${network.subnet?.prefix ?? 0}` };
  });
}

export function takeAddresses({ networks }: Engine, service: Service): void {
  for (const network of networks.all()) network.attachments.delete(holder(service));
  service.addresses = [];
}

/** No container is called this: its end of the network is not shown. */
const holder = ({ id }: Service): string => `service/${id}`;
