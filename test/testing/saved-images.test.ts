import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";
import { namesIn, pack, type RawAnswer, send, unpack } from "./tar.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({
    images: [{ reference: "app:1", config: { Cmd: ["serve"] }, files: { "/app": "binary" } }],
  });
});
afterEach(async () => {
  await daemon.close();
});

const sha256 = (data: string | Uint8Array): string =>
  `sha256:${createHash("sha256").update(data).digest("hex")}`;

const save = async (path: string, from = daemon): Promise<Buffer> => {
  const { status, headers, bytes } = await send(from, "GET", path);
  expect([status, headers["content-type"]]).toEqual([200, "application/x-tar"]);
  return bytes;
};
const load = (archive: Uint8Array, query = "", into = daemon): Promise<RawAnswer> =>
  send(into, "POST", `/images/load${query}`, archive);
const messages = ({ status, text }: RawAnswer): unknown[] => {
  expect([status, text.endsWith("\r\n")]).toEqual([200, true]);
  return text
    .trim()
    .split("\r\n")
    .map((line) => JSON.parse(line));
};
const inspect = async (name: string, on = daemon) =>
  JSON.parse((await wire(on, "GET", `/images/${name}/json`)).text);

describe("a saved image", () => {
  it("is an OCI layout and what docker save always wrote, with true digests", async () => {
    const { Id, RootFS } = await inspect("app:1");
    const entries = await unpack(await save("/images/app:1/get"));
    const file = (name: string): string =>
      entries.find((entry) => entry.name === name)?.content ?? "";
    const [manifest] = JSON.parse(file("manifest.json"));
    expect(manifest).toMatchObject({
      Config: `blobs/sha256/${Id.slice(7)}`,
      RepoTags: ["app:1"],
      Layers: [`blobs/sha256/${RootFS.Layers[0].slice(7)}`],
    });
    expect(sha256(file(manifest.Config))).toBe(Id);
    expect(sha256(file(manifest.Layers[0]))).toBe(RootFS.Layers[0]);
    expect(JSON.parse(file(manifest.Config))).toMatchObject({
      architecture: "amd64",
      config: { Cmd: ["serve"] },
      rootfs: { type: "layers", diff_ids: RootFS.Layers },
    });
    const layer = await unpack(Buffer.from(file(manifest.Layers[0])));
    expect(layer.find(({ name }) => name === "app")).toMatchObject({ content: "binary" });
    const [oci] = JSON.parse(file("index.json")).manifests;
    expect(oci.annotations["io.containerd.image.name"]).toBe("docker.io/library/app:1");
    expect(sha256(file(`blobs/sha256/${oci.digest.slice(7)}`))).toBe(oci.digest);
    expect(JSON.parse(file("repositories")).app["1"]).toBe(RootFS.Layers[0].slice(7));
    expect(file("oci-layout")).toBe('{"imageLayoutVersion": "1.0.0"}');
  });

  it("comes alone, with others, or not at all", async () => {
    await wire(daemon, "POST", "/images/app:1/tag?repo=app&tag=2");
    await wire(daemon, "POST", "/images/app:1/tag?repo=other");
    const tags = async (path: string): Promise<unknown> => {
      const entries = await unpack(await save(path));
      const manifest = entries.find(({ name }) => name === "manifest.json");
      const items = JSON.parse(manifest?.content ?? "") as { RepoTags: string[] }[] | null;
      return items?.map(({ RepoTags }) => RepoTags) ?? items;
    };
    const { Id } = await inspect("app:1");
    expect(await tags("/images/app:2/get")).toEqual([["app:2"]]);
    expect(await tags("/images/app/get")).toEqual([["app:1", "app:2"]]);
    expect(await tags(`/images/${Id}/get`)).toEqual([null]);
    expect(await tags("/images/get?names=app:1&names=other")).toEqual([["app:1", "other:latest"]]);
    expect(await tags("/images/get")).toBe(null);
    expect(await send(daemon, "GET", "/images/nope/get")).toMatchObject(
      refusal(404, "No such image: nope"),
    );
    expect((await send(daemon, "GET", "/images/get?names=UPPER")).status).toBe(500);
  });

  it("is the same image where it is loaded, with all its layers", async () => {
    await wire(daemon, "POST", "/containers/create?name=box", { body: { Image: "app:1" } });
    await send(
      daemon,
      "PUT",
      "/containers/box/archive?path=/",
      await pack({ name: "n", content: "new" }),
    );
    await wire(daemon, "POST", "/commit?container=box&repo=made&comment=hi&author=me", {
      body: {},
    });
    const archive = await save("/images/made/get");
    await using other = new MockDaemon();
    expect(messages(await load(gzipSync(archive), "", other))).toEqual([
      { stream: "Loaded image: made:latest\n" },
    ]);
    const [here, there] = [await inspect("made"), await inspect("made", other)];
    for (const field of ["Id", "RootFS", "Created", "Comment", "Author", "Config"] as const) {
      expect(there[field]).toEqual(here[field]);
    }
    await wire(other, "POST", "/containers/create?name=box", { body: { Image: "made" } });
    const exported = await unpack((await send(other, "GET", "/containers/box/export")).bytes);
    const contents = new Map(exported.map(({ name, content }) => [name, content]));
    expect([contents.get("app"), contents.get("n")]).toEqual(["binary", "new"]);
    expect(await save("/images/made/get", other)).toEqual(archive);
  });
});

