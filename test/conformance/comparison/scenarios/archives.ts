import { gzipSync } from "node:zlib";
import type { Answer, ComparisonScenario, Setting } from "../setting.js";
import { container, messagesIn, namesIn, query, removeLater, tar } from "./image-steps.js";

/** What the header says of a file, without its time, and without the size of a directory. */
function statOf({ headers }: Answer): unknown {
  const header = headers["x-docker-container-path-stat"];
  if (header === undefined) return undefined;
  const { mtime, size, ...stat } = JSON.parse(
    Buffer.from(String(header), "base64").toString("utf8"),
  );
  return stat.mode >= 2 ** 31 ? stat : { ...stat, size };
}

/** Looks at paths in a container, and takes them out of it. */
async function look(setting: Setting, id: string, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const asked = `/containers/${id}/archive?${query({ path })}`;
    const head = await setting.quietly("HEAD", asked);
    const got = await setting.quietly("GET", asked);
    const found = got.status === 200 ? namesIn(got.bytes) : got.json;
    setting.note(path, [head.status, statOf(head), got.status, found]);
  }
}

async function put(
  setting: Setting,
  id: string,
  path: string,
  body: Uint8Array | string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const asked = `/containers/${id}/archive?${query({ path, ...more })}`;
  const { status, text } = await setting.quietly("PUT", asked, { body });
  setting.note(`${path} ${JSON.stringify(more)}`, [status, text]);
}

const tree = tar({
  "d/": "",
  "d/f": { content: "hi", mode: 0o600 },
  "d/l": { type: "2", link: "f" },
  "d/gone": { type: "2", link: "/nope" },
  "d/e/": { type: "5", mode: 0o1777 },
  s: { content: "x", mode: 0o4755 },
  ld: { type: "2", link: "d" },
});

/** A container with a few files that has not run. */
async function filled(setting: Setting): Promise<string> {
  const id = await container(setting);
  await setting.quietly("PUT", `/containers/${id}/archive?path=/`, { body: tree });
  return id;
}

