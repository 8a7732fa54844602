import { execFileSync } from "node:child_process";
import { lstat, mkdtemp, readdir, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type TarEntry, writeTar } from "../../src/streams/tar.js";
import { collect } from "./frames.js";

/** A directory that is gone after the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "sdk-files-"));
  onTestFinished(async () => {
    // What may not be written to may not be emptied either.
    execFileSync("chmod", ["-R", "u+rwX", directory]);
    await rm(directory, { recursive: true, force: true });
  });
  return directory;
}

/** An entry of an archive, with what does not matter filled in. */
export function entry(name: string, rest: Partial<TarEntry> & { content?: string } = {}): TarEntry {
  const { content = "", ...given } = rest;
  const type = given.type ?? (name.endsWith("/") ? "directory" : "file");
  const common = { name, type, mode: type === "directory" ? 0o755 : 0o644, uid: 0, gid: 0 };
  const body = chunks([content]);
  const mtime = new Date("2001-02-03T04:05:06Z");
  return {
    ...common,
    mtime,
    size: Buffer.byteLength(content),
    ...(type === "file" && { body }),
    ...given,
  };
}

export async function tarOf(...entries: TarEntry[]): Promise<Buffer> {
  return Buffer.concat(await collect(writeTar(entries)));
}

export async function* chunks(
  parts: Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const part of parts) yield Buffer.from(part);
}

/** What a directory holds: `name mode content`, links with their targets, directories with "/". */
export async function tree(directory: string, below = ""): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(join(directory, below))).sort()) {
    const path = join(below, name);
    const stats = await lstat(join(directory, path));
    const mode = (stats.mode & 0o7777).toString(8);
    if (stats.isSymbolicLink()) {
      lines.push(`${path} -> ${await readlink(join(directory, path))}`);
    } else if (stats.isDirectory()) {
      lines.push(`${path}/ ${mode}`, ...(await tree(directory, path)));
    } else {
      lines.push(`${path} ${mode} ${await readFile(join(directory, path), "latin1")}`);
    }
  }
  return lines;
}

/** The files that this process has open below a directory; Linux tells. */
export async function openFiles(directory: string): Promise<string[]> {
  const names = await readdir("/proc/self/fd");
  const targets = await Promise.all(
    names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")),
  );
  return targets.filter((target) => target.startsWith(directory));
}
