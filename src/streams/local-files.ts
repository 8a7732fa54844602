import { constants, type Stats } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { LocalFileError } from "../errors.js";
import type { Dockerignore, IgnoreResult } from "./dockerignore.js";
import { withFile } from "./local-file.js";
import type { TarEntry, TarEntryType } from "./tar.js";

/** How local files become entries of an archive. */
export interface WalkOptions {
  /** What the file or directory is called in the archive. Without it, only what is in it is there. */
  name?: string;
  /** What is left out, with all that is below it. */
  ignore?: Dockerignore;
  /** Whose the files are in the archive. Default: whose they are here. */
  owner?: { uid: number; gid: number };
}

const CHUNK = 256 * 1024;
const WINDOWS = process.platform === "win32";
/** Neither a symlink that has taken the file's place nor a fifo without a writer is waited for. */
const OPEN_FLAGS: number =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Walks a file or a directory of this machine, in the order of the names. Symlinks are entries of
 * their own, files with several names are there once, and sockets are not there at all. A file is
 * opened when its body is read.
 *
 * @throws {LocalFileError} for what cannot be read, and for a file that changes while it is read
 *
 * @example
 * ```ts
 * const archive = writeTar(walkFiles("/srv/app", { name: "app" }));
 * ```
 */
export async function* walkFiles(
  path: string,
  options: WalkOptions = {},
): AsyncGenerator<TarEntry, void, undefined> {
  yield* walk({ path, name: options.name ?? "", inContext: "" }, options, new Map());
}

interface Place {
  path: string;
  /** In the archive. */
  name: string;
  /** As the patterns of a .dockerignore see it. */
  inContext: string;
  ignore?: IgnoreResult | undefined;
}

async function* walk(
  place: Place,
  options: WalkOptions,
  links: Map<string, string>,
): AsyncGenerator<TarEntry, void, undefined> {
  const { path, name, inContext } = place;
  const stats = await withFile(path, () => lstat(path));
  const ignored = place.ignore?.ignored ?? false;
  if (name && !ignored && !stats.isSocket())
    yield await localEntry(path, name, stats, options, links);
  if (!stats.isDirectory()) return;
  if (ignored && !options.ignore?.mayHoldExceptions(inContext)) return;
  const children = await withFile(path, () => readdir(path));
  for (const child of children.sort()) {
    const childInContext = inContext ? `${inContext}/${child}` : child;
    yield* walk(
      {
        path: join(path, child),
        name: name ? `${name}/${child}` : child,
        inContext: childInContext,
        ignore: options.ignore?.check(childInContext, place.ignore),
      },
      options,
      links,
    );
  }
}

async function localEntry(
  path: string,
  name: string,
  stats: Stats,
  { owner }: WalkOptions,
  links: Map<string, string>,
): Promise<TarEntry> {
  const entry = {
    name,
    // Windows knows no permissions; whatever is needed is allowed, as Docker has it.
    mode: WINDOWS ? 0o755 : stats.mode & 0o7777,
    uid: owner?.uid ?? (WINDOWS ? 0 : stats.uid),
    gid: owner?.gid ?? (WINDOWS ? 0 : stats.gid),
    mtime: stats.mtime,
    size: 0,
  };
  const type = typeOf(path, stats);
  if (type === "symlink") {
    const target = await withFile(path, () => readlink(path));
    return { ...entry, type, linkname: WINDOWS ? target.replaceAll("\\", "/") : target };
  }
  if (type !== "file") return { ...entry, type };
  if (stats.nlink > 1 && !WINDOWS) {
    const inode = `${stats.dev}:${stats.ino}`;
    const first = links.get(inode);
    if (first !== undefined) return { ...entry, type: "link", linkname: first };
    links.set(inode, name);
  }
  return { ...entry, type, size: stats.size, body: readLocalFile(path, stats) };
}

function typeOf(path: string, stats: Stats): TarEntryType {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  if (stats.isSymbolicLink()) return "symlink";
  if (stats.isFIFO()) return "fifo";
  throw new LocalFileError(path, "is a device, which cannot be packed");
}

/** A buffer for each chunk: they wait in a queue while the next ones are read. */
async function* readLocalFile(
  path: string,
  expected: Stats,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await withFile(path, () => open(path, OPEN_FLAGS));
  try {
    const stats = await withFile(path, () => file.stat());
    if (!stats.isFile() || stats.ino !== expected.ino || stats.size !== expected.size) {
      throw new LocalFileError(path, "changed while it was packed");
    }
    let left = expected.size;
    while (true) {
      // One byte more than there should be, which shows a file that has grown.
      const buffer = Buffer.allocUnsafeSlow(Math.max(1, Math.min(CHUNK, left + 1)));
      const { bytesRead } = await withFile(path, () => file.read(buffer));
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      left -= bytesRead;
      if (bytesRead === 0 || (left === 0 && bytesRead < buffer.length)) return;
    }
  } finally {
    await file.close();
  }
}