/** Files that go into containers and come out, and images that are archives. */
export const ofArchives: readonly ComparisonScenario[] = [
  {
    title: "files and directories are looked at and taken out of a container",
    async run(setting) {
      const id = await filled(setting);
      await look(setting, id, "/d", "/d/", "/d/f", "d/f", "/d//f", "/d/e", "/s", "/d/.");
    },
  },
  {
    title: "links are followed on the way, and not at the end",
    async run(setting) {
      const id = await filled(setting);
      await look(setting, id, "/d/l", "/d/gone", "/ld", "/ld/", "/ld/f", "/bin/sh");
    },
  },
  {
    title: "what is not there is not taken out of a container",
    async run(setting) {
      const id = await filled(setting);
      await look(setting, id, "/nope", "/nope/x", "/dev/null", "");
      await setting.call("GET", "/containers/nope/archive?path=/");
      await setting.call("GET", `/containers/${id}/archive`);
    },
  },
  {
    title: "archives go into a container, packed or not",
    async run(setting) {
      const id = await container(setting);
      await put(setting, id, "/", tar({ a: "1", "dir/": "", "dir/x": "y" }));
      await put(setting, id, "/dir", gzipSync(tar({ zipped: "z" })));
      await put(setting, id, "/dir/", tar({ c: "1" }), { copyUIDGID: "1" });
      await put(setting, id, "/dir/.", tar({ d: "1" }));
      await put(setting, id, "/dir", "");
      await put(setting, id, "/dir", "not an archive");
      await look(setting, id, "/dir", "/a");
    },
  },
  {
    title: "archives do not go where there is no directory",
    async run(setting) {
      const id = await container(setting);
      await put(setting, id, "/", tar({ a: "1" }));
      for (const path of ["/nope", "/a", ""]) await put(setting, id, path, tar({ b: "1" }));
      await setting.call("PUT", "/containers/nope/archive?path=/", { body: tar({ b: "1" }) });
    },
  },
  {
    title: "a directory does not take a file's place, nor the reverse, if that is wanted",
    async run(setting) {
      const id = await container(setting);
      await put(setting, id, "/", tar({ a: "1", "dir/": "" }));
      await put(setting, id, "/", tar({ dir: "a file" }), { noOverwriteDirNonDir: "1" });
      await put(setting, id, "/", tar({ "a/": "" }), { noOverwriteDirNonDir: "1" });
      await put(setting, id, "/", tar({ "a/": "" }), { noOverwriteDirNonDir: "0" });
      await look(setting, id, "/a", "/dir");
    },
  },
  {
    title: "entries of an archive stay where they are put",
    async run(setting) {
      const id = await container(setting);
      await put(setting, id, "/", tar({ "dir/": "", lnk: { type: "2", link: "/etc" } }));
      await put(setting, id, "/dir", tar({ "../../up": "x" }));
      await put(setting, id, "/dir", tar({ "/absolute": "x" }));
      await put(setting, id, "/lnk", tar({ inside: "x" }));
      await put(setting, id, "/", tar({ "lnk/through": "x" }));
      await put(setting, id, "/", tar({ hard: { type: "1", link: "dir/absolute" } }));
      await look(setting, id, "/dir", "/etc/inside", "/etc/through", "/hard", "/up");
    },
  },
  {
    title: "a container that can only be read takes nothing but into its volumes",
    async run(setting) {
      const { name, later, quietly } = setting;
      later(() => quietly("DELETE", `/volumes/${name}`));
      later(() => quietly("DELETE", `/volumes/${name}-w`));
      const Binds = [`${name}:/v:ro`, `${name}-w:/w`];
      const id = await container(setting, { HostConfig: { ReadonlyRootfs: true, Binds } });
      for (const path of ["/", "/tmp", "/v", "/w"]) await put(setting, id, path, tar({ a: "1" }));
    },
  },
  {
    title: "what a container has changed is told",
    async run(setting) {
      const { quietly, note } = setting;
      const id = await container(setting);
      const changes = async (what: string): Promise<void> => {
        const { json } = await quietly("GET", `/containers/${id}/changes`);
        const list = json?.map(({ Path, Kind }: Record<string, unknown>) => `${Kind} ${Path}`);
        note(what, list?.toSorted() ?? null);
      };
      await changes("before");
      await put(setting, id, "/", tar({ "d/": "", "d/f": "x", "etc/passwd": "y", "bin/n": "z" }));
      await changes("after");
      await setting.call("GET", "/containers/nope/changes");
    },
  },
  {
    title: "a container is exported and imported",
    async run(setting) {
      const { name, quietly, note } = setting;
      const id = await filled(setting);
      const { status, headers, bytes } = await quietly("GET", `/containers/${id}/export`);
      const names = namesIn(bytes).filter((each) => !each.startsWith("bin/"));
      note("exported", [status, headers["content-type"], names.toSorted()]);
      removeLater(setting, `${name}:flat`);
      const asked = query({ fromSrc: "-", repo: name, tag: "flat", message: "of a test" });
      const imported = await quietly("POST", `/images/create?${asked}`, { body: bytes });
      note("imported", [imported.status, messagesIn(imported.text).length]);
      const { json } = await quietly("GET", `/images/${name}:flat/json`);
      note("image", [json.Comment, json.Config, json.RootFS.Layers.length]);
      await setting.call("GET", "/containers/nope/export");
    },
  },
  {
    title: "an import changes settings, or is refused",
    async run(setting) {
      const { name, call, quietly, note } = setting;
      removeLater(setting, `${name}:i`, `${name}:i2`, `${name}:gz`);
      const body = tar({ a: "x" });
      for (const asked of [
        { repo: `${name}:i2` },
        { repo: name, tag: "a:b" },
        { repo: "UPPER" },
        { repo: name, tag: "i", changes: "FOO x" },
        { repo: name, tag: "i", changes: "RUN x" },
        { repo: name, tag: "i", platform: "a/b/c/d" },
      ]) {
        await call("POST", `/images/create?${query({ fromSrc: "-", ...asked })}`, { body });
      }
      const changes = [
        "ENV a=b",
        'LABEL c="d e"',
        "EXPOSE 80",
        "USER me",
        'CMD ["x"]',
        "WORKDIR /w",
      ];
      const more = ["VOLUME /v", 'ENTRYPOINT ["x"]', "ONBUILD RUN x", "HEALTHCHECK CMD true"];
      const asked = { fromSrc: "-", repo: name, tag: "i", changes: [...changes, ...more] };
      await call("POST", `/images/create?${query(asked)}`, { body });
      note("settings", (await quietly("GET", `/images/${name}:i/json`)).json.Config);
      await call("POST", `/images/create?fromSrc=-&repo=${name}:gz`, { body: gzipSync(body) });
      await call("POST", `/images/create?fromSrc=-&repo=${name}:gz`, { body: "not an archive" });
    },
  },
  {
    title: "a container becomes an image with all that it is",
    async run(setting) {
      const { name, call, quietly, note } = setting;
      const id = await container(setting, { Env: ["A=1"], Labels: { l: "1" }, Hostname: "host" });
      removeLater(setting, `${name}:1`, `${name}:2`, `${name}:3`);
      const show = async (image: string): Promise<void> => {
        const { json } = await quietly("GET", `/images/${image}/json`);
        note(image, [json.Author, json.Comment, json.Config]);
      };
      const words = { author: "me", comment: "of a test" };
      await call("POST", `/commit?${query({ container: id, repo: name, tag: "1", ...words })}`, {
        json: {},
      });
      await show(`${name}:1`);
      const changes = ["CMD a b", 'ENTRYPOINT ["c"]', "ENV B=2"];
      await call("POST", `/commit?${query({ container: id, repo: `${name}:2`, changes })}`, {
        json: { Labels: { m: "2" }, Env: ["C=3"] },
      });
      await show(`${name}:2`);
      await call("POST", `/commit?${query({ container: id, repo: `${name}:3` })}`);
      await show(`${name}:3`);
    },
  },
  {
    title: "a container does not become an image by a name that is none",
    async run(setting) {
      const { name, call } = setting;
      const id = await container(setting);
      for (const asked of [
        { container: "nope" },
        {},
        { container: id, repo: "UPPER" },
        { container: id, repo: name, tag: "a:b" },
        { container: id, repo: name, changes: "FOO x" },
        { container: id, repo: `${name}@sha256:${"a".repeat(64)}` },
        { container: id, repo: "a".repeat(64) },
      ]) {
        await call("POST", `/commit?${query(asked)}`, { json: {} });
      }
    },
  },
  {
    title: "a saved image is loaded again",
    async run(setting) {
      const { name, image, quietly, note } = setting;
      for (const tag of ["1", "2"]) {
        await quietly("POST", `/images/${image}/tag?${query({ repo: name, tag })}`);
        removeLater(setting, `${name}:${tag}`);
      }
      const saved = await quietly("GET", `/images/get?names=${name}:1&names=${name}:2`);
      note("saved", [saved.status, saved.headers["content-type"]]);
      const load = async (asked: string, body: Uint8Array): Promise<void> => {
        const { status, text } = await quietly("POST", `/images/load${asked}`, { body });
        note(`load ${asked}`, [status, messagesIn(text)]);
      };
      await load("?quiet=1", saved.bytes);
      for (const tag of ["1", "2"]) await quietly("DELETE", `/images/${name}:${tag}`);
      await load("?quiet=0", saved.bytes);
      await load("", gzipSync(saved.bytes));
    },
  },
  {
    title: "what is no image is neither saved nor loaded",
    async run({ call, name }) {
      for (const asked of ["?names=nope", "?names=UPPER"]) await call("GET", `/images/get${asked}`);
      await call("GET", `/images/${name}/get`);
      for (const body of [
        "not an archive",
        tar({ a: "b" }),
        tar({ "manifest.json": "x" }),
        tar({ "manifest.json": '[{"Config":"c.json","RepoTags":["x:1"],"Layers":[]}]' }),
      ]) {
        await call("POST", "/images/load", { body });
      }
    },
  },
  {
    title: "an image is saved and loaded for one platform",
    async run({ call, quietly, note, image, minor }) {
      const saved = await quietly("GET", `/images/${image}/get`);
      const [own, other] = ["amd64", "arm64"].map((architecture) => ({
        os: "linux",
        architecture,
      }));
      const headers = { "content-type": "application/x-tar" };
      // Older engines do not look at it.
      const known = minor >= 48 ? ["x", other, [own, other]] : [];
      for (const platform of known) {
        await call("GET", `/images/${image}/get?${query({ platform })}`);
        await call("POST", `/images/load?${query({ platform })}`, { body: saved.bytes, headers });
      }
      const platform = minor >= 48 ? own : "x";
      const again = await quietly("GET", `/images/${image}/get?${query({ platform })}`);
      note("saved", again.status);
      await call("POST", `/images/load?${query({ platform })}`, { body: saved.bytes, headers });
    },
  },
];
