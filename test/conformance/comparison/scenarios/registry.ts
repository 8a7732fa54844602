import type { Answer, ComparisonScenario, Setting } from "../setting.js";
import { auth, build, messagesIn, query, removeLater } from "./image-steps.js";

const wrong = (setting: Setting): Record<string, string> =>
  auth({ ...setting.registry.auth, password: "wr0ng" });

/** Pulls or pushes, and shows what was said. */
async function transfer(
  { quietly, note }: Setting,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await quietly("POST", path, { headers });
  note(decodeURIComponent(path), [
    answer.status,
    answer.status === 200 ? messagesIn(answer.text) : answer.json,
  ]);
  return answer;
}

const pull = (setting: Setting, parameters: object, headers?: Record<string, string>) =>
  transfer(setting, `/images/create?${query({ ...parameters })}`, headers);

const push = (setting: Setting, repository: string, tag = "", headers?: Record<string, string>) =>
  transfer(setting, `/images/${repository}/push${tag === "" ? "" : `?tag=${tag}`}`, headers);

/** Tags the image for the registry, and pushes it. */
async function pushed(setting: Setting, ...tags: readonly string[]): Promise<string> {
  const { registry, name, image, quietly } = setting;
  const repo = `${registry.address}/${name}`;
  for (const tag of tags) {
    await quietly("POST", `/images/${image}/tag?${query({ repo, tag })}`);
    removeLater(setting, `${repo}:${tag}`);
    await quietly("POST", `/images/${repo}/push?tag=${tag}`, { headers: auth(registry.auth) });
  }
  return repo;
}

