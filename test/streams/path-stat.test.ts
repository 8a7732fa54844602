import { describe, expect, it } from "vitest";
import { decodePathStat } from "../../src/streams/path-stat.js";

const header = (stat: unknown): string => Buffer.from(JSON.stringify(stat)).toString("base64");

describe("what the engine tells of a path", () => {
  /** Modes as engines 20.10 and 28 send them. */
  it.each([
    ["a directory", 2147484141, "directory", 0o755],
    ["a sticky directory", 2148532735, "directory", 0o1777],
    ["a symlink", 134218239, "symlink", 0o777],
    ["a file", 420, "file", 0o644],
    ["a setuid program", 8389101, "file", 0o4755],
    ["a setgid program", 0o755 + 2 ** 22, "file", 0o2755],
    ["a fifo", 33554852, "fifo", 0o644],
    ["a character device", 69206436, "character-device", 0o644],
    ["a block device", 0o660 + 2 ** 26, "block-device", 0o660],
    ["a socket", 0o755 + 2 ** 24, "socket", 0o755],
    ["something else", 0o600 + 2 ** 19, "other", 0o600],
  ])("is %s", (_, mode, type, permissions) => {
    const mtime = "2026-11-21T11:09:44.090894799Z";
    const sent = { name: "ü x", size: 3, mode, mtime, linkTarget: "/t/d" };
    expect(decodePathStat(header(sent))).toEqual({ ...sent, type, permissions });
  });

  it.each([undefined, "", "no base64!", header(7), header(null), header({ name: "a" })])(
    "is a ProtocolError when it is %j",
    (text) => {
      expect(() => decodePathStat(text)).toThrow(expect.objectContaining({ code: "PROTOCOL" }));
    },
  );
});
