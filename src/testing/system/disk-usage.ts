import { summarize } from "../containers/container-answers.js";
import type { Engine } from "../engine.js";
import { type AnswerBody, type Call, speaksAtLeast } from "../http/call.js";
import { badRequest } from "../http/engine-error.js";
import { type ImageSummary, sharedSize, summarizeImage, usersOf } from "../images/image-answers.js";
import { diskUse } from "../images/image-prune.js";
import { volumeUse } from "../volumes/volume-handlers.js";

type Usage = NonNullable<AnswerBody<"SystemDataUsage">>;

const kinds = ["container", "image", "volume", "build-cache"];

/** `docker system df`: lists before API 1.52, sums since then. */
export function dataUsage(call: Call, engine: Engine): Usage {
  const asked = speaksAtLeast(call, 42) ? call.query.all("type") : [];
  const unknown = asked.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined) throw badRequest(`unknown object type: ${unknown}`);
  const wants = (kind: string): boolean => asked.length === 0 || asked.includes(kind);
  return speaksAtLeast(call, 52) ? sums(call, engine, wants) : lists(call, engine, wants);
}

type Wants = (kind: string) => boolean;

/** Only the lists that are wanted are lists; the API document has the newer form alone. */
function lists(call: Call, engine: Engine, wants: Wants): Usage {
  const legacy = {
    LayersSize: wants("image") ? diskUse(engine) : 0,
    Images: wants("image") ? imagesOf(call, engine) : null,
    Containers: wants("container") ? containersOf(engine) : null,
    Volumes: wants("volume") ? volumesOf(engine) : null,
    ...(engine.atLeast(42)
      ? { BuildCache: wants("build-cache") ? [] : null }
      : { BuildCache: null, BuilderSize: 0 }),
  };
  return legacy as Usage;
}

function imagesOf(call: Call, engine: Engine): ImageSummary[] {
  return engine.images.all().map((stored) => ({
    ...summarizeImage(call, engine, stored),
    Containers: usersOf(engine, stored.image).length,
    ...(stored.digests.size === 0 && { RepoDigests: null as unknown as string[] }),
    SharedSize: sharedSize(engine, stored.image),
  }));
}

const containersOf = (engine: Engine): ReturnType<typeof summarize>[] =>
  engine.containers.all().map((container) => summarize(engine, container, true));

const volumesOf = (engine: Engine): ReturnType<typeof volumeUse>[] =>
  engine.volumes
    .all()
    .filter(({ options }) => options === null)
    .map((volume) => volumeUse(engine, volume));

/** What there is, what of it is in use, and what could be had back. */
function sums(call: Call, engine: Engine, wants: Wants): Usage {
  const verbose = call.query.flag("verbose");
  const withItems = <T>(items: T[]): { Items?: T[] } => (verbose ? { Items: items } : {});
  return {
    ...(wants("image") && {
      ImageUsage: { ...imageSums(engine), ...withItems(imagesOf(call, engine)) },
    }),
    ...(wants("container") && {
      ContainerUsage: { ...containerSums(engine), ...withItems(containersOf(engine)) },
    }),
    ...(wants("volume") && {
      VolumeUsage: { ...volumeSums(engine), ...withItems(volumesOf(engine)) },
    }),
    ...(wants("build-cache") && {
      BuildCacheUsage: {
        ActiveCount: 0,
        TotalCount: 0,
        Reclaimable: 0,
        TotalSize: 0,
        ...withItems([]),
      },
    }),
  };
}

interface Sums {
  readonly ActiveCount: number;
  readonly TotalCount: number;
  readonly Reclaimable: number;
  readonly TotalSize: number;
}

function imageSums(engine: Engine): Sums {
  const images = engine.images.all().map(({ image }) => image);
  const active = images.filter((image) => usersOf(engine, image).length > 0);
  const needed = new Map(
    active.flatMap(({ layers }) => layers.map(({ diffId, size }) => [diffId, size])),
  );
  const TotalSize = diskUse(engine);
  const used = [...needed.values()].reduce((sum, size) => sum + size, 0);
  return {
    ActiveCount: active.length,
    TotalCount: images.length,
    Reclaimable: TotalSize - used,
    TotalSize,
  };
}

function containerSums(engine: Engine): Sums {
  const sized = engine.containers
    .all()
    .map((container) => ({ container, size: summarize(engine, container, true).SizeRw ?? 0 }));
  const sumOf = (list: typeof sized): number => list.reduce((sum, { size }) => sum + size, 0);
  const idle = sized.filter(({ container }) => !container.running);
  return {
    ActiveCount: sized.length - idle.length,
    TotalCount: sized.length,
    Reclaimable: sumOf(idle),
    TotalSize: sumOf(sized),
  };
}

function volumeSums(engine: Engine): Sums {
  const volumes = volumesOf(engine);
  const sumOf = (list: typeof volumes): number =>
    list.reduce((sum, { UsageData }) => sum + (UsageData?.Size ?? 0), 0);
  const idle = volumes.filter(({ UsageData }) => UsageData?.RefCount === 0);
  return {
    ActiveCount: volumes.length - idle.length,
    TotalCount: volumes.length,
    Reclaimable: sumOf(idle),
    TotalSize: sumOf(volumes),
  };
}
