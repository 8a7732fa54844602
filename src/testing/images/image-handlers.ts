import { buildImage } from "../build/build-handler.js";
import { commitContainer } from "../containers/commit.js";
import type { Engine } from "../engine.js";
import { Filters, parseUntil } from "../filters.js";
import { type Handlers, ok } from "../http/call.js";
import { badRequest, EngineError, systemError } from "../http/engine-error.js";
import { parseInteger } from "../http/query.js";
import { inspectDistribution } from "./distribution.js";
import { historyOf, inspectImage, summarizeImage, usersOf } from "./image-answers.js";
import { type RemovalRecord, removeImage } from "./image-removal.js";
import { isDangling, type StoredImage } from "./images.js";
import { loadImages } from "./load.js";
import { pullImage } from "./pull.js";
import { pushImage } from "./push.js";
import { familiarReference, isTag, matchesReference, parseReference } from "./references.js";
import { saveImage, saveImages } from "./save.js";

export const imageHandlers: Handlers = {
  ImageBuild: buildImage,
  ImageCommit: commitContainer,
  DistributionInspect: inspectDistribution,
  ImageCreate: pullImage,
  ImagePush: pushImage,
  ImageGet: saveImage,
  ImageGetAll: saveImages,
  ImageLoad: loadImages,

  ImageList(call, engine) {
    const { query } = call;
    const filters = Filters.parse(query.text("filters"), [
      "before",
      "dangling",
      "label",
      "reference",
      "since",
      "until",
    ]);
    const wanted = matcher(engine, filters);
    const shown = engine.images
      .all()
      .filter((stored) => query.flag("all") || !isIntermediate(engine, stored))
      .filter(wanted);
    return ok(shown.map((stored) => summarizeImage(call, engine, stored)));
  },

  ImageInspect: (call, engine) => ok(inspectImage(call, engine, engine.images.get(call.parameter))),

  ImageHistory: (call, engine) => ok(historyOf(engine, engine.images.get(call.parameter))),

  ImageTag(call, engine) {
    const { query, parameter } = call;
    const stored = engine.images.get(parameter);
    const repository = query.text("repo");
    const tag = query.text("tag") || "latest";
    if (repository === "") return { status: 200 };
    const reference = parseReference(repository);
    if (reference.digest !== undefined) throw badRequest("cannot import digest reference");
    if (!isTag(tag)) throw badRequest("invalid tag format");
    engine.images.tag(stored, familiarReference({ ...reference, tag }));
    stored.tagged = engine.clock.now();
    engine.events.image(stored.image, "tag", familiarReference({ ...reference, tag }));
    return { status: 201 };
  },

  ImageDelete(call, engine) {
    const { query, parameter } = call;
    const prune = !query.flag("noprune");
    return ok(removeImage(engine, parameter, { force: query.flag("force"), prune }));
  },

  ImagePrune(call, engine) {
    const filters = Filters.parse(call.query.text("filters"), [
      "dangling",
      "label",
      "label!",
      "until",
    ]);
    const onlyDangling = filters.flag("dangling") ?? true;
    const prunable = filters.prunable(engine.clock.now());
    const before = diskUse(engine);
    const records: RemovalRecord[] = [];
    for (const stored of engine.images.all()) {
      const { image } = stored;
      const labels = image.config.Labels;
      const wanted =
        (!onlyDangling || isDangling(stored)) &&
        prunable(labels, image.created) &&
        usersOf(engine, image).length === 0 &&
        engine.images.children(image.id).length === 0;
      if (!wanted) continue;
      records.push(...removeImage(engine, image.id, { force: true, prune: true }));
    }
    const reclaimed = before - diskUse(engine);
    engine.events.prune("image", reclaimed);
    return ok({ ImagesDeleted: records.length > 0 ? records : null, SpaceReclaimed: reclaimed });
  },

  ImageSearch() {
    throw new EngineError(
      501,
      "the mock daemon does not do ImageSearch: it has no Docker Hub to ask",
    );
  },

  BuildPrune(call, engine) {
    const keep = call.query.text("keep-storage");
    parseInteger(keep || "0", (reason) =>
      badRequest(`keep-storage is in bytes and expects an integer, got ${keep}: ${reason}`),
    );
    try {
      Filters.parse(call.query.text("filters"), [
        "until",
        "id",
        "parent",
        "type",
        "description",
        "inuse",
        "shared",
        "private",
        "mutable",
        "immutable",
      ]);
    } catch (error) {
      throw badRequest(`failed to prune build cache: ${(error as Error).message}`);
    }
    engine.events.prune("builder");
    return ok({ CachesDeleted: null, SpaceReclaimed: 0 });
  },
};

/** Bytes on disk: a layer counts once, however many images have it. */
export function diskUse(engine: Engine): number {
  const layers = new Map(
    engine.images
      .all()
      .flatMap(({ image }) => image.layers.map(({ diffId, size }) => [diffId, size])),
  );
  return [...layers.values()].reduce((sum, size) => sum + size, 0);
}

/** What only stands between other images: it has no name of its own, but children. */
const isIntermediate = (engine: Engine, stored: StoredImage): boolean =>
  isDangling(stored) &&
  stored.digests.size === 0 &&
  engine.images.children(stored.image.id).length > 0;

function matcher(engine: Engine, filters: Filters): (stored: StoredImage) => boolean {
  const dangling = filters.flag("dangling");
  const times = (name: string): bigint[] =>
    filters.values(name).map((term) => engine.images.get(term).image.created);
  const [before, since] = [times("before"), times("since")];
  const until = filters.values("until").map((text) => parseTime(text, engine.clock.now()));
  const patterns = filters.values("reference");
  return (stored) => {
    const { image, tags } = stored;
    return (
      (dangling === undefined || dangling === isDangling(stored)) &&
      filters.labels(image.config.Labels) &&
      before.every((time) => image.created < time) &&
      since.every((time) => image.created > time) &&
      until.every((time) => image.created < time) &&
      (patterns.length === 0 ||
        patterns.some((pattern) => [...tags].some((tag) => matchesReference(pattern, tag))))
    );
  };
}

function parseTime(text: string, now: bigint): bigint {
  try {
    return parseUntil(text, now);
  } catch (error) {
    throw systemError((error as Error).message);
  }
}
