import { createHash } from "node:crypto";
import { sizeOf } from "./container-files.js";
import type { FileNode, Node } from "./nodes.js";

/** One entry of an archive. */
export interface ArchiveEntry {
  /** That of a directory ends with a slash. */
  readonly name: string;
  readonly node: Node;
}

const types: Readonly<Record<Node["kind"], string>> = {
  file: "0",
  symlink: "2",
  "character-device": "3",
  "block-device": "4",
  directory: "5",
  fifo: "6",
};
const hardLink = "1";

/**
 * An archive as the engine writes it, always the same for the same files: an image's id is made of its
 * digest, and has to be known at once. That is why this is not left to a library that answers later.
 */
export function* writeTar(entries: Iterable<ArchiveEntry>): Generator<Uint8Array> {
  const seen = new Map<FileNode, string>();
  for (const { name, node } of entries) {
    const first = node.kind === "file" ? seen.get(node) : undefined;
    if (first !== undefined) {
      yield* header(name, node, hardLink, first, 0);
      continue;
    }
    const content = node.kind === "file" ? node.content : undefined;
    if (node.kind === "file") seen.set(node, name);
    const target = node.kind === "symlink" ? node.target : "";
    yield* header(name, node, types[node.kind], target, content?.size ?? 0);
    if (content === undefined) continue;
    yield* content.chunks;
    const padding = -content.size & 511;
    if (padding > 0) yield Buffer.alloc(padding);
  }
  yield Buffer.alloc(1024);
}

const smallest = 32 * 1024;

/** The same bytes without tiny pieces, which are dear to send. */
export function* inBlocks(archive: Iterable<Uint8Array>): Generator<Uint8Array> {
  let small: Uint8Array[] = [];
  let size = 0;
  for (const chunk of archive) {
    small.push(chunk);
    size += chunk.length;
    if (size < smallest) continue;
    // A large piece goes as it is.
    if (chunk.length < smallest) yield Buffer.concat(small);
    else yield* small;
    small = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(small);
}

/** `sha256:…` and the length of an archive. */
export function digestOf(archive: Iterable<Uint8Array>): { digest: string; length: number } {
  const hash = createHash("sha256");
  let length = 0;
  for (const chunk of archive) {
    hash.update(chunk);
    length += chunk.length;
  }
  return { digest: `sha256:${hash.digest("hex")}`, length };
}

/** All that is in files, as the engine counts: a file once, and a symbolic link with its target. */
export function contentSize(entries: Iterable<ArchiveEntry>): number {
  const nodes = new Set<Node>();
  for (const { node } of entries) if (node.kind !== "directory") nodes.add(node);
  return [...nodes].reduce((sum, node) => sum + sizeOf(node), 0);
}

function* header(
  name: string,
  node: Node,
  type: string,
  link: string,
  size: number,
): Generator<Uint8Array> {
  const split = splitName(name);
  const records: Record<string, string> = {};
  if (split === undefined) records.path = name;
  if (!fits(link, 100)) records.linkpath = link;
  if (node.uid > 0o7777777) records.uid = String(node.uid);
  if (node.gid > 0o7777777) records.gid = String(node.gid);
  if (size > 0o77777777777) records.size = String(size);
  if (Object.keys(records).length > 0) {
    const body = Buffer.from(Object.entries(records).map(paxRecord).join(""));
    yield block(
      ["", "PaxHeaders.0/entry"],
      { mode: 0, uid: 0, gid: 0, mtime: 0n },
      "x",
      "",
      body.length,
    );
    yield body;
    yield Buffer.alloc(-body.length & 511);
  }
  yield block(split ?? ["", name], node, type, link, size);
}

type Owner = Pick<Node, "mode" | "uid" | "gid" | "mtime">;

function block(
  [prefix, name]: readonly [string, string],
  { mode, uid, gid, mtime }: Owner,
  type: string,
  link: string,
  size: number,
): Buffer {
  const buffer = Buffer.alloc(512);
  const octal = (value: number, at: number, length: number): void => {
    const digits = Math.max(0, value)
      .toString(8)
      .padStart(length - 1, "0");
    // What does not fit stands in a record of its own.
    buffer.write(digits.slice(-(length - 1)), at, "latin1");
  };
  buffer.write(name, 0, 100);
  octal(mode, 100, 8);
  octal(uid, 108, 8);
  octal(gid, 116, 8);
  octal(size, 124, 12);
  octal(Number(mtime / 1_000_000_000n), 136, 12);
  buffer.write("        ", 148);
  buffer.write(type, 156);
  buffer.write(link, 157, 100);
  buffer.write("ustar\x0000", 257, "latin1");
  octal(0, 329, 8);
  octal(0, 337, 8);
  buffer.write(prefix, 345, 155);
  const sum = buffer.reduce((total, byte) => total + byte, 0);
  buffer.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return buffer;
}

const fits = (text: string, length: number): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything else needs a record
  text.length <= length && /^[\x01-\x7f]*$/.test(text);

/** A name in the header's two fields; undefined for one that is too long for them. */
function splitName(name: string): readonly [string, string] | undefined {
  if (fits(name, 100)) return ["", name];
  if (!fits(name, 256)) return undefined;
  const slash = name.slice(0, Math.min(156, name.length - 1)).lastIndexOf("/");
  if (slash <= 0 || name.length - slash - 1 > 100) return undefined;
  return [name.slice(0, slash), name.slice(slash + 1)];
}

/** `30 path=…\n`: the number counts itself. */
function paxRecord([key, value]: readonly [string, string]): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes + String(bytes).length;
  length = bytes + String(length).length;
  return `${length}${rest}`;
}
