import { ProtocolError } from "../errors.js";

/** What a container's path is. */
export type PathType =
  | "file"
  | "directory"
  | "symlink"
  | "fifo"
  | "socket"
  | "character-device"
  | "block-device"
  | "other";

/** What the engine tells of a path in a container. */
export interface PathStat {
  /** The last part of the path that was asked for. */
  name: string;
  /** Bytes. */
  size: number;
  /** Go's `os.FileMode`; `type` and `permissions` say the same in plain terms. */
  mode: number;
  /** RFC 3339, `2025-05-20T09:04:07.123456789Z`. */
  mtime: string;
  /** Where a symlink leads to in the end, as an absolute path in the container; else empty. */
  linkTarget: string;
  type: PathType;
  /** As for chmod: 0o755, 0o4755, … */
  permissions: number;
}

/** Bits of Go's `os.FileMode`, which are not those of stat(2). */
const TYPES: readonly (readonly [bit: number, type: PathType])[] = [
  [31, "directory"],
  [27, "symlink"],
  [25, "fifo"],
  [24, "socket"],
  // A character device has the bit of a device too.
  [21, "character-device"],
  [26, "block-device"],
  [19, "other"],
];
const SPECIAL: readonly (readonly [bit: number, permission: number])[] = [
  [23, 0o4000],
  [22, 0o2000],
  [20, 0o1000],
];

/**
 * Reads the `X-Docker-Container-Path-Stat` header.
 *
 * @throws {ProtocolError} when it is missing or not what it should be
 */
export function decodePathStat(header: string | undefined): PathStat {
  if (!header) throw new ProtocolError("the answer does not say what the path is");
  let stat: unknown;
  try {
    stat = JSON.parse(Buffer.from(header, "base64").toString());
  } catch (cause) {
    throw new ProtocolError("what the answer says of the path is not JSON", { cause });
  }
  if (!isStat(stat)) throw new ProtocolError("what the answer says of the path lacks its mode");
  const { name = "", size = 0, mode, mtime = "", linkTarget = "" } = stat;
  const has = (bit: number): boolean => (mode & (1 << bit)) !== 0;
  const type = TYPES.find(([bit]) => has(bit))?.[1] ?? "file";
  const permissions = SPECIAL.reduce(
    (bits, [bit, permission]) => (has(bit) ? bits | permission : bits),
    mode & 0o777,
  );
  return { name, size, mode, mtime, linkTarget, type, permissions };
}

function isStat(stat: unknown): stat is Partial<PathStat> & { mode: number } {
  return typeof stat === "object" && stat !== null && "mode" in stat && Number.isInteger(stat.mode);
}

/**
 * The stat in an answer's head; an answer without one is ended.
 *
 * @throws {ProtocolError} when it is missing or not what it should be
 */
export function pathStatOf(answer: {
  headers: Record<string, string | string[] | undefined>;
  destroy(): void;
}): PathStat {
  try {
    return decodePathStat(String(answer.headers["x-docker-container-path-stat"] ?? ""));
  } catch (error) {
    answer.destroy();
    throw error;
  }
}
