import { once } from "node:events";
import type { Writable } from "node:stream";
import { Batches, type ChunkDecoder } from "./batches.js";
import { Flattened } from "./flatten.js";
import { FrameDecoder, type OutputFrame } from "./frames.js";
import { LineSplitter } from "./lines.js";
import type { OutputSource } from "./output.js";
import { OutputSplit } from "./output-split.js";

type Open = () => Promise<OutputSource>;

/** The frames of every chunk. */
function readBatches(open: Open): Batches<OutputFrame> {
  return new Batches(async () => {
    const { bytes, multiplexed } = await open();
    return { bytes, decoder: multiplexed ? new FrameDecoder() : plainOutput };
  });
}

const plainOutput: ChunkDecoder<OutputFrame> = {
  decode: (data) => [{ stream: "stdout", data }],
  end: () => [],
};

export function readFrames(open: Open): AsyncIterableIterator<OutputFrame, undefined> {
  return new Flattened(readBatches(open));
}

export function readLines(open: Open): AsyncIterableIterator<string, undefined> {
  return new Flattened(lineBatches(readBatches(open)));
}

async function* lineBatches(
  batches: Batches<OutputFrame>,
): AsyncGenerator<string[], void, undefined> {
  const splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
  for await (const frames of batches) {
    const lines: string[] = [];
    for (const { stream, data } of frames) splitters[stream].split(data, lines);
    yield lines;
  }
  yield [splitters.stdout.end(), splitters.stderr.end()].filter(Boolean);
}

export async function readText(open: Open): Promise<string> {
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
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
  return new OutputSplit(readBatches(open), sides);
}

/** Writes output to two streams, or one; they are left open. */
export async function pipeOutput(
  open: Open,
  targets: Record<OutputFrame["stream"], Writable>,
): Promise<void> {
  const batches = readBatches(open);
  const ended = new AbortController();
  const { stdout, stderr } = targets;
  let failure: unknown;
  const onError = (error: unknown): void => {
    failure ??= error;
    ended.abort();
    // Whoever waits for the next piece of output is not kept from learning of it.
    void batches.return();
  };
  const onClose = (): void => onError(new Error("the stream that the output goes to is closed"));
  const both = stdout === stderr ? [stdout] : [stdout, stderr];
  for (const target of both) target.once("error", onError).once("close", onClose);
  try {
    for (const target of both) {
      if (target.destroyed || target.writableEnded) onClose();
    }
    for await (const frames of batches) {
      const full = new Set<Writable>();
      for (const { stream, data } of frames) {
        if (!targets[stream].write(data)) full.add(targets[stream]);
      }
      for (const target of full) {
        if (target.writableNeedDrain) await once(target, "drain", { signal: ended.signal });
      }
    }
  } catch (error) {
    throw failure ?? error;
  } finally {
    for (const target of both) target.off("error", onError).off("close", onClose);
  }
  if (failure !== undefined) throw failure;
}
