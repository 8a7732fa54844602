import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteReader } from "../../src/transport/bytes.js";

/** Read as fast as it comes, where all of it has come already. */
async function read(chunks: Uint8Array[]): Promise<Uint8Array[]> {
  const stream = new Readable({ read: () => {} });
  const reader = new ByteReader(stream, { failure: (error) => error, idle: 0 });
  for (const chunk of chunks) stream.push(chunk);
  stream.push(null);
  const read: Uint8Array[] = [];
  for await (const chunk of reader) read.push(chunk);
  return read;
}

const numbered = (count: number, size: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => Buffer.alloc(size, i));

it("small chunks that wait are read as one, so that a line costs no more than its bytes", async () => {
  const chunks = numbered(400, 128);
  const read400 = await read(chunks);
  expect(read400.length).toBeLessThanOrEqual(3);
  expect(Buffer.concat(read400).equals(Buffer.concat(chunks))).toBe(true);
});

it("large chunks are read as they came, without a copy", async () => {
  const chunks = numbered(5, 64 * 1024);
  const same = (await read(chunks)).map((chunk, i) => chunk.buffer === chunks[i]?.buffer);
  expect(same).toEqual([true, true, true, true, true]);
});

it("chunks of any size are read whole and in their order", async () => {
  const sizes = fc.array(fc.constantFrom(1, 100, 4095, 4096, 5000, 70_000), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      const chunks = lengths.map((length, i) => Buffer.alloc(length, i + 1));
      expect(Buffer.concat(await read(chunks)).equals(Buffer.concat(chunks))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
