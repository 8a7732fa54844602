import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LocalFileError, ProtocolError } from "../../src/errors.js";
import { readTar, type TarEntry, writeTar } from "../../src/streams/tar.js";
import { chunks, entry, tarOf } from "../support/files.js";
import { collect, cutAt } from "../support/frames.js";

interface Read extends Omit<TarEntry, "body"> {
  content?: string;
}

async function read(parts: Uint8Array[]): Promise<Read[]> {
  const entries: Read[] = [];
  for await (const { body, ...rest } of readTar(chunks(parts))) {
    const content = body && Buffer.concat(await collect(body)).toString();
    entries.push({ ...rest, ...(content !== undefined && { content }) });
  }
  return entries;
}

describe("an archive", () => {
  it.each([
    ["long", `${"d".repeat(90)}/${"e".repeat(90)}/${"f".repeat(200)}`],
    ["longer than a path may be on most systems", "n/".repeat(2_000).concat("n")],
    ["not ASCII", "größe/文件/📦"],
    ["long and not ASCII", "ü".repeat(300)],
    ["with backslashes", "a\\b\\..\\c"],
    ["with colons", "c:/x:y"],
    ["with spaces and line breaks", " a b\nc "],
    ["with an equals sign and long", `${"=".repeat(120)}7 path=x`],
  ])("keeps names that are %s", async (_, name) => {
    const [file, link] = await read([
      await tarOf(
        entry(name, { content: "x" }),
        entry("link", { type: "symlink", linkname: name }),
      ),
    ]);
    expect(file).toMatchObject({ name, type: "file", content: "x" });
    expect(link).toMatchObject({ type: "symlink", linkname: name });
  });

  it.each([
    "1960-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "2024-02-29T23:59:59Z",
    "2300-01-01T00:00:00Z",
  ])("keeps the time %s", async (time) => {
    const [file] = await read([await tarOf(entry("a", { mtime: new Date(time) }))]);
    expect(file?.mtime.toISOString()).toBe(new Date(time).toISOString());
  });

  it("keeps permissions, owners and types", async () => {
    const given = [
      entry("d/", { mode: 0o1777, uid: 3_000_000, gid: 4_000_000 }),
      entry("d/suid", { mode: 0o4755, uid: 7, gid: 8 }),
      entry("d/hard", { type: "link", linkname: "d/suid" }),
      entry("d/fifo", { type: "fifo" }),
    ];
    const found = await read([await tarOf(...given)]);
    expect(found).toEqual([
      { ...given[0], body: undefined },
      { ...given[1], content: "", body: undefined },
      { ...given[2] },
      { ...given[3] },
    ]);
  });

  it("tells of files over 8 GiB, without reading them", async () => {
    const size = 9 * 1024 ** 3;
    async function* endless(): AsyncGenerator<Uint8Array> {
      while (true) yield Buffer.alloc(1024 * 1024);
    }
    for await (const { name, size: told } of readTar(
      writeTar([entry("x", { size, body: endless() })]),
    )) {
      expect([name, told]).toEqual(["x", size]);
      break;
    }
    expect.assertions(1);
  });

  it("is the same however it is cut", async () => {
    const anyEntry = fc.record({
      name: fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }),
      content: fc.string({ maxLength: 3_000, unit: "grapheme" }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyEntry, { selector: ({ name }) => name, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (given, cuts) => {
          const files = given.filter(({ name }) => isName(name));
          const bytes = await tarOf(...files.map(({ name, content }) => entry(name, { content })));
          const found = await read(cutAt(bytes, cuts));
          expect(found.map(({ name, content }) => ({ name, content }))).toEqual(files);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("cut off anywhere is a ProtocolError", async () => {
    const bytes = await tarOf(entry("a", { content: "x".repeat(700) }), entry("b/"));
    for (let end = 0; end < bytes.length; end += 64) {
      await expect(read([bytes.subarray(0, end)]), String(end)).rejects.toThrow(ProtocolError);
    }
  });

  it.each([
    ["a changed header", (bytes: Buffer) => bytes.fill("z", 0, 3)],
    ["text", () => Buffer.from("nonsense".repeat(200))],
    ["something after its end", (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(512, 1)])],
  ])("with %s is a ProtocolError", async (_, change) => {
    const bytes = change(await tarOf(entry("a", { content: "x" })));
    await expect(read([bytes])).rejects.toMatchObject({ code: "PROTOCOL" });
  });
});

/** What a name in an archive cannot have, or is read back without. */
function isName(name: string): boolean {
  return !name.includes("\0") && !name.endsWith("/") && !name.startsWith("\ufeff");
}

describe("writing an archive", () => {
  it.each([
    ["shrank", 4],
    ["grew", 2],
  ])("of a file that %s fails and names it", async (what, size) => {
    const archive = writeTar([entry("first"), entry("dir/file", { content: "abc", size })]);
    const failure = await collect(archive).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LocalFileError);
    expect(failure).toMatchObject({ path: "dir/file", message: expect.stringContaining(what) });
  });

  it("of a device fails, for its number has no place", async () => {
    const archive = writeTar([entry("null", { type: "character-device" })]);
    await expect(collect(archive)).rejects.toThrow("null: is a device");
  });

  it("fails with what its files fail with", async () => {
    async function* failing(): AsyncGenerator<TarEntry> {
      yield entry("a");
      throw new Error("the disk is gone");
    }
    await expect(collect(writeTar(failing()))).rejects.toThrow("the disk is gone");
  });

  it("ends its files when whoever reads it leaves", async () => {
    const closed: string[] = [];
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        while (true) yield Buffer.alloc(100_000);
      } finally {
        closed.push("file");
      }
    }
    async function* files(): AsyncGenerator<TarEntry> {
      try {
        yield entry("endless", { size: 2 ** 40, body: body() });
      } finally {
        closed.push("files");
      }
    }
    for await (const _ of writeTar(files())) break;
    expect(closed).toEqual(["file", "files"]);
  });

  it("reads no further ahead than a few MiB", async () => {
    let asked = 0;
    async function* body(): AsyncGenerator<Uint8Array> {
      for (; asked < 1000; asked++) yield Buffer.alloc(1024 * 1024);
    }
    const archive = writeTar([entry("x", { size: 1000 * 1024 * 1024, body: body() })]);
    await archive.next();
    await archive.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(30);
    await archive.return();
  });
});

describe("reading an archive", () => {
  it("skips bodies that nobody reads, and those left in the middle", async () => {
    const big = "x".repeat(300_000);
    const bytes = await tarOf(
      entry("a", { content: big }),
      entry("b", { content: big }),
      entry("c", { content: "end" }),
    );
    const seen: string[] = [];
    for await (const { name, body } of readTar(
      chunks(cutAt(bytes, [99, 70_000, 200_000, 400_000])),
    )) {
      seen.push(name);
      if (name === "b") for await (const _ of body ?? []) break;
      if (name === "c") seen.push(Buffer.concat(await collect(body ?? chunks([]))).toString());
    }
    expect(seen).toEqual(["a", "b", "c", "end"]);
  });

  it("refuses to read a body that it has passed", async () => {
    const bytes = await tarOf(entry("a", { content: "x" }), entry("empty"), entry("b"));
    const [first, second] = await collect(readTar(chunks([bytes])));
    await expect(collect(first?.body ?? chunks([]))).rejects.toThrow('"a" was to be read before');
    expect(await collect(second?.body ?? chunks(["x"]))).toEqual([]);
  });

  it("ends the source when it is left, even while a body is read", async () => {
    const bytes = await tarOf(entry("a", { content: "x".repeat(300_000) }), entry("b"));
    for (const place of ["entry", "body"]) {
      let ended = false;
      async function* source(): AsyncGenerator<Uint8Array> {
        try {
          for (let i = 0; i < bytes.length; i += 1000) yield bytes.subarray(i, i + 1000);
        } finally {
          ended = true;
        }
      }
      reading: for await (const { body } of readTar(source())) {
        if (place === "entry") break;
        for await (const _ of body ?? []) break reading;
      }
      expect(ended, place).toBe(true);
    }
  });

  it("hands on an entry before more than it needs has come", async () => {
    const bytes = await tarOf(entry("a", { content: "x".repeat(2_000) }));
    let ended = false;
    async function* stalled(): AsyncGenerator<Uint8Array> {
      try {
        yield bytes.subarray(0, 1024);
        await new Promise(() => {});
      } finally {
        ended = true;
      }
    }
    for await (const { name, body } of readTar(stalled())) {
      expect(name).toBe("a");
      for await (const chunk of body ?? []) {
        expect(chunk.length).toBe(512);
        break;
      }
      break;
    }
    expect(ended).toBe(true);
  });

  it("fails with what its source fails with", async () => {
    const bytes = await tarOf(entry("a", { content: "x".repeat(2_000) }));
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 1024);
      throw new Error("the line is dead");
    }
    const bodies = async (): Promise<void> => {
      for await (const { body } of readTar(broken())) await collect(body ?? chunks([]));
    };
    await expect(bodies()).rejects.toThrow("the line is dead");
    await expect(collect(readTar(broken()))).rejects.toThrow("the line is dead");
  });

  it("reads its source to the end", async () => {
    const bytes = await tarOf(entry("a"));
    let ended = false;
    async function* padded(): AsyncGenerator<Uint8Array> {
      yield bytes;
      yield Buffer.alloc(8192);
      ended = true;
    }
    await collect(readTar(padded()));
    expect(ended).toBe(true);
  });
});
