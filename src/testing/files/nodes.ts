import { type Content, noContent } from "./content.js";

/** What every file has, of whichever kind. */
export interface Attributes {
  /** Permissions with set-uid, set-gid and sticky bits: `0o755`. */
  mode: number;
  uid: number;
  gid: number;
  /** Nanoseconds since 1970. */
  mtime: bigint;
}

interface Owned {
  /** The tree that may change it; any other tree makes a copy first. */
  owner?: object;
}

export interface FileNode extends Attributes, Owned {
  readonly kind: "file";
  content: Content;
}

export interface DirectoryNode extends Attributes, Owned {
  readonly kind: "directory";
  readonly entries: Map<string, Node>;
}

export interface SymlinkNode extends Attributes, Owned {
  readonly kind: "symlink";
  readonly target: string;
}

/** What is only a name: its reading and writing is the kernel's. */
export interface SpecialNode extends Attributes, Owned {
  readonly kind: "fifo" | "character-device" | "block-device";
}

export type Node = FileNode | DirectoryNode | SymlinkNode | SpecialNode;

type Given = Partial<Attributes>;

const attributes = (mode: number, given: Given): Attributes => ({
  mode: given.mode ?? mode,
  uid: given.uid ?? 0,
  gid: given.gid ?? 0,
  mtime: given.mtime ?? 0n,
});

export const makeFile = (content: Content = noContent, given: Given = {}): FileNode => ({
  kind: "file",
  content,
  ...attributes(0o644, given),
});

export const makeDirectory = (given: Given = {}): DirectoryNode => ({
  kind: "directory",
  entries: new Map(),
  ...attributes(0o755, given),
});

export const makeSymlink = (target: string, given: Given = {}): SymlinkNode => ({
  kind: "symlink",
  target,
  ...attributes(0o777, given),
});

export const makeSpecial = (kind: SpecialNode["kind"], given: Given = {}): SpecialNode => ({
  kind,
  ...attributes(0o644, given),
});

/** A node of its own with the same content; a directory's entries are shared until they change. */
export function copyNode<N extends Node>(node: N): N {
  const copy = { ...node };
  delete copy.owner;
  return copy.kind === "directory" ? { ...copy, entries: new Map(copy.entries) } : copy;
}

/** A directory's entries in the order in which the engine lists them. */
export const sortedEntries = ({ entries }: DirectoryNode): [string, Node][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
