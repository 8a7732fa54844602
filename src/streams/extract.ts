import type { Stats } from "node:fs";
import {
  chmod,
  link,
  lstat,
  lutimes,
  mkdir,
  open,
  readlink,
  realpath,
  symlink,
  unlink,
  utimes,
} from "node:fs/promises";
import { join } from "node:path";
import { LocalFileError, ProtocolError } from "../errors.js";
import { ifThere, withFile } from "./local-file.js";
import type { TarEntry } from "./tar.js";

/**
 * Writes the entries of an archive into a directory of this machine, and nowhere else: an entry that
 * would lead out of it, by its name or through a symlink, ends the extraction. What is there already
 * is replaced file by file; a directory is never replaced by something else, nor the reverse.
 * Permissions (setuid and setgid too, as `docker cp` has it) and times are those of the archive, the
 * owner is whoever runs this.
 *
 * @param entries - what {@link readTar} gives
 * @param directory - where to; it must exist
 * @throws {ProtocolError} for an entry that leads out of the directory, or cannot be what it says
 * @throws {LocalFileError} for what the system does not allow, and for devices and fifos
 *
 * @example
 * ```ts
 * await extract(readTar(bytes), "/srv/copy");
 * ```
 */
export async function extract(entries: AsyncIterable<TarEntry>, directory: string): Promise<void> {
  const target = new Target(await withFile(directory, () => realpath(directory)));
  for await (const entry of entries) await target.add(entry);
  await target.finish();
}

/** Directories are made accessible to their owner until everything in them is written. */
const WHILE_WRITING = 0o700;
/** For a file until it is whole; its permissions are set at the end. */
const UNFINISHED = 0o600;

class Target {
  readonly #root: string;
  /** Known to be directories and no symlinks. Nothing here ever replaces one. */
  readonly #directories = new Set<string>();
  /** What a file written into them would change, or forbid. */
  readonly #finally = new Map<string, Pick<TarEntry, "mode" | "mtime">>();

  constructor(root: string) {
    this.#root = root;
    this.#directories.add(root);
  }

  async add(entry: TarEntry): Promise<void> {
    const parts = entryParts(entry.name, entry.name);
    const path = join(this.#root, ...parts);
    if (parts.length === 0 && entry.type !== "directory") {
      throw refusal(entry.name, `is a ${entry.type} in the place of the target directory`);
    }
    await this.#openParents(parts, entry.name);
    switch (entry.type) {
      case "directory":
        return this.#addDirectory(path, entry);
      case "file":
        await this.#makeRoom(path, entry.name);
        return writeFile(path, entry);
      case "symlink":
        if (!isUtf8(entry.linkname ?? "")) throw refusal(entry.name, "leads to no UTF-8 name");
        await this.#makeRoom(path, entry.name);
        return makeSymlink(path, entry.linkname ?? "", entry.mtime);
      case "link":
        return this.#addLink(path, entry);
      default:
        throw new LocalFileError(path, `cannot be made: it is a ${entry.type.replace("-", " ")}`);
    }
  }

  /** Last come the permissions and times of the directories, the innermost first. */
  async finish(): Promise<void> {
    const directories = [...this.#finally].sort(([a], [b]) => b.length - a.length);
    for (const [path, { mode, mtime }] of directories) {
      await withFile(path, async () => {
        await chmod(path, mode);
        await utimes(path, mtime, mtime);
      });
    }
  }

  /** Makes sure that what leads to an entry are directories, and makes those that are missing. */
  async #openParents(parts: readonly string[], name: string): Promise<void> {
    let path = this.#root;
    for (const part of parts.slice(0, -1)) {
      path = join(path, part);
      if (this.#directories.has(path)) continue;
      const stats = await stat(path);
      if (stats?.isSymbolicLink()) throw refusal(name, `leads through the symbolic link ${path}`);
      if (stats && !stats.isDirectory()) throw refusal(name, `is below ${path}, which is a file`);
      if (!stats) await withFile(path, () => mkdir(path));
      this.#directories.add(path);
    }
  }

  async #addDirectory(path: string, { name, mode, mtime }: TarEntry): Promise<void> {
    if (!this.#directories.has(path)) {
      const stats = await stat(path);
      if (stats && !stats.isDirectory()) {
        throw refusal(name, `is a directory, where there is ${kindOf(stats)}: ${path}`);
      }
      await withFile(path, async () => {
        if (!stats) await mkdir(path, mode | WHILE_WRITING);
        else if (stats.mode !== (stats.mode | WHILE_WRITING)) {
          await chmod(path, (stats.mode & 0o7777) | WHILE_WRITING);
        }
      });
      this.#directories.add(path);
    }
    this.#finally.set(path, { mode, mtime });
  }

  /** Takes away the file or symlink that an entry replaces: nothing is ever written through it. */
  async #makeRoom(path: string, name: string): Promise<void> {
    const stats = await stat(path);
    if (!stats) return;
    if (stats.isDirectory()) throw refusal(name, `is no directory, where there is one: ${path}`);
    await withFile(path, () => unlink(path));
  }

