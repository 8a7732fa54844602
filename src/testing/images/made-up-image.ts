import { baseTree } from "../files/base-tree.js";
import type { Node } from "../files/nodes.js";
import {
  completeImage,
  type HistoryEntry,
  type Image,
  type ImageOptions,
  type LayerOptions,
  type MockImageConfig,
} from "./image.js";
import { addFiles } from "./image-files.js";
import { noOrigin } from "./image-origin.js";
import { fullLayer, type Layer, layerBetween } from "./layer.js";
import { familiarName, parseReference } from "./references.js";

const created = 1_735_689_600_000_000_000n;
const usualSize = 7_800_000;

/**
 * The description of an image as a made-up, but always the same, image.
 *
 * @param base - what it is made from
 */
export function makeImage(options: ImageOptions, base?: Image): Image {
  const reference = parseReference(options.reference);
  const name = `${familiarName(reference)}:${reference.tag ?? reference.digest ?? "latest"}`;
  const [os = "linux", architecture = "amd64"] = (
    options.platform ?? (base === undefined ? "linux/amd64" : `${base.os}/${base.architecture}`)
  ).split("/");
  const { files = {}, size } = options;
  const own = options.layers ?? [{ files, ...(size !== undefined && { size }) }];
  const { layers, root } = stack(name, own, base);
  const config: MockImageConfig = {
    Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    Cmd: ["/bin/sh"],
    ...base?.config,
    ...options.config,
  };
  const step = { created, comment: "" };
  const command = `CMD ${JSON.stringify(config.Cmd)}`;
  const added = layers.map((layer, index): HistoryEntry => {
    const isFirst = base === undefined && index === 0;
    return { ...step, createdBy: isFirst ? "ADD rootfs.tar.gz /" : "COPY . /", size: layer.size };
  });
  const setting: HistoryEntry = { ...step, createdBy: command, size: 0, emptyLayer: true };
  const parts = {
    parent: "",
    created,
    comment: "",
    author: "",
    architecture,
    os,
    config,
    layers: [...(base?.layers ?? []), ...layers],
    files: root,
    origin: noOrigin,
    history: [setting, ...added.reverse(), ...(base?.history ?? [])],
  };
  return completeImage(parts, reference.digest);
}

/** Layer upon layer; the lowest has the files that every image has. */
function stack(
  name: string,
  own: readonly LayerOptions[],
  base: Image | undefined,
): { layers: Layer[]; root: Node } {
  const layers: Layer[] = [];
  let below = base?.files;
  for (const [index, { files = {}, size }] of own.entries()) {
    const isFirst = below === undefined;
    // What is said to have a size has something in it.
    const filler = `/usr/lib/${name.replace(/[^\w.-]/g, "-")}.${index}`;
    const given = isFirst || Object.keys(files).length > 0 ? files : { [filler]: filler };
    const after = addFiles(below ?? baseTree(name, created), given, created);
    layers.push(
      below === undefined ? fullLayer(after, size ?? usualSize) : layerBetween(below, after, size),
    );
    below = after;
  }
  return { layers, root: below ?? baseTree(name, created) };
}
