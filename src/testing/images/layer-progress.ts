import type { Engine } from "../engine.js";
import type { Layer } from "./layer.js";
import { type ProgressMessage, progressBar } from "./progress.js";

/** So many are downloaded at a time. */
const atOnce = 3;

/** What a pull tells of an image's layers, from the lowest. */
export function* layerMessages(
  engine: Engine,
  layers: readonly Layer[],
): Generator<ProgressMessage> {
  const present = new Set(
    engine.images.all().flatMap(({ image }) => image.layers.map(({ diffId }) => diffId)),
  );
  const missing = layers.filter(({ diffId }) => !present.has(diffId));
  for (const layer of layers) {
    yield told(missing.includes(layer) ? "Pulling fs layer" : "Already exists", layer);
  }
  for (const layer of missing.slice(atOnce)) yield told("Waiting", layer);
  for (const layer of missing.slice(0, atOnce)) yield moving("Downloading", layer, 0.03);
  for (const [index, layer] of missing.entries()) {
    yield moving("Downloading", layer, 0.5);
    yield moving("Downloading", layer, 1);
    yield told("Verifying Checksum", layer);
    yield told("Download complete", layer);
    const next = missing[index + atOnce];
    if (next !== undefined) yield moving("Downloading", next, 0.03);
    for (const part of [0.03, 1]) yield moving("Extracting", layer, part);
    yield told("Pull complete", layer);
  }
}

const told = (status: string, { digest }: Layer): ProgressMessage => ({
  status,
  progressDetail: {},
  id: digest.slice(7, 19),
});

function moving(status: string, { size: total, digest }: Layer, part: number): ProgressMessage {
  const current = Math.ceil(total * part);
  const progress = progressBar(current, total);
  return { status, progressDetail: { current, total }, progress, id: digest.slice(7, 19) };
}
