import type { Engine } from "../engine.js";
import type { Image, ImageOptions } from "./image.js";
import type { StoredImage } from "./images.js";
import { familiarName, familiarReference, parseReference, type Reference } from "./references.js";

/** Gives the engine an image, and its registry the same: it came from somewhere. */
export function addLocalImage(engine: Engine, given: string | ImageOptions): void {
  const options = typeof given === "string" ? { reference: given } : given;
  const reference = parseReference(options.reference);
  const image = engine.registries.make(options);
  engine.registries.store(reference, image);
  storePulled(engine, reference, image);
}

/** An image that has come from a registry: its tag and its digest refer to it now. */
export function storePulled(engine: Engine, reference: Reference, image: Image): StoredImage {
  const stored = engine.images.add(image);
  stored.digests.add(`${familiarName(reference)}@${image.digest}`);
  if (reference.digest === undefined) engine.images.tag(stored, familiarReference(reference));
  return stored;
}
