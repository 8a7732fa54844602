import { ProgressError, ProtocolError } from "../errors.js";
import { readJsonLines } from "./json-lines.js";
import type { FailingBytes } from "./output.js";

/** A message of a pull, push, build, load or import, as the engine sends it. */
export interface ProgressMessage {
  /** The layer it is about, as a short id, or the tag. */
  id?: string;
  status?: string;
  /** Text of a build step or of a load. */
  stream?: string;
  /** A bar drawn by the engine. */
  progress?: string;
  progressDetail?: { current?: number; total?: number };
  error?: string;
  errorDetail?: { code?: number; message?: string };
  /** What the operation made: an image id, a pushed digest. */
  aux?: unknown;
}

/** How far one layer is. */
export interface LayerProgress {
  /** The engine's word: "Downloading", "Pull complete", … */
  status: string;
  /** Bytes transferred. */
  current: number;
  /** Bytes in all; 0 as long as the engine has not said. */
  total: number;
  done: boolean;
}

/** A message, and where it leaves the whole. */
export interface Progress {
  message: ProgressMessage;
  /** Bytes transferred of all layers known so far. */
  current: number;
  /** Bytes of all layers known so far. */
  total: number;
  /**
   * 0 to 100, and never less than it was. Of the bytes, or of the layers where sizes are unknown; a
   * build tells neither, and stays at 0.
   */
  percent: number;
  /** Every layer by its short id. */
  layers: ReadonlyMap<string, Readonly<LayerProgress>>;
}

/** What an operation with progress takes beside the call options. */
export interface ProgressOptions {
  /** Called for every message, and awaited. What it throws ends the operation and rejects it. */
  onProgress?: ((progress: Progress) => unknown) | undefined;
}

/**
 * Reads a stream of progress to its end. The engine has answered 200 before it began, so a failure
 * is in the stream: it is thrown here.
 *
 * @throws {ProgressError} with the engine's message
 */
export async function followProgress(
  bytes: FailingBytes,
  onMessage: (message: ProgressMessage) => void,
  { onProgress }: ProgressOptions = {},
): Promise<void> {
  const totals = new ProgressTotals();
  let failed: Promise<never> | undefined;
  for await (const message of readJsonLines<ProgressMessage>(bytes)) {
    if (typeof message !== "object" || message === null) {
      throw new ProtocolError("a line of the progress is no message");
    }
    if (message.errorDetail || message.error) {
      const { code, message: detail } = message.errorDetail ?? {};
      throw new ProgressError(detail || message.error || "the operation failed", code);
    }
    onMessage(message);
    const told = onProgress?.(totals.add(message));
    if (!(told instanceof Promise)) continue;
    // An abort, or a lost connection, does not wait for it.
    failed ??= failureOf(bytes);
    await Promise.race([told, failed]);
  }
}

/** The engine ends a success with what came of it; without that, something on the way ended it. */
export function cutOff(what: string): ProtocolError {
  return new ProtocolError(`the ${what} ended without saying what came of it; it was cut off`);
}

function failureOf(bytes: FailingBytes): Promise<never> {
  return new Promise((_, reject) => bytes.onFailure?.(reject));
}

/** The layer is there; nothing more is transferred for it. */
const DONE =
  /^(Already exists|Layer already exists|Download complete|Pull complete|Extracting|Verifying Checksum|Pushed|Mounted from |Upload complete|Complete$)/;
/** A layer is announced. Other messages with an id are about the tag. */
const LAYER =
  /^(Pulling fs layer|Waiting|Preparing|Downloading|Pushing|Uploading|Retrying |Loading layer)/;

class ProgressTotals {
  readonly #layers = new Map<string, LayerProgress>();
  #percent = 0;

  add(message: ProgressMessage): Progress {
    this.#addLayer(message);
    let current = 0;
    let total = 0;
    let done = 0;
    for (const layer of this.#layers.values()) {
      current += layer.current;
      total += layer.total;
      if (layer.done) done += 1;
    }
    const count = this.#layers.size;
    const part = done === count ? Number(count > 0) : total > 0 ? current / total : done / count;
    // More layers and sizes become known on the way; a bar that runs backwards helps nobody.
    this.#percent = Math.max(this.#percent, Math.min(100, part * 100));
    return { message, current, total, percent: this.#percent, layers: this.#layers };
  }

  #addLayer({ id, status, progressDetail }: ProgressMessage): void {
    if (typeof status !== "string") return;
    const known = id === undefined ? undefined : this.#layers.get(id);
    if (!id || !(known || LAYER.test(status) || DONE.test(status))) return;
    const layer = known ?? { status, current: 0, total: 0, done: false };
    layer.status = status;
    // Unpacking counts the same bytes once more, under the same id.
    layer.done ||= DONE.test(status);
    layer.total = Math.max(layer.total, progressDetail?.total ?? 0);
    layer.current = layer.done
      ? layer.total
      : Math.min(Math.max(layer.current, progressDetail?.current ?? 0), layer.total || Infinity);
    this.#layers.set(id, layer);
  }
}
