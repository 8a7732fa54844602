import type { Query } from "../../../src/index.js";
import { type AnswerScenario, create, type Setting } from "./scenario.js";

/** Removes what a scenario tagged, and does not mind if it is gone. */
function untag({ docker, later }: Setting, reference: string): void {
  later(() => docker.images.remove(reference, { force: true }));
}

/** Looks at an image in all ways there are. */
export async function lookAtImage({ docker }: Setting, name: string): Promise<void> {
  await docker.images.inspect(name);
  await docker.images.history(name);
  await docker.images.list({ all: true });
  const known = async (name: "shared-size" | "manifests"): Promise<Query<"ImageList">> =>
    (await docker.supports("ImageList", name)) ? { [name]: true } : {};
  const more = { ...(await known("shared-size")), ...(await known("manifests")) };
  await docker.images.list({ all: true, ...more });
}

/** Images. */
export const ofImages: readonly AnswerScenario[] = [
  {
    title: "an image with a name, with another one, and with none",
    operations: ["ImageInspect", "ImageHistory", "ImageList", "ImageDelete", "ImageCommit"],
    async run(setting) {
      const { docker, image, name } = setting;
      await lookAtImage(setting, image);
      await docker.images.tag(image, { repo: name, tag: "1" });
      untag(setting, `${name}:1`);
      await lookAtImage(setting, `${name}:1`);
      await docker.images.remove(`${name}:1`);
      const id = await create(setting);
      const { Id } = await docker.containers.commit(id);
      untag(setting, Id);
      await lookAtImage(setting, Id);
      await docker.images.remove(Id);
    },
  },
  {
    title: "images with their digests",
    operations: ["ImageList"],
    async run({ docker }) {
      await docker.images.list({ digests: true });
    },
  },
  {
    title: "an image with everything that its configuration can hold",
    operations: ["ImageCommit", "ImageInspect", "ContainerInspect"],
    async run(setting) {
      const { docker, name } = setting;
      const id = await create(setting);
      const changes = [
        "LABEL a=b",
        "ENV A=1",
        "EXPOSE 80",
        "VOLUME /data",
        "USER 0",
        "WORKDIR /tmp",
        'ENTRYPOINT ["sleep"]',
        'CMD ["1"]',
        "ONBUILD RUN true",
      ];
      const query = { repo: name, tag: "all", comment: "of a test", author: "me", changes };
      await docker.containers.commit(id, {}, query);
      untag(setting, `${name}:all`);
      await lookAtImage(setting, `${name}:all`);
      const made = await docker.containers.create({ Image: `${name}:all` });
      setting.later(() => docker.containers.remove(made.Id, { v: true }));
      await docker.containers.inspect(made.Id);
    },
  },
  {
    title: "images that are imported, saved and loaded, line by line",
    operations: ["ImageCreate", "ImageLoad", "ImageInspect"],
    async run(setting) {
      const { docker, name } = setting;
      const id = await create(setting);
      const archive = await docker.containers.export(id);
      await docker.images.import(archive, { repo: name, tag: "flat", message: "of a test" });
      untag(setting, `${name}:flat`);
      await lookAtImage(setting, `${name}:flat`);
      const saved = await docker.images.save(`${name}:flat`);
      await docker.images.load(saved);
      await docker.images.load("not an archive").catch(() => {});
    },
  },
  {
    title: "images that are built, well and badly, line by line",
    operations: ["ImageBuild", "ImageInspect"],
    async run(setting) {
      const { docker, image, name } = setting;
      const Dockerfile = `FROM ${image}\nLABEL a=b\nCOPY note /\nRUN cat /note; echo odd >&2\n`;
      const tag = `${name}:built`;
      untag(setting, tag);
      await docker.images.build({ Dockerfile, note: "hello\n" }, { t: [tag], labels: { c: "d" } });
      await lookAtImage(setting, tag);
      const bad = { Dockerfile: `FROM ${image}\nRUN exit 7\n` };
      await docker.images.build(bad, { rm: true, forcerm: true }).catch(() => {});
    },
  },
  {
    title: "images that are pruned, and none",
    operations: ["ImagePrune"],
    async run(setting) {
      const { docker, image, name } = setting;
      const filters = { label: [`sdk=${name}`] };
      await docker.images.prune({ filters });
      await docker.images.build({ Dockerfile: `FROM ${image}\nLABEL sdk=${name}\n` });
      await docker.images.prune({ filters });
    },
  },
  {
    title: "a build with BuildKit, line by line, and its cache",
    operations: ["ImageBuild", "SystemDataUsage", "BuildPrune"],
    realOnly: "the mock daemon has no BuildKit",
    async run(setting) {
      const { docker, image, name } = setting;
      const tag = `${name}:kit`;
      untag(setting, tag);
      const Dockerfile = `FROM ${image}\nCOPY note /${name}\nRUN cat /${name}\n`;
      await docker.images.build({ Dockerfile, note: name }, { t: [tag], version: "2" });
      const { BuildCache } = await docker.system.dataUsage();
      await docker.images.pruneBuildCache({ filters: { id: [name] } });
      await docker.images.remove(tag);
      // What others have built on this engine is theirs.
      const own = BuildCache?.filter(({ Description }) => Description.includes(name)) ?? [];
      if (own.length === 0) throw new Error("Nothing was kept of the build");
      // In no order; what another one builds on stays until that one is gone.
      for (const { ID } of own.flatMap(() => own)) {
        await docker.images.pruneBuildCache({ all: true, filters: { id: [ID] } });
      }
      const left = (await docker.system.dataUsage()).BuildCache ?? [];
      if (left.some(({ ID }) => own.some((one) => one.ID === ID)))
        throw new Error("It is still there");
    },
  },
  {
    title: "a search and a pull that find no registry",
    operations: [],
    async run({ docker, name }) {
      await docker.images.search({ term: name }).catch(() => {});
      await docker.images.pull(`registry.invalid/${name}:1`).catch(() => {});
    },
  },
];
