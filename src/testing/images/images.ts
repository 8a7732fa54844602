import { notFound } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { familiarName, familiarReference, isDigest, parseReference } from "./references.js";

/** An image that the engine has, and what it is called there. */
export interface StoredImage {
  readonly image: Image;
  /** `alpine:3.20` */
  readonly tags: Set<string>;
  /** `alpine@sha256:…` */
  readonly digests: Set<string>;
  /** When it was last tagged here. */
  tagged: bigint | undefined;
}

/** The images an engine has. */
export class Images {
  readonly #stored = new Map<string, StoredImage>();

  /** Newest first. */
  all(): StoredImage[] {
    return [...this.#stored.values()].sort((a, b) => Number(b.image.created - a.image.created));
  }

  add(image: Image): StoredImage {
    const stored = this.#stored.get(image.id) ?? {
      image,
      tags: new Set(),
      digests: new Set(),
      tagged: undefined,
    };
    this.#stored.set(image.id, stored);
    return stored;
  }

  /** Gives a tag to an image and takes it from the one that had it. */
  tag(stored: StoredImage, reference: string): void {
    for (const other of this.#stored.values()) other.tags.delete(reference);
    stored.tags.add(reference);
  }

  delete(id: string): void {
    this.#stored.delete(id);
  }

  byId(id: string): StoredImage | undefined {
    return this.#stored.get(id);
  }

  /** By tag, digest, id or the beginning of an id; throws the engine's "No such image". */
  get(name: string): StoredImage {
    const found = this.find(name);
    if (found !== undefined) return found;
    throw notFound(`No such image: ${wholeName(name)}`);
  }

  find(name: string): StoredImage | undefined {
    const id = name.replace(/^sha256:/, "");
    if (/^[0-9a-f]{64}$/.test(id)) return this.#stored.get(`sha256:${id}`);
    // Most names are in their short form already, and a list of containers looks up many.
    for (const stored of this.#stored.values()) if (stored.tags.has(name)) return stored;
    const reference = parseReference(name);
    const wanted = familiarReference(reference);
    for (const stored of this.#stored.values()) {
      const digest = `${familiarName(reference)}@${reference.digest}`;
      if (reference.digest !== undefined ? stored.digests.has(digest) : stored.tags.has(wanted)) {
        return stored;
      }
    }
    if (!/^[0-9a-f]{1,63}$/.test(id)) return undefined;
    const candidates = this.all().filter(({ image }) => image.id.startsWith(`sha256:${id}`));
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  /** The images made from this one by commit. */
  children(id: string): StoredImage[] {
    return this.all().filter(({ image }) => image.parent === id);
  }
}

function wholeName(name: string): string {
  if (/^[0-9a-f]{64}$/.test(name)) return `sha256:${name}`;
  return isDigest(name) ? name : familiarReference(parseReference(name));
}

export const isDangling = ({ tags }: StoredImage): boolean => tags.size === 0;
