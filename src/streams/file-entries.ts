import { ConfigError } from "../errors.js";
import type { TarEntry } from "./tar.js";

/** A file, a directory or a symlink that a program gives, with more than its content. */
export interface FileEntry {
  /** Text (as UTF-8) or bytes of a file. */
  content?: string | Uint8Array;
  /** Where a symlink leads. */
  symlink?: string;
  /** As for chmod. Default: 0o644 for files, 0o755 for directories. */
  mode?: number;
  /** Default: now. */
  mtime?: Date;
  /** Default: 0, root. */
  uid?: number;
  /** Default: 0. */
  gid?: number;
}

/**
 * Files that a program gives, by their names. A name that ends in "/" is a directory; directories
 * that lead to a file need no entry.
 *
 * @example
 * ```ts
 * const files: FileEntries = {
 *   "app/config.json": JSON.stringify(config),
 *   "app/run.sh": { content: script, mode: 0o755 },
 *   "app/current": { symlink: "releases/7" },
 *   "app/cache/": {},
 * };
 * ```
 */
export type FileEntries = Record<string, string | Uint8Array | FileEntry>;

/** The last number of a user or group stands for none. */
const LIMIT = 2 ** 32 - 1;
/** Larger contents are packed in pieces, so that no more than a few wait to be sent. */
const PIECE = 1024 * 1024;

/**
 * Makes entries of an archive of the files that a program gives. All of them are checked before the
 * first is used.
 *
 * @param files - the files by name
 * @param option - how the caller calls them, for errors
 * @throws {ConfigError} for a name that is absolute or has ".." in it, and for contradictory files
 */
export function fileEntries(files: FileEntries, option: string): TarEntry[] {
  if (!isPlainObject(files)) {
    throw new ConfigError(option, "is neither a path nor an object of files by their names");
  }
  const now = new Date();
  const entries = Object.entries(files).map(([key, file]) =>
    fileEntry(
      key,
      typeof file === "string" || isBytes(file) ? { content: file } : file,
      option,
      now,
    ),
  );
  const taken = new Map<string, TarEntry>();
  for (const entry of entries) {
    const name = entry.name.replace(/\/$/, "");
    if (taken.has(name)) throw new ConfigError(option, `"${name}" is given twice`);
    taken.set(name, entry);
  }
  for (const name of taken.keys()) {
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1)) {
      const parent = taken.get(name.slice(0, end));
      if (parent && parent.type !== "directory") {
        throw new ConfigError(option, `"${name}" is below "${parent.name}", which is no directory`);
      }
    }
  }
  return entries;
}

function fileEntry(key: string, file: FileEntry, option: string, now: Date): TarEntry {
  const fail = (message: string): never => {
    throw new ConfigError(option, `"${key}" ${message}`);
  };
  if (typeof file !== "object" || file === null) fail("is neither text, bytes nor a file entry");
  const name = checkedName(key, fail);
  const { content, symlink, mode, mtime = now, uid = 0, gid = 0 } = file;
  if (!(mtime instanceof Date) || Number.isNaN(mtime.getTime()))
    fail("has an mtime that does not exist");
  for (const [what, value] of Object.entries({ mode: mode ?? 0, uid, gid })) {
    if (!Number.isSafeInteger(value) || value < 0 || value >= LIMIT) {
      fail(`has a ${what} that is no whole number below 2 ** 32 - 1`);
    }
  }
  const common = { mtime, uid, gid, size: 0 };
  if (key.endsWith("/")) {
    if (content !== undefined || symlink !== undefined) fail('ends in "/", so it is a directory');
    return { ...common, name: `${name}/`, type: "directory", mode: mode ?? 0o755 };
  }
  if (symlink !== undefined) {
    if (content !== undefined) fail("has both a content and a symlink");
    if (!symlink || symlink.includes("\0")) fail("is a symlink that leads nowhere");
    return { ...common, name, type: "symlink", mode: mode ?? 0o777, linkname: symlink };
  }
  if (content === undefined) return fail("needs a content or a symlink");
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (!isBytes(bytes)) return fail("has a content that is neither text nor bytes");
  const { length: size } = bytes;
  return { ...common, name, type: "file", mode: mode ?? 0o644, size, body: pieces(bytes) };
}

/** The name without what says nothing: "./a//b" is "a/b". */
function checkedName(key: string, fail: (message: string) => never): string {
  const parts = key.split("/");
  if (key.startsWith("/")) fail("is absolute; names are relative to where the files go");
  if (parts.includes("..")) fail('has ".." in it, and would lead out of where the files go');
  if (key.includes("\0")) fail("has a NUL in it");
  const name = parts.filter((part) => part !== "" && part !== ".").join("/");
  return name || fail("names nothing");
}

function isPlainObject(files: unknown): boolean {
  return files !== null && [Object.prototype, null].includes(Object.getPrototypeOf(Object(files)));
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < bytes.length; start += PIECE) {
    yield bytes.subarray(start, start + PIECE);
  }
}
