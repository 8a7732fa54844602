import type { ComparisonScenario, Setting } from "../setting.js";
import { container, query } from "./image-steps.js";

/** Makes a network, which is removed at the end. */
export async function network(
  { quietly, later, name }: Setting,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const json = { Name: name, ...settings };
  const { json: made } = await quietly("POST", "/networks/create", { json });
  later(() => quietly("DELETE", `/networks/${json.Name}`));
  return made.Id;
}

/** Asks for networks that are all refused. */
async function refused(setting: Setting, bodies: readonly Readonly<object>[]): Promise<void> {
  const { name, call, later, quietly } = setting;
  later(() => quietly("DELETE", `/networks/${name}`));
  for (const body of bodies) {
    setting.note("asked", body);
    await call("POST", "/networks/create", { json: { Name: name, ...body } });
  }
}

/** Lists the networks of the scenario that the filters let through. */
async function list(
  { quietly, note, name }: Setting,
  filters: Readonly<Record<string, unknown>>,
): Promise<void> {
  const own = { ...filters, name: filters.name ?? [name] };
  const { status, json } = await quietly("GET", `/networks?${query({ filters: own })}`);
  const names = json.map?.(({ Name }: { readonly Name: string }) => Name).toSorted();
  note(`list ${JSON.stringify(filters)}`, [status, names ?? json]);
}

