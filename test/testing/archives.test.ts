import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";
import { namesIn, pack, type RawAnswer, send, unpack } from "./tar.js";

let daemon: MockDaemon;

beforeEach(async () => {
  daemon = new MockDaemon({
    images: [
      {
        reference: "app:1",
        files: {
          "/d/f": { content: "hello\n", mode: 0o4755, modified: new Date(1_700_000_000_123) },
          "/d/empty/": "",
          "/d/rel": { symlink: "../etc" },
          "/ld": { symlink: "/d/f" },
          "/ldir": { symlink: "/d" },
          "/esc": { symlink: "../../../etc/passwd" },
          "/dang": { symlink: "/nowhere" },
          "/loop": { symlink: "loop" },
        },
      },
    ],
  });
  await create("app", {});
});
afterEach(async () => {
  await daemon.close();
});

async function create(name: string, body: object): Promise<void> {
  const answer = await wire(daemon, "POST", `/containers/create?name=${name}`, {
    body: { Image: "app:1", ...body },
  });
  expect(answer.status).toBe(201);
}

const archive = (path: string, name = "app"): string =>
  `/containers/${name}/archive?path=${encodeURIComponent(path)}`;
const get = (path: string, name?: string): Promise<RawAnswer> =>
  send(daemon, "GET", archive(path, name));
const head = (path: string): Promise<RawAnswer> => send(daemon, "HEAD", archive(path));
const put = (
  path: string,
  body: Uint8Array | Readable,
  query = "",
  name?: string,
): Promise<RawAnswer> => send(daemon, "PUT", archive(path, name) + query, body);

function stat({ headers }: RawAnswer): unknown {
  const text = headers["x-docker-container-path-stat"];
  if (typeof text !== "string") return undefined;
  expect(text).toMatch(/^[A-Za-z0-9+/]+=*$/);
  return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
}

const content = async (path: string, name?: string): Promise<string> => {
  const [entry] = await unpack((await get(path, name)).bytes);
  return entry?.content ?? "";
};

// Words and statuses are those that engine 28 answered on the same files.
describe("what is at a path", () => {
  it("is told in a header, with Go's bits for its kind", async () => {
    expect(stat(await head("/d/f"))).toEqual({
      name: "f",
      size: 6,
      mode: 8389101,
      mtime: "2023-11-14T22:13:20.123Z",
      linkTarget: "",
    });
    expect(stat(await head("/d"))).toMatchObject({ name: "d", size: 4096, mode: 2147484141 });
    expect(stat(await head("/tmp"))).toMatchObject({ mode: 2148532735 });
    expect(stat(await head("/ld"))).toMatchObject({ size: 4, mode: 134218239, linkTarget: "/d/f" });
    expect((await head("/d/f")).headers["content-length"]).toBe(undefined);
    expect(stat(await get("/d/f"))).toEqual(stat(await head("/d/f")));
  });

  it.each([
    ["/", "/", "/", "/.dockerenv"],
    ["/.", ".", "./", "./.dockerenv"],
    ["/d", "d", "d/", "d/empty/"],
    ["d", "d", "d/", "d/empty/"],
    ["/d/", "d", "d/", "d/empty/"],
    ["/d/.", ".", "./", "./empty/"],
    ["/ldir", "ldir", "ldir", undefined],
    ["/ldir/", "ldir", "ldir/", "ldir/empty/"],
    ["/ldir/.", ".", "./", "./empty/"],
    ["/ldir/f", "f", "f", undefined],
    ["/d/rel/passwd", "passwd", "passwd", undefined],
    ["/d/empty/..", "..", "d/", "d/empty/"],
  ])("%s is called %s, and %s in its archive", async (path, name, first, second) => {
    expect(stat(await head(path))).toMatchObject({ name });
    const answer = await get(path);
    expect(answer.headers["content-type"]).toBe("application/x-tar");
    expect((await namesIn(answer.bytes)).slice(0, 2)).toEqual(
      second === undefined ? [first] : [first, second],
    );
  });

  it.each([
    ["/d/rel", "/etc"],
    ["/esc", "/etc/passwd"],
    ["/dang", "/nowhere"],
  ])("%s leads to %s, and never out", async (path, linkTarget) => {
    expect(stat(await head(path))).toMatchObject({ linkTarget });
  });

  it.each([
    ["", 400, "bad parameter: pathcannot be empty"],
    ["/nope", 404, "Could not find the file /nope in container app"],
    ["nope/", 404, "Could not find the file nope/ in container app"],
    ["/dang/x", 404, "Could not find the file /dang/x in container app"],
    ["/d/f/", 500, "lstat /d/f/: not a directory"],
    ["/ld/.", 500, "lstat /ld/.: not a directory"],
    ["/d/f/x", 500, "lstat /d/f/x: not a directory"],
    ["/loop", 500, "evalSymlinksInScope: too many links in /loop"],
    ["/loop/x", 500, "lstat /loop/x: too many levels of symbolic links"],
  ])("%j is refused with %i", async (path, status, message) => {
    expect(await get(path)).toMatchObject(refusal(status, message));
    const answer = await head(path);
    expect(answer).toMatchObject({ status, text: "" });
    expect(answer.headers["content-length"]).toBe(String(JSON.stringify({ message }).length + 1));
  });

  it("is not there without a container", async () => {
    const message = "No such container: nope";
    expect(await get("/", "nope")).toMatchObject(refusal(404, message));
    expect(await put("/", Buffer.alloc(0), "", "nope")).toMatchObject(refusal(404, message));
  });
});

