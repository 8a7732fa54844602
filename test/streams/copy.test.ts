import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, LocalFileError, ProtocolError } from "../../src/errors.js";
import { type CopySource, copyFrom, copyTo } from "../../src/streams/copy.js";
import { decodePathStat } from "../../src/streams/path-stat.js";
import { ContainerFilesHere } from "../support/container-files.js";
import { entry, tarOf, temporaryDirectory, tree } from "../support/files.js";

/** A container, or this machine, with a bit of everything. */
async function targetFiles(): Promise<string> {
  const root = await temporaryDirectory();
  await mkdir(join(root, "x/ex/sub"), { recursive: true });
  await mkdir(join(root, "x/ex/file"));
  await mkdir(join(root, "x/ex2"));
  await chmod(join(root, "x/ex"), 0o711);
  await writeFile(join(root, "x/file"), "old");
  await writeFile(join(root, "x/ex2/dir"), "old");
  await symlink("ex", join(root, "x/lex"));
  await symlink("file", join(root, "x/lfile"));
  await symlink("none", join(root, "x/dang"));
  return root;
}

async function sourceFiles(): Promise<string> {
  const root = await temporaryDirectory();
  await mkdir(join(root, "dir/sub"), { recursive: true });
  await writeFile(join(root, "file"), "f");
  await writeFile(join(root, "dir/g"), "g");
  await writeFile(join(root, "dir/sub/s"), "s");
  await chmod(join(root, "dir"), 0o700);
  await symlink("dir", join(root, "ldir"));
  await symlink("file", join(root, "lfile"));
  return root;
}

const DIR = (name: string): string[] => [
  `${name}/ 700`,
  `${name}/g 644 g`,
  `${name}/sub/ 755`,
  `${name}/sub/s 644 s`,
];

/** What is copied where, and what is new then; the same with `docker cp` of 28.5, both ways. */
const COPIES: readonly (readonly [source: string, target: string, made: string[]])[] = [
  ["file", "x/new", ["x/new 644 f"]],
  ["file", "x/ex2", ["x/ex2/file 644 f"]],
  ["file", "x/ex2/", ["x/ex2/file 644 f"]],
  ["file", "x/ex2/.", ["x/ex2/file 644 f"]],
  ["file", "x/file", ["x/file 644 f"]],
  ["file", "x/lfile", ["x/file 644 f"]],
  ["file", "x/dang", ["x/none 644 f"]],
  ["dir", "x/new", DIR("x/new")],
  ["dir", "x/new/", DIR("x/new")],
  ["dir", "x/ex", DIR("x/ex/dir")],
  ["dir/", "x/ex", DIR("x/ex/dir")],
  ["dir", "x/lex", DIR("x/ex/dir")],
  ["dir", "x/dang", DIR("x/none")],
  ["dir/.", "x/ex", ["x/ex/g 644 g", "x/ex/sub/s 644 s"]],
  ["dir/.", "x/lex", ["x/ex/g 644 g", "x/ex/sub/s 644 s"]],
  ["dir/.", "x/new", DIR("x/new")],
  ["dir/sub/..", "x/ex", DIR("x/ex/dir")],
  ["ldir", "x/new", ["x/new -> dir"]],
  ["ldir/", "x/new", DIR("x/new")],
  ["ldir/.", "x/new", DIR("x/new")],
  ["lfile", "x/ex2", ["x/ex2/lfile -> file"]],
];

/** What is refused with which words, of a container and of this machine. */
const REFUSALS: readonly (readonly [source: string, target: string, to: string, from: string])[] = [
  ["file", "x/new/", "/x/new does not exist in the container", "/x/new does not exist"],
  ["file", "x/none/new", "/x/none does not exist in the container", "/x/none does not exist"],
  ["dir", "x/a/b/new", "/x/a does not exist in the container", "/x/a/b does not exist"],
  ["file", "x/ex", "/x/ex/file is a directory in the container", "/x/ex/file is a directory"],
  ["file", "x/lex", "/x/ex/file is a directory in the container", "/x/ex/file is a directory"],
  ["dir", "x/file", "/x/file is a file in the container", "/x/file is there, and no directory"],
  ["dir", "x/ex2", "/x/ex2/dir is a file in the container", "/x/ex2/dir is there, and no"],
  ["file", "x/file/", "/x/file is a file in the container", "/x/file is no directory"],
];

