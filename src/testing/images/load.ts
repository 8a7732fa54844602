import { write } from "../containers/logs.js";
import type { Engine } from "../engine.js";
import { bytesOf, type Content } from "../files/content.js";
import { Extraction, inUnpackersWords } from "../files/extract.js";
import { FileSystem } from "../files/file-system.js";
import { FileTree } from "../files/file-tree.js";
import { Mounts } from "../files/mounts.js";
import { makeDirectory, type Node } from "../files/nodes.js";
import { type Bytes, readTar } from "../files/tar-reader.js";
import { drain, uncompressed, uploaded } from "../files/uploads.js";
import type { Handler } from "../http/call.js";
import { type EngineError, systemError } from "../http/engine-error.js";
import { parseGoJson } from "../http/go-json.js";
import { inWordsOf } from "../http/older-words.js";
import { sha256 } from "../names.js";
import type { Image } from "./image.js";
import { historyIn, originIn, type ParsedImage, parseTimestamp } from "./image-json.js";
import { givenLayer, type Layer } from "./layer.js";
import { manifestDigest } from "./manifest.js";
import { isOf, type Platform, platformsOf } from "./platforms.js";
import { type ProgressMessage, progressBar } from "./progress.js";
import { familiarReference, parseReference } from "./references.js";

/** `docker load`: what is wrong with the archive is said inside the stream, after a 200. */
export const loadImages: Handler<"ImageLoad"> = async (call, engine) => {
  const { query, request, response, signal } = call;
  const platforms = platformsOf(call, engine);
  response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
  const send = (message: ProgressMessage): Promise<void> =>
    write(response, `${JSON.stringify(message)}\r\n`, signal);
  let files: Map<string, Content> | undefined;
  try {
    files = await readFiles(uploaded(request));
    const progress = query.flag("quiet", true) ? async (): Promise<void> => {} : send;
    await load(engine, files, platforms, progress, send);
  } catch (error) {
    if (signal.aborted) return undefined;
    const reason = files === undefined ? inUnpackersWords(engine, error) : error;
    const message = inWordsOf(engine, reason instanceof Error ? reason.message : String(reason));
    await send({ errorDetail: { message }, error: message });
  } finally {
    await drain(request);
  }
  response.end();
  return undefined;
};

async function readFiles(source: Bytes): Promise<Map<string, Content>> {
  const files = new Map<string, Content>();
  for await (const { header, content } of readTar(source)) {
    const name = header.name.replace(/^(?:\.\/)+/, "");
    // Engines before 1.10 wrote a layer once and linked to it.
    const linked = header.linkname?.replace(/^(?:\.\.?\/)+/, "") ?? "";
    if (header.type === "file") files.set(name, await content());
    else if (header.type === "symlink" || header.type === "link") {
      const target = files.get(linked);
      if (target !== undefined) files.set(name, target);
    }
  }
  return files;
}

interface ManifestItem {
  readonly Config: string;
  readonly RepoTags?: readonly string[] | null;
  readonly Layers?: readonly string[] | null;
}

type Send = (message: ProgressMessage) => Promise<void>;

async function load(
  engine: Engine,
  files: ReadonlyMap<string, Content>,
  platforms: readonly Platform[],
  progress: Send,
  send: Send,
): Promise<void> {
  const manifest = files.get("manifest.json");
  if (manifest === undefined) throw missing(engine, "repositories");
  const items = parseGoJson(bytesOf(manifest).toString("utf8")) as readonly ManifestItem[] | null;
  let loaded = 0;
  for (const item of items ?? []) {
    const image = await readImage(engine, files, item, progress);
    if (platforms.length > 0 && !platforms.some((platform) => isOf(image, platform))) continue;
    loaded += 1;
    const stored = engine.images.add(image);
    for (const tag of item.RepoTags ?? []) {
      const reference = familiarReference(parseReference(tag));
      const old = engine.images.find(reference);
      if (old !== undefined && old !== stored) {
        await send({
          stream: `The image ${reference} already exists, renaming the old one with ID ${old.image.id} to empty string\n`,
        });
      }
      engine.images.tag(stored, reference);
      stored.tagged = engine.clock.now();
      await send({ stream: `Loaded image: ${reference}\n` });
    }
    if ((item.RepoTags ?? []).length === 0) {
      await send({ stream: `Loaded image ID: ${image.id}\n` });
    }
    engine.events.image(stored.image, "load");
  }
  if (loaded === 0) await send({});
}