describe("an archive put into a container", () => {
  it("brings its files with their modes, owners and times", async () => {
    const answer = await put(
      "/tmp",
      await pack(
        { name: "a/", type: "directory", mode: 0o1777 },
        { name: "a/x", content: "one", mode: 0o2640 },
        { name: "a/y", type: "link", linkname: "a/x", mode: 0o2640 },
        { name: "a/z", type: "symlink", linkname: "x" },
        { name: "pipe", type: "fifo" },
        { name: "deep/er/file", content: "two" },
      ),
    );
    expect([answer.status, answer.text, answer.headers["content-length"]]).toEqual([200, "", "0"]);
    const entries = await unpack((await get("/tmp/.")).bytes);
    expect(entries).toMatchObject([
      { name: "./", type: "directory" },
      { name: "./a/", mode: 0o1777, uid: 1000, mtime: new Date(1_000_000_000_000) },
      { name: "./a/x", mode: 0o2640, uid: 1000, gid: 1001, content: "one" },
      { name: "./a/y", type: "link", linkname: "./a/x" },
      { name: "./a/z", type: "symlink", linkname: "x" },
      { name: "./deep/", mode: 0o755, uid: 0 },
      { name: "./deep/er/" },
      { name: "./deep/er/file", content: "two" },
      { name: "./pipe", type: "fifo" },
    ]);
  });

  it("may be compressed with gzip, and nothing else", async () => {
    expect((await put("/d", gzipSync(await pack({ name: "z", content: "zipped" })))).status).toBe(
      200,
    );
    expect(await content("/d/z")).toBe("zipped");
    expect(await put("/d", Buffer.from("BZh91AY&SY"))).toMatchObject(
      refusal(501, "the mock daemon does not read bzip2 archives: only gzip"),
    );
  });

  it("that is empty or broken is taken as the engine takes it", async () => {
    const whole = await pack({ name: "p", content: "x".repeat(2000) });
    for (const body of [Buffer.alloc(0), Buffer.alloc(1024)]) {
      expect((await put("/d", body)).status).toBe(200);
    }
    const cut = [
      whole.subarray(0, 300),
      whole.subarray(0, 700),
      whole.subarray(0, 1024),
      gzipSync(whole).subarray(0, 30),
      Buffer.from("no archive at all"),
    ];
    for (const body of cut) {
      expect(await put("/d", body)).toMatchObject(refusal(500, "unexpected EOF"));
    }
    for (const body of [Buffer.alloc(2000, 65), Buffer.alloc(200_000, 65)]) {
      expect(await put("/d", body)).toMatchObject(refusal(500, "archive/tar: invalid tar header"));
    }
  });

  it.each([
    ["", 400, "bad parameter: pathcannot be empty"],
    ["/nope", 404, "Could not find the file /nope in container app"],
    ["/dang", 404, "Could not find the file /dang in container app"],
    ["/d/f", 400, "extraction point is not a directory"],
    ["/ld", 400, "extraction point is not a directory"],
    ["/d/f/", 500, "lstat /d/f/: not a directory"],
    ["/d/f/x", 500, "not a directory"],
    ["/loop", 500, "EvalSymlinks: too many links"],
  ])("has to be for a directory: %j is refused with %i", async (path, status, message) => {
    expect(await put(path, await pack({ name: "x", content: "" }))).toMatchObject(
      refusal(status, message),
    );
  });

  it("never gets out of where it is put", async () => {
    const evil = (link: string) =>
      pack({ name: "out", type: "symlink", linkname: link }, { name: "out/evil", content: "x" });
    expect(await put("/d", await pack({ name: "../evil", content: "x" }))).toMatchObject(
      refusal(500, 'invalid entry name "../evil"'),
    );
    expect(await put("/d", await evil("../../../etc"))).toMatchObject(
      refusal(500, "statat out: path escapes from parent"),
    );
    expect((await put("/d", await evil("/etc"))).status).toBe(200);
    expect((await put("/d", await pack({ name: "/abs", content: "x" }))).status).toBe(200);
    const hard = await pack({ name: "h", type: "link", linkname: "../etc/passwd" });
    expect(await put("/d", hard)).toMatchObject(
      refusal(500, 'invalid hardlink target "../etc/passwd"'),
    );
    expect((await get("/etc/evil")).status).toBe(404);
    expect((await get("/abs")).status).toBe(404);
    expect(await content("/d/etc/evil")).toBe("x");
    expect(await put("/d", await pack({ name: "f/x", content: "" }))).toMatchObject(
      refusal(500, "openat f/x: not a directory"),
    );
  });

  it("replaces what is there, unless it may not change its kind", async () => {
    const directory = await pack({ name: "f", type: "directory" });
    const file = await pack({ name: "empty", content: "" });
    expect(await put("/d", directory, "&noOverwriteDirNonDir=1")).toMatchObject(
      refusal(500, 'cannot overwrite non-directory "f" with directory "/d"'),
    );
    expect(await put("/d", file, "&noOverwriteDirNonDir=true")).toMatchObject(
      refusal(500, 'cannot overwrite directory "empty" with non-directory "/d"'),
    );
    expect((await put("/d", directory, "&noOverwriteDirNonDir=0")).status).toBe(200);
    expect((await put("/", await pack({ name: "ldir", content: "no link" }))).status).toBe(200);
    expect(await namesIn((await get("/d/f")).bytes)).toEqual(["f/"]);
    expect(await content("/ldir")).toBe("no link");
  });

  it("belongs to the container's user where that is asked for", async () => {
    await create("owned", { User: "1234" });
    const file = await pack({ name: "x", content: "" });
    for (const [query, owner] of [
      ["&copyUIDGID=1", { uid: 1234, gid: 0 }],
      ["&copyUIDGID=0", { uid: 1000, gid: 1001 }],
    ] as const) {
      await put("/tmp", file, query, "owned");
      expect(await unpack((await get("/tmp/x", "owned")).bytes)).toMatchObject([owner]);
    }
  });

  it("goes into volumes, which containers share, and not where they are read-only", async () => {
    const HostConfig = { Binds: ["shared:/data", "fixed:/ro:ro"], ReadonlyRootfs: true };
    await create("one", { HostConfig });
    await create("two", { HostConfig: { Binds: ["shared:/other"] } });
    const file = await pack({ name: "x", content: "shared" });
    expect((await put("/data", file, "", "one")).status).toBe(200);
    expect(await content("/other/x", "two")).toBe("shared");
    expect(await put("/etc", file, "", "one")).toMatchObject(
      refusal(400, "container rootfs is marked read-only"),
    );
    expect(await put("/ro", file, "", "one")).toMatchObject(
      refusal(400, "mounted volume is marked read-only"),
    );
  });

  it("is read no faster than it is unpacked, and kept once", async () => {
    const size = 48 * 1024 * 1024;
    const [header] = [(await pack({ name: "big", content: "" })).subarray(0, 512)];
    header.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    async function* upload() {
      yield header;
      for (let sent = 0; sent < size; sent += 65536) yield Buffer.alloc(65536, sent / 65536);
      yield Buffer.alloc(1024);
    }
    expect((await put("/tmp", Readable.from(upload()))).status).toBe(200);
    expect(stat(await head("/tmp/big"))).toMatchObject({ size });
    const { bytes } = await get("/tmp/big");
    expect([bytes[512], bytes[512 + 65536], bytes.length]).toEqual([0, 1, size + 1536]);
  });

  it("has names of any length and script", async () => {
    const names = ["n".repeat(120), `${"d".repeat(90)}/${"e".repeat(60)}`, "ü/日本"];
    await put("/tmp", await pack(...names.map((name) => ({ name, content: name }))));
    const entries = await unpack((await get("/tmp/.")).bytes);
    const files = entries.filter(({ type }) => type === "file");
    expect(files.map(({ name }) => name.slice(2)).sort()).toEqual([...names].sort());
    for (const { name, content } of files) expect(content).toBe(name.slice(2));
  });
});

