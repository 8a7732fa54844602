import { Clock } from "./clock.js";
import { Containers } from "./containers/containers.js";
import type { Program } from "./containers/process.js";
import { findProgram } from "./containers/programs.js";
import { Images } from "./images/images.js";
import { normalReference } from "./images/references.js";
import { Registries } from "./images/registry.js";
import { randomId } from "./names.js";
import { Networks } from "./networks/networks.js";
import { Volumes } from "./volumes/volumes.js";

export interface EngineIdentity {
  readonly apiVersion: string;
  readonly engineVersion: string;
  /** The host's name. */
  readonly name: string;
}

/** Everything one mock daemon knows; two of them share nothing. */
export class Engine {
  readonly id: string = randomId();
  readonly identity: EngineIdentity;
  readonly clock: Clock = new Clock();
  readonly images: Images = new Images();
  readonly containers: Containers = new Containers();
  readonly networks: Networks = new Networks(() => this.clock.now());
  readonly volumes: Volumes = new Volumes(() => this.clock.now());
  readonly registries: Registries = new Registries();
  closed = false;

  readonly #programs = new Map<string, Program>();
  #pid = 1000;

  constructor(identity: EngineIdentity) {
    this.identity = identity;
  }

  nextPid(): number {
    this.#pid += 17;
    return this.#pid;
  }

  register(image: string, program: Program): void {
    this.#programs.set(normalReference(image), program);
  }

  /** The program of an image, of one it was made from, or a built-in for the command. */
  programFor(imageName: string, imageId: string, command: string): Program | undefined {
    const names = [imageName, ...this.#namesOf(imageId)];
    for (const name of names) {
      const program = this.#programs.get(name) ?? this.#byReference(name);
      if (program !== undefined) return program;
    }
    return findProgram(command);
  }

  #byReference(name: string): Program | undefined {
    return /^[0-9a-f]{64}$|^sha256:/.test(name)
      ? undefined
      : this.#programs.get(normalReference(name));
  }

  #namesOf(imageId: string): string[] {
    const stored = this.images.byId(imageId);
    if (stored === undefined) return [];
    const { parent } = stored.image;
    return [...stored.tags, ...(parent === "" ? [] : this.#namesOf(parent))];
  }
}
