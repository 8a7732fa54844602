import { volumeUsers } from "../containers/removal.js";
import type { Engine } from "../engine.js";
import type { ContainerFiles } from "../files/container-files.js";
import { FileSystem } from "../files/file-system.js";
import { Mounts } from "../files/mounts.js";
import type { Volume } from "../volumes/volumes.js";
import { missing } from "./missing.js";

/** A volume of a mock daemon. */
export class MockVolume {
  readonly #engine: Engine;
  readonly #volume: Volume;

  /** @internal */
  constructor(engine: Engine, volume: Volume) {
    this.#engine = engine;
    this.#volume = volume;
  }

  get name(): string {
    return this.#volume.name;
  }

  get labels(): Readonly<Record<string, string>> {
    return { ...this.#volume.labels };
  }

  /** The containers that mount it, by name. */
  get containers(): readonly string[] {
    return volumeUsers(this.#engine, this.name).map((container) => container.name);
  }

  /**
   * What is in it, to read and to write: its own root is `/`.
   *
   * @example
   * ```ts
   * daemon.volumes.create({ Name: "data" }).files.write("/users.json", "[]");
   * ```
   */
  get files(): ContainerFiles {
    const mounts = new Mounts({ path: "/", tree: this.#volume.files, writable: true });
    return new FileSystem({ mounts, now: () => this.#engine.clock.now() });
  }
}

/** What a test asks of a new volume. */
export interface MockVolumeOptions {
  /** A made-up one unless given. */
  Name?: string;
  Labels?: Record<string, string>;
}

/** The volumes of a mock daemon, to arrange and to assert. */
export class MockVolumes {
  readonly #engine: Engine;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The volume of that name. Throws where there is none, and says which there are.
   *
   * @example
   * ```ts
   * expect(daemon.volumes.get("data").files.list("/")).toEqual(["users.json"]);
   * ```
   */
  get(name: string): MockVolume {
    const volume = this.#engine.volumes.find(name);
    if (volume !== undefined) return new MockVolume(this.#engine, volume);
    const names = this.list().map((each) => each.name);
    throw missing("volume", name, names);
  }

  has(name: string): boolean {
    return this.#engine.volumes.find(name) !== undefined;
  }

  list(): MockVolume[] {
    return this.#engine.volumes.all().map((volume) => new MockVolume(this.#engine, volume));
  }

  /**
   * Makes a volume without a call; one that is there already is handed back as it is.
   *
   * @example
   * ```ts
   * daemon.volumes.create({ Name: "data", Labels: { team: "billing" } });
   * ```
   */
  create({ Name, Labels }: MockVolumeOptions = {}): MockVolume {
    const volume = this.#engine.volumes.create({ name: Name ?? "", labels: Labels ?? null });
    return new MockVolume(this.#engine, volume);
  }
}
