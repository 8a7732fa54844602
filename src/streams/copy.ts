import { posix } from "node:path";
import { ProtocolError } from "../errors.js";
import { type ContainerFiles, containerPath, placeBelow, placeOf } from "./container-place.js";
import { extract } from "./extract.js";
import { type FileEntries, fileEntries } from "./file-entries.js";
import { walkFiles } from "./local-files.js";
import { localSource, localTarget, placeAt } from "./local-place.js";
import type { PathStat } from "./path-stat.js";
import { readTar, type TarEntry, writeTar } from "./tar.js";

/** What {@link copyTo} needs of an engine, for one container. */
export interface CopyTarget extends ContainerFiles {
  /** Unpacks an archive in a directory, and puts no file where a directory is, nor the reverse. */
  put(directory: string, tar: AsyncIterable<Uint8Array>): Promise<void>;
}

/** What {@link copyFrom} needs of an engine, for one container. */
export interface CopySource {
  /** What a path is, and an archive of it. A path that ends in "/." is what it contains. */
  get(path: string): Promise<{ stat: PathStat; tar: AsyncIterable<Uint8Array> }>;
}

/**
 * Copies into a container as `docker cp` does: into a directory that is there, else to the name
 * given, whose directory must be there. A source that ends in "/." is what it contains. Owners,
 * permissions and times are those of the files here; symlinks are copied as such.
 *
 * Files that a program gives go below the path, which is made when it is missing.
 *
 * @param engine - the container
 * @param source - a path of this machine, or files
 * @param target - where to; relative to "/" unless it is absolute
 * @throws {ConfigError} before anything is sent, for what cannot be copied there
 * @throws {LocalFileError} for a file that cannot be read or changes meanwhile
 */
export async function copyTo(
  engine: CopyTarget,
  source: string | FileEntries,
  target: string,
): Promise<void> {
  const wanted = containerPath(target);
  if (typeof source === "string") {
    const local = await localSource(source);
    const { directory, name } = await placeOf(engine, local, wanted);
    await send(engine, directory, walkFiles(local.path, { name }));
  } else {
    const entries = fileEntries(source, "source");
    const { directory, name } = await placeBelow(engine, wanted);
    await send(engine, directory, below(name, entries));
  }
}

/**
 * Copies out of a container as `docker cp` does: into a directory that is there, else to the name
 * given, whose directory must be there. A container path that ends in "/." is what it contains.
 * Permissions and times are those in the container, the owner is whoever runs this; symlinks are
 * copied as such, and nothing is written outside of the target.
 *
 * @param engine - the container
 * @param source - what to copy; relative to "/" unless it is absolute
 * @param target - a path of this machine
 * @throws {ConfigError} for what cannot be copied there
 * @throws {ProtocolError} for an archive that would write elsewhere, or is broken
 * @throws {LocalFileError} for what cannot be written, and for devices and fifos
 */
export async function copyFrom(engine: CopySource, source: string, target: string): Promise<void> {
  const { path, contents, directory } = containerPath(source);
  const local = await localTarget(target);
  const end = contents ? "/." : directory ? "/" : "";
  const { stat, tar } = await engine.get(path === "/" ? path : path + end);
  const name = posix.basename(path);
  const placing = placeAt(local, { name, contents, directory: stat.type === "directory" });
  const place = await placing.catch(async (error: unknown) => {
    await leave(tar);
    throw error;
  });
  await extract(rebase(readTar(tar), place.name), place.directory);
}

/**
 * What goes wrong with the files here is what the caller is told, whatever became of the request
 * that it ended.
 */
async function send(
  engine: CopyTarget,
  directory: string,
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
): Promise<void> {
  let failure: { error: unknown } | undefined;
  async function* tar(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* writeTar(entries);
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    await engine.put(directory, tar());
  } catch (error) {
    throw failure ? failure.error : error;
  }
}

/** The entries below directories that are made for them. */
function* below(path: string, entries: Iterable<TarEntry>): Generator<TarEntry, void, undefined> {
  const common = { mode: 0o755, uid: 0, gid: 0, mtime: new Date(), size: 0 };
  const parts = path.split("/").filter(Boolean);
  for (const [i] of parts.entries()) {
    yield { ...common, name: parts.slice(0, i + 1).join("/"), type: "directory" };
  }
  for (const entry of entries) yield { ...entry, name: posix.join(path, entry.name) };
}

/** The entries of an archive of one file or directory, under another name or, with "", none. */
async function* rebase(
  entries: AsyncIterable<TarEntry>,
  name: string,
): AsyncGenerator<TarEntry, void, undefined> {
  let root: string | undefined;
  for await (const entry of entries) {
    root ??= withoutSlash(entry.name);
    const rest = restOf(entry.name, root);
    if (rest === undefined) {
      throw new ProtocolError(`the archive's entry "${entry.name}" is not below "${root}"`);
    }
    if (!name && !rest) continue;
    const rebased = { ...entry, name: joined(name, rest) };
    if (entry.type === "link") {
      const { linkname = "" } = entry;
      // Of an archive of "/", engines give these names with or without the slash.
      const target = restOf(linkname, root) ?? (root === "" ? linkname : undefined);
      if (target === undefined) {
        const message = `is a link to "${linkname}", which is not below "${root}"`;
        throw new ProtocolError(`the archive's entry "${entry.name}" ${message}`);
      }
      rebased.linkname = joined(name, target);
    }
    yield rebased;
  }
  if (root === undefined) throw new ProtocolError("the archive is empty");
}

function restOf(name: string, root: string): string | undefined {
  const trimmed = withoutSlash(name);
  if (trimmed === root) return "";
  return trimmed.startsWith(`${root}/`) ? trimmed.slice(root.length + 1) : undefined;
}

function joined(name: string, rest: string): string {
  return name && rest ? `${name}/${rest}` : name || rest;
}

function withoutSlash(name: string): string {
  return name.replace(/\/$/, "");
}

/** An answer that nobody reads would keep its connection. */
async function leave(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes) break;
}
