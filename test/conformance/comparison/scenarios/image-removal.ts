import type { ComparisonScenario } from "../setting.js";
import { build, container, each, query, removeLater } from "./image-steps.js";

/** Images that lose their names, go, or stay. */
export const ofImageRemoval: readonly ComparisonScenario[] = [
  {
    title: "an image loses its names one by one, and goes with the last",
    async run(setting) {
      const { name, image, call, quietly } = setting;
      removeLater(setting, `${name}:1`, `${name}:2`);
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: [`${name}:1`, `${name}:2`] });
      const { json } = await quietly("GET", `/images/${name}:1/json`);
      await quietly("POST", `/images/${name}:1/tag?repo=x/${name}&tag=1`);
      removeLater(setting, `x/${name}:1`);
      await call("DELETE", `/images/${json.Id}`);
      await call("DELETE", `/images/${json.Id.slice(7, 19)}`);
      await call("DELETE", `/images/${name}:2`);
      await call("DELETE", `/images/x/${name}:1`);
      await call("DELETE", `/images/${name}:1`);
      await call("GET", `/images/${name}:1/json`);
    },
  },
  {
    title: "an image that a container needs is kept",
    async run(setting) {
      const { name, image, call, quietly } = setting;
      removeLater(setting, `${name}:1`);
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: `${name}:1` });
      const image1 = (await quietly("GET", `/images/${name}:1/json`)).json.Id;
      const id = await container(setting, { Image: `${name}:1` });
      await call("DELETE", `/images/${name}:1`);
      await call("DELETE", `/images/${image1}`);
      await quietly("POST", `/containers/${id}/start`);
      await call("DELETE", `/images/${name}:1`);
      await call("DELETE", `/images/${image1}`);
      await call("DELETE", `/images/${image1}?force=1`);
    },
  },
  {
    title: "an image that runs loses its name by force, and stays",
    async run(setting) {
      const { name, image, call, quietly, note } = setting;
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: `${name}:1` });
      const image1 = (await quietly("GET", `/images/${name}:1/json`)).json.Id;
      const id = await container(setting, { Image: `${name}:1` });
      await quietly("POST", `/containers/${id}/start`);
      await call("DELETE", `/images/${name}:1?force=1`);
      await call("GET", `/images/${name}:1/json`);
      note("container", (await quietly("GET", `/containers/${id}/json`)).json.Config.Image);
      await quietly("DELETE", `/containers/${id}?force=1`);
      await call("DELETE", `/images/${image1}`);
    },
  },
  {
    title: "an image that others are made from is kept",
    async run(setting) {
      const { name, image, call, quietly } = setting;
      removeLater(setting, `${name}:a`, `${name}:b`);
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: `${name}:a` });
      await build(setting, `FROM ${name}:a\nLABEL o=1\n`, { t: `${name}:b` });
      await call("DELETE", `/images/${name}:a`);
      const { Parent } = (await quietly("GET", `/images/${name}:b/json`)).json;
      await call("DELETE", `/images/${Parent}`);
      await call("DELETE", `/images/${Parent}?force=1`);
      await call("DELETE", `/images/${name}:b`);
    },
  },
  {
    title: "an image is removed, and its parents are not",
    async run(setting) {
      const { name, image, call } = setting;
      await build(setting, `FROM ${image}\nLABEL n=${name}\nLABEL m=1\n`, { t: `${name}:c` });
      await call("DELETE", `/images/${name}:c?noprune=1`);
      const filters = { label: [`n=${name}`] };
      await call("POST", `/images/prune?${query({ filters })}`);
    },
  },
  {
    title: "images without names are pruned by label and time",
    async run(setting) {
      const { name, image, call } = setting;
      await build(setting, `FROM ${image}\nLABEL n=${name}\nRUN echo hi > /hi\nLABEL z=1\n`);
      const own = { label: [`n=${name}`] };
      for (const filters of [{ ...own, until: ["1h"] }, { ...own, "label!": ["z"] }, own, own]) {
        await call("POST", `/images/prune?${query({ filters })}`);
      }
    },
  },
  {
    title: "images with names are pruned, too, if that is wanted",
    async run(setting) {
      const { name, image, call } = setting;
      removeLater(setting, `${name}:k`);
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: `${name}:k` });
      const label = [`n=${name}`];
      await call("POST", `/images/prune?${query({ filters: { label } })}`);
      await call("POST", `/images/prune?${query({ filters: { label, dangling: ["false"] } })}`);
      await call("GET", `/images/${name}:k/json`);
    },
  },
  {
    title: "images are not pruned by filters that are none",
    async run(setting) {
      await each(setting, "POST", "/images/prune", [
        { filters: { dangling: ["x"] } },
        { filters: { until: ["x"] } },
        { filters: { until: ["1s", "2s"] } },
        { filters: { x: ["1"] } },
        { filters: "{" },
        { filters: { label: ["nope-nope"] } },
      ]);
    },
  },
];