  async #addLink(path: string, { name, linkname = "", mtime }: TarEntry): Promise<void> {
    const parts = entryParts(linkname, name);
    await this.#openParents(parts, name);
    const source = join(this.#root, ...parts);
    const stats = await stat(source);
    if (!stats) throw refusal(name, `is a link to "${linkname}", which is not there`);
    if (stats.isDirectory()) throw refusal(name, `is a link to the directory "${linkname}"`);
    if (source === path) throw refusal(name, "is a link to itself");
    await this.#makeRoom(path, name);
    await withFile(path, async () => {
      // Not every system links to the symlink itself.
      if (stats.isSymbolicLink()) await makeSymlink(path, await readlink(source), mtime);
      else await link(source, path);
    });
  }
}

/**
 * The parts of a name, none of which leads anywhere but down.
 *
 * @param name - a name, or what a hard link is to
 * @param entry - the entry's name, for the error
 */
export function entryParts(
  name: string,
  entry: string,
  windows: boolean = process.platform === "win32",
): string[] {
  if (name.startsWith("/")) throw refusal(entry, `has the absolute name "${name}"`);
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw refusal(entry, `leads out of the target: "${name}"`);
  if (name.includes("\0")) throw refusal(entry, "has a NUL in its name");
  // What could not be decoded would be written under a name that it does not have.
  if (!isUtf8(name)) throw refusal(entry, "has a name that is not UTF-8");
  if (windows && parts.some((part) => WINDOWS_MEANS_MORE.test(part))) {
    throw refusal(entry, `has a name that means something else on Windows: "${name}"`);
  }
  return parts;
}

/** Separators, drives, streams, wildcards, devices, and endings that Windows cuts off. */
const WINDOWS_MEANS_MORE: RegExp =
  /[\\:*?"<>|\p{Cc}]|[. ]$|^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** Bytes that are none have become replacement characters when the archive was read. */
function isUtf8(text: string): boolean {
  return !text.includes("\ufffd");
}

async function writeFile(path: string, { name, mode, mtime, size, body }: TarEntry): Promise<void> {
  const file = await withFile(path, () => open(path, "wx", UNFINISHED));
  try {
    let written = 0;
    for await (const chunk of body ?? []) {
      await withFile(path, () => writeAll(file, chunk));
      written += chunk.length;
    }
    if (written !== size) throw refusal(name, `has ${written} bytes instead of ${size}`);
    await withFile(path, async () => {
      await file.chmod(mode);
      await file.utimes(mtime, mtime);
    });
  } finally {
    await file.close();
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<void> {
  for (let start = 0; start < chunk.length; ) {
    start += (await file.write(chunk, start)).bytesWritten;
  }
}

async function makeSymlink(path: string, target: string, mtime: Date): Promise<void> {
  await withFile(path, async () => {
    await symlink(target, path);
    await lutimes(path, mtime, mtime);
  });
}

function stat(path: string): Promise<Stats | undefined> {
  return ifThere(path, () => lstat(path));
}

function kindOf(stats: Stats): string {
  return stats.isSymbolicLink() ? "a symbolic link" : "a file";
}

function refusal(entry: string, message: string): ProtocolError {
  return new ProtocolError(`the archive's entry "${entry}" ${message}`);
}
