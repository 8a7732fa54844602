import { type ContainerFiles, type FileStat, statOf } from "./container-files.js";
import { bytesOf, type Content, contentOf } from "./content.js";
import { FileError } from "./file-error.js";
import { joined, type Mounts, type Place, split } from "./mounts.js";
import {
  type Attributes,
  copyNode,
  makeDirectory,
  makeFile,
  makeSymlink,
  type Node,
  sortedEntries,
} from "./nodes.js";

export interface FileSystemOptions {
  readonly mounts: Mounts;
  readonly now: () => bigint;
  /** Where relative paths begin. */
  readonly workingDir?: string;
  /** Who owns what is made here. */
  readonly owner?: Pick<Attributes, "uid" | "gid">;
}

/** The files of a container with all that is mounted there. */
export class FileSystem implements ContainerFiles {
  readonly mounts: Mounts;
  readonly #options: FileSystemOptions;

  constructor(options: FileSystemOptions) {
    this.mounts = options.mounts;
    this.#options = options;
  }

  from(directory: string): FileSystem {
    return new FileSystem({ ...this.#options, workingDir: this.absolute(directory) });
  }

  /** The same files, and what is made there belongs to somebody else. */
  as(owner: Pick<Attributes, "uid" | "gid">): FileSystem {
    return new FileSystem({ ...this.#options, owner });
  }

  read(path: string): Buffer {
    return bytesOf(this.content(path));
  }

  readText(path: string): string {
    return this.read(path).toString("utf8");
  }

  content(path: string): Content {
    const node = this.node(path);
    if (node.kind === "directory") throw new FileError("EISDIR", path);
    return node.kind === "file" ? node.content : contentOf("");
  }

  write(path: string, data: string | Uint8Array, { mode }: { mode?: number } = {}): void {
    this.setContent(path, contentOf(data));
    if (mode !== undefined) this.setMode(path, mode);
  }

  append(path: string, data: string | Uint8Array): void {
    const { node } = this.#walk(path);
    const before = node === undefined ? contentOf("") : this.content(path);
    const added = contentOf(data);
    this.setContent(path, {
      size: before.size + added.size,
      chunks: [...before.chunks, ...added.chunks],
    });
  }

  setContent(path: string, content: Content): void {
    const place = this.#walk(path);
    if (path.endsWith("/") || place.node?.kind === "directory") throw new FileError("EISDIR", path);
    if (place.node === undefined) {
      this.put(place, makeFile(content, this.#made()));
      return;
    }
    this.change(path, (node) => {
      if (node.kind === "file") node.content = content;
      node.mtime = this.#options.now();
    });
  }

  list(path: string): string[] {
    const node = this.node(path);
    if (node.kind !== "directory") throw new FileError("ENOTDIR", path);
    return sortedEntries(node).map(([name]) => name);
  }

  exists(path: string): boolean {
    try {
      return this.#walk(path).node !== undefined;
    } catch (error) {
      if (error instanceof FileError) return false;
      throw error;
    }
  }

  stat(path: string, { follow = true }: { follow?: boolean } = {}): FileStat {
    return statOf(this.node(path, follow));
  }

  makeDirectory(
    path: string,
    { parents = false, mode = 0o755 }: { parents?: boolean; mode?: number } = {},
  ): void {
    if (parents) {
      const all = split(this.absolute(path));
      for (let depth = 1; depth < all.length; depth += 1) {
        const parent = joined(all.slice(0, depth));
        const { node } = this.#walk(parent);
        if (node === undefined) this.makeDirectory(parent);
        else if (node.kind !== "directory") throw new FileError("ENOTDIR", parent);
      }
    }
    const place = this.#walk(path.replace(/(?<=.)\/+$/, ""));
    if (parents && place.node?.kind === "directory") return;
    if (place.node !== undefined) throw new FileError("EEXIST", path);
    this.put(place, makeDirectory({ ...this.#made(), mode }));
  }

  remove(path: string, { recursive = false }: { recursive?: boolean } = {}): void {
    const place = this.#walk(path, false);
    const { node, parts } = place;
    if (node === undefined) throw new FileError("ENOENT", path);
    if (node.kind === "directory" && node.entries.size > 0) {
      if (!recursive) throw new FileError("ENOTEMPTY", path);
      if (this.mounts.busy(parts)) this.#removeEntries(joined(parts));
    }
    if (parts.length === 0 || this.mounts.busy(parts)) throw new FileError("EBUSY", path);
    this.#checkWritable(place, path);
    place.mount.tree.delete(place.inTree, this.#options.now());
  }

  rename(from: string, to: string): void {
    const source = this.#walk(from, false);
    const place = this.#walk(to, false);
    const { node } = source;
    if (node === undefined) throw new FileError("ENOENT", from);
    if (place.node === node) return;
    if (joined(place.parts).startsWith(`${joined(source.parts)}/`)) {
      throw new FileError("EINVAL", from);
    }
    if (this.mounts.busy(source.parts) || this.mounts.busy(place.parts)) {
      throw new FileError("EBUSY", from);
    }
    if (place.node?.kind === "directory") {
      if (node.kind !== "directory") throw new FileError("EISDIR", to);
      if (place.node.entries.size > 0) throw new FileError("ENOTEMPTY", to);
    } else if (place.node !== undefined && node.kind === "directory") {
      throw new FileError("ENOTDIR", to);
    }
    this.#checkWritable(source, from);
    this.put(place, source.mount === place.mount ? node : deepCopy(node));
    source.mount.tree.delete(source.inTree, this.#options.now());
  }

  copy(from: string, to: string): void {
    const node = this.node(from);
    const place = this.#walk(to);
    if (joined(place.parts).startsWith(`${joined(this.#walk(from).parts)}/`)) {
      throw new FileError("EINVAL", to);
    }
    if (place.node === node) return;
    if (node.kind === "file") this.setContent(to, node.content);
    if (node.kind !== "file" || place.node === undefined) this.put(place, deepCopy(node));
  }

  symlink(target: string, path: string): void {
    const place = this.#walk(path, false);
    if (place.node !== undefined) throw new FileError("EEXIST", path);
    this.put(place, makeSymlink(target, this.#made()));
  }

  setMode(path: string, mode: number): void {
    this.change(path, (node) => {
      node.mode = mode & 0o7777;
    });
  }

  /** The node at a path, which must be there. */
  node(path: string, follow = true): Node {
    const { node } = this.#walk(path, follow);
    if (node === undefined) throw new FileError("ENOENT", path);
    return node;
  }

  /** Changes what is at a path; a link at its end is followed. */
  change(path: string, how: (node: Node) => void): void {
    const place = this.#walk(path);
    if (place.node === undefined) throw new FileError("ENOENT", path);
    this.#checkWritable(place, path);
    how(place.mount.tree.own(place.inTree));
  }

  /** Puts a node at a place; what is there goes. */
  put(place: Place, node: Node): void {
    this.#checkWritable(place, joined(place.parts));
    place.mount.tree.put(place.inTree, node, this.#options.now());
  }

  absolute(path: string): string {
    if (path === "") throw new FileError("ENOENT", path);
    return path.startsWith("/") ? path : `${this.#options.workingDir ?? "/"}/${path}`;
  }

  #walk(path: string, follow = true): Place {
    try {
      return this.mounts.walk(this.absolute(path), follow);
    } catch (error) {
      throw error instanceof FileError ? new FileError(error.code, path) : error;
    }
  }

  #removeEntries(directory: string): void {
    let busy: unknown;
    for (const name of this.list(directory)) {
      try {
        this.remove(`${directory}/${name}`, { recursive: true });
      } catch (error) {
        busy ??= error;
      }
    }
    if (busy !== undefined) throw busy;
  }

  #checkWritable({ mount }: Place, path: string): void {
    if (!mount.writable) throw new FileError("EROFS", path);
  }

  #made(): Partial<Attributes> {
    return { ...this.#options.owner, mtime: this.#options.now() };
  }
}

/** Nodes of their own all the way down: only files can be in two places at once. */
function deepCopy(node: Node): Node {
  const copy = copyNode(node);
  if (copy.kind === "directory") {
    for (const [name, child] of copy.entries) copy.entries.set(name, deepCopy(child));
  }
  return copy;
}
