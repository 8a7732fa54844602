import type { Container } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { conflict, type EngineError } from "../http/engine-error.js";
import { shortId } from "../names.js";
import type { StoredImage } from "./images.js";
import { familiarName, familiarReference, parseReference } from "./references.js";

/** What a removal did, one record per step. */
export type RemovalRecord = { readonly Untagged: string } | { readonly Deleted: string };

export interface RemovalOptions {
  readonly force: boolean;
  /** Whether parents that nobody needs go, too. */
  readonly prune: boolean;
}

/** Takes a name from an image, and the image with its last one; or, by its id, the image itself. */
export function removeImage(
  engine: Engine,
  name: string,
  options: RemovalOptions,
): RemovalRecord[] {
  const stored = engine.images.get(name);
  const records: RemovalRecord[] = [];
  if (isIdOf(stored, name)) {
    if (hasOneName(stored)) {
      refuseWhileUsed(engine, stored, options.force);
      records.push(...untagAll(engine, stored));
    }
    deleteImage(engine, stored, options, records, false);
    return records;
  }
  const user = usersOf(engine, stored)[0];
  const reference = parseReference(name);
  if (!options.force && hasOneName(stored) && user !== undefined) {
    throw conflict(
      `conflict: unable to remove repository reference "${familiarReference(reference)}" (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(stored.image.id)}`,
    );
  }
  records.push(...untag(stored, familiarReference(reference)));
  engine.events.image(stored.image, "untag");
  if (stored.tags.size + stored.digests.size === 0) {
    deleteImage(engine, stored, options, records, true);
  }
  return records;
}

const isIdOf = ({ image }: StoredImage, name: string): boolean =>
  image.id === name || image.id.slice(7).startsWith(name);

/** At most one tag: then all its names go together. */
const hasOneName = ({ tags }: StoredImage): boolean => tags.size <= 1;

const usersOf = (engine: Engine, { image }: StoredImage): Container[] =>
  engine.containers.all().filter((container) => container.image.id === image.id);

/** A repository's digest goes with its last tag. */
function untag(stored: StoredImage, name: string): RemovalRecord[] {
  stored.tags.delete(name);
  stored.digests.delete(name);
  const gone = [name];
  const repository = familiarName(parseReference(name));
  const of = (each: string): boolean => familiarName(parseReference(each)) === repository;
  if (!name.includes("@") && ![...stored.tags].some(of)) {
    for (const digest of [...stored.digests].filter(of)) {
      stored.digests.delete(digest);
      gone.push(digest);
    }
  }
  return gone.map((each) => ({ Untagged: each }));
}

function untagAll(engine: Engine, stored: StoredImage): RemovalRecord[] {
  const names = [...stored.tags, ...stored.digests];
  stored.tags.clear();
  stored.digests.clear();
  for (const _ of names) engine.events.image(stored.image, "untag");
  return names.map((each) => ({ Untagged: each }));
}

/** Deletes an image and its parents that are left without a name; quietly keeps those in use. */
function deleteImage(
  engine: Engine,
  stored: StoredImage,
  options: RemovalOptions,
  records: RemovalRecord[],
  quiet: boolean,
): void {
  const { image } = stored;
  const refused = whyNot(engine, stored, options.force);
  if (refused !== undefined) {
    if (quiet) return;
    throw refused;
  }
  records.push(...untagAll(engine, stored), { Deleted: image.id });
  engine.images.delete(image.id);
  engine.events.image({ ...image, config: {} }, "delete");
  const left = new Set(
    engine.images.all().flatMap((each) => each.image.layers.map(({ diffId }) => diffId)),
  );
  for (const { diffId } of [...image.layers].reverse()) {
    if (!left.has(diffId)) records.push({ Deleted: diffId });
  }
  const parent = engine.images.byId(image.parent);
  if (options.prune && parent !== undefined && parent.tags.size + parent.digests.size === 0) {
    deleteImage(engine, parent, { ...options, force: false }, records, true);
  }
}

function refuseWhileUsed(engine: Engine, stored: StoredImage, force: boolean): void {
  const refused = whyNot(engine, stored, force, true);
  if (refused !== undefined) throw refused;
}

function whyNot(
  engine: Engine,
  stored: StoredImage,
  force: boolean,
  ignoreNames = false,
): EngineError | undefined {
  const { image, tags, digests } = stored;
  const refuse = (how: string, why: string): EngineError =>
    conflict(`conflict: unable to delete ${shortId(image.id)} (${how}) - ${why}`);
  const users = usersOf(engine, stored);
  const running = users.find((container) => container.running);
  if (engine.images.children(image.id).length > 0) {
    return refuse("cannot be forced", "image has dependent child images");
  }
  if (running !== undefined) {
    const why = `image is being used by running container ${shortId(running.id)}`;
    return refuse("cannot be forced", why);
  }
  if (force) return undefined;
  if (!ignoreNames && tags.size + digests.size > 0) {
    return refuse("must be forced", "image is referenced in multiple repositories");
  }
  const [stopped] = users;
  if (stopped === undefined) return undefined;
  const why = `image is being used by stopped container ${shortId(stopped.id)}`;
  return refuse("must be forced", why);
}
