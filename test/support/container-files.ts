import { lstat, readlink, realpath } from "node:fs/promises";
import { join, posix } from "node:path";
import { ApiError } from "../../src/errors.js";
import type { CopySource, CopyTarget } from "../../src/streams/copy.js";
import { extract } from "../../src/streams/extract.js";
import { walkFiles } from "../../src/streams/local-files.js";
import type { PathStat } from "../../src/streams/path-stat.js";
import { readTar, writeTar } from "../../src/streams/tar.js";

/** A container's files that are a directory here; what is asked of it is written down. */
export class ContainerFilesHere implements CopyTarget, CopySource {
  readonly calls: string[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async stat(path: string): Promise<PathStat | undefined> {
    this.calls.push(`stat ${path}`);
    return this.#stat(path);
  }

  async put(directory: string, tar: AsyncIterable<Uint8Array>): Promise<void> {
    this.calls.push(`put ${directory}`);
    await extract(readTar(tar), join(this.#root, directory));
  }

  async get(path: string): Promise<{ stat: PathStat; tar: AsyncIterable<Uint8Array> }> {
    this.calls.push(`get ${path}`);
    const stat = await this.#stat(path.replace(/\/\.?$/, "") || "/");
    if (!stat) throw failure(404, `Could not find the file ${path} in container`);
    // As the engine does: "/" is called so, and "x/." is called ".".
    const name = path === "/" ? "" : posix.basename(path);
    const place = join(this.#root, path);
    const followed = /\/\.?$/.test(path) ? await realpath(place) : place;
    const entries = walkFiles(followed, { name: name || "root" });
    return { stat, tar: writeTar(name ? entries : fromRoot(entries)) };
  }

  async #stat(path: string): Promise<PathStat | undefined> {
    try {
      const stats = await lstat(join(this.#root, path));
      const link = stats.isSymbolicLink();
      const linkTarget = link
        ? posix.resolve(posix.dirname(path), await readlink(join(this.#root, path)))
        : "";
      const type = link ? "symlink" : stats.isDirectory() ? "directory" : "file";
      const common = { name: posix.basename(path), size: stats.size, mode: 0, permissions: 0 };
      return { ...common, mtime: stats.mtime.toISOString(), linkTarget, type };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw failure(500, `lstat ${path}: not a directory`);
    }
  }
}

async function* fromRoot(entries: ReturnType<typeof walkFiles>): ReturnType<typeof walkFiles> {
  for await (const one of entries) yield { ...one, name: `/${one.name.replace(/^root\/?/, "")}` };
}

function failure(status: number, message: string): ApiError {
  return new ApiError(message, { status, operation: "ContainerArchive", method: "GET", path: "/" });
}
