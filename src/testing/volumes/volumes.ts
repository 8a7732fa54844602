import { FileTree } from "../files/file-tree.js";
import { makeDirectory } from "../files/nodes.js";
import { badRequest, notFound } from "../http/engine-error.js";
import { isValidName } from "../names.js";
import type { Random } from "../random.js";

export type Labels = Readonly<Record<string, string>>;

export interface Volume {
  readonly name: string;
  readonly created: bigint;
  readonly labels: Labels | null;
  readonly options: Labels | null;
  readonly files: FileTree;
}

/** Marks a volume that nobody named: prune takes only these. */
export const anonymousLabel = "com.docker.volume.anonymous";

export const mountpoint = (name: string): string => `/var/lib/docker/volumes/${name}/_data`;

/** The volumes an engine has. */
export class Volumes {
  readonly #stored = new Map<string, Volume>();
  readonly #now: () => bigint;
  readonly #random: Random;
  readonly #tell: (name: string, action: "create" | "destroy") => void;
  readonly #marks: boolean;

  /**
   * @param tell - is told of every volume that comes or goes
   * @param marks - whether volumes that nobody named have a label that says so
   */
  constructor(
    now: () => bigint,
    random: Random,
    tell: (name: string, action: "create" | "destroy") => void,
    marks: boolean,
  ) {
    this.#marks = marks;
    this.#now = now;
    this.#random = random;
    this.#tell = tell;
  }

  all(): Volume[] {
    return [...this.#stored.values()];
  }

  find(name: string): Volume | undefined {
    return this.#stored.get(name);
  }

  get(name: string): Volume {
    const volume = this.#stored.get(name);
    if (volume === undefined) throw notFound(`get ${name}: no such volume`);
    return volume;
  }

  /** A volume that is there already is handed back as it is. */
  create(given: Partial<Omit<Volume, "created" | "files">>, driver = "local"): Volume {
    const anonymous = !given.name;
    const name = given.name || this.#random.id();
    if (driver !== "local") {
      throw notFound(
        `create ${name}: error looking up volume plugin ${driver}: plugin "${driver}" not found`,
      );
    }
    const present = this.#stored.get(name);
    if (present !== undefined) return present;
    checkVolumeName(name);
    const options = given.options ?? null;
    const unknown = Object.keys(options ?? {}).find(
      (key) => !["type", "o", "device", "size"].includes(key),
    );
    if (unknown !== undefined) throw badRequest(`create ${name}: invalid option: "${unknown}"`);
    const marked = anonymous && this.#marks;
    const labels = marked ? { ...given.labels, [anonymousLabel]: "" } : (given.labels ?? null);
    const time = this.#now();
    const files = new FileTree(makeDirectory({ mtime: time }));
    const volume: Volume = { name, created: time, labels, options, files };
    this.#stored.set(name, volume);
    this.#tell(name, "create");
    return volume;
  }

  delete(name: string): void {
    if (this.#stored.delete(name)) this.#tell(name, "destroy");
  }
}

function checkVolumeName(name: string): void {
  if (Buffer.byteLength(name) === 1) {
    throw badRequest(
      `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
    );
  }
  if (isValidName(name)) return;
  throw badRequest(
    `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
  );
}
