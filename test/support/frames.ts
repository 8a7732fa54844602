/** A frame of multiplexed output. */
export function frame(type: number, data: string | Uint8Array): Buffer {
  const body = Buffer.from(data);
  const header = Buffer.from([type, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

/** The bytes in pieces, cut at these places (modulo the length); some pieces may be empty. */
export function cutAt(bytes: Buffer, places: number[]): Buffer[] {
  const cuts = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  return cuts.map((end, i) => bytes.subarray(cuts[i - 1] ?? 0, end));
}

/** Everything that an iterable gives. */
export async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}
