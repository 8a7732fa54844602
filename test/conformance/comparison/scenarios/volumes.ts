import type { ComparisonScenario, Setting } from "../setting.js";
import { container, query } from "./image-steps.js";

/** Makes a volume, which is removed at the end. */
async function volume(
  { quietly, later, name }: Setting,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const json = { Name: name, ...settings };
  await quietly("POST", "/volumes/create", { json });
  later(() => quietly("DELETE", `/volumes/${json.Name}?force=1`));
}

/** Where the engine keeps them is the host's own. */
const shown = (answer: Readonly<Record<string, unknown>>): object => {
  const { Mountpoint, ...rest } = answer;
  const end = typeof Mountpoint === "string" ? Mountpoint.split("/").slice(-2) : null;
  return { ...rest, end };
};

/** Makes a volume and shows the answer. */
async function create(setting: Setting, json: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, json: made } = await setting.quietly("POST", "/volumes/create", { json });
  setting.note(`create ${JSON.stringify(json)}`, [status, shown(made)]);
}

/** Lists the volumes of the scenario that the filters let through. */
async function list(
  { quietly, note, name }: Setting,
  filters: Readonly<Record<string, unknown>>,
): Promise<void> {
  const own = { ...filters, name: filters.name ?? [name] };
  const { status, json } = await quietly("GET", `/volumes?${query({ filters: own })}`);
  const names = json.Volumes?.map(({ Name }: { readonly Name: string }) => Name).toSorted();
  note(`list ${JSON.stringify(filters)}`, [status, names ?? json]);
}

/** How volumes are made, found and removed. */
export const ofVolumes: readonly ComparisonScenario[] = [
  {
    title: "a volume is made once, and handed back after that",
    async run(setting) {
      const { name, call, quietly } = setting;
      await volume(setting, { Name: `${name}-0` });
      setting.later(() => quietly("DELETE", `/volumes/${name}`));
      await create(setting, { Name: name, Labels: { a: "1" } });
      await create(setting, { Name: name });
      await create(setting, { Name: name, Driver: "local", Labels: { b: "2" } });
      const { status, json } = await quietly("GET", `/volumes/${name}`);
      setting.note("inspect", [status, shown(json)]);
      await call("DELETE", `/volumes/${name}`);
      await call("GET", `/volumes/${name}`);
      await call("DELETE", `/volumes/${name}`);
      await call("DELETE", `/volumes/${name}?force=1`);
    },
  },
  {
    title: "a volume has options that its driver knows",
    async run(setting) {
      const { name, quietly } = setting;
      for (const each of ["1", "2", "3"])
        setting.later(() => quietly("DELETE", `/volumes/${name}-${each}`));
      const DriverOpts = { type: "tmpfs", device: "tmpfs", o: "size=1m" };
      await create(setting, { Name: `${name}-1`, DriverOpts });
      await create(setting, { Name: `${name}-2`, DriverOpts: {} });
      await create(setting, { Name: `${name}-3`, DriverOpts: { nope: "x" } });
    },
  },
  {
    title: "volumes are listed by filters",
    async run(setting) {
      const { name } = setting;
      await volume(setting, { Labels: { own: name, b: "" } });
      await volume(setting, { Name: `${name}-2`, Labels: { own: name } });
      await container(setting, { HostConfig: { Binds: [`${name}:/v`] } });
      for (const filters of [
        {},
        { name: [`${name}-2`] },
        { name: ["NOPE"] },
        { label: [`own=${name}`] },
        { label: ["b"] },
        { label: ["b=1"] },
        { driver: ["local"] },
        { driver: ["nope"] },
        { dangling: ["true"] },
        { dangling: ["false"] },
        { dangling: ["0"] },
      ]) {
        await list(setting, filters);
      }
    },
  },
  {
    title: "a volume that a container has stays",
    async run(setting) {
      const { name, call, quietly } = setting;
      await volume(setting, { Labels: { own: name } });
      const id = await container(setting, { HostConfig: { Binds: [`${name}:/v`] } });
      await call("DELETE", `/volumes/${name}`);
      await call("DELETE", `/volumes/${name}?force=1`);
      const filters = { label: [`own=${name}`], all: ["1"] };
      if (setting.minor >= 42) await call("POST", `/volumes/prune?${query({ filters })}`);
      await quietly("DELETE", `/containers/${id}?v=1`);
      await call("GET", `/volumes/${name}-nope`);
      await call("DELETE", `/volumes/${name}`);
    },
  },
];
