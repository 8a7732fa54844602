import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";

/** One entry of an uploaded archive. */
export interface RecordedFile {
  /** As the archive has it, without a slash at the end: `src/index.js`. */
  readonly name: string;
  readonly type: "file" | "directory" | "symlink" | "link" | "other";
  /** Its permissions: `0o644`. */
  readonly mode: number;
  /** The content of a file, read as UTF-8; empty for anything else. */
  readonly text: string;
  /** Where a link leads to; empty for anything else. */
  readonly target: string;
}

/** Archives of more than that are not kept. */
const most = 64 * 1024 * 1024;

/**
 * Keeps what comes in as it comes in, whoever reads it and however far.
 *
 * @returns how to read it as an archive later
 */
export function recordUpload(request: IncomingMessage): () => readonly RecordedFile[] | undefined {
  let chunks: Buffer[] = [];
  let size = 0;
  let files: readonly RecordedFile[] | undefined;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (Buffer.isBuffer(chunk)) {
      size += chunk.length;
      if (size > most) chunks = [];
      else chunks.push(chunk);
    }
    return push(chunk, encoding);
  };
  return () => {
    if (chunks.length > 0 && request.complete) {
      files = filesOf(Buffer.concat(chunks));
      chunks = [];
    }
    return files;
  };
}

/** Undefined for what is no archive, or is compressed in another way than with gzip. */
function filesOf(upload: Buffer): readonly RecordedFile[] | undefined {
  try {
    const zipped = upload[0] === 0x1f && upload[1] === 0x8b;
    return [...entriesOf(zipped ? gunzipSync(upload) : upload)];
  } catch {
    return undefined;
  }
}

const block = 512;
const types: Readonly<Record<string, RecordedFile["type"]>> = {
  "": "file",
  "0": "file",
  "7": "file",
  "1": "link",
  "2": "symlink",
  "5": "directory",
};

/** Headers that say more about the next entry: longer names, and sizes. */
interface Further {
  name?: string | undefined;
  target?: string | undefined;
  size?: number | undefined;
}

function* entriesOf(archive: Buffer): Generator<RecordedFile> {
  if (archive.length < block) throw new Error("no archive");
  let further: Further = {};
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString("latin1", 257, 262) !== "ustar") throw new Error("no archive");
    const flag = text(header, 156, 1);
    const size = (flag === "x" ? undefined : further.size) ?? octal(header, 124, 12);
    const content = archive.subarray(at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
    if (flag === "x") further = { ...further, ...pax(content) };
    else if (flag === "L") further.name = text(content, 0, size);
    else if (flag === "K") further.target = text(content, 0, size);
    else if (flag !== "g") {
      yield entry(header, content, types[flag] ?? "other", further);
      further = {};
    }
  }
}

function entry(
  header: Buffer,
  content: Buffer,
  type: RecordedFile["type"],
  { name, target }: Further,
): RecordedFile {
  const prefix = text(header, 345, 155);
  const own = (prefix === "" ? "" : `${prefix}/`) + text(header, 0, 100);
  return {
    name: (name ?? own).replace(/\/+$/, ""),
    type,
    mode: octal(header, 100, 8) & 0o7777,
    text: type === "file" ? content.toString("utf8") : "",
    target: target ?? text(header, 157, 100),
  };
}

/** Records of `length key=value` with a line's end each. */
function pax(content: Buffer): Further {
  const found: Record<string, string> = {};
  for (let at = 0; at < content.length; ) {
    const length = Number.parseInt(content.toString("latin1", at, at + 20), 10);
    if (!(length > 0)) throw new Error("no archive");
    const record = content.toString("utf8", at, at + length - 1).replace(/^\d+ /, "");
    const equals = record.indexOf("=");
    found[record.slice(0, equals)] = record.slice(equals + 1);
    at += length;
  }
  const { path, linkpath, size } = found;
  return { name: path, target: linkpath, size: size === undefined ? undefined : Number(size) };
}

function text(bytes: Buffer, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? undefined : end);
}

/** Numbers that are too large for octal digits are written in base 256, and have the first bit set. */
function octal(bytes: Buffer, start: number, length: number): number {
  if ((bytes[start] ?? 0) & 0x80) return bytes.readUIntBE(start + length - 6, 6);
  return Number.parseInt(text(bytes, start, length).trim() || "0", 8);
}
