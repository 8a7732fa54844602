import type { components } from "../../../generated/api.js";
import type { Node } from "../files/nodes.js";
import type { Given } from "../http/call.js";
import { sha256 } from "../names.js";
import type { ImageFile } from "./image-files.js";
import { imageJson } from "./image-json.js";
import type { ImageOrigin } from "./image-origin.js";
import type { Layer } from "./layer.js";
import { manifestDigest } from "./manifest.js";

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
  /**
   * Its layers from the lowest, instead of a single one with `files` and `size`.
   *
   * @example
   * ```ts
   * daemon.registry.add({ reference: "app:1", layers: [{ size: 30e6 }, { files: { "/app": "binary" } }] });
   * ```
   */
  readonly layers?: readonly LayerOptions[];
  /** The image it is made from, whose layers are below its own: one of the registry. */
  readonly from?: string;
  /** `linux/amd64` unless given. */
  readonly platform?: string;
}

export type LayerOptions = Pick<ImageOptions, "files" | "size">;

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
  readonly origin: ImageOrigin;
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
  const id = `sha256:${sha256(json)}`;
  return { ...parts, json, id, digest: digest ?? manifestDigest({ ...parts, json, id }) };
}