/** How networks are made, found and removed. */
export const ofNetworks: readonly ComparisonScenario[] = [
  {
    title: "a network has settings that nobody gave",
    async run(setting) {
      const { name, call, quietly, note } = setting;
      await network(setting);
      const { json } = await quietly("GET", `/networks/${name}`);
      const { IPAM, ...rest } = json;
      note("network", rest);
      note("pools", [IPAM.Driver, IPAM.Options, IPAM.Config.map(Object.keys)]);
      await call("DELETE", `/networks/${name}`);
      await call("GET", `/networks/${name}`);
      await call("DELETE", `/networks/${name}`);
    },
  },
  {
    title: "a network has the settings that were given",
    async run(setting) {
      await network(setting, {
        Driver: "bridge",
        Internal: true,
        Attachable: true,
        Labels: { a: "1", b: "" },
        Options: { "com.docker.network.driver.mtu": "1400" },
        IPAM: { Config: [{ Subnet: "10.77.1.0/24", Gateway: "10.77.1.9" }] },
      });
      await setting.call("GET", `/networks/${setting.name}`);
      await setting.call("GET", `/networks/${setting.name}?verbose=true`);
      await setting.call("GET", `/networks/${setting.name}?verbose=maybe`);
    },
  },
  {
    title: "a network is found in its scope alone",
    async run(setting) {
      await network(setting, { IPAM: { Config: [{ Subnet: "10.77.2.0/24" }] } });
      for (const scope of ["local", "swarm", "global", "x"]) {
        await setting.call("GET", `/networks/${setting.name}?scope=${scope}`);
      }
    },
  },
  {
    title: "a network is found by its id and the beginning of it",
    async run(setting) {
      const id = await network(setting);
      for (const term of [id, id.slice(0, 12), `${id}0`, setting.name.slice(0, -1), "nope"]) {
        const { status, json } = await setting.quietly("GET", `/networks/${term}`);
        setting.note("found", [status, json.Name ?? null]);
      }
    },
  },
  {
    title: "networks are listed by filters",
    async run(setting) {
      const { name } = setting;
      const id = await network(setting, { Labels: { own: name, b: "" } });
      await network(setting, { Name: `${name}-2`, Labels: { own: name } });
      for (const filters of [
        {},
        { name: [`${name}-2`] },
        { name: ["NOPE"] },
        { id: [id] },
        { id: [id.slice(0, 12)] },
        { label: [`own=${name}`] },
        { label: ["b"] },
        { label: ["b", `own=${name}`] },
        { label: ["b=1"] },
        { driver: ["bridge"] },
        { driver: ["overlay"] },
        { driver: ["overlay", "bridge"] },
        { type: ["custom"] },
        { type: ["builtin"] },
        { scope: ["local"] },
        { scope: ["swarm"] },
        { dangling: ["true"] },
        { dangling: ["false"] },
        { dangling: ["1"] },
      ]) {
        await list(setting, filters);
      }
    },
  },
  {
    title: "networks are not listed by filters that are none",
    async run({ call }) {
      for (const filters of [
        { nope: ["x"] },
        { type: ["x"] },
        { dangling: ["maybe"] },
        "x",
        { name: 1 },
      ]) {
        await call("GET", `/networks?${query({ filters })}`);
      }
    },
  },
  {
    title: "a network with containers is dangling no more, and stays",
    async run(setting) {
      const { name, call, quietly } = setting;
      await network(setting);
      const id = await container(setting, { HostConfig: { NetworkMode: name } });
      await list(setting, { dangling: ["true"] });
      await quietly("POST", `/containers/${id}/start`);
      await list(setting, { dangling: ["true"] });
      await list(setting, { dangling: ["false"] });
      const { status, json } = await quietly("DELETE", `/networks/${name}`);
      const message = json.message.replace(/id [0-9a-f]{64}|"[0-9a-f]{12}"/g, "an id");
      setting.note("in use", [status, message]);
      await quietly("POST", `/containers/${id}/stop?t=0`);
      await call("DELETE", `/networks/${name}`);
    },
  },
  {
    title: "a network's name is given once",
    async run(setting) {
      const { name, call } = setting;
      await network(setting);
      await call("POST", "/networks/create", { json: { Name: name, CheckDuplicate: true } });
      // Older engines do not mind unless they are asked to.
      if (setting.minor < 44) return;
      await call("POST", "/networks/create", { json: { Name: name } });
      await call("POST", "/networks/create", { json: { Name: name, Driver: "macvlan" } });
    },
  },
  {
    title: "a network is not made with a name or a driver that is none",
    async run(setting) {
      await refused(setting, [
        { Name: "" },
        { Name: "bridge" },
        { Name: "host" },
        { Name: "none" },
        { Name: "default" },
        { Driver: "host" },
        { Driver: "null" },
        { Driver: "overlay" },
        { Scope: "swarm" },
      ]);
    },
  },
  {
    title: "a network is not made with a subnet that is none",
    async run(setting) {
      const config = (...Config: readonly object[]): object => ({ IPAM: { Config } });
      await refused(setting, [
        config({ Subnet: "nope" }),
        config({ Subnet: "10.77.3.0" }),
        config({ Subnet: "10.77.3.0/33" }),
        config({ Subnet: "10.77.3.0/24", Gateway: "10.78.3.1" }),
      ]);
    },
  },
  {
    title: "a network does not get addresses that another has",
    async run(setting) {
      const { name, call, quietly, later } = setting;
      await network(setting, { IPAM: { Config: [{ Subnet: "10.77.4.0/24" }] } });
      later(() => quietly("DELETE", `/networks/${name}-2`));
      for (const Subnet of ["10.77.4.0/24", "10.77.4.128/25", "10.77.0.0/16"]) {
        const json = { Name: `${name}-2`, IPAM: { Config: [{ Subnet }] } };
        await call("POST", "/networks/create", { json });
      }
    },
  },
  {
    title: "the networks that an engine begins with stay",
    async run(setting) {
      for (const name of ["bridge", "host", "none"]) {
        await setting.call("DELETE", `/networks/${name}`);
        const { json } = await setting.quietly("GET", `/networks/${name}`);
        const { Name, Scope, Driver, EnableIPv6, Internal, Attachable, Options, Labels } = json;
        setting.note(name, { Name, Scope, Driver, EnableIPv6, Internal, Attachable });
        setting.note("more", [Object.keys(Options).toSorted(), Labels]);
        // Once a swarm, an engine keeps its docker_gwbridge.
        await list(setting, { name: [`^${name}$`], type: ["custom"] });
      }
    },
  },
  {
    title: "networks that nobody uses are pruned by their labels",
    async run(setting) {
      const { name, call } = setting;
      await network(setting, { Labels: { own: name } });
      await network(setting, { Name: `${name}-2`, Labels: { own: name, keep: "" } });
      const prune = (filters: unknown): Promise<unknown> =>
        call("POST", `/networks/prune?${query({ filters })}`);
      await prune({ label: [`own=${name}x`] });
      await prune({ label: [`own=${name}`], "label!": ["keep"] });
      await list(setting, {});
      await prune({ label: [`own=${name}`], until: ["1h"] });
      await prune({ label: [`own=${name}`] });
      if (setting.minor >= 44) await prune({ label: [`own=${name}`], until: ["x"] });
      await prune({ label: [`own=${name}`], nope: ["x"] });
    },
  },
];
