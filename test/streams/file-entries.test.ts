import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.js";
import { type FileEntries, fileEntries } from "../../src/streams/file-entries.js";
import { collect } from "../support/frames.js";

describe("files that a program gives", () => {
  it("are text, bytes, directories and symlinks", async () => {
    const mtime = new Date("2001-02-03T04:05:06Z");
    const entries = fileEntries(
      {
        "a.txt": "größe",
        "./d//b": Uint8Array.of(1, 2),
        "d/run": { content: "x", mode: 0o755, mtime, uid: 7, gid: 8 },
        "d/": { mode: 0o700 },
        link: { symlink: "../up" },
        __proto__x: "",
      },
      "source",
    );
    expect(entries.map(({ name, type, mode, size }) => [name, type, mode, size])).toEqual([
      ["a.txt", "file", 0o644, 7],
      ["d/b", "file", 0o644, 2],
      ["d/run", "file", 0o755, 1],
      ["d/", "directory", 0o700, 0],
      ["link", "symlink", 0o777, 0],
      ["__proto__x", "file", 0o644, 0],
    ]);
    expect(entries[2]).toMatchObject({ mtime, uid: 7, gid: 8 });
    expect(entries[4]).toMatchObject({ linkname: "../up" });
    const [text] = entries;
    expect(Buffer.concat(await collect(text?.body ?? none())).toString()).toBe("größe");
  });

  it("hand a large content on in pieces", async () => {
    const [entry] = fileEntries({ big: new Uint8Array(5 * 1024 * 1024 + 1) }, "source");
    const sizes = (await collect(entry?.body ?? none())).map(({ length }) => length);
    expect(Math.max(...sizes)).toBe(1024 * 1024);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(entry?.size);
  });

  it.each<[FileEntries, string]>([
    [{ "/etc/passwd": "" }, '"/etc/passwd" is absolute'],
    [{ "../x": "" }, '"../x" has ".." in it'],
    [{ "a/../../x": "" }, '"a/../../x" has ".." in it'],
    [{ "a/..": "" }, '"a/.." has ".." in it'],
    [{ "": "" }, '"" names nothing'],
    [{ "./": {} }, '"./" names nothing'],
    [{ "a\0b": "" }, '"a\0b" has a NUL in it'],
    [{ a: "", "./a": "" }, '"a" is given twice'],
    [{ a: "", "a/": {} }, '"a" is given twice'],
    [{ a: "", "a/b/c": "" }, '"a/b/c" is below "a", which is no directory'],
    [{ a: {} }, '"a" needs a content or a symlink'],
    [{ a: { content: "", symlink: "b" } }, '"a" has both a content and a symlink'],
    [{ a: { symlink: "" } }, '"a" is a symlink that leads nowhere'],
    [{ "a/": "text" }, '"a/" ends in "/", so it is a directory'],
    [{ a: { content: "", mode: -1 } }, '"a" has a mode that is no whole number'],
    [{ a: { content: "", uid: 1.5 } }, '"a" has a uid that is no whole number'],
    [{ a: { content: "", mtime: new Date("?") } }, '"a" has an mtime that does not exist'],
  ])("like %j are refused, naming the entry", (files, message) => {
    expect(() => fileEntries(files, "source")).toThrow(ConfigError);
    expect(() => fileEntries(files, "source")).toThrow(`source: ${message}`);
  });

  it.each([7, null, undefined, { content: 7 }, { content: null }])(
    "that are %j are refused, whatever the types said",
    (file) => {
      const files = JSON.parse(JSON.stringify({ a: 1 })) as FileEntries;
      Object.assign(files, { a: file });
      expect(() => fileEntries(files, "source")).toThrow(ConfigError);
    },
  );
});

async function* none(): AsyncGenerator<Uint8Array> {}
