import type { Body } from "../../../src/index.js";
import { type AnswerScenario, look, type Setting, start } from "./scenario.js";

/** A part of 10.0.0.0/8 that nobody else uses, by chance. */
const subnet = (): string =>
  `10.${100 + Math.floor(Math.random() * 100)}.${Math.floor(Math.random() * 256)}`;

async function createNetwork(
  { docker, name, later }: Setting,
  suffix: string,
  body: Partial<Body<"NetworkCreate">>,
): Promise<string> {
  const { Id } = await docker.networks.create({ Name: name + suffix, ...body });
  later(() => docker.networks.remove(Id));
  await docker.networks.inspect(Id);
  return Id;
}

/** Networks and volumes. */
export const ofNetworks: readonly AnswerScenario[] = [
  {
    title: "a network with containers in it, and more than one for a container",
    operations: ["NetworkCreate", "NetworkInspect", "NetworkList"],
    async run(setting) {
      const { networks } = setting.docker;
      const base = subnet();
      const IPAM = {
        Driver: "default",
        Config: [{ Subnet: `${base}.0/24`, Gateway: `${base}.1`, IPRange: `${base}.128/25` }],
        Options: {},
      };
      const Labels = { a: "b" };
      const Options = { "com.docker.network.bridge.enable_icc": "true" };
      const first = await createNetwork(setting, "-1", { IPAM, Labels, Options, Attachable: true });
      const second = await createNetwork(setting, "-2", { Internal: true });
      const EndpointsConfig = {
        [first]: {
          Aliases: ["web"],
          IPAMConfig: { IPv4Address: `${base}.130` },
          Links: ["nobody"].slice(1),
        },
      };
      const id = await start(setting, {
        HostConfig: { NetworkMode: first },
        NetworkingConfig: { EndpointsConfig },
      });
      await networks.connect(second, { Container: id, EndpointConfig: { Aliases: ["again"] } });
      await look(setting, id);
      await networks.inspect(first, { verbose: true });
      await networks.inspect(second);
      await networks.list();
      await networks.disconnect(second, { Container: id });
      await look(setting, id);
    },
  },
  {
    title: "a network with IPv6",
    operations: ["NetworkCreate", "NetworkInspect"],
    async run(setting) {
      const group = Math.floor(Math.random() * 0xffff).toString(16);
      const IPAM = { Config: [{ Subnet: `fd00:${group}::/64` }, { Subnet: `${subnet()}.0/24` }] };
      const id = await createNetwork(setting, "", { EnableIPv6: true, IPAM });
      const ExposedPorts = { "80/tcp": {} };
      const HostConfig = { NetworkMode: id, PortBindings: { "80/tcp": [{ HostPort: "0" }] } };
      await look(setting, await start(setting, { ExposedPorts, HostConfig }));
      await setting.docker.networks.inspect(id);
    },
  },
  {
    title: "networks of other drivers",
    operations: ["NetworkCreate", "NetworkInspect", "NetworkList"],
    async run(setting) {
      const { docker } = setting;
      // Every engine has this interface; without one, the kernel has to make some.
      const parent = "docker0";
      await createNetwork(setting, "-macvlan", { Driver: "macvlan", Options: { parent } });
      const Options = { parent, ipvlan_mode: "l3" };
      await createNetwork(setting, "-ipvlan", { Driver: "ipvlan", Options });
      await createNetwork(setting, "-config", {
        ConfigOnly: true,
        Driver: "bridge",
        IPAM: { Config: [{ Subnet: `${subnet()}.0/24` }] },
      });
      await createNetwork(setting, "-from", {
        Driver: "bridge",
        ConfigFrom: { Network: `${setting.name}-config` },
      });
      for (const name of ["none", "host", "bridge"]) await docker.networks.inspect(name);
      await docker.networks.list();
    },
  },
  {
    title: "networks that are pruned, and none",
    operations: ["NetworkPrune"],
    async run(setting) {
      const filters = { label: [`sdk=${setting.name}`] };
      await setting.docker.networks.prune({ filters });
      await createNetwork(setting, "", { Labels: { sdk: setting.name } });
      await setting.docker.networks.prune({ filters });
    },
  },
  {
    title: "volumes with and without settings",
    operations: ["VolumeCreate", "VolumeInspect", "VolumeList", "SystemDataUsage"],
    async run({ docker, name, later }) {
      const { volumes } = docker;
      const nameless = await volumes.create();
      later(() => volumes.remove(nameless.Name));
      const DriverOpts = { type: "tmpfs", device: "tmpfs", o: "size=1m" };
      await volumes.create({ Name: name, Labels: { a: "b" }, Driver: "local", DriverOpts });
      later(() => volumes.remove(name));
      await volumes.inspect(nameless.Name);
      await volumes.inspect(name);
      await volumes.list();
      await docker.system.dataUsage();
    },
  },
  {
    title: "volumes that are pruned, and none",
    operations: ["VolumePrune"],
    async run({ docker, name }) {
      const filters = { label: [`sdk=${name}`], all: ["true"] };
      // Before API 1.42 there is no such filter: all volumes are meant anyway.
      const { all: _, ...old } = filters;
      const modern = Number((await docker.apiVersion()).split(".")[1]) >= 42;
      const query = { filters: modern ? filters : old };
      await docker.volumes.prune(query);
      await docker.volumes.create({ Name: name, Labels: { sdk: name } });
      await docker.volumes.prune(query);
    },
  },
];