async function change(root: string, action: () => Promise<void>): Promise<string[]> {
  const before = new Set(await tree(root));
  await action();
  return (await tree(root)).filter((line) => !before.has(line));
}

describe("copying into a container", () => {
  it.each(COPIES)("%s to %s", async (source, target, made) => {
    const root = await targetFiles();
    const container = new ContainerFilesHere(root);
    const from = await sourceFiles();
    expect(await change(root, () => copyTo(container, `${from}/${source}`, target))).toEqual(made);
  });

  it.each(REFUSALS)(
    "%s to %s is refused before anything is sent",
    async (source, target, words) => {
      const container = new ContainerFilesHere(await targetFiles());
      const copying = copyTo(container, `${await sourceFiles()}/${source}`, target);
      const failure = await copying.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigError);
      expect(String(failure)).toContain(`containerPath: ${words}`);
      expect(container.calls.filter((call) => call.startsWith("put"))).toEqual([]);
    },
  );

  it("through a file is refused with the file's name, not with the engine's 500", async () => {
    const container = new ContainerFilesHere(await targetFiles());
    const copying = copyTo(container, `${await sourceFiles()}/file`, "/x/file/deep/er");
    await expect(copying).rejects.toThrow("containerPath: /x/file is a file in the container");
  });

  it.each(["none", "file/", "lfile/.", ""])("refuses the source %j", async (name) => {
    const container = new ContainerFilesHere(await targetFiles());
    const copying = copyTo(container, name && `${await sourceFiles()}/${name}`, "/x");
    await expect(copying).rejects.toMatchObject({ code: "CONFIG", option: "source" });
    expect(container.calls).toEqual([]);
  });

  it("puts files that a program gives below a path, and makes it where it is missing", async () => {
    const root = await targetFiles();
    const container = new ContainerFilesHere(root);
    const files = { "a/b": "b", run: { content: "r", mode: 0o755 }, "e/": {} };
    expect(await change(root, () => copyTo(container, files, "/x/deep/er"))).toEqual([
      "x/deep/ 755",
      "x/deep/er/ 755",
      "x/deep/er/a/ 755",
      "x/deep/er/a/b 644 b",
      "x/deep/er/e/ 755",
      "x/deep/er/run 755 r",
    ]);
    expect(await change(root, () => copyTo(container, { "sub/z": "z" }, "x/lex/"))).toEqual([
      "x/ex/sub/z 644 z",
    ]);
    expect(await change(root, () => copyTo(container, { z: "z" }, "/"))).toEqual(["z 644 z"]);
  });

  it.each(["/x/file", "/x/file/below", "/x/lfile"])(
    "puts no files that a program gives below the file %s",
    async (path) => {
      const container = new ContainerFilesHere(await targetFiles());
      await expect(copyTo(container, { a: "" }, path)).rejects.toThrow(
        "is a file in the container",
      );
      await expect(copyTo(container, { "../a": "" }, "/x")).rejects.toThrow(ConfigError);
      expect(container.calls.filter((call) => call.startsWith("put"))).toEqual([]);
    },
  );

  it("fails with what happened to a local file, whatever the request made of it", async () => {
    const from = await sourceFiles();
    await writeFile(join(from, "dir/big"), Buffer.alloc(20 * 1024 * 1024));
    const container = Object.assign(new ContainerFilesHere(await targetFiles()), {
      async put(_: string, tar: AsyncIterable<Uint8Array>) {
        try {
          for await (const _chunk of tar) await rm(join(from, "dir/g"), { force: true });
        } catch {
          throw new Error("the request was aborted");
        }
      },
    });
    const failure = await copyTo(container, `${from}/dir`, "/x").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LocalFileError);
    expect(failure).toMatchObject({ path: join(from, "dir/g") });
  });

  it("fails as the engine does when nothing is wrong here", async () => {
    const container = Object.assign(new ContainerFilesHere(await targetFiles()), {
      async put() {
        throw new Error("the disk is full");
      },
    });
    await expect(copyTo(container, { a: "" }, "/x")).rejects.toThrow("the disk is full");
  });
});