describe("export", () => {
  it("has the container's own files, and nothing of its volumes", async () => {
    await create("full", { HostConfig: { Binds: ["shared:/data"] } });
    await put("/data", await pack({ name: "in-volume", content: "" }), "", "full");
    await put("/tmp", await pack({ name: "x", content: "mine" }), "", "full");
    const answer = await send(daemon, "GET", "/containers/full/export");
    expect(answer.headers["content-type"]).toBe("application/octet-stream");
    const names = await namesIn(answer.bytes);
    expect(names[0]).toBe(".dockerenv");
    expect(names).toEqual(expect.arrayContaining(["data/", "tmp/x", "d/f", "etc/hostname"]));
    expect(names).not.toContain("data/in-volume");
    expect(await send(daemon, "GET", "/containers/nope/export")).toMatchObject(
      refusal(404, "No such container: nope"),
    );
  });
});

describe("the changes of a container", () => {
  const changes = async (name = "app"): Promise<unknown> =>
    JSON.parse((await wire(daemon, "GET", `/containers/${name}/changes`)).text);

  it("are none, then what is new (1), what went (2) and what changed with its parents (0)", async () => {
    expect(await changes()).toBe(null);
    await create("busy", { Cmd: ["sh", "-c", "rm -r /d; echo x >> /etc/passwd; echo y > /tmp/y"] });
    await wire(daemon, "POST", "/containers/busy/start");
    await wire(daemon, "POST", "/containers/busy/wait");
    expect(await changes("busy")).toEqual([
      { Path: "/d", Kind: 2 },
      { Path: "/etc", Kind: 0 },
      { Path: "/etc/passwd", Kind: 0 },
      { Path: "/tmp", Kind: 0 },
      { Path: "/tmp/y", Kind: 1 },
    ]);
    await put("/d", await pack({ name: "new/x", content: "" }));
    expect(await changes()).toEqual([
      { Path: "/d", Kind: 0 },
      { Path: "/d/new", Kind: 1 },
      { Path: "/d/new/x", Kind: 1 },
    ]);
  });

  it("show the directories that volumes are mounted at, and not what is in them", async () => {
    await create("full", { HostConfig: { Binds: ["shared:/data"], Tmpfs: { "/fast": "" } } });
    await wire(daemon, "POST", "/containers/full/start");
    await put("/data", await pack({ name: "x", content: "" }), "", "full");
    expect(await changes("full")).toEqual([
      { Path: "/data", Kind: 1 },
      { Path: "/fast", Kind: 1 },
    ]);
  });

  it("are a layer of the image that commit makes, and later changes are not", async () => {
    await put("/etc", await pack({ name: "app.conf", content: "one" }));
    const { text } = await wire(daemon, "POST", "/commit?container=app&repo=made", { body: {} });
    await put("/etc", await pack({ name: "app.conf", content: "two" }));
    const image = JSON.parse((await wire(daemon, "GET", "/images/made/json")).text);
    expect(image.Id).toBe(JSON.parse(text).Id);
    expect(image.RootFS.Layers).toHaveLength(2);
    await wire(daemon, "POST", "/containers/create?name=next", { body: { Image: "made" } });
    expect(await content("/etc/app.conf", "next")).toBe("one");
    expect(await changes("next")).toBe(null);
    await wire(daemon, "POST", "/commit?container=next&repo=same", { body: {} });
    const same = JSON.parse((await wire(daemon, "GET", "/images/same/json")).text);
    expect(same.RootFS.Layers).toEqual(image.RootFS.Layers);
  });
});
