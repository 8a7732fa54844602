import { write } from "../containers/logs.js";
import type { Engine } from "../engine.js";
import { type Content, contentOf } from "../files/content.js";
import { makeDirectory, makeFile } from "../files/nodes.js";
import { type ArchiveEntry, inBlocks, writeTar } from "../files/tar-writer.js";
import type { Call, Handler } from "../http/call.js";
import { type EngineError, notFound, systemError } from "../http/engine-error.js";
import { sha256 } from "../names.js";
import type { Image } from "./image.js";
import type { Layer } from "./layer.js";
import { isOf, platformName, platformsOf } from "./platforms.js";
import { familiarName, familiarReference, parseReference, type Reference } from "./references.js";

/** `docker save` of one image. */
export const saveImage: Handler<"ImageGet"> = (call, engine) =>
  save(call, engine, [call.parameter]);

/** `docker save` of several images. */
export const saveImages: Handler<"ImageGetAll"> = (call, engine) =>
  save(call, engine, call.query.all("names"));

async function save(call: Call, engine: Engine, names: readonly string[]): Promise<undefined> {
  const { response, signal } = call;
  const platforms = platformsOf(call, engine);
  const saved = new Map<Image, Reference[]>();
  for (const name of names) {
    for (const { image, reference } of find(engine, name)) {
      const missing = platforms.find((platform) => !isOf(image, platform));
      if (missing !== undefined) {
        throw systemError(`no suitable export target found for platform ${platformName(missing)}`);
      }
      const known = saved.get(image) ?? [];
      saved.set(image, reference === undefined ? known : [...known, reference]);
    }
  }
  response.writeHead(200, { "content-type": "application/x-tar" });
  for (const chunk of inBlocks(writeTar(entriesOf(saved)))) await write(response, chunk, signal);
  for (const image of saved.keys()) engine.events.image(image, "save");
  response.end();
  return undefined;
}

interface Found {
  readonly image: Image;
  /** What it is called in the archive: nothing if it was asked for by its id. */
  readonly reference?: Reference;
}

function find(engine: Engine, name: string): Found[] {
  const id = name.replace(/^sha256:/, "");
  const stored = /^[0-9a-f]+$/.test(id) ? engine.images.find(name) : undefined;
  if (stored?.image.id.startsWith(`sha256:${id}`)) return [{ image: stored.image }];
  let wanted: Reference;
  try {
    wanted = parseReference(name);
  } catch (error) {
    // Here the engine says 500 for what is no name.
    throw systemError((error as Error).message);
  }
  if (wanted.digest !== undefined) {
    const known = engine.images.find(name);
    if (known === undefined) throw unknownReference(engine, name);
    return [{ image: known.image }];
  }
  // A repository without a tag stands for all its tags.
  const found = engine.images.all().flatMap(({ image, tags }) =>
    [...tags]
      .map((tag): Required<Found> => ({ image, reference: parseReference(tag) }))
      .filter(({ reference }) => familiarName(reference) === familiarName(wanted))
      .filter(({ reference }) => wanted.tag === undefined || reference.tag === wanted.tag),
  );
  if (found.length > 0) return found;
  throw wanted.tag === undefined
    ? notFound(`No such image: ${name}`)
    : unknownReference(engine, name);
}

const unknownReference = (engine: Engine, name: string): EngineError =>
  notFound(engine.atLeast(46) ? `No such image: ${name}` : "reference does not exist");

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const layerDescriptor = ({ diffId: digest, length: size }: Layer): Descriptor => ({
  mediaType: "application/vnd.oci.image.layer.v1.tar",
  digest,
  size,
});

const blobPath = (digest: string): string => `blobs/sha256/${digest.slice(7)}`;

function manifestOf({ id, json, layers }: Image): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: {
      mediaType: "application/vnd.oci.image.config.v1+json",
      digest: id,
      size: Buffer.byteLength(json),
    },
    layers: layers.map(layerDescriptor),
  });
}

const manifestType = "application/vnd.oci.image.manifest.v1+json";

/** An OCI layout with the files of `docker save` beside it, as engine 28 writes both. */
function* entriesOf(saved: ReadonlyMap<Image, readonly Reference[]>): Generator<ArchiveEntry> {
  const blobs = new Map<string, Content>();
  const index: object[] = [];
  const manifests: object[] = [];
  const repositories: Record<string, Record<string, string>> = {};
  for (const [image, references] of saved) {
    const { id, json, layers } = image;
    const manifest = manifestOf(image);
    const digest = `sha256:${sha256(manifest)}`;
    for (const layer of layers) blobs.set(layer.diffId, layerContent(layer));
    blobs.set(id, contentOf(json));
    blobs.set(digest, contentOf(manifest));
    const descriptor = { mediaType: manifestType, digest, size: Buffer.byteLength(manifest) };
    if (references.length === 0) index.push(descriptor);
    for (const reference of references) {
      index.push({ ...descriptor, annotations: annotationsOf(reference) });
      const name = familiarName(reference);
      const top = layers.at(-1)?.diffId.slice(7) ?? "";
      repositories[name] = { ...repositories[name], [reference.tag ?? "latest"]: top };
    }
    const sources = layers.map((layer) => [layer.diffId, layerDescriptor(layer)] as const);
    manifests.push({
      Config: blobPath(id),
      RepoTags: references.length > 0 ? references.map(familiarReference) : null,
      Layers: layers.map(({ diffId }) => blobPath(diffId)),
      LayerSources: Object.fromEntries(sources),
    });
  }
  if (blobs.size > 0) {
    for (const name of ["blobs/", "blobs/sha256/"]) yield { name, node: makeDirectory() };
  }
  for (const [digest, content] of [...blobs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield { name: blobPath(digest), node: makeFile(content) };
  }
  const some = (list: readonly object[]): readonly object[] | null =>
    list.length > 0 ? list : null;
  const mediaType = "application/vnd.oci.image.index.v1+json";
  const layout = { schemaVersion: 2, mediaType, manifests: some(index) };
  const files: [string, string][] = [
    ["index.json", JSON.stringify(layout)],
    ["manifest.json", `${JSON.stringify(some(manifests))}\n`],
    ["oci-layout", '{"imageLayoutVersion": "1.0.0"}'],
  ];
  if (Object.keys(repositories).length > 0) {
    files.push(["repositories", `${JSON.stringify(repositories)}\n`]);
  }
  for (const [name, text] of files) yield { name, node: makeFile(contentOf(text)) };
}

/** Written when its turn comes, so that an image is never in memory as a whole. */
const layerContent = (layer: Layer): Content => ({
  size: layer.length,
  chunks: { [Symbol.iterator]: () => layer.archive()[Symbol.iterator]() },
});

const annotationsOf = ({ domain, path, tag = "latest" }: Reference): object => ({
  "io.containerd.image.name": `${domain}/${path}:${tag}`,
  "org.opencontainers.image.ref.name": tag,
});
