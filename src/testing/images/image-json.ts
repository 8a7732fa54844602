import { timestamp } from "../clock.js";
import type { GivenConfig } from "../containers/container.js";
import type { HistoryEntry, ImageParts, MockImageConfig } from "./image.js";
import { containerOnly, type ImageOrigin } from "./image-origin.js";

/** The JSON that an image is known by; its digest is the image's id. */
export function imageJson(image: ImageParts): string {
  const { architecture, author, config, created, history, origin, os, layers } = image;
  return JSON.stringify({
    architecture,
    ...(author !== "" && { author }),
    config: { ...config, ...origin.config },
    ...(origin.container !== "" && {
      container: origin.container,
      container_config: origin.containerConfig,
    }),
    created: timestamp(created),
    ...(origin.engine !== "" && { docker_version: origin.engine }),
    history: history.toReversed().map((entry) => ({
      created: timestamp(entry.created),
      created_by: entry.createdBy,
      ...(entry.author && { author: entry.author }),
      ...(entry.comment !== "" && { comment: entry.comment }),
      ...(entry.emptyLayer && { empty_layer: true }),
    })),
    os,
    rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
  });
}

/** What the JSON of a saved image says, as far as it is looked at. */
export interface ParsedImage {
  readonly architecture?: string;
  readonly author?: string;
  readonly comment?: string;
  readonly config?: (MockImageConfig & GivenConfig) | null;
  readonly container?: string;
  readonly container_config?: GivenConfig | null;
  readonly created?: string;
  readonly docker_version?: string;
  readonly os?: string;
  readonly rootfs?: { readonly diff_ids?: readonly string[] | null } | null;
  readonly history?:
    | readonly {
        readonly created?: string;
        readonly created_by?: string;
        readonly author?: string;
        readonly comment?: string;
        readonly empty_layer?: boolean;
      }[]
    | null;
}

export const originIn = (parsed: ParsedImage): ImageOrigin => ({
  engine: parsed.docker_version ?? "",
  container: parsed.container ?? "",
  containerConfig: parsed.container_config ?? {},
  config: containerOnly(parsed.config ?? {}),
});

/** The history in the JSON, newest first; each step that made a layer has that layer's size. */
export function historyIn(
  { history }: ParsedImage,
  sizes: readonly number[],
): readonly HistoryEntry[] {
  const left = [...sizes];
  const entries = (history ?? []).map((entry) => ({
    created: parseTimestamp(entry.created),
    createdBy: entry.created_by ?? "",
    comment: entry.comment ?? "",
    author: entry.author ?? "",
    size: entry.empty_layer ? 0 : (left.shift() ?? 0),
    emptyLayer: entry.empty_layer === true,
  }));
  return entries.reverse();
}

/** RFC 3339 to nanoseconds; 0 for what is none. */
export function parseTimestamp(text = ""): bigint {
  const [, seconds = "", fraction = "", zone = ""] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const time = Date.parse(seconds + zone);
  return Number.isNaN(time) ? 0n : BigInt(time) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
}
