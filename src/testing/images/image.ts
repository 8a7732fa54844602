import type { components } from "../../../generated/api.js";
import type { Given } from "../http/call.js";
import { sha256 } from "../names.js";
import { familiarName, parseReference } from "./references.js";

export type MockImageConfig = Given<components["schemas"]["ImageConfig"]>;

/** An image as a test describes it; the reference alone is enough. */
export interface ImageOptions {
  /** `alpine:3.20`, `reg.example:5000/app:1` */
  readonly reference: string;
  /** Entrypoint, command, environment, labels, …; a shell unless given. */
  readonly config?: MockImageConfig;
  /** In bytes. */
  readonly size?: number;
  /** `linux/amd64` unless given. */
  readonly platform?: string;
}

export interface HistoryEntry {
  readonly created: bigint;
  readonly createdBy: string;
  readonly comment: string;
  readonly size: number;
}

export interface Layer {
  /** `sha256:…` of the content: what RootFS lists. */
  readonly diffId: string;
  /** `sha256:…` as the registry has it: what progress messages show. */
  readonly digest: string;
  readonly size: number;
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
}

export const imageSize = (image: Image): number =>
  image.layers.reduce((sum, layer) => sum + layer.size, 0);

/** The description of an image as a made-up, but always the same, image. */
export function makeImage(options: ImageOptions): Image {
  const reference = parseReference(options.reference);
  const name = `${familiarName(reference)}:${reference.tag ?? reference.digest ?? "latest"}`;
  const [os = "linux", architecture = "amd64"] = (options.platform ?? "linux/amd64").split("/");
  const seed = `${name} ${os}/${architecture} ${JSON.stringify(options.config ?? null)}`;
  const size = options.size ?? 7_800_000;
  const created = 1_735_689_600_000_000_000n;
  const config: MockImageConfig = {
    Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    Cmd: ["/bin/sh"],
    ...options.config,
  };
  return {
    id: `sha256:${sha256(`image ${seed}`)}`,
    digest: reference.digest ?? `sha256:${sha256(`manifest ${seed}`)}`,
    parent: "",
    created,
    comment: "",
    author: "",
    architecture,
    os,
    config,
    layers: [makeLayer(seed, size)],
    history: [
      { created, createdBy: `CMD ${JSON.stringify(config.Cmd)}`, comment: "", size: 0 },
      { created, createdBy: "ADD rootfs.tar.gz /", comment: "", size },
    ],
  };
}

function makeLayer(seed: string, size: number): Layer {
  return {
    diffId: `sha256:${sha256(`layer ${seed}`)}`,
    digest: `sha256:${sha256(`blob ${seed}`)}`,
    size,
  };
}
