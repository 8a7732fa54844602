import type { Readable } from "node:stream";

/** What comes next from a stream; undefined at its end. It leaves the stream to whoever reads on. */
export async function nextChunk(
  stream: Readable,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  for (;;) {
    if (signal.aborted) throw signal.reason;
    const chunk: Buffer | string | null = stream.read();
    if (chunk !== null) return Buffer.from(chunk);
    if (stream.readableEnded || stream.destroyed) return undefined;
    await change(stream, signal);
  }
}

/** The next line with its end; at the end of the stream what there is, then undefined. */
export async function nextLine(stream: Readable, signal: AbortSignal): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = await nextChunk(stream, signal);
    if (chunk === undefined) return chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const end = chunk.indexOf(10) + 1;
    if (end === 0) {
      chunks.push(chunk);
      continue;
    }
    if (end < chunk.length) stream.unshift(chunk.subarray(end));
    return Buffer.concat([...chunks, chunk.subarray(0, end)]);
  }
}

export async function readAll(stream: Readable, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = await nextChunk(stream, signal);
    if (chunk === undefined) return Buffer.concat(chunks);
    chunks.push(chunk);
  }
}

function change(stream: Readable, signal: AbortSignal): Promise<void> {
  const events = ["readable", "end", "close", "error"];
  return new Promise((resolve) => {
    const go = (): void => {
      for (const event of events) stream.off(event, go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    for (const event of events) stream.on(event, go);
    signal.addEventListener("abort", go);
  });
}
