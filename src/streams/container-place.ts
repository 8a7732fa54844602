import { posix } from "node:path";
import { ApiError, ConfigError } from "../errors.js";
import type { PathStat } from "./path-stat.js";

/** What looks at the files of a container. */
export interface ContainerFiles {
  /** What a path is; undefined when nothing is there. */
  stat(path: string): Promise<PathStat | undefined>;
}

/** A path in a container as a user writes it. */
export interface ContainerPath {
  /** Absolute, without "." and "..", and without a slash at its end. */
  path: string;
  /** It ends in "/" or "/.", so it has to be a directory. */
  directory: boolean;
  /** It ends in "/.": what the directory contains. */
  contents: boolean;
}

/** What is copied into a container. */
export interface Copied {
  name: string;
  directory: boolean;
  contents: boolean;
}

/** Where an archive goes: the directory it is unpacked in, and what it begins with there. */
export interface Place {
  directory: string;
  /** Empty for what a directory contains, without the directory. */
  name: string;
}

/** @throws {ConfigError} for an empty path */
export function containerPath(given: string): ContainerPath {
  if (typeof given !== "string" || given === "") {
    throw new ConfigError("containerPath", "is empty");
  }
  const path = posix.resolve("/", given);
  const contents = posix.basename(given) === "." || path === "/";
  return { path, contents, directory: contents || given.endsWith("/") };
}

/**
 * Finds out where in a container a local file or directory goes.
 *
 * @throws {ConfigError} saying what is missing or in the way
 */
export async function placeOf(
  files: ContainerFiles,
  copied: Copied,
  wanted: ContainerPath,
): Promise<Place> {
  const { path, stat } = await lookUp(files, wanted.path);
  if (!stat) {
    if (wanted.directory && !copied.directory) throw missing(path);
    await checkParents(files, path);
    return split(path);
  }
  if (stat.type === "directory") {
    if (copied.contents) return { directory: path, name: "" };
    const there = posix.join(path, copied.name);
    checkKind(there, (await files.stat(there))?.type, copied.directory);
    return { directory: path, name: copied.name };
  }
  checkKind(path, stat.type, copied.directory || wanted.directory);
  if (stat.type !== "file") throw problem(path, `is a ${stat.type} in the container`);
  return split(path);
}

/**
 * Finds out where in a container files go that a program gives.
 *
 * @returns the directory that is there, and the directories that are missing below it
 * @throws {ConfigError} for a path that cannot be a directory
 */
export async function placeBelow(files: ContainerFiles, wanted: ContainerPath): Promise<Place> {
  const { path, stat } = await lookUp(files, wanted.path);
  if (stat) {
    checkKind(path, stat.type, true);
    return { directory: path, name: "" };
  }
  for (const ancestor of ancestors(path)) {
    if (await isDirectory(files, ancestor)) continue;
    const directory = posix.dirname(ancestor);
    return { directory, name: posix.relative(directory, path) };
  }
  return split(path);
}

/** What a path is, or what the symlink leads to that it is. The engine has followed all others. */
async function lookUp(
  files: ContainerFiles,
  path: string,
): Promise<{ path: string; stat: PathStat | undefined }> {
  let stat: PathStat | undefined;
  try {
    stat = await files.stat(path);
  } catch (error) {
    // The engine fails with a 500 for a path that leads through a file.
    if (error instanceof ApiError) await checkParents(files, path);
    throw error;
  }
  if (stat?.type !== "symlink") return { path, stat };
  const target = posix.resolve(posix.dirname(path), stat.linkTarget);
  return { path: target, stat: await files.stat(target) };
}

async function checkParents(files: ContainerFiles, path: string): Promise<void> {
  for (const ancestor of ancestors(path)) {
    if (!(await isDirectory(files, ancestor))) throw missing(ancestor);
  }
}

/** @throws {ConfigError} for what is there, but no directory */
async function isDirectory(files: ContainerFiles, path: string): Promise<boolean> {
  let stat = await files.stat(path);
  if (stat?.type === "symlink") stat = await files.stat(stat.linkTarget);
  if (stat) checkKind(path, stat.type, true);
  return stat !== undefined;
}

/** Every directory that leads to a path, from the top, without "/". */
function ancestors(path: string): string[] {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join("/")}`);
}

function split(path: string): Place {
  return { directory: posix.dirname(path), name: posix.basename(path) };
}

/** A directory does not take the place of anything else, nor the reverse. */
function checkKind(path: string, type: PathStat["type"] | undefined, directory: boolean): void {
  if (type === undefined || (type === "directory") === directory) return;
  throw problem(
    path,
    directory
      ? `is a ${type} in the container, and no directory`
      : "is a directory in the container; a file cannot take its place",
  );
}

function missing(path: string): ConfigError {
  return problem(path, "does not exist in the container");
}

function problem(path: string, message: string): ConfigError {
  return new ConfigError("containerPath", `${path} ${message}`);
}
