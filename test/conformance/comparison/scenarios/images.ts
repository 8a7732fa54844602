import type { ComparisonScenario, Setting } from "../setting.js";
import { build, each, query, removeLater, showImage } from "./image-steps.js";

const tag = ({ quietly, image }: Setting, repo: string, name: string): Promise<unknown> =>
  quietly("POST", `/images/${image}/tag?${query({ repo, tag: name })}`);

/** Lists images by filters, with what tells them apart. */
async function list({ quietly, note }: Setting, filters: object): Promise<void> {
  const { status, json } = await quietly("GET", `/images/json?${query({ filters })}`);
  const shown = Array.isArray(json) ? json.map(({ RepoTags, Labels }) => [RepoTags, Labels]) : json;
  note(JSON.stringify(filters), [status, shown]);
}

/** Images: what they are, what they are called, and how they are listed. */
export const ofImages: readonly ComparisonScenario[] = [
  {
    title: "an image is inspected as each API version has it",
    async run({ quietly, note, image, minor }) {
      for (const version of [41, 43, 44, 45, 46, 48, 49, 50].filter((each) => each <= minor)) {
        const { json } = await quietly("GET", `/v1.${version}/images/${image}/json`);
        const { RepoTags, RepoDigests, Metadata, Size, VirtualSize, ...rest } = json;
        note(`1.${version}`, { ...rest, hasVirtualSize: VirtualSize === Size });
      }
    },
  },
  {
    title: "an image that is not there is not inspected",
    async run({ call }) {
      const id = "a".repeat(64);
      for (const name of [
        "nope",
        "nope:1",
        "UPPER",
        id,
        `sha256:${id}`,
        `nope@sha256:${id}`,
        "zzz",
      ]) {
        await call("GET", `/images/${name}/json`);
      }
    },
  },
  {
    title: "an image that is not there has no history, no tag, no archive",
    async run({ call }) {
      await call("GET", "/images/nope/history");
      await call("POST", "/images/nope/tag?repo=x&tag=1");
      await call("DELETE", "/images/nope:1");
      await call("DELETE", "/images/UPPER");
      await call("GET", "/images/nope/get");
      await call("GET", "/images/UPPER/get");
    },
  },
  {
    title: "an image is tagged by names that are names, and not by others",
    async run(setting) {
      const { name, image, quietly, note } = setting;
      removeLater(setting, `${name}:1`, `${name}:3`, `${name}:4`, name);
      await each(setting, "POST", `/images/${image}/tag`, [
        { repo: name, tag: "1" },
        { repo: name },
        { repo: `${name}:3` },
        { repo: `${name}:3`, tag: "4" },
        { repo: "UPPER" },
        { repo: name, tag: "a:b" },
        { repo: name, tag: "-x" },
        { repo: "a//b" },
        { repo: "sha256", tag: "1" },
        { repo: "a".repeat(64) },
        { repo: `${name}@sha256:${"a".repeat(64)}` },
        {},
      ]);
      const { json } = await quietly("GET", `/images/${image}/json`);
      note(
        "tags",
        json.RepoTags.filter((each: string) => each.includes(name)),
      );
    },
  },
  {
    title: "images are listed by reference",
    async run(setting) {
      const { name } = setting;
      removeLater(setting, `${name}:1`, `${name}:2`, `x/${name}:1`);
      await tag(setting, name, "1");
      await tag(setting, name, "2");
      await tag(setting, `x/${name}`, "1");
      const patterns = [name, `${name}:1`, `${name}:*`, `*/${name}`, `${name}?1`, `${name}:[12]`];
      for (const pattern of [...patterns, `docker.io/library/${name}`, "nope*"]) {
        await list(setting, { reference: [pattern] });
      }
      await list(setting, { reference: [`${name}:1`, `x/${name}`] });
    },
  },
  {
    title: "images are listed by label and by the time they were made",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:1`);
      await build(setting, `FROM ${image}\nLABEL a=b c=d\n`, { t: `${name}:1` });
      const reference = [name];
      for (const label of [["a"], ["a=b"], ["a=x"], ["a=b", "c=d"], ["a", "nope"]]) {
        await list(setting, { reference, label });
      }
      await list(setting, { reference, since: [image] });
      await list(setting, { reference, before: [image] });
      await list(setting, { reference, before: [`${name}:1`] });
      await list(setting, { reference, since: [`${name}:1`] });
      await list(setting, { reference, until: ["1h"] });
      await list(setting, { reference, dangling: ["false"] });
      await list(setting, { reference, dangling: ["true"] });
    },
  },
  {
    title: "images are not listed by filters that are none",
    async run(setting) {
      await each(setting, "GET", "/images/json", [
        { filters: { dangling: ["x"] } },
        { filters: { before: ["nope"] } },
        { filters: { since: ["nope:1"] } },
        { filters: { before: ["UPPER"] } },
        { filters: { until: ["x"] } },
        { filters: { x: ["1"] } },
        { filters: "{" },
        { filters: "[]" },
        { filters: { label: "a" } },
        { filters: { reference: ["[a"] } },
      ]);
    },
  },
  {
    title: "an image without a name is listed as each API version has it",
    async run(setting) {
      const { name, image, quietly, note, minor } = setting;
      await build(setting, `FROM ${image}\nLABEL own=${name}\n`);
      const filters = { label: [`own=${name}`] };
      for (const version of [41, 42, 43, 44].filter((each) => each <= minor)) {
        const { json } = await quietly("GET", `/v1.${version}/images/json?${query({ filters })}`);
        note(
          `1.${version}`,
          json.map(({ ParentId, ...rest }: Record<string, unknown>) => rest),
        );
      }
      await quietly("POST", `/images/prune?${query({ filters })}`);
    },
  },
  {
    title: "a build cache is pruned by filters and sizes, or not",
    async run(setting) {
      await each(setting, "POST", "/build/prune", [
        {},
        { "keep-storage": "x" },
        { "keep-storage": "10", all: "1" },
        { filters: { until: ["x"] } },
        { filters: { x: ["1"] } },
        { filters: { id: ["nope"] } },
        { filters: { until: ["1h"] } },
        { filters: "{" },
        { "reserved-space": "x" },
        { "max-used-space": "x" },
        { "min-free-space": "1" },
      ]);
    },
  },
  {
    title: "an image for another platform is not there",
    async run({ call, image, minor }) {
      if (minor < 50) return void (await call("GET", "/images/nope/json"));
      const other = query({ platform: { os: "linux", architecture: "arm64" } });
      await call("GET", `/images/${image}/json?${other}`);
      await call("GET", `/images/${image}/json?platform=x`);
      await call("GET", `/images/${image}/history?${other}`);
      await call("GET", `/images/${image}/history?platform=x`);
      await call("DELETE", `/images/${image}?${other.replace("platform", "platforms")}`);
      await call("DELETE", `/images/${image}?platforms=x`);
    },
  },
  {
    title: "an image's history tells each step",
    async run(setting) {
      const { name, image, quietly, note } = setting;
      removeLater(setting, `${name}:h`);
      await build(setting, `FROM ${image}\nENV A=1\nRUN echo hi > /hi\nCMD ["x"]\n`, {
        t: `${name}:h`,
      });
      const { json } = await quietly("GET", `/images/${name}:h/history`);
      note(
        "history",
        json.map(({ Size, ...rest }: Record<string, unknown>) => rest),
      );
      await showImage(setting, `${name}:h`);
    },
  },
];
