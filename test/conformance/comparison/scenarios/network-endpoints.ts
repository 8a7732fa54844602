import type { ComparisonScenario, Setting } from "../setting.js";
import { container } from "./image-steps.js";
import { network } from "./networks.js";

const pool = (third: number): Readonly<Record<string, unknown>> => ({
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
    title: "a container without a network is not connected to one",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting);
      const id = await container(setting, { HostConfig: { NetworkMode: "none" } });
      await quietly("POST", `/containers/${id}/start`);
      await call("POST", `/networks/${name}/connect`, { json: { Container: id } });
    },
  },
];
