import { timestamp, unixSeconds } from "../clock.js";
import type { Engine } from "../engine.js";
import type { AnswerBody, Call } from "../http/call.js";
import { speaksAtLeast } from "../http/call.js";
import { type Image, imageSize } from "./image.js";
import type { StoredImage } from "./images.js";

export type ImageSummary = NonNullable<AnswerBody<"ImageList">>[number];
export type ImageInspect = NonNullable<AnswerBody<"ImageInspect">>;
type HistoryItem = NonNullable<AnswerBody<"ImageHistory">>[number];

const sorted = (names: Iterable<string>): string[] => [...names].sort();

/** One line of `docker images`, as the client's API version has it. */
export function summarizeImage(call: Call, engine: Engine, stored: StoredImage): ImageSummary {
  const { image } = stored;
  const size = imageSize(image);
  const [tags, digests] = [sorted(stored.tags), sorted(stored.digests)];
  const unnamed = !speaksAtLeast(call, 43) && tags.length === 0 && digests.length === 0;
  const legacy = speaksAtLeast(call, 44) ? {} : { VirtualSize: size };
  return {
    ...legacy,
    Containers: speaksAtLeast(call, 51) ? usersOf(engine, image).length : -1,
    Created: unixSeconds(image.created),
    Id: image.id,
    Labels: image.config.Labels ?? null,
    ParentId: image.parent,
    RepoDigests: unnamed ? ["<none>@<none>"] : digests,
    RepoTags: unnamed ? ["<none>:<none>"] : tags,
    SharedSize: call.query.flag("shared-size") ? 0 : -1,
    Size: size,
  };
}

/** The ids of the containers made from an image. */
export const usersOf = (engine: Engine, image: Image): string[] =>
  engine.containers
    .all()
    .filter((container) => container.image.id === image.id)
    .map(({ id }) => id);

export function inspectImage(call: Call, engine: Engine, stored: StoredImage): ImageInspect {
  const { image, tagged } = stored;
  const { config } = image;
  const layer = `/var/lib/docker/overlay2/${image.id.slice(7)}`;
  // Gone from the API document since 1.52.
  const legacy = {
    ...(!speaksAtLeast(call, 44) && { VirtualSize: imageSize(image) }),
    Parent: image.parent,
    DockerVersion: image.parent === "" ? "" : engine.identity.engineVersion,
  };
  const answer = {
    Id: image.id,
    RepoTags: sorted(stored.tags),
    RepoDigests: sorted(stored.digests),
    Comment: image.comment,
    Created: timestamp(image.created),
    Author: image.author,
    Architecture: image.architecture,
    Os: image.os,
    Size: imageSize(image),
    GraphDriver: {
      Data: { MergedDir: `${layer}/merged`, UpperDir: `${layer}/diff`, WorkDir: `${layer}/work` },
      Name: "overlay2",
    },
    RootFS: { Type: "layers", Layers: image.layers.map(({ diffId }) => diffId) },
    Metadata: { LastTagTime: timestamp(tagged) },
    Config: {
      Cmd: null,
      Entrypoint: null,
      Env: null,
      Labels: null,
      OnBuild: null,
      User: "",
      Volumes: null,
      WorkingDir: "",
      ...config,
    },
  };
  return { ...legacy, ...(answer as ImageInspect) };
}

/** Newest first; what the image's parents did is theirs. */
export function historyOf(engine: Engine, stored: StoredImage): HistoryItem[] {
  const { image, tags } = stored;
  const parent = image.parent === "" ? undefined : engine.images.byId(image.parent);
  const inherited = parent === undefined ? [] : historyOf(engine, parent);
  const own = image.history.slice(0, image.history.length - (parent?.image.history.length ?? 0));
  return [
    ...own.map((entry, index) => ({
      Comment: entry.comment,
      Created: unixSeconds(entry.created),
      CreatedBy: entry.createdBy,
      Id: index === 0 ? image.id : "<missing>",
      Size: entry.size,
      Tags: index === 0 && tags.size > 0 ? sorted(tags) : null,
    })),
    ...inherited,
  ];
}
