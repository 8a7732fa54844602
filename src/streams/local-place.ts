import type { Stats } from "node:fs";
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ConfigError } from "../errors.js";
import type { Copied, Place } from "./container-place.js";
import { ifThere, withFile } from "./local-file.js";

/** How many symlinks in a row are followed, as on Linux. */
const MAX_LINKS = 40;
const SEPARATOR = process.platform === "win32" ? "[\\\\/]" : "/";
const CONTENTS: RegExp = new RegExp(`(?:^|${SEPARATOR})\\.$`);
const DIRECTORY: RegExp = new RegExp(`${SEPARATOR}$`);

/**
 * Looks at what is to be copied into a container. A symlink is copied as such, unless the path says
 * by its end that a directory is meant.
 *
 * @throws {ConfigError} when it is not there, or cannot be copied
 */
export async function localSource(source: string): Promise<Copied & { path: string }> {
  if (source === "") throw new ConfigError("source", "is empty");
  const named = resolve(source);
  const follow = CONTENTS.test(source) || DIRECTORY.test(source);
  const path = (follow && (await ifThere(named, () => realpath(named)))) || named;
  const stats = await ifThere(path, () => lstat(path));
  if (!stats) throw new ConfigError("source", `${named} does not exist`);
  if (follow && !stats.isDirectory()) throw new ConfigError("source", `${named} is no directory`);
  if (stats.isSocket()) throw new ConfigError("source", `${named} is a socket`);
  const name = basename(named);
  const contents = CONTENTS.test(source) || name === "";
  return { path, name, contents, directory: stats.isDirectory() };
}

/** Where on this machine a copy goes, as far as that is known before it is there. */
export interface LocalTarget {
  /** With symlinks followed. */
  path: string;
  /** What is there now. */
  stats: Stats | undefined;
  /** The path says by its end that it is a directory. */
  directory: boolean;
}

/**
 * Looks at where a copy out of a container is to go.
 *
 * @throws {ConfigError} when nothing can be there
 */
export async function localTarget(target: string): Promise<LocalTarget> {
  if (target === "") throw new ConfigError("target", "is empty");
  const directory = CONTENTS.test(target) || DIRECTORY.test(target);
  const path = await followLinks(resolve(target));
  const stats = await ifThere(path, () => stat(path));
  if (!stats) {
    const parent = dirname(path);
    const there = await ifThere(parent, () => stat(parent));
    if (!there) throw new ConfigError("target", `the directory ${parent} does not exist`);
  }
  if (stats && directory && !stats.isDirectory()) {
    throw new ConfigError("target", `${path} is no directory`);
  }
  return { path, stats, directory };
}

/**
 * Finds out where what comes of a container goes.
 *
 * @throws {ConfigError} saying what is in the way
 */
export async function placeAt(target: LocalTarget, copied: Copied): Promise<Place> {
  const { path, stats } = target;
  if (stats?.isDirectory()) {
    if (copied.contents) return { directory: path, name: "" };
    const there = join(path, copied.name);
    checkKind(there, await ifThere(there, () => lstat(there)), copied.directory);
    return { directory: path, name: copied.name };
  }
  if (!stats && target.directory && !copied.directory) {
    throw new ConfigError("target", `the directory ${path} does not exist`);
  }
  checkKind(path, stats, copied.directory);
  return { directory: dirname(path), name: basename(path) };
}

/** Also through a symlink to what is not there yet: that is where the copy goes. */
async function followLinks(path: string): Promise<string> {
  let followed = path;
  for (let links = 0; links < MAX_LINKS; links++) {
    const stats = await ifThere(followed, () => lstat(followed));
    if (!stats?.isSymbolicLink()) return followed;
    const target = await withFile(followed, () => readlink(followed));
    followed = resolve(dirname(followed), target);
  }
  throw new ConfigError("target", `${path} leads through too many symbolic links`);
}

function checkKind(path: string, stats: Stats | undefined, directory: boolean): void {
  if (!stats || stats.isDirectory() === directory) return;
  const message = directory
    ? "is there, and no directory"
    : "is a directory; a file cannot take its place";
  throw new ConfigError("target", `${path} ${message}`);
}
