import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { EngineError } from "../http/engine-error.js";
import type { Bytes } from "./tar-reader.js";

/** The body of a request, unpacked if it is compressed with gzip. */
export function uploaded(request: IncomingMessage): AsyncIterable<Uint8Array> {
  // A reader that has enough must not take the connection with it: there is an answer to come.
  return uncompressed(request.iterator({ destroyOnReturn: false }));
}

/** Reads what is left of a body: a client that is still sending would not hear the answer. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    request
      .once("end", resolve)
      .once("close", () => resolve())
      .resume();
  });
}

const otherCompressions = [
  { name: "bzip2", magic: Buffer.from("BZh") },
  { name: "xz", magic: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]) },
  { name: "zstd", magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
] as const;

const gzip = Buffer.from([0x1f, 0x8b, 0x08]);

export async function* uncompressed(source: Bytes): AsyncGenerator<Uint8Array> {
  const chunks = (async function* () {
    yield* source;
  })();
  try {
    let head = Buffer.alloc(0);
    while (head.length < 6) {
      const { done, value } = await chunks.next();
      if (done) break;
      head = Buffer.concat([head, value]);
    }
    const other = otherCompressions.find(({ magic }) => head.indexOf(magic) === 0);
    if (other !== undefined) {
      throw new EngineError(501, `the mock daemon does not read ${other.name} archives: only gzip`);
    }
    if (head.indexOf(gzip) === 0) yield* unzipped(joined(head, chunks));
    else yield* joined(head, chunks);
  } finally {
    // Whoever drains what is left must find nobody reading.
    await chunks.return(undefined);
  }
}

async function* joined(head: Buffer, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = pipeline(source, gunzip);
  feeding.catch(() => {});
  yield* gunzip;
  await feeding;
}
