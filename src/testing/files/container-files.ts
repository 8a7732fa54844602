import type { Node } from "./nodes.js";

/** What is known of a file. */
export interface FileStat {
  readonly kind: Node["kind"];
  /** In bytes; a directory has 4096. */
  readonly size: number;
  /** `0o644` */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly modified: Date;
  /** Where a symbolic link leads, as it is written there. */
  readonly target?: string;
}

/**
 * The files that a container's program sees. Relative paths begin in its working directory; a
 * mistake is an error with a `code` such as `ENOENT`, as from Node's `fs`.
 *
 * @example
 * ```ts
 * daemon.program("app:1", ({ files }) => {
 *   const config = JSON.parse(files.readText("/etc/app.json"));
 *   files.write("/tmp/port", String(config.port));
 * });
 * ```
 */
export interface ContainerFiles {
  read(path: string): Buffer;
  readText(path: string): string;
  /** Makes a file or replaces what is in it; its directory must be there. */
  write(path: string, data: string | Uint8Array, options?: { mode?: number }): void;
  append(path: string, data: string | Uint8Array): void;
  /** The names in a directory, sorted. */
  list(path: string): string[];
  exists(path: string): boolean;
  /** Of what a symbolic link leads to, unless `follow` is false. */
  stat(path: string, options?: { follow?: boolean }): FileStat;
  /** With `parents`, makes those that are missing, too, and does not mind if it is there already. */
  makeDirectory(path: string, options?: { parents?: boolean; mode?: number }): void;
  /** A directory that is not empty goes only with `recursive`. */
  remove(path: string, options?: { recursive?: boolean }): void;
  rename(from: string, to: string): void;
  /** A file, or a directory with all that is in it. */
  copy(from: string, to: string): void;
  symlink(target: string, path: string): void;
  setMode(path: string, mode: number): void;
  /** The same files, with relative paths beginning elsewhere. */
  from(directory: string): ContainerFiles;
}

export function statOf(node: Node): FileStat {
  return {
    kind: node.kind,
    size: sizeOf(node),
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    modified: new Date(Number(node.mtime / 1_000_000n)),
    ...(node.kind === "symlink" && { target: node.target }),
  };
}

export function sizeOf(node: Node): number {
  if (node.kind === "file") return node.content.size;
  if (node.kind === "directory") return 4096;
  return node.kind === "symlink" ? Buffer.byteLength(node.target) : 0;
}
