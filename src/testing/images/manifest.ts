import { sha256 } from "../names.js";
import type { Image } from "./image.js";

export const manifestType = "application/vnd.docker.distribution.manifest.v2+json";

type Described = Pick<Image, "id" | "json" | "layers">;

/** What a registry keeps of an image: its digest is the image's, there. */
function manifest({ id, json, layers }: Described): string {
  const body = {
    schemaVersion: 2,
    mediaType: manifestType,
    config: {
      mediaType: "application/vnd.docker.container.image.v1+json",
      size: Buffer.byteLength(json),
      digest: id,
    },
    layers: layers.map(({ size, digest }) => ({
      mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
      size,
      digest,
    })),
  };
  return JSON.stringify(body, null, 3);
}

export const manifestDigest = (image: Described): string => `sha256:${sha256(manifest(image))}`;

/** In bytes. */
export const manifestSize = (image: Described): number => Buffer.byteLength(manifest(image));
