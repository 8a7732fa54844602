import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import { type Handler, ok } from "../http/call.js";
import { systemError } from "../http/engine-error.js";
import { usersOf } from "./image-answers.js";
import { type RemovalRecord, removeImage } from "./image-removal.js";
import { isDangling } from "./images.js";

export const pruneImages: Handler<"ImagePrune"> = (call, engine) => {
  const known = ["dangling", "label", "label!", "until"];
  const filters = Filters.parse(call.query.text("filters"), known, engine);
  const onlyDangling = filters.flag("dangling") ?? true;
  const prunable = prunableBy(filters, engine);
  const before = diskUse(engine);
  const records: RemovalRecord[] = [];
  for (const stored of engine.images.all()) {
    const { image } = stored;
    const wanted =
      // It may have gone with one that was made of it.
      engine.images.byId(image.id) !== undefined &&
      (!onlyDangling || isDangling(stored)) &&
      prunable(image.config.Labels, image.created) &&
      usersOf(engine, image).length === 0 &&
      engine.images.children(image.id).length === 0;
    if (!wanted) continue;
    records.push(...removeImage(engine, image.id, { force: true, prune: true }));
  }
  const reclaimed = before - diskUse(engine);
  engine.events.prune("image", reclaimed);
  return ok({ ImagesDeleted: records.length > 0 ? records : null, SpaceReclaimed: reclaimed });
};

/** What is no time the engine takes for a mistake of its own. */
function prunableBy(filters: Filters, engine: Engine): ReturnType<Filters["prunable"]> {
  try {
    return filters.prunable(engine.clock.now());
  } catch (error) {
    throw systemError((error as Error).message);
  }
}

/** Bytes on disk: a layer counts once, however many images have it. */
export function diskUse(engine: Engine): number {
  const layers = new Map(
    engine.images
      .all()
      .flatMap(({ image }) => image.layers.map(({ diffId, size }) => [diffId, size])),
  );
  return [...layers.values()].reduce((sum, size) => sum + size, 0);
}
