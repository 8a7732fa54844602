import type { Engine } from "../engine.js";
import { Filters, parseUntil } from "../filters.js";
import { type Handler, ok } from "../http/call.js";
import { systemError } from "../http/engine-error.js";
import { summarizeImage } from "./image-answers.js";
import { isDangling, type StoredImage } from "./images.js";
import { matchesReference } from "./references.js";

export const listImages: Handler<"ImageList"> = (call, engine) => {
  const { query } = call;
  const known = ["before", "dangling", "label", "reference", "since"];
  if (engine.atLeast(42)) known.push("until");
  const filters = Filters.parse(query.text("filters"), known, engine);
  const wanted = matcher(engine, filters);
  const shown = engine.images
    .all()
    .filter((stored) => query.flag("all") || !isIntermediate(engine, stored))
    .filter(wanted)
    .map((stored) => ofReferences(stored, filters.values("reference")))
    .filter((stored) => stored !== undefined);
  return ok(shown.map((stored) => summarizeImage(call, engine, stored)));
};

/** What only stands between other images: it has no name of its own, but children. */
const isIntermediate = (engine: Engine, stored: StoredImage): boolean =>
  isDangling(stored) &&
  stored.digests.size === 0 &&
  engine.images.children(stored.image.id).length > 0;

/** The image with those of its names alone that a pattern matches; undefined if none does. */
function ofReferences(stored: StoredImage, patterns: readonly string[]): StoredImage | undefined {
  if (patterns.length === 0) return stored;
  const matching = (names: ReadonlySet<string>): Set<string> =>
    new Set([...names].filter((name) => patterns.some((each) => matchesReference(each, name))));
  const [tags, digests] = [matching(stored.tags), matching(stored.digests)];
  return tags.size + digests.size === 0 ? undefined : { ...stored, tags, digests };
}

function matcher(engine: Engine, filters: Filters): (stored: StoredImage) => boolean {
  const dangling = filters.flag("dangling");
  const times = (name: string): bigint[] =>
    filters.values(name).map((term) => engine.images.get(term).image.created);
  const [before, since] = [times("before"), times("since")];
  const until = filters.values("until").map((text) => parseTime(text, engine.clock.now()));
  for (const pattern of filters.values("reference")) matchesReference(pattern, "");
  return (stored) => {
    const { image } = stored;
    return (
      (dangling === undefined || dangling === isDangling(stored)) &&
      filters.labels(image.config.Labels) &&
      before.every((time) => image.created < time) &&
      since.every((time) => image.created > time) &&
      until.every((time) => image.created < time)
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
