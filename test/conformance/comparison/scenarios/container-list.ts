import type { ComparisonScenario, Setting } from "../setting.js";
import { another, ended, running, shell } from "./container-steps.js";
import { container, query } from "./image-steps.js";

/** Whose names a list has, with the label of the scenario. */
async function list(
  setting: Setting,
  more: Readonly<Record<string, readonly string[]>>,
  asked: Readonly<Record<string, string>> = { all: "1" },
): Promise<void> {
  const { name, quietly, note } = setting;
  const filters = { label: [name], ...more };
  const { status, json } = await quietly("GET", `/containers/json?${query({ ...asked, filters })}`);
  const names = Array.isArray(json) ? json.map(({ Names }) => Names) : json;
  note(JSON.stringify([more, asked]), [status, names]);
}

/** What lists of containers have, and what they leave out. */
export const ofContainerList: readonly ComparisonScenario[] = [
  {
    title: "containers are listed by what they do",
    async run(setting) {
      const { name, quietly } = setting;
      const Labels = { [name]: "1" };
      const of = (suffix: string): Setting => ({ ...setting, name: `${name}${suffix}` });
      const id = await container(setting, { Labels });
      await ended(of("three"), { ...shell("exit 3"), Labels });
      await running(of("up"), { Labels });
      const paused = await running(of("paused"), { Labels });
      await quietly("POST", `/containers/${paused}/pause`);
      await list(setting, {}, {});
      await list(setting, {}, { all: "0", limit: "2" });
      await list(setting, {}, { limit: "-1" });
      await list(setting, {}, { limit: "x" });
      for (const status of ["created", "running", "paused", "exited", "dead", "removing", "nope"]) {
        await list(setting, { status: [status] }, {});
      }
      await list(setting, { status: ["created", "running"] });
      for (const exited of ["3", "0", "x"]) await list(setting, { exited: [exited] });
      await list(setting, { id: [id] });
      await list(setting, { id: [id.slice(0, 12)] });
      await list(setting, { id: [id.slice(12)] });
      for (const each of [name, `/${name}`, `^/${name}$`, `^${name}$`, `${name}.+`, "nope", "("]) {
        await list(setting, { name: [each] });
      }
      await list(setting, { before: [`${name}up`] });
      await list(setting, { since: [`${name}up`] });
      await list(setting, { before: [`${name}nope`] });
      await list(setting, { since: [`${name}nope`] });
      await list(setting, { before: [`${name}up`], since: [name] });
    },
  },
  {
    title: "containers are listed by their labels and images",
    async run(setting) {
      const { name, image, quietly } = setting;
      await container(setting, { Labels: { [name]: "1", a: "b", "c=d": "e", empty: "" } });
      for (const label of ["a", "a=b", "a=c", "a=", "empty", "empty=", "c", "nope", "", "=b"]) {
        await list(setting, { label: [name, label] });
      }
      const { json } = await quietly("GET", `/images/${image}/json`);
      const digest = json.Id.slice(7);
      for (const each of [
        image,
        json.Id,
        digest,
        digest.slice(0, 12),
        image.split(":")[0],
        "nope",
        "",
      ]) {
        await list(setting, { ancestor: [String(each)] });
      }
      for (const health of ["none", "starting", "healthy", "nope"]) {
        await list(setting, { health: [health] });
      }
      for (const each of ["true", "false", "nope"]) await list(setting, { "is-task": [each] });
      await list(setting, { isolation: ["nope"] });
    },
  },
  {
    title: "containers are listed by their volumes, networks and ports",
    async run(setting) {
      const { name, quietly, later } = setting;
      later(() => quietly("DELETE", `/volumes/${name}`));
      await running(setting, {
        Labels: { [name]: "1" },
        ExposedPorts: { "80/tcp": {}, "90/udp": {} },
        HostConfig: { Binds: [`${name}:/v`, "/tmp:/t"] },
      });
      for (const volume of [name, "/v", "/tmp", "/t", "/v/", "nope", ""]) {
        await list(setting, { volume: [volume] });
      }
      for (const network of ["bridge", "host", "nope", "bri"]) {
        await list(setting, { network: [network] });
      }
      for (const ports of [
        "80",
        "80/tcp",
        "80/udp",
        "90/udp",
        "70-85",
        "x",
        "85-70",
        "80/nope",
        "1-2-3",
        "-",
        "99999",
      ]) {
        await list(setting, { expose: [ports] });
      }
      for (const ports of ["80", "x", "1-2"]) await list(setting, { publish: [ports] });
    },
  },
  {
    title: "filters of lists are known ones",
    async run({ call }) {
      for (const filters of [
        { nope: ["1"] },
        "{",
        "x",
        "[]",
        "1",
        '{"label":"x"}',
        '{"label":[1]}',
        '{"label":{"x":1}}',
      ]) {
        await call("GET", `/containers/json?${query({ filters })}`);
      }
    },
  },
  {
    title: "a list tells about its containers",
    async run(setting) {
      const { name, quietly, note } = setting;
      const Labels = { [name]: "1" };
      const show = async (): Promise<void> => {
        const asked = query({ all: "1", filters: { label: [name] } });
        const { json } = await quietly("GET", `/containers/json?${asked}`);
        for (const { Status, NetworkSettings, ImageManifestDescriptor, ...rest } of json) {
          note("listed", rest);
          // How long ago is a matter of time.
          note("status", Status.replace(/\d+ seconds?|Less than a second/, "<time>"));
          note("networks", Object.keys(NetworkSettings.Networks));
        }
      };
      await another(setting, "made", { Labels, ExposedPorts: { "80/tcp": {} } });
      await show();
      await ended(setting, { ...shell("exit 3; echo 'a b'"), Labels });
      await show();
    },
  },
];
