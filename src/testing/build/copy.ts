import { createHash } from "node:crypto";
import { bytesOf } from "../files/content.js";
import { Extraction } from "../files/extract.js";
import type { FileSystem } from "../files/file-system.js";
import { joined, split } from "../files/mounts.js";
import {
  type Attributes,
  copyNode,
  makeDirectory,
  type Node,
  sortedEntries,
} from "../files/nodes.js";
import { readTar } from "../files/tar-reader.js";
import { uncompressed } from "../files/uploads.js";
import { BuildError } from "./build-error.js";

export interface CopyOrder {
  /** `COPY` or `ADD`. */
  readonly command: string;
  readonly sources: readonly string[];
  readonly target: string;
  /** The build context, or the files of another stage. */
  readonly from: FileSystem;
  /** Whether that is the context. */
  readonly fromContext: boolean;
  readonly owner: Pick<Attributes, "uid" | "gid">;
  readonly now: () => bigint;
}

interface Source {
  readonly path: string;
  readonly node: Node;
}

/** What is to be copied, and what it is called in an image's history: `file:…`, `dir:…`, `multi:…`. */
export function findSources(order: CopyOrder): {
  found: readonly Source[];
  label: string;
} {
  const { command, sources, target } = order;
  const found = sources.flatMap((source) => match(order, source));
  if (found.length === 0) throw new BuildError(`${command} failed: no source files were specified`);
  const [only] = found;
  if (found.length > 1 && !target.endsWith("/")) {
    throw new BuildError(
      `When using ${command} with more than one source file, the destination must be a directory and end with a /`,
    );
  }
  const hash = createHash("sha256");
  for (const { path, node } of found) digest(path, node, hash);
  const kind = found.length > 1 ? "multi" : only?.node.kind === "directory" ? "dir" : "file";
  return { found, label: `${kind}:${hash.digest("hex")}` };
}

function match({ command, from, fromContext }: CopyOrder, source: string): Source[] {
  if (/^(\.\/)*\.\.(\/|$)/.test(source)) {
    throw new BuildError(
      `${command} failed: forbidden path outside the build context: ${source} ()`,
    );
  }
  const names = split(source);
  if (!/[*?[]/.test(source)) {
    const path = `/${names.join("/")}`;
    if (from.exists(path)) return [{ path, node: from.node(path) }];
    const where = fromContext
      ? "file not found in build context or excluded by .dockerignore: "
      : "";
    throw new BuildError(`${command} failed: ${where}stat ${names.join("/")}: file does not exist`);
  }
  let paths = ["/"];
  for (const name of names) {
    const pattern = globPattern(name);
    paths = paths
      .filter((path) => from.stat(path).kind === "directory")
      .flatMap((path) =>
        from
          .list(path)
          .filter((each) => pattern.test(each))
          .map((each) => joined([...split(path), each])),
      );
  }
  return paths.filter((path) => from.exists(path)).map((path) => ({ path, node: from.node(path) }));
}

const globPattern = (name: string): RegExp =>
  new RegExp(
    `^${name
      .replace(/[.+^${}()|\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
  );

function digest(path: string, node: Node, hash: ReturnType<typeof createHash>): void {
  hash.update(`${path}\0${node.kind}\0${node.mode}\0`);
  if (node.kind === "file") for (const chunk of node.content.chunks) hash.update(chunk);
  if (node.kind === "symlink") hash.update(node.target);
  if (node.kind !== "directory") return;
  for (const [name, child] of sortedEntries(node)) digest(`${path}/${name}`, child, hash);
}

/** Copies into an image's files; a directory's content goes, not the directory itself. */
export async function copyInto(
  files: FileSystem,
  order: CopyOrder,
  found: readonly Source[],
): Promise<void> {
  const { target, owner } = order;
  for (const { path, node } of found) {
    if (order.command === "ADD" && (await isArchive(node))) {
      await extract(files, node, order);
      continue;
    }
    if (node.kind === "directory") {
      files.makeDirectory(target, { parents: true });
      merge(files, target, node, owner);
      continue;
    }
    const intoDirectory = target.endsWith("/") || isDirectory(files, target);
    const to = intoDirectory ? `${target}/${split(path).at(-1)}` : target;
    files.makeDirectory(to.replace(/\/[^/]*$/, "") || "/", { parents: true });
    put(files, to, node, owner);
  }
}

const isDirectory = (files: FileSystem, path: string): boolean =>
  files.exists(path) && files.stat(path).kind === "directory";

function put(files: FileSystem, path: string, node: Node, owner: CopyOrder["owner"]): void {
  const place = files.mounts.walk(path, false);
  if (place.node !== undefined) files.remove(path, { recursive: true });
  files.put(place, { ...copyNode(node), ...owner });
}

function merge(
  files: FileSystem,
  target: string,
  { entries }: Extract<Node, { kind: "directory" }>,
  owner: CopyOrder["owner"],
): void {
  for (const [name, node] of entries) {
    const path = `${target}/${name}`;
    if (node.kind !== "directory") {
      put(files, path, node, owner);
      continue;
    }
    if (!isDirectory(files, path)) put(files, path, makeDirectory({ ...node, ...owner }), owner);
    merge(files, path, node, owner);
  }
}

async function isArchive(node: Node): Promise<boolean> {
  if (node.kind !== "file" || node.content.size < 20) return false;
  try {
    let head = Buffer.alloc(0);
    for await (const chunk of uncompressed(node.content.chunks)) {
      head = Buffer.concat([head, chunk.subarray(0, 512)]);
      if (head.length >= 263) break;
    }
    return head.toString("latin1", 257, 262) === "ustar";
  } catch {
    return false;
  }
}

async function extract(files: FileSystem, node: Node, { target, now }: CopyOrder): Promise<void> {
  if (node.kind !== "file") return;
  files.makeDirectory(target, { parents: true });
  const into = joined(files.mounts.resolve(files.absolute(target)));
  const archive = readTar(uncompressed([bytesOf(node.content)]));
  await new Extraction(files, { into, now }).all(archive);
}
