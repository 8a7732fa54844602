import { copyNode, type DirectoryNode, type Node } from "./nodes.js";

/** Names from the root down; the root itself is `[]`. */
export type Parts = readonly string[];

/**
 * A tree of files that costs nothing to copy: it shares its nodes with the tree it was made from, and
 * copies those on the way to what is changed, like an overlay file system.
 */
export class FileTree {
  #root: Node;
  #owner: object = {};

  constructor(root: Node) {
    this.#root = root;
  }

  get root(): Node {
    return this.#root;
  }

  get(parts: Parts): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const part of parts) {
      if (node?.kind !== "directory") return undefined;
      node = node.entries.get(part);
    }
    return node;
  }

  /** The node at this place, to be changed. */
  own(parts: Parts): Node {
    this.#root = this.#owned(this.#root);
    let node = this.#root;
    for (const part of parts) {
      const child = node.kind === "directory" ? node.entries.get(part) : undefined;
      if (node.kind !== "directory" || child === undefined) throw new Error(`no ${part} in tree`);
      const mine = this.#owned(child);
      node.entries.set(part, mine);
      node = mine;
    }
    return node;
  }

  /** Puts a node where there may be another one; the same node in two places is a hard link. */
  put(parts: Parts, node: Node, mtime: bigint): void {
    const name = parts.at(-1);
    node.owner ??= this.#owner;
    if (name === undefined) {
      this.#root = node;
      return;
    }
    const directory = this.#directory(parts.slice(0, -1));
    directory.entries.set(name, node);
    directory.mtime = mtime;
  }

  delete(parts: Parts, mtime: bigint): void {
    const directory = this.#directory(parts.slice(0, -1));
    directory.entries.delete(parts.at(-1) ?? "");
    directory.mtime = mtime;
  }

  /** The tree as it is now, for others to build upon: it does not change any more. */
  freeze(): Node {
    this.#owner = {};
    return this.#root;
  }

  #directory(parts: Parts): DirectoryNode {
    const node = this.own(parts);
    if (node.kind !== "directory") throw new Error(`/${parts.join("/")} is not a directory`);
    return node;
  }

  #owned(node: Node): Node {
    return node.owner === this.#owner ? node : { ...copyNode(node), owner: this.#owner };
  }
}