describe("copying out of a container", () => {
  it.each(COPIES)("%s to %s", async (source, target, made) => {
    const root = await targetFiles();
    const container = new ContainerFilesHere(await sourceFiles());
    expect(await change(root, () => copyFrom(container, source, `${root}/${target}`))).toEqual(
      made,
    );
  });

  it.each(REFUSALS)("%s to %s is refused", async (source, target, _, words) => {
    const root = await targetFiles();
    const container = new ContainerFilesHere(await sourceFiles());
    const changed = await change(root, async () => {
      const copying = copyFrom(container, source, `${root}/${target}`);
      const failure = await copying.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigError);
      expect(String(failure)).toContain(words);
    });
    expect(changed).toEqual([]);
  });

  it("of everything there is leaves out only the slash", async () => {
    const root = await targetFiles();
    const container = new ContainerFilesHere(await sourceFiles());
    await copyFrom(container, "/", join(root, "x/all"));
    const all = (await tree(join(root, "x/all"))).map((line) => line.split(" ")[0]);
    expect(all).toEqual(["dir/", "dir/g", "dir/sub/", "dir/sub/s", "file", "ldir", "lfile"]);
  });

  /** An engine that answers with an archive of this kind, for a directory called "d". */
  async function answer(
    ...entries: Parameters<typeof tarOf>
  ): Promise<CopySource & { left: boolean }> {
    const bytes = await tarOf(...entries);
    const mode = Buffer.from(JSON.stringify({ mode: 0o755 + 2 ** 31 })).toString("base64");
    const source = {
      left: false,
      async get() {
        async function* tar(): AsyncGenerator<Uint8Array> {
          try {
            yield bytes;
          } finally {
            source.left = true;
          }
        }
        return { stat: decodePathStat(mode), tar: tar() };
      },
    };
    return source;
  }

  it("takes the names of hard links with or without the slash, as engines give them", async () => {
    for (const linkname of ["/a/f", "a/f"]) {
      const target = await temporaryDirectory();
      const link = entry("/a/l", { type: "link", linkname });
      await copyFrom(await answer(entry("/"), entry("/a/f", { content: "x" }), link), "/", target);
      expect(await tree(target)).toEqual(["a/ 755", "a/f 644 x", "a/l 644 x"]);
    }
  });

  it.each([
    ["nothing", () => []],
    ["entries beside the one that was asked for", () => [entry("d/"), entry("other")]],
    ["a name that only begins like it", () => [entry("d/"), entry("dd/x")]],
    ["..", () => [entry("d/"), entry("d/../../x")]],
    [
      "a slash too many",
      () => [entry("./"), entry(".//etc/x", { content: "x" }), entry(".//../x")],
    ],
    ["links to elsewhere", () => [entry("d/"), entry("d/l", { type: "link", linkname: "/etc/x" })]],
  ])("refuses an archive with %s", async (_, entries) => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "target"));
    const copying = copyFrom(await answer(...entries()), "/d/.", join(directory, "target"));
    await expect(copying).rejects.toThrow(ProtocolError);
    expect((await tree(directory)).filter((line) => !line.startsWith("target"))).toEqual([]);
  });

  it("lets an answer go that it does not read", async () => {
    const target = join(await temporaryDirectory(), "file");
    await writeFile(target, "");
    const source = await answer(entry("d/"));
    await expect(copyFrom(source, "/d", target)).rejects.toThrow(ConfigError);
    expect(source.left).toBe(true);
  });
});