/** Images that come from a registry and go to it. */
export const ofRegistry: readonly ComparisonScenario[] = [
  {
    title: "nothing is pulled that is not there",
    async run(setting) {
      const { registry, name } = setting;
      const fromImage = `${registry.address}/${name}`;
      const known = auth(registry.auth);
      await pull(setting, { fromImage, tag: "1" }, known);
      await pull(setting, { fromImage }, known);
      await pull(setting, { fromImage, tag: `sha256:${"a".repeat(64)}` }, known);
    },
  },
  {
    title: "nothing is pulled by nobody",
    async run(setting) {
      const { registry, name } = setting;
      const fromImage = `${registry.address}/${name}`;
      for (const headers of [{}, auth({}), { "x-registry-auth": "garbage!" }]) {
        await pull(setting, { fromImage, tag: "1" }, headers);
      }
      await pull(setting, { fromImage });
      await pull(setting, { fromImage, tag: `sha256:${"a".repeat(64)}` });
    },
  },
  {
    title: "nothing is pulled with the wrong credentials",
    async run(setting) {
      const { registry, name } = setting;
      const fromImage = `${registry.address}/${name}`;
      await pull(setting, { fromImage, tag: "1" }, wrong(setting));
      await pull(setting, { fromImage }, wrong(setting));
      await pull(setting, { fromImage, tag: "1" }, auth({ identitytoken: "stale" }));
    },
  },
  {
    title: "nothing is pulled by a name that is none",
    async run(setting) {
      const fromImage = `${setting.registry.address}/${setting.name}`;
      await pull(setting, { fromImage, tag: "a:b" });
      await pull(setting, { fromImage: "UPPER", tag: "1" });
      await pull(setting, { fromImage: "a//b" });
      await pull(setting, { fromImage: "scratch" });
      await pull(setting, { fromImage: setting.image, platform: "a/b/c/d" });
    },
  },
  {
    title: "an image is pushed, and pushed again",
    async run(setting) {
      const { registry, name, image, quietly } = setting;
      const repo = `${registry.address}/${name}`;
      removeLater(setting, `${repo}:1`);
      await quietly("POST", `/images/${image}/tag?${query({ repo, tag: "1" })}`);
      await push(setting, repo, "1", auth(registry.auth));
      await push(setting, repo, "1", auth(registry.auth));
      const { json } = await quietly("GET", `/images/${repo}:1/json`);
      setting.note(
        "digests",
        json.RepoDigests.filter((each: string) => each.includes(name)),
      );
    },
  },
  {
    title: "all tags of a repository are pushed",
    async run(setting) {
      const { registry, name, image, quietly } = setting;
      const repo = `${registry.address}/${name}`;
      for (const tag of ["1", "2"]) {
        removeLater(setting, `${repo}:${tag}`);
        await quietly("POST", `/images/${image}/tag?${query({ repo, tag })}`);
      }
      await push(setting, repo, "", auth(registry.auth));
    },
  },
  {
    title: "nothing is pushed that is not there",
    async run(setting) {
      const { registry, name } = setting;
      const repo = `${registry.address}/${name}`;
      await push(setting, repo, "1", auth(registry.auth));
      await push(setting, repo, "", auth(registry.auth));
      await pushed(setting, "1");
      await push(setting, repo, "9", auth(registry.auth));
      await push(setting, "UPPER", "", auth(registry.auth));
      await push(setting, repo, "a:b", auth(registry.auth));
    },
  },
  {
    title: "nothing is pushed by nobody, nor with the wrong credentials",
    async run(setting) {
      const repo = await pushed(setting, "1");
      await push(setting, repo, "1");
      await push(setting, repo, "1", auth({}));
      await push(setting, repo, "1", wrong(setting));
    },
  },
  {
    title: "an image is pulled, and is up to date then",
    async run(setting) {
      const { registry, name, image, quietly } = setting;
      const fromImage = `${registry.address}/${name}`;
      await build(setting, `FROM ${image}\nRUN echo ${name} > /a\nRUN echo b > /b\n`, {
        t: `${fromImage}:2`,
      });
      const known = auth(registry.auth);
      await quietly("POST", `/images/${fromImage}/push?tag=2`, { headers: known });
      await quietly("DELETE", `/images/${fromImage}:2`);
      removeLater(setting, `${fromImage}:2`);
      await pull(setting, { fromImage, tag: "2" }, known);
      await pull(setting, { fromImage: `${fromImage}:2` }, known);
      await pull(setting, { fromImage }, known);
    },
  },
  {
    title: "an image is pulled by its digest, and has no other name",
    async run(setting) {
      const { registry, quietly, note } = setting;
      const repo = await pushed(setting, "1");
      const { RepoDigests } = (await quietly("GET", `/images/${repo}:1/json`)).json;
      const whole = RepoDigests.find((each: string) => each.startsWith(repo));
      await quietly("DELETE", `/images/${repo}:1`);
      removeLater(setting, whole);
      const tag = whole.split("@")[1];
      await pull(setting, { fromImage: repo, tag }, auth(registry.auth));
      await pull(setting, { fromImage: whole }, auth(registry.auth));
      const { json } = await quietly("GET", `/images/${whole}/json`);
      note(
        "names",
        [...json.RepoTags, ...json.RepoDigests].filter((each) => each.includes(repo)),
      );
      const removed = await quietly("DELETE", `/images/${whole}`);
      note("removed", [removed.status, removed.json]);
    },
  },
  {
    title: "a new image takes the tag of the old one",
    async run(setting) {
      const { registry, name, image, quietly, note } = setting;
      const repo = await pushed(setting, "1");
      const known = auth(registry.auth);
      await build(setting, `FROM ${image}\nLABEL n=${name}\n`, { t: `${repo}:1` });
      await quietly("POST", `/images/${repo}/push?tag=1`, { headers: known });
      await quietly("POST", `/images/${image}/tag?${query({ repo, tag: "1" })}`);
      await pull(setting, { fromImage: repo, tag: "1" }, known);
      const { json } = await quietly("GET", `/images/${repo}:1/json`);
      note("labels", json.Config.Labels);
    },
  },
  {
    title: "an image is not for any platform",
    async run(setting) {
      const fromImage = await pushed(setting, "1");
      const known = auth(setting.registry.auth);
      await pull(setting, { fromImage, tag: "1", platform: "linux/amd64" }, known);
      await pull(setting, { fromImage, tag: "1", platform: "linux/arm64" }, known);
    },
  },
  {
    title: "a registry is asked for an image without a pull",
    async run(setting) {
      const { registry, call } = setting;
      const repo = await pushed(setting, "1");
      const known = auth(registry.auth);
      const { status, json } = await setting.quietly("GET", `/distribution/${repo}:1/json`, {
        headers: known,
      });
      setting.note("found", [status, json.Descriptor.mediaType, json.Platforms]);
      await call("GET", `/distribution/${repo}:1/json`);
      await call("GET", `/distribution/${repo}:9/json`, { headers: known });
      await call("GET", `/distribution/${repo}x/json`, { headers: known });
      await call("GET", `/distribution/${repo}:1/json`, { headers: wrong(setting) });
      await call("GET", "/distribution/UPPER/json");
    },
  },
  {
    title: "a login is accepted, or not",
    async run({ registry, call }) {
      const { auth: right, address } = registry;
      await call("POST", "/auth", { json: right });
      await call("POST", "/auth", { json: { ...right, password: "wr0ng" } });
      await call("POST", "/auth", { json: { serveraddress: address } });
      await call("POST", "/auth", { json: { ...right, serveraddress: `http://${address}` } });
      await call("POST", "/auth", { json: { ...right, serveraddress: `https://${address}/v2/` } });
      await call("POST", "/auth", { json: { identitytoken: "x", serveraddress: address } });
      await call("POST", "/auth", { body: "{", headers: { "content-type": "application/json" } });
    },
  },
  {
    title: "a search is refused for what it asks",
    async run({ call }) {
      for (const asked of [
        { limit: "x" },
        { limit: "1000" },
        { limit: "101" },
        { filters: { x: ["1"] } },
        { filters: { "is-official": ["x"] } },
        { filters: { "is-automated": ["x"] } },
        { filters: { stars: ["x"] } },
        { filters: "{" },
      ]) {
        await call("GET", `/images/search?${query({ term: "a", ...asked })}`);
      }
      await call("GET", `/images/search?${query({ term: "http://a" })}`);
    },
  },
];
