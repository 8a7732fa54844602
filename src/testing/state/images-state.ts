import type { Engine } from "../engine.js";
import { type ImageOptions, imageSize, type MockImageConfig } from "../images/image.js";
import { removeImage } from "../images/image-removal.js";
import { addLocalImage } from "../images/image-store.js";
import type { StoredImage } from "../images/images.js";
import { familiarReference, parseReference } from "../images/references.js";
import { missing } from "./missing.js";

/** An image that a mock daemon has. */
export class MockImage {
  readonly #stored: StoredImage;

  /** @internal */
  constructor(stored: StoredImage) {
    this.#stored = stored;
  }

  /** `sha256:…` */
  get id(): string {
    return this.#stored.image.id;
  }

  /** `alpine:3.20`; none for one that has lost its name. */
  get tags(): readonly string[] {
    return [...this.#stored.tags];
  }

  /** `alpine@sha256:…` */
  get digests(): readonly string[] {
    return [...this.#stored.digests];
  }

  /** Command, environment, labels, ports, … */
  get config(): MockImageConfig {
    return this.#stored.image.config;
  }

  /** In bytes. */
  get size(): number {
    return imageSize(this.#stored.image);
  }
}

/** The images of a mock daemon, to arrange and to assert. */
export class MockImages {
  readonly #engine: Engine;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The image of that name or id. Throws where there is none, and says which there are.
   *
   * @example
   * ```ts
   * expect(daemon.images.get("app:1").config.Cmd).toEqual(["serve"]);
   * ```
   */
  get(name: string): MockImage {
    const stored = this.#engine.images.find(name);
    if (stored !== undefined) return new MockImage(stored);
    const names = this.list().flatMap(({ id, tags }) => (tags.length > 0 ? tags : [id]));
    throw missing("image", name, names);
  }

  has(name: string): boolean {
    return this.#engine.images.find(name) !== undefined;
  }

  list(): MockImage[] {
    return this.#engine.images.all().map((stored) => new MockImage(stored));
  }

  /**
   * Gives the daemon an image, as if it had pulled it.
   *
   * @example
   * ```ts
   * daemon.images.add({ reference: "app:2", config: { Cmd: ["serve"] } });
   * ```
   */
  add(image: string | ImageOptions): MockImage {
    addLocalImage(this.#engine, image);
    const reference = typeof image === "string" ? image : image.reference;
    return this.get(familiarReference(parseReference(reference)));
  }

  /** Removes an image by name or id, as `docker rmi --force` does: it can still be pulled. */
  remove(name: string): void {
    this.get(name);
    removeImage(this.#engine, name, { force: true, prune: true });
  }
}
