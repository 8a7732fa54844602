import type { Container } from "../containers/container.js";
import type { Image } from "../images/image.js";
import type { Network } from "../networks/networks.js";

export type Attributes = Readonly<Record<string, string>>;

/** Something that happened, as `docker events` shows it. */
export interface EngineEvent {
  readonly type:
    | "builder"
    | "config"
    | "container"
    | "image"
    | "network"
    | "node"
    | "secret"
    | "service"
    | "volume";
  /** Whether it is of the swarm, or of this engine alone. */
  readonly scope: "local" | "swarm";
  readonly action: string;
  /** Of what it happened to. */
  readonly id: string;
  readonly attributes: Attributes;
  /** Nanoseconds since 1970. */
  readonly time: bigint;
}

/** So many are kept for clients that ask for the past. */
const most = 256;

/** What happens in an engine: kept for a while, and told to whoever listens. */
export class Events {
  readonly #now: () => bigint;
  readonly #kept: EngineEvent[] = [];
  readonly #listeners = new Set<(event: EngineEvent) => void>();

  constructor(now: () => bigint) {
    this.#now = now;
  }

  /** Oldest first. */
  get kept(): readonly EngineEvent[] {
    return this.#kept;
  }

  /** Nobody can ask for the past any more. */
  forget(): void {
    this.#kept.length = 0;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Answers how to stop listening. */
  listen(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  container({ id, name, imageName, config }: Container, action: string, more?: Attributes): void {
    const labels = config.Labels as Attributes | null | undefined;
    this.#add("container", action, id, { ...labels, image: imageName, name, ...more });
  }

  /** @param name - what the event calls it, if that is not the image's id */
  image({ id, config }: Image, action: string, name: string = id): void {
    const labels = config.Labels as Attributes | null | undefined;
    this.#add("image", action, id, { ...labels, name });
  }

  /** A pull or a push, which goes by the reference; the image is there if that names one. */
  transfer(action: "pull" | "push", reference: string, name: string, image?: Image): void {
    const labels = image?.config.Labels as Attributes | null | undefined;
    this.#add("image", action, reference, { ...labels, name });
  }

  network({ id, name, driver }: Network, action: string, more?: Attributes): void {
    this.#add("network", action, id, { name, type: driver, ...more });
  }

  volume(name: string, action: string, more?: Attributes): void {
    this.#add("volume", action, name, { driver: "local", ...more });
  }

  swarm(
    type: "config" | "node" | "secret" | "service",
    action: "create" | "remove" | "update",
    id: string,
    attributes: Attributes,
  ): void {
    this.#add(type, action, id, attributes, "swarm");
  }

  prune(type: EngineEvent["type"], reclaimed = 0): void {
    this.#add(type, "prune", "", { reclaimed: String(reclaimed) });
  }

  #add(
    type: EngineEvent["type"],
    action: string,
    id: string,
    given: Attributes,
    scope: EngineEvent["scope"] = "local",
  ): void {
    const attributes = Object.fromEntries(
      Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const event: EngineEvent = {
      type,
      action,
      id,
      attributes,
      scope,
      time: this.#now(),
    };
    this.#kept.push(event);
    if (this.#kept.length > most) this.#kept.shift();
    for (const tell of this.#listeners) tell(event);
  }
}
