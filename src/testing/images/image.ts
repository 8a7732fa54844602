import type { components } from "../../../generated/api.js";
import { baseTree } from "../files/base-tree.js";
import type { Node } from "../files/nodes.js";
import type { Given } from "../http/call.js";
import { sha256 } from "../names.js";
import { addFiles, type ImageFile } from "./image-files.js";
import { imageJson } from "./image-json.js";
import { fullLayer, type Layer } from "./layer.js";
import { familiarName, parseReference } from "./references.js";

export type MockImageConfig = Given<components["schemas"]["ImageConfig"]>;

/** An image as a test describes it; the reference alone is enough. */
export interface ImageOptions {
  /** `alpine:3.20`, `reg.example:5000/app:1` */
  readonly reference: string;
  /** Entrypoint, command, environment, labels, …; a shell unless given. */
  readonly config?: MockImageConfig;
  /**
   * What is in it, besides the few files that every image has. A path that ends with `/` is a directory.
   *
   * @example
   * ```ts
   * new MockDaemon({ images: [{ reference: "app:1", files: { "/etc/app.json": "{}" } }] });
   * ```
   */
  readonly files?: Readonly<Record<string, string | Uint8Array | ImageFile>>;
  /** In bytes. */
  readonly size?: number;
  /** `linux/amd64` unless given. */
  readonly platform?: string;
}

export interface HistoryEntry {
  readonly created: bigint;
  readonly createdBy: string;
  readonly comment: string;
  readonly author?: string;
  readonly size: number;
  /** Whether it changed settings only. */
  readonly emptyLayer?: boolean;
}

/** An image without its tags. */
export interface Image {
  readonly id: string;
  /** Of the manifest: `name@sha256:…` refers to it. */
  readonly digest: string;
  readonly parent: string;
  readonly created: bigint;
  readonly comment: string;
  readonly author: string;
  readonly architecture: string;
  readonly os: string;
  readonly config: MockImageConfig;
  readonly layers: readonly Layer[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** All layers, one upon the other. */
  readonly files: Node;
  /** As it stands in a saved image; its digest is the id. */
  readonly json: string;
}

export const imageSize = (image: Image): number =>
  image.layers.reduce((sum, layer) => sum + layer.size, 0);

/** What an image is made of; its id, its digest and its JSON follow from that. */
export type ImageParts = Omit<Image, "id" | "digest" | "json">;

export function completeImage(parts: ImageParts, digest?: string): Image {
  const json = imageJson(parts);
  const id = sha256(json);
  return {
    ...parts,
    json,
    id: `sha256:${id}`,
    digest: digest ?? `sha256:${sha256(`manifest ${id}`)}`,
  };
}

/** The description of an image as a made-up, but always the same, image. */
export function makeImage(options: ImageOptions): Image {
  const reference = parseReference(options.reference);
  const name = `${familiarName(reference)}:${reference.tag ?? reference.digest ?? "latest"}`;
  const [os = "linux", architecture = "amd64"] = (options.platform ?? "linux/amd64").split("/");
  const created = 1_735_689_600_000_000_000n;
  const files = addFiles(baseTree(name, created), options.files ?? {}, created);
  const layer = fullLayer(files, options.size ?? 7_800_000);
  const config: MockImageConfig = {
    Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    Cmd: ["/bin/sh"],
    ...options.config,
  };
  const entry = { created, comment: "" };
  const command = `CMD ${JSON.stringify(config.Cmd)}`;
  const parts: ImageParts = {
    parent: "",
    created,
    comment: "",
    author: "",
    architecture,
    os,
    config,
    layers: [layer],
    files,
    history: [
      { ...entry, createdBy: command, size: 0, emptyLayer: true },
      { ...entry, createdBy: "ADD rootfs.tar.gz /", size: layer.size },
    ],
  };
  return completeImage(parts, reference.digest);
}
