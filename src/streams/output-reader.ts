import { once } from "node:events";
import type { Writable } from "node:stream";
import { Batches, type ChunkDecoder } from "./batches.js";
import { Flattened } from "./flatten.js";
import { FrameDecoder, type OutputFrame } from "./frames.js";
import { LineDecoder } from "./lines.js";
import type { OutputSource } from "./output.js";
import { OutputSplit } from "./output-split.js";

type Open = () => Promise<OutputSource>;

/** The frames of every chunk. */
function readBatches(open: Open): Batches<OutputFrame> {
  return new Batches(async () => {
    const { bytes, multiplexed } = await open();
    return { bytes, decoder: frameDecoder(multiplexed) };
  });
}

function frameDecoder(multiplexed: boolean): ChunkDecoder<OutputFrame> {
  return multiplexed ? new FrameDecoder() : plainOutput;
}

const plainOutput: ChunkDecoder<OutputFrame> = {
  decode: (data) => [{ stream: "stdout", data }],
  end: () => [],
};

export function readFrames(open: Open): AsyncIterableIterator<OutputFrame> {
  return new Flattened(readBatches(open));
}

export function readLines(open: Open): AsyncIterableIterator<string> {
  return new Flattened(
    new Batches(async () => {
      const { bytes, multiplexed } = await open();
      return { bytes, decoder: new LineDecoder(frameDecoder(multiplexed)) };
    }),
  );
}

export async function readText(open: Open): Promise<string> {
  // A byte order mark is a part of the output, too.
  const utf8 = { ignoreBOM: true };
  const decoders = {
    stdout: new TextDecoder("utf-8", utf8),
    stderr: new TextDecoder("utf-8", utf8),
  };
  let text = "";
  for await (const frames of readBatches(open)) {
    for (const { stream, data } of frames) {
      text += decoders[stream].decode(data, { stream: true });
    }
  }
  return text + decoders.stdout.decode() + decoders.stderr.decode();
}

/** Gives output to two streams, as they are read. */
export function splitOutput(
  open: Open,
  sides: ConstructorParameters<typeof OutputSplit>[1],
): OutputSplit {
  const batches = readBatches(async () => {
    const source = await open();
    source.bytes.onFailure?.((error) => split.fail(error));
    return source;
  });
  const split = new OutputSplit(batches, sides);
  return split;
}

/** Writes output to two streams, or one; they are left open. */
export async function pipeOutput(
  open: Open,
  targets: Record<OutputFrame["stream"], Writable>,
): Promise<void> {
  const ended = new AbortController();
  const { signal } = ended;
  const { stdout, stderr } = targets;
  let failure: unknown;
  const onFailure = (error: unknown): void => {
    failure ??= error;
    ended.abort();
  };
  const onError = (error: unknown): void => {
    onFailure(error);
    // Whoever waits for the next piece of output is not kept from learning of it.
    void batches.return();
  };
  const batches = readBatches(async () => {
    const source = await open();
    // A target that takes no more must not hide that the output is lost, or aborted; one that does is
    // given what had come before.
    source.bytes.onFailure?.(onFailure);
    return source;
  });
  const onClose = (): void => onError(new Error("the stream that the output goes to is closed"));
  const both = stdout === stderr ? [stdout] : [stdout, stderr];
  for (const target of both) {
    target.setMaxListeners(target.getMaxListeners() + LISTENERS);
    target.once("error", onError).once("close", onClose);
    if (target.destroyed || target.writableEnded) onClose();
  }
  try {
    for await (const frames of batches) {
      const full = new Set<Writable>();
      for (const { stream, data } of frames) {
        if (!targets[stream].write(data)) full.add(targets[stream]);
      }
      for (const target of full) {
        if (target.writableNeedDrain) await once(target, "drain", { signal });
      }
    }
    await Promise.all(both.map((target) => written(target, signal)));
  } catch (error) {
    throw failure ?? error;
  } finally {
    for (const target of both) {
      target.off("error", onError).off("close", onClose);
      target.setMaxListeners(target.getMaxListeners() - LISTENERS);
    }
  }
  if (failure !== undefined) throw failure;
}

/** Those of one pipe: many outputs may rightly go to one stream. */
const LISTENERS = 4;

/** When all that was written to a stream has arrived. */
function written(target: Writable, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    target.write(new Uint8Array(), (error) => {
      signal.removeEventListener("abort", onAbort);
      if (error) reject(error);
      else resolve();
    });
  });
}
