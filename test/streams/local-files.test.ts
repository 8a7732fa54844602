import { execFileSync } from "node:child_process";
import {
  appendFile,
  chmod,
  link,
  mkdir,
  open,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { LocalFileError } from "../../src/errors.js";
import { Dockerignore } from "../../src/streams/dockerignore.js";
import { extract } from "../../src/streams/extract.js";
import { walkFiles } from "../../src/streams/local-files.js";
import { readTar, writeTar } from "../../src/streams/tar.js";
import { chunks, openFiles, temporaryDirectory } from "../support/files.js";
import { collect } from "../support/frames.js";

const LINUX = process.platform === "linux";

describe("walking local files", () => {
  it("gives every kind of file, sorted by name, with permissions and times", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "b"));
    await writeFile(join(directory, "b/z"), "zz");
    await writeFile(join(directory, "a"), "a");
    await chmod(join(directory, "a"), 0o4751);
    await chmod(join(directory, "b"), 0o1777);
    await link(join(directory, "a"), join(directory, "b/same"));
    await symlink("../outside", join(directory, "b/out"));
    await writeFile(join(directory, "B"), "");
    execFileSync("mkfifo", [join(directory, "fifo")]);
    await utimes(join(directory, "b/z"), new Date(0), new Date("2001-02-03T04:05:06Z"));
    const entries = await collect(walkFiles(directory, { name: "top" }));
    expect(entries.map(({ name, type, size, linkname }) => [name, type, size, linkname])).toEqual([
      ["top", "directory", 0, undefined],
      ["top/B", "file", 0, undefined],
      ["top/a", "file", 1, undefined],
      ["top/b", "directory", 0, undefined],
      ["top/b/out", "symlink", 0, "../outside"],
      ["top/b/same", "link", 0, "top/a"],
      ["top/b/z", "file", 2, undefined],
      ["top/fifo", "fifo", 0, undefined],
    ]);
    expect(entries.map(({ mode }) => mode).slice(2, 4)).toEqual([0o4751, 0o1777]);
    expect(entries[6]?.mtime).toEqual(new Date("2001-02-03T04:05:06Z"));
  });

  it("gives a single file under its new name, or what a directory contains", async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, "a"), "text");
    const [file] = await collect(walkFiles(join(directory, "a"), { name: "new" }));
    expect(file).toMatchObject({ name: "new", type: "file", size: 4 });
    const contents = await collect(walkFiles(directory, { owner: { uid: 1, gid: 2 } }));
    expect(contents).toMatchObject([{ name: "a", uid: 1, gid: 2 }]);
  });

  it("leaves sockets out", async () => {
    const directory = await temporaryDirectory();
    const server = createServer().listen(join(directory, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await collect(walkFiles(directory))).toEqual([]);
  });

  it("does not read an ignored directory in which nothing can be excepted", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "ignored"));
    await mkdir(join(directory, "excepted"));
    await writeFile(join(directory, "excepted/a"), "");
    const ignore = new Dockerignore("*\n!excepted/a", ".dockerignore");
    const looked: string[] = [];
    const watched = Object.assign(Object.create(ignore) as Dockerignore, {
      check: (path: string, parent: Parameters<Dockerignore["check"]>[1]) => {
        looked.push(path);
        return ignore.check(path, parent);
      },
      mayHoldExceptions: (path: string) => ignore.mayHoldExceptions(path),
    });
    await writeFile(join(directory, "ignored/never-looked-at"), "");
    const entries = await collect(walkFiles(directory, { ignore: watched }));
    expect(entries.map(({ name }) => name)).toEqual(["excepted/a"]);
    expect(looked).toEqual(["excepted", "excepted/a", "ignored"]);
  });

  it.runIf(LINUX)("has one file open at a time, and none when it is left", async () => {
    const directory = await temporaryDirectory();
    for (const name of ["a", "b", "c"]) {
      await writeFile(join(directory, name), Buffer.alloc(3 * 1024 * 1024));
    }
    const archive = writeTar(walkFiles(directory));
    for await (const _ of archive) {
      expect((await openFiles(directory)).length).toBeLessThanOrEqual(1);
    }
    for await (const _ of writeTar(walkFiles(directory))) break;
    expect(await openFiles(directory)).toEqual([]);
  });

  it.each([
    ["shorter", (path: string) => truncate(path, 10)],
    ["longer", (path: string) => appendFile(path, "more")],
    ["a symlink", (path: string) => replace(path)],
  ])("of which one has become %s fails, naming it", async (_, change) => {
    const directory = await temporaryDirectory();
    const path = join(directory, "file");
    await writeFile(path, "x".repeat(100));
    const packing = async (): Promise<void> => {
      for await (const { body } of walkFiles(directory)) {
        await change(path);
        await collect(body ?? chunks([]));
      }
    };
    const failure = await packing().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LocalFileError);
    expect(failure).toMatchObject({ path });
  });

  it("of which one grows while it is packed fails, naming it", async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, "log"), Buffer.alloc(1024 * 1024));
    const growing = async (): Promise<void> => {
      for await (const entry of walkFiles(directory)) {
        const body = async function* (): AsyncGenerator<Uint8Array> {
          for await (const chunk of entry.body ?? []) {
            yield chunk;
            await appendFile(join(directory, "log"), "x");
          }
        };
        await collect(writeTar([{ ...entry, body: body() }]));
      }
    };
    await expect(growing()).rejects.toThrow("log: grew while it was packed");
  });

  it("that are missing is a LocalFileError", async () => {
    const directory = await temporaryDirectory();
    const walking = collect(walkFiles(join(directory, "none")));
    await expect(walking).rejects.toMatchObject({ code: "LOCAL_FILE", name: "LocalFileError" });
  });

  it("of 64 MiB, packed and extracted, needs no memory for them", async () => {
    const directory = await temporaryDirectory();
    const target = await temporaryDirectory();
    const file = await open(join(directory, "big"), "w");
    const piece = Buffer.alloc(1024 * 1024, 1);
    for (let i = 0; i < 64; i++) await file.write(piece);
    await file.close();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const chunk of writeTar(walkFiles(directory))) {
        yield chunk;
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }
    }
    await extract(readTar(watched()), target);
    expect(most).toBeLessThan(40 * 1024 * 1024);
    const [copy] = await collect(walkFiles(target));
    expect(copy?.size).toBe(64 * 1024 * 1024);
  });
});

async function replace(path: string): Promise<void> {
  await rm(path);
  await symlink("/etc/passwd", path);
}
