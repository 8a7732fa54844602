import type { Writable } from "node:stream";

/** Nobody reads any more what a command writes: that ends it, as SIGPIPE does. */
export class BrokenPipe extends Error {}

/** Writes, and waits until there is room for more. */
export async function put(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (stream.destroyed || stream.writableEnded) throw new BrokenPipe();
  if (stream.write(chunk)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      stream.off("drain", go).off("close", go);
      resolve();
    };
    stream.on("drain", go).on("close", go);
  });
  if (stream.destroyed) throw new BrokenPipe();
}