function missing(engine: Engine, name: string): EngineError {
  const place = Number.parseInt(engine.random.id().slice(0, 8), 16);
  return systemError(
    `open /var/lib/docker/tmp/docker-import-${place}/${name}: no such file or directory`,
  );
}

async function readImage(
  engine: Engine,
  files: ReadonlyMap<string, Content>,
  item: ManifestItem,
  progress: Send,
): Promise<Image> {
  const config = files.get(item.Config);
  if (config === undefined) throw missing(engine, item.Config);
  const json = bytesOf(config).toString("utf8");
  const parsed = parseGoJson(json) as ParsedImage;
  if (parsed.rootfs == null && !engine.atLeast(46)) {
    throw systemError("invalid image JSON, no RootFS key");
  }
  const diffIds = parsed.rootfs?.diff_ids ?? [];
  const paths = item.Layers ?? [];
  if (diffIds.length !== paths.length) {
    throw systemError(
      `invalid manifest, layers length mismatch: expected ${paths.length}, got ${diffIds.length}`,
    );
  }
  const id = `sha256:${sha256(json)}`;
  const known = engine.images.byId(id);
  if (known !== undefined) return known.image;
  const present = new Map(
    engine.images.all().flatMap(({ image }) => image.layers.map((layer) => [layer.diffId, layer])),
  );
  const layers: Layer[] = [];
  let root: Node = makeDirectory();
  for (const [index, path] of paths.entries()) {
    const given = files.get(path);
    if (given === undefined) throw missing(engine, path);
    const { layer, files: next } = await readLayer(given, root, engine);
    const expected = diffIds[index];
    if (layer.diffId !== expected) {
      throw systemError(
        `invalid diffID for layer ${index}: expected "${expected}", got "${layer.diffId}"`,
      );
    }
    if (!present.has(layer.diffId)) await showLayer(layer, progress);
    layers.push(present.get(layer.diffId) ?? layer);
    root = next;
  }
  return {
    id,
    json,
    digest: manifestDigest({ id, json, layers }),
    origin: originIn(parsed),
    parent: "",
    created: parseTimestamp(parsed.created),
    comment: parsed.comment || (parsed.history?.at(-1)?.comment ?? ""),
    author: parsed.author ?? "",
    architecture: parsed.architecture ?? "",
    os: parsed.os ?? "",
    config: parsed.config ?? {},
    layers,
    history: historyIn(
      parsed,
      layers.map(({ size }) => size),
    ),
    files: root,
  };
}

async function showLayer({ diffId, length: total }: Layer, progress: Send): Promise<void> {
  const id = diffId.slice(7, 19);
  const progressDetail = { current: total, total };
  const message = {
    status: "Loading layer",
    progressDetail,
    progress: progressBar(total, total),
    id,
  };
  await progress(message);
}

/** A layer's archive, laid upon the layers below. */
export async function readLayer(
  archive: Content,
  below: Node,
  engine: Engine,
): Promise<{ layer: Layer; files: Node }> {
  const plain = await unpacked(archive);
  const tree = new FileTree(below);
  const now = (): bigint => engine.clock.now();
  const files = new FileSystem({ mounts: new Mounts({ path: "/", tree, writable: true }), now });
  const extraction = new Extraction(files, { into: "/", now, whiteouts: true });
  let size = 0;
  await extraction.all(
    (async function* () {
      for await (const item of readTar(plain.chunks, { share: true })) {
        const { type, size: length, linkname = "" } = item.header;
        if (type === "file") size += length;
        if (type === "symlink") size += Buffer.byteLength(linkname);
        yield item;
      }
    })(),
  );
  return { layer: givenLayer(plain, size), files: tree.freeze() };
}

async function unpacked(archive: Content): Promise<Content> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of uncompressed(archive.chunks)) {
    chunks.push(chunk);
    size += chunk.length;
  }
  return { chunks, size };
}
