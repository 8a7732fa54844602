import { FileError } from "./file-error.js";
import type { FileTree, Parts } from "./file-tree.js";
import type { Node } from "./nodes.js";

/** A tree, and where in a container it is seen. */
export interface MountedTree {
  /** Without symbolic links: `/`, `/data`. */
  readonly path: string;
  readonly tree: FileTree;
  readonly writable: boolean;
}

/** Where a path leads. */
export interface Place {
  readonly mount: MountedTree;
  /** From the container's root, without symbolic links. */
  readonly parts: Parts;
  /** From the root of the mount. */
  readonly inTree: Parts;
  /** Undefined where there is nothing, in a directory that is there. */
  readonly node: Node | undefined;
}

/** As many as Linux follows. */
const mostLinks = 40;

export const joined = (parts: Parts): string => `/${parts.join("/")}`;

export const split = (path: string): string[] =>
  path.split("/").filter((part) => part !== "" && part !== ".");

/** Follows paths through symbolic links and mounts, and never out of the root. */
export class Mounts {
  readonly #mounts: MountedTree[];

  /** @param root - what is at `/` */
  constructor(root: MountedTree) {
    this.#mounts = [root];
  }

  add(mount: MountedTree): void {
    this.#mounts.push(mount);
    // The deepest comes first: it hides what is below.
    this.#mounts.sort((a, b) => b.path.length - a.path.length);
  }

  /** Whether something is mounted here or below. */
  busy(parts: Parts): boolean {
    const path = joined(parts);
    return this.#mounts.some((mount) => mount.path !== "/" && isWithin(mount.path, path));
  }

  at(parts: Parts): Place {
    const path = joined(parts);
    const mount = this.#mounts.find((each) => isWithin(path, each.path));
    if (mount === undefined) throw new Error("nothing is mounted at /");
    const inTree = parts.slice(split(mount.path).length);
    return { mount, parts, inTree, node: mount.tree.get(inTree) };
  }

  /** Where a path leads in the end, even if nothing is there. */
  resolve(path: string): Parts {
    return this.walk(path, true, true).parts;
  }

  /**
   * @param path - absolute
   * @param follow - whether a symbolic link at the very end is followed, too
   * @param onwards - whether what is missing may have something below
   */
  walk(path: string, follow = true, onwards = false): Place {
    const pending = path.split("/").filter((part) => part !== "");
    // A path that ends so means a directory, wherever a link leads.
    const wantsDirectory = /\/\.?$/.test(path);
    let place = this.at([]);
    let links = 0;
    for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
      if (place.node === undefined && !onwards) throw new FileError("ENOENT", path);
      if (place.node !== undefined && place.node.kind !== "directory")
        throw new FileError("ENOTDIR", path);
      if (part === ".") continue;
      if (part === "..") {
        place = this.at(place.parts.slice(0, -1));
        continue;
      }
      const next = this.at([...place.parts, part]);
      if (next.node?.kind === "symlink" && (pending.length > 0 || follow || wantsDirectory)) {
        links += 1;
        if (links > mostLinks) throw new FileError("ELOOP", path);
        const { target } = next.node;
        pending.unshift(...target.split("/").filter((each) => each !== ""));
        if (target.startsWith("/")) place = this.at([]);
        continue;
      }
      place = next;
    }
    if (wantsDirectory && place.node !== undefined && place.node.kind !== "directory") {
      throw new FileError("ENOTDIR", path);
    }
    return place;
  }
}

const isWithin = (path: string, directory: string): boolean =>
  directory === "/" || path === directory || path.startsWith(`${directory}/`);
