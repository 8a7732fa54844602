import { timestamp, unixSeconds } from "../clock.js";
import type { Engine } from "../engine.js";
import type { AnswerBody, Call } from "../http/call.js";
import { speaksAtLeast } from "../http/call.js";
import { type Image, imageSize } from "./image.js";
import { wholeConfig } from "./image-origin.js";
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
  const isOld = !speaksAtLeast(call, 43);
  const unnamed = isOld && tags.length === 0 && digests.length === 0;
  // The API document knows lists alone, since 1.43.
  const some = (names: string[]): string[] =>
    isOld && names.length === 0 ? (null as unknown as string[]) : names;
  const legacy = speaksAtLeast(call, 44) ? {} : { VirtualSize: size };
  return {
    ...legacy,
    Containers: speaksAtLeast(call, 51) ? usersOf(engine, image).length : -1,
    Created: unixSeconds(image.created),
    Id: image.id,
    Labels: image.config.Labels ?? null,
    ParentId: image.parent,
    RepoDigests: unnamed ? ["<none>@<none>"] : some(digests),
    RepoTags: unnamed ? ["<none>:<none>"] : some(tags),
    SharedSize: call.query.flag("shared-size") ? sharedSize(engine, image) : -1,
    Size: size,
  };
}

/** Bytes of its layers that another image has, too. */
export function sharedSize(engine: Engine, image: Image): number {
  const others = new Set(
    engine.images
      .all()
      .filter((other) => other.image.id !== image.id)
      .flatMap((other) => other.image.layers.map(({ diffId }) => diffId)),
  );
  return image.layers.reduce((sum, { diffId, size }) => sum + (others.has(diffId) ? size : 0), 0);
}

/** The ids of the containers made from an image. */
export const usersOf = (engine: Engine, image: Image): string[] =>
  engine.containers
    .all()
    .filter((container) => container.image.id === image.id)
    .map(({ id }) => id);

export function inspectImage(call: Call, engine: Engine, stored: StoredImage): ImageInspect {
  const { image, tagged } = stored;
  // Gone from the API document since 1.52.
  const legacy = {
    ...(!speaksAtLeast(call, 44) && { VirtualSize: imageSize(image) }),
    ...(!speaksAtLeast(call, 45) && containerOf(engine, image)),
    Parent: image.parent,
    DockerVersion: image.origin.engine,
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
    GraphDriver: { Data: driverData(image), Name: "overlay2" },
    RootFS: { Type: "layers", Layers: image.layers.map(({ diffId }) => diffId) },
    Metadata: { LastTagTime: timestamp(tagged) },
    Config: configOf(call, image),
  };
  return { ...legacy, ...(answer as ImageInspect) };
}

/** What an engine made the image of. */
function containerOf(engine: Engine, { origin }: Image): object {
  const { container, containerConfig } = origin;
  return {
    ...((container !== "" || !engine.atLeast(42)) && { Container: container }),
    ContainerConfig: wholeConfig(containerConfig),
  };
}

function configOf(call: Call, { config, origin }: Image): object {
  const { Cmd, Entrypoint, Env, Labels, OnBuild, User, Volumes, WorkingDir } = config;
  const { ExposedPorts, Healthcheck, ArgsEscaped, StopSignal, Shell } = config;
  const optional = { ExposedPorts, Healthcheck, ArgsEscaped, StopSignal, Shell };
  return {
    ...(!speaksAtLeast(call, 50) && wholeConfig(origin.config)),
    Cmd: Cmd ?? null,
    Entrypoint: Entrypoint ?? null,
    Env: Env ?? null,
    Labels: Labels ?? null,
    OnBuild: OnBuild ?? null,
    User: User ?? "",
    Volumes: Volumes ?? null,
    WorkingDir: WorkingDir ?? "",
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)),
  };
}

/** Where the layers would be. */
function driverData({ id, layers }: Image): Record<string, string> {
  const directory = (name: string): string => `/var/lib/docker/overlay2/${name.slice(7)}`;
  const lower = layers.slice(0, -1).map(({ diffId }) => `${directory(diffId)}/diff`);
  const own = directory(id);
  return {
    ...(lower.length > 0 && { LowerDir: lower.reverse().join(":") }),
    MergedDir: `${own}/merged`,
    UpperDir: `${own}/diff`,
    WorkDir: `${own}/work`,
  };
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