describe("a platform", () => {
  const platform = (architecture: string): string =>
    `platform=${encodeURIComponent(JSON.stringify({ os: "linux", architecture }))}`;

  it("is saved and loaded alone, if the image has it", async () => {
    const archive = await save(`/images/app:1/get?${platform("amd64")}`);
    expect(await send(daemon, "GET", `/images/app:1/get?${platform("arm64")}`)).toMatchObject(
      refusal(500, "no suitable export target found for platform linux/arm64"),
    );
    await using other = new MockDaemon();
    expect(messages(await load(archive, `?${platform("arm64")}`, other))).toEqual([{}]);
    expect(other.images.list()).toEqual([]);
    await load(archive, `?${platform("amd64")}`, other);
    expect(other.images.has("app:1")).toBe(true);
  });

  it("is one, before API 1.52", async () => {
    const both = `${platform("amd64")}&${platform("arm64")}`;
    expect(await send(daemon, "GET", `/images/app:1/get?${both}`)).toMatchObject(
      refusal(400, "multiple platform parameters not supported"),
    );
  });
});

describe("load", () => {
  it("shows the layers that are new, unless it is to be quiet", async () => {
    const archive = await save("/images/app:1/get");
    await using other = new MockDaemon();
    const told = messages(await load(archive, "?quiet=0", other));
    expect(told).toEqual([
      expect.objectContaining({ status: "Loading layer", id: expect.stringMatching(/^\w{12}$/) }),
      { stream: "Loaded image: app:1\n" },
    ]);
    expect(messages(await load(archive, "?quiet=0", other))).toEqual([
      { stream: "Loaded image: app:1\n" },
    ]);
  });

  it("takes a name from the image that had it, and leaves the nameless nameless", async () => {
    await using other = new MockDaemon({ images: [{ reference: "app:1", files: { "/x": "" } }] });
    const { Id: old } = await inspect("app:1", other);
    const { Id } = await inspect("app:1");
    expect(messages(await load(await save("/images/app:1/get"), "", other))).toEqual([
      {
        stream: `The image app:1 already exists, renaming the old one with ID ${old} to empty string\n`,
      },
      { stream: "Loaded image: app:1\n" },
    ]);
    expect(messages(await load(await save(`/images/${Id}/get`), "", other))).toEqual([
      { stream: `Loaded image ID: ${Id}\n` },
    ]);
  });

  it.each([
    ["nothing", () => Buffer.alloc(0), /repositories: no such file or directory$/],
    ["no archive", () => Buffer.from("garbage"), /^unexpected EOF$/],
    ["rubbish", () => Buffer.alloc(2000, 65), /^archive\/tar: invalid tar header$/],
    ["no manifest", () => pack({ name: "x", content: "" }), /repositories: no such file/],
    [
      "a broken manifest",
      () => pack({ name: "manifest.json", content: "{nope" }),
      /^invalid character 'n' looking for beginning of object key string$/,
    ],
    [
      "a missing config",
      () => pack({ name: "manifest.json", content: '[{"Config":"c.json"}]' }),
      /c.json: no such file or directory$/,
    ],
  ])("of %s says so inside the stream", async (_what, make, message) => {
    expect(messages(await load(await make()))).toEqual([
      { errorDetail: { message: expect.stringMatching(message) }, error: expect.any(String) },
    ]);
  });

  it("refuses layers that are not what the config says", async () => {
    const config = JSON.stringify({ rootfs: { diff_ids: [`sha256:${"0".repeat(64)}`] } });
    const archive = (Layers: string[]) =>
      pack(
        { name: "manifest.json", content: JSON.stringify([{ Config: "c.json", Layers }]) },
        { name: "c.json", content: config },
        { name: "l.tar", content: "" },
      );
    const error = async (Layers: string[]): Promise<unknown> =>
      (messages(await load(await archive(Layers))) as { error: string }[]).map(
        (each) => each.error,
      );
    expect(await error([])).toEqual([
      "invalid manifest, layers length mismatch: expected 0, got 1",
    ]);
    expect(await error(["l.tar"])).toEqual([
      `invalid diffID for layer 0: expected "sha256:${"0".repeat(64)}", got "${sha256("")}"`,
    ]);
  });
});

