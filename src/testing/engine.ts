import { Clock, type ClockSource } from "./clock.js";
import { Containers } from "./containers/containers.js";
import type { Program } from "./containers/process.js";
import { findProgram } from "./containers/programs.js";
import { Events } from "./events/events.js";
import { Execs } from "./exec/exec.js";
import type { FileTree } from "./files/file-tree.js";
import { parseVersion, type Version } from "./http/versions.js";
import { Images } from "./images/images.js";
import { normalReference } from "./images/references.js";
import { Registries } from "./images/registry.js";
import { Networks } from "./networks/networks.js";
import { Random } from "./random.js";
import type { Swarm } from "./swarm/swarm.js";
import { Volumes } from "./volumes/volumes.js";

export interface EngineIdentity {
  readonly apiVersion: string;
  readonly engineVersion: string;
  /** The host's name. */
  readonly name: string;
}

/** What can be fixed, so that a run is like the one before. */
export interface EngineFixtures {
  readonly seed?: string | number | undefined;
  readonly clock?: ClockSource | undefined;
}

/** Everything one mock daemon knows; two of them share nothing. */
export class Engine {
  readonly identity: EngineIdentity;
  readonly clock: Clock;
  readonly random: Random;
  readonly id: string;
  readonly images: Images = new Images();
  readonly containers: Containers = new Containers();
  readonly execs: Execs = new Execs();
  readonly events: Events;
  readonly networks: Networks;
  readonly volumes: Volumes;
  readonly registries: Registries = new Registries();
  /** The host's directories that containers mount: there is only what they put there. */
  readonly hostFiles: Map<string, FileTree> = new Map();
  /** While it is in one. */
  swarm: Swarm | undefined = undefined;
  closed = false;

  readonly #programs = new Map<string, Program>();
  /** By image and command: `app:1 migrate`. */
  readonly #commands = new Map<string, Program>();
  readonly #newest: Version;
  #pid = 1000;

  constructor(identity: EngineIdentity, { seed, clock }: EngineFixtures = {}) {
    this.identity = identity;
    this.#newest = parseVersion(identity.apiVersion);
    this.clock = new Clock(clock);
    this.random = new Random(seed);
    this.id = this.random.id();
    const now = (): bigint => this.clock.now();
    this.events = new Events(now);
    this.networks = new Networks(now, this.random);
    this.volumes = new Volumes(
      now,
      this.random,
      (name, action) => this.events.volume(name, action),
      this.atLeast(42),
    );
  }

  /**
   * How old it is: whether its newest API version is at least this one of 1.x. What a client speaks
   * decides how an answer looks; how old the engine is decides what it does and in which words.
   */
  atLeast(minor: number): boolean {
    const [major, newest] = this.#newest;
    return major > 1 || newest >= minor;
  }

  nextPid(): number {
    // Far apart: the other processes of a container have the numbers that follow.
    this.#pid += 500;
    return this.#pid;
  }

  register(image: string, program: Program): void {
    this.#programs.set(normalReference(image), program);
  }

  registerCommand(image: string, command: string, program: Program): void {
    this.#commands.set(`${normalReference(image)} ${command}`, program);
  }

  /** The program of an image, or of one it was made from; else that of the command. */
  programFor(imageName: string, imageId: string, command: string): Program | undefined {
    for (const name of this.#referencesTo(imageName, imageId)) {
      const program = this.#programs.get(name);
      if (program !== undefined) return program;
    }
    return this.commandFor(imageName, imageId, command);
  }

  /** The program for a command in a container: one that its image was given, or a built-in. */
  commandFor(imageName: string, imageId: string, command: string): Program | undefined {
    const images = this.#referencesTo(imageName, imageId);
    return findProgram(command, (name) => {
      const spellings = [name, name.replace(/^(\/usr(\/local)?)?\/s?bin\//, "")];
      const keys = images.flatMap((image) => spellings.map((spelling) => `${image} ${spelling}`));
      return keys.map((key) => this.#commands.get(key)).find((found) => found !== undefined);
    });
  }

  /** What a container's image is called, and what those are that it was made from. */
  #referencesTo(imageName: string, imageId: string): string[] {
    return [imageName, ...this.#namesOf(imageId)]
      .filter((name) => !/^[0-9a-f]{64}$|^sha256:/.test(name))
      .map(normalReference);
  }

  #namesOf(imageId: string): string[] {
    const stored = this.images.byId(imageId);
    if (stored === undefined) return [];
    const { parent } = stored.image;
    return [...stored.tags, ...(parent === "" ? [] : this.#namesOf(parent))];
  }
}
