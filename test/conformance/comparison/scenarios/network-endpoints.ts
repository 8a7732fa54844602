import type { ComparisonScenario, Setting } from "../setting.js";
import { container } from "./image-steps.js";
import { network } from "./networks.js";

const pool = (third: number): object => ({
  IPAM: { Config: [{ Subnet: `10.77.${third}.0/24`, Gateway: `10.77.${third}.1` }] },
});

/** Hardware addresses are random on some engines. */
const withoutMac = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null).replace(/([0-9a-f]{2}:){5}[0-9a-f]{2}/g, "<mac>"));

/** How the container and the network see each other. */
async function show({ quietly, note, name }: Setting, id: string): Promise<void> {
  const { json } = await quietly("GET", `/containers/${id}/json`);
  const { Networks } = json.NetworkSettings;
  note("networks", Object.keys(Networks).toSorted());
  note("endpoint", withoutMac(Networks[name]));
  note("containers", withoutMac((await quietly("GET", `/networks/${name}`)).json.Containers));
}

/** How containers come into networks and leave them. */
export const ofNetworkEndpoints: readonly ComparisonScenario[] = [
  {
    title: "a running container is connected and disconnected",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting, pool(21));
      const id = await container(setting);
      await quietly("POST", `/containers/${id}/start`);
      const json = { Container: name };
      await call("POST", `/networks/${name}/connect`, { json });
      await show(setting, id);
      await call("POST", `/networks/${name}/connect`, { json });
      await call("POST", `/networks/${name}/disconnect`, { json });
      await show(setting, id);
      await call("POST", `/networks/${name}/disconnect`, { json });
      await call("POST", `/networks/${name}/disconnect`, { json: { ...json, Force: true } });
    },
  },
  {
    title: "a container that has not run is connected and disconnected",
    async run(setting) {
      const { name, call } = setting;
      await network(setting, pool(22));
      const id = await container(setting);
      const json = { Container: id, EndpointConfig: { Aliases: ["one"] } };
      await call("POST", `/networks/${name}/connect`, { json });
      await show(setting, id);
      await call("POST", `/networks/${name}/disconnect`, { json: { Container: id } });
      await show(setting, id);
      await call("POST", `/networks/${name}/disconnect`, { json: { Container: id } });
    },
  },
  {
    title: "a container has aliases and an address of its choice",
    async run(setting) {
      const { name, quietly } = setting;
      await network(setting, pool(23));
      const id = await container(setting, {
        HostConfig: { NetworkMode: name },
        NetworkingConfig: {
          EndpointsConfig: {
            [name]: { Aliases: ["one", "two"], IPAMConfig: { IPv4Address: "10.77.23.77" } },
          },
        },
      });
      await show(setting, id);
      await quietly("POST", `/containers/${id}/start`);
      await show(setting, id);
      await quietly("POST", `/containers/${id}/stop?t=0`);
      await show(setting, id);
    },
  },
  {
    title: "a container does not get an address that is none of the network's",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting, pool(24));
      const id = await container(setting);
      await quietly("POST", `/containers/${id}/start`);
      const foreign = setting.minor >= 44 ? ["nope", "10.78.0.1"] : [];
      for (const IPv4Address of [...foreign, "10.77.24.1"]) {
        const json = { Container: id, EndpointConfig: { IPAMConfig: { IPv4Address } } };
        await call("POST", `/networks/${name}/connect`, { json });
      }
    },
  },
  {
    title: "a container does not choose an address where the engine chose the subnet",
    async run(setting) {
      const { name, call } = setting;
      await network(setting);
      const id = await container(setting);
      const EndpointConfig = { IPAMConfig: { IPv4Address: "10.77.25.5" } };
      await call("POST", `/networks/${name}/connect`, { json: { Container: id, EndpointConfig } });
      await call("POST", "/networks/bridge/connect", { json: { Container: id, EndpointConfig } });
    },
  },
  {
    title: "what is not there is neither connected nor disconnected",
    async run(setting) {
      const { name, call } = setting;
      await network(setting);
      await container(setting);
      for (const word of ["connect", "disconnect"]) {
        await call("POST", `/networks/${name}/${word}`, { json: { Container: "nope" } });
        await call("POST", `/networks/nope/${word}`, { json: { Container: name } });
      }
      await call("POST", `/networks/${name}/connect`, { json: {} });
      await call("POST", `/networks/${name}/disconnect`, {
        json: { Container: "nope", Force: true },
      });
    },
  },
  {
    title: "a container does not come into the host's network, nor out of it",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting);
      const id = await container(setting, { HostConfig: { NetworkMode: "host" } });
      await quietly("POST", `/containers/${id}/start`);
      const json = { Container: id };
      await call("POST", `/networks/${name}/connect`, { json });
      await call("POST", "/networks/host/connect", { json });
      await call("POST", "/networks/host/disconnect", { json });
    },
  },
  {
    title: "a container without a network is not connected to one",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting);
      const id = await container(setting, { HostConfig: { NetworkMode: "none" } });
      await quietly("POST", `/containers/${id}/start`);
      await call("POST", `/networks/${name}/connect`, { json: { Container: id } });
    },
  },
  {
    title: "a container does not start without its network",
    async run(setting) {
      const { name, call } = setting;
      await network(setting);
      const id = await container(setting, { HostConfig: { NetworkMode: name } });
      await call("DELETE", `/networks/${name}`);
      await call("POST", `/containers/${id}/start`);
    },
  },
];
