import { chmod, link, lstat, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LocalFileError, ProtocolError } from "../../src/errors.js";
import { entryParts, extract } from "../../src/streams/extract.js";
import { walkFiles } from "../../src/streams/local-files.js";
import { readTar, type TarEntry, writeTar } from "../../src/streams/tar.js";
import { chunks, entry, openFiles, tarOf, temporaryDirectory, tree } from "../support/files.js";
import { cutAt } from "../support/frames.js";

async function extractAll(directory: string, ...entries: TarEntry[]): Promise<void> {
  await extract(readTar(writeTar(entries)), directory);
}

/** A target, and a directory beside it that nothing may touch. */
async function places(): Promise<{ target: string; outside: string }> {
  const directory = await temporaryDirectory();
  const target = join(directory, "target");
  const outside = join(directory, "outside");
  await mkdir(target);
  await mkdir(outside);
  await writeFile(join(outside, "secret"), "secret");
  return { target, outside };
}

const symlinkTo = (name: string, linkname: string): TarEntry =>
  entry(name, { type: "symlink", linkname, mode: 0o777 });
const linkTo = (name: string, linkname: string): TarEntry =>
  entry(name, { type: "link", linkname });

describe("extracting an archive", () => {
  it("writes files, directories and links, with permissions and times", async () => {
    const target = await temporaryDirectory();
    await extractAll(
      target,
      entry("locked/", { mode: 0o500 }),
      entry("locked/file", { content: "text", mode: 0o604 }),
      entry("open/", { mode: 0o1777 }),
      entry("open/suid", { content: "s", mode: 0o6755 }),
      entry("implied/deep/file", { content: "i" }),
      symlinkTo("absolute", "/etc/passwd"),
      symlinkTo("up", "../../elsewhere"),
      symlinkTo("dangling", "nowhere"),
      linkTo("open/same", "locked/file"),
      entry("old", { mtime: new Date("1960-01-01T00:00:00Z") }),
    );
    expect(await tree(target)).toEqual([
      "absolute -> /etc/passwd",
      "dangling -> nowhere",
      "implied/ 755",
      "implied/deep/ 755",
      "implied/deep/file 644 i",
      "locked/ 500",
      "locked/file 604 text",
      "old 644 ",
      "open/ 1777",
      "open/same 604 text",
      "open/suid 6755 s",
      "up -> ../../elsewhere",
    ]);
    const time = async (name: string): Promise<string> =>
      (await lstat(join(target, name))).mtime.toISOString();
    expect(await time("old")).toBe("1960-01-01T00:00:00.000Z");
    for (const name of ["locked", "locked/file", "open", "absolute"]) {
      expect(await time(name), name).toBe("2001-02-03T04:05:06.000Z");
    }
    expect((await stat(join(target, "locked/file"))).nlink).toBe(2);
  });

  it("gives the permissions that the umask would take", async () => {
    const target = await temporaryDirectory();
    await extractAll(target, entry("d/", { mode: 0o777 }), entry("d/f", { mode: 0o666 }));
    expect(await tree(target)).toEqual(["d/ 777", "d/f 666 "]);
  });

  it("closes directories from the inside, so that it gets at them all", async () => {
    const target = await temporaryDirectory();
    const closed = ["a/", "a/b/", "a/b/c/"].map((name) => entry(name, { mode: 0 }));
    await extractAll(target, ...closed, entry("a/b/c/f", { content: "f" }));
    expect((await lstat(join(target, "a"))).mode & 0o7777).toBe(0);
    await chmod(join(target, "a"), 0o700);
    expect((await lstat(join(target, "a/b"))).mode & 0o7777).toBe(0);
  });

  it("replaces files and symlinks, and adds to directories", async () => {
    const { target, outside } = await places();
    await mkdir(join(target, "d"));
    await chmod(join(target, "d"), 0o500);
    await writeFile(join(target, "file"), "a longer text than the new one");
    await symlink(join(outside, "secret"), join(target, "link"));
    await link(join(outside, "secret"), join(target, "hard"));
    await extractAll(
      target,
      entry("file", { content: "new" }),
      entry("link", { content: "new" }),
      entry("hard", { content: "new" }),
      entry("d/", { mode: 0o700 }),
      entry("d/f", { content: "new" }),
    );
    expect(await tree(target)).toEqual([
      "d/ 700",
      "d/f 644 new",
      "file 644 new",
      "hard 644 new",
      "link 644 new",
    ]);
    expect(await readFile(join(outside, "secret"), "utf8")).toBe("secret");
  });

  it("brings back what was packed, wherever the archive was cut", async () => {
    const name = fc.stringMatching(/^[a-cA-Cü\\: ]{1,4}$/).filter((one) => one.trim() !== "");
    const file = fc.record({
      path: fc.array(name, { minLength: 1, maxLength: 4 }),
      content: fc.option(fc.string({ maxLength: 2_000 })),
      target: fc.constantFrom("../x", "/etc", "a", "ü:\\"),
      mode: fc.constantFrom(0o600, 0o644, 0o755, 0o4755, 0o400),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { maxLength: 12 }),
        fc.array(fc.nat()),
        async (files, cuts) => {
          const source = await temporaryDirectory();
          const target = await temporaryDirectory();
          for (const { path, content, target: linkname, mode } of files) {
            const place = join(source, ...path);
            try {
              await mkdir(join(place, ".."), { recursive: true });
              if (content === null) await symlink(linkname, place);
              else await writeFile(place, content, { flag: "wx" });
              if (content !== null) await chmod(place, mode);
            } catch {
              // It is below a file, or there already.
            }
          }
          const parts: Uint8Array[] = [];
          for await (const chunk of writeTar(walkFiles(source))) parts.push(chunk);
          await extract(readTar(chunks(cutAt(Buffer.concat(parts), cuts))), target);
          expect(await tree(target)).toEqual(await tree(source));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.runIf(process.platform === "linux")("leaves no file open when it fails", async () => {
    const target = await temporaryDirectory();
    const bytes = await tarOf(entry("a"), entry("b", { content: "x".repeat(200_000) }));
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 50_000);
      yield bytes.subarray(50_000, 100_000);
      throw new Error("aborted");
    }
    await expect(extract(readTar(broken()), target)).rejects.toThrow("aborted");
    expect(await openFiles(target)).toEqual([]);
  });

  it.each(["fifo", "character-device", "block-device"] as const)(
    "fails for a %s, and says so",
    async (type) => {
      const target = await temporaryDirectory();
      async function* device(): AsyncGenerator<TarEntry> {
        yield entry("dev/x", { type });
      }
      const failure = await extract(device(), target).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LocalFileError);
      expect(failure).toMatchObject({ path: join(target, "dev/x") });
    },
  );

  it("into a directory that is not there is a LocalFileError", async () => {
    const directory = await temporaryDirectory();
    const extracting = extractAll(join(directory, "none"), entry("a"));
    await expect(extracting).rejects.toThrow("does not exist");
  });
});

describe("an archive that attacks", () => {
  /** Each ends in an entry that must not be written; the name of the entry that is refused. */
  const ATTACKS: readonly (readonly [what: string, refused: string, entries: () => TarEntry[]])[] =
    [
      ["..", "../outside/x", () => [entry("../outside/x")]],
      [".. in the middle", "a/../../outside/x", () => [entry("a/../../outside/x")]],
      [".. as a directory", "../outside/", () => [entry("../outside/", { mode: 0o777 })]],
      [".. alone", "../", () => [entry("..", { type: "directory" })]],
      ["an absolute name", "/tmp/sdk-attack", () => [entry("/tmp/sdk-attack")]],
      ["a doubled slash", "//tmp/sdk-attack", () => [entry("//tmp/sdk-attack")]],
      ["a symlink", "out/x", () => [symlinkTo("out", "../outside"), entry("out/x")]],
      ["a symlink to itself", "me/x", () => [symlinkTo("me", "."), entry("me/x")]],
      [
        "a symlink further up",
        "a/out/b/c/x",
        () => [symlinkTo("a/out", "../../outside"), entry("a/out/b/c/x")],
      ],
      [
        "a symlink that a directory would make look harmless",
        "out/",
        () => [symlinkTo("out", "../outside"), entry("out/"), entry("out/x")],
      ],
      [
        "a symlink in the place of a directory",
        "d",
        () => [entry("d/"), entry("d/a"), symlinkTo("d", "../outside"), entry("d/x")],
      ],
      [
        "a symlink in the place of an implied directory",
        "d",
        () => [entry("d/a"), symlinkTo("d", "../outside"), entry("d/x")],
      ],
      ["a symlink in the place of the target", ".", () => [symlinkTo(".", "../outside")]],
      ["a file in the place of the target", "./", () => [entry("./", { type: "symlink" })]],
      [
        "a symlink through a symlink",
        "one/two",
        () => [symlinkTo("one", "../outside"), symlinkTo("one/two", "/"), entry("one/two/x")],
      ],
      [
        "a hard link to outside",
        "x",
        () => [linkTo("x", "../outside/secret"), entry("x", { content: "changed" })],
      ],
      ["a hard link with an absolute name", "x", () => [linkTo("x", "/etc/passwd")]],
      [
        "a hard link through a symlink",
        "x",
        () => [symlinkTo("out", "../outside"), linkTo("x", "out/secret")],
      ],
      ["a hard link to a directory", "x", () => [entry("d/"), linkTo("x", "d")]],
      ["a hard link to itself", "x", () => [entry("x"), linkTo("x", "./x")]],
      ["a hard link to nothing", "x", () => [linkTo("x", "none")]],
      ["a file below a file", "f/x", () => [entry("f"), entry("f/x")]],
      ["a directory over a file", "f/", () => [entry("f"), entry("f/")]],
      ["a name that is not UTF-8", "a\ufffdb", () => [entry("a\ufffdb")]],
    ];

  it.each(ATTACKS)(
    "with %s is refused, and writes nothing outside",
    async (_, refused, entries) => {
      const { target, outside } = await places();
      const before = await tree(outside);
      const failure = await extractAll(target, ...entries()).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ProtocolError);
      expect(String(failure)).toContain(`"${refused}"`);
      expect(await tree(outside)).toEqual(before);
      await expect(lstat("/tmp/sdk-attack")).rejects.toThrow("ENOENT");
    },
  );

  it("with a hard link to a symlink makes a symlink, and changes nothing behind it", async () => {
    const { target, outside } = await places();
    const { mode, mtimeMs } = await stat(join(outside, "secret"));
    await extractAll(
      target,
      symlinkTo("a", "../outside/secret"),
      linkTo("b", "a"),
      entry("c", { content: "c" }),
    );
    expect(await tree(target)).toEqual([
      "a -> ../outside/secret",
      "b -> ../outside/secret",
      "c 644 c",
    ]);
    expect(await stat(join(outside, "secret"))).toMatchObject({ mode, mtimeMs, nlink: 1 });
  });

  it("meets symlinks that were in the target before", async () => {
    const { target, outside } = await places();
    await symlink(outside, join(target, "out"));
    for (const attack of [entry("out/x"), entry("out/"), linkTo("y", "out/secret")]) {
      await expect(extractAll(target, attack)).rejects.toThrow(ProtocolError);
    }
    expect(await tree(outside)).toEqual(["secret 644 secret"]);
    await extractAll(target, entry("out", { content: "replaced" }));
    expect(await tree(target)).toEqual(["out 644 replaced"]);
    expect(await tree(outside)).toEqual(["secret 644 secret"]);
  });

  it("writes nothing outside, whatever its entries are", async () => {
    const part = fc.constantFrom("a", "b", "..", ".", "", "outside", "secret");
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const anyEntry = fc.oneof(
      path.map((name) => entry(name || "x", { content: "attack" })),
      path.map((name) => entry(`${name}/`, { mode: 0o700 })),
      fc.tuple(path, path).map(([name, to]) => symlinkTo(name || "x", to || "../outside")),
      fc.tuple(path, path).map(([name, to]) => linkTo(name || "x", to || "x")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 10 }), async (entries) => {
        const { target, outside } = await places();
        const before = [await tree(outside), (await stat(join(outside, "secret"))).nlink];
        await extractAll(target, ...entries.map((one) => ({ ...one }))).catch((error: unknown) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(PROTOCOL|LOCAL_FILE)$/) });
        });
        expect([await tree(outside), (await stat(join(outside, "secret"))).nlink]).toEqual(before);
        expect((await tree(join(target, ".."))).map((line) => line.split("/")[0])).not.toContain(
          "a",
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    "a\\..\\..\\x",
    "c:x",
    "C:\\x",
    "x:stream",
    "con",
    "AUX.txt",
    "d/nul",
    "a.",
    "b ",
    "a?b",
  ])("with the name %j is refused on Windows, where it means something else", (name) => {
    expect(() => entryParts(name, name, true)).toThrow(ProtocolError);
    expect(entryParts(name, name, false)).toEqual(name.split("/"));
  });
});
