import { contentOf } from "../files/content.js";
import { FileSystem } from "../files/file-system.js";
import { FileTree } from "../files/file-tree.js";
import { Mounts } from "../files/mounts.js";
import { makeDirectory, makeFile, makeSymlink, type Node } from "../files/nodes.js";

/** A file of an image, where its content alone does not say enough. */
export interface ImageFile {
  readonly content?: string | Uint8Array;
  /** Makes it a symbolic link to this path. */
  readonly symlink?: string;
  /** `0o644`, for directories `0o755` unless given. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly modified?: Date;
}

/** A tree with the files that a test describes. */
export function addFiles(
  root: Node,
  given: Readonly<Record<string, string | Uint8Array | ImageFile>>,
  created: bigint,
): Node {
  const tree = new FileTree(root);
  const mounts = new Mounts({ path: "/", tree, writable: true });
  const files = new FileSystem({ mounts, now: () => created });
  for (const [path, description] of Object.entries(given)) {
    const absolute = path.startsWith("/") ? path : `/${path}`;
    const bare = absolute.replace(/\/+$/, "");
    files.makeDirectory(bare.replace(/[^/]*$/, ""), { parents: true });
    const file = isContent(description) ? { content: description } : description;
    files.put(mounts.walk(bare, false), makeNode(file, absolute.endsWith("/"), created));
  }
  return tree.freeze();
}

const isContent = (given: string | Uint8Array | ImageFile): given is string | Uint8Array =>
  typeof given === "string" || given instanceof Uint8Array;

function makeNode(file: ImageFile, isDirectory: boolean, created: bigint): Node {
  const { content, symlink, modified, mode, uid, gid } = file;
  const mtime = modified === undefined ? created : BigInt(modified.getTime()) * 1_000_000n;
  const given = {
    mtime,
    ...(mode !== undefined && { mode }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  };
  if (symlink !== undefined) return makeSymlink(symlink, given);
  return isDirectory ? makeDirectory(given) : makeFile(contentOf(content ?? ""), given);
}