describe("import", () => {
  const create = (query: string, body: Uint8Array): Promise<RawAnswer> =>
    send(daemon, "POST", `/images/create?fromSrc=-${query}`, body);

  it("makes an image of an archive, with the changes of a Dockerfile", async () => {
    const archive = await pack({ name: "bin/x", content: "x" });
    const query = "&repo=rootfs&tag=1&message=hi&changes=CMD%20x&changes=ENV%20A%3Db";
    const [told] = messages(await create(query, archive)) as { status: string }[];
    const image = await inspect("rootfs:1");
    expect(told).toEqual({ status: image.Id });
    expect(image).toMatchObject({ Comment: "hi", Size: 1, RootFS: { Layers: [sha256(archive)] } });
    expect(image.Config).toMatchObject({ Cmd: ["/bin/sh", "-c", "x"], Env: ["A=b"] });
    await wire(daemon, "POST", "/containers/create?name=box", {
      body: { Image: "rootfs:1", Cmd: ["x"] },
    });
    const { bytes } = await send(daemon, "GET", "/containers/box/archive?path=/bin/.");
    expect(await namesIn(bytes)).toEqual(["./", "./x"]);
    const [nameless] = messages(await create("", gzipSync(archive))) as { status: string }[];
    expect(await inspect(nameless?.status ?? "")).toMatchObject({
      RepoTags: [],
      Comment: "Imported from -",
    });
  });

  it("is refused in the engine's words", async () => {
    const archive = await pack({ name: "x", content: "" });
    expect(await create("&changes=RUN%20x", archive)).toMatchObject(
      refusal(400, "RUN is not a valid change command"),
    );
    expect(await create("&repo=a&tag=b%20d", archive)).toMatchObject(
      refusal(400, "invalid tag format"),
    );
    expect(await create("", Buffer.from("garbage"))).toMatchObject(refusal(500, "unexpected EOF"));
    expect(
      (await wire(daemon, "POST", "/images/create?fromSrc=http%3A%2F%2Fx.example%2Fx.tar")).status,
    ).toBe(501);
  });
});
