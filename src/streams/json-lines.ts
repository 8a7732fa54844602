import { ProtocolError } from "../errors.js";

const NEWLINE = 10;

/**
 * Reads a stream of JSON values, one a line, each as soon as its line is there.
 *
 * @throws {ProtocolError} for a line that is not JSON, and for a last line that is cut off
 */
export async function* readJsonLines<T>(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<T, void, undefined> {
  let rest: Uint8Array[] = [];
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      rest.push(chunk.subarray(start, end));
      const value = parseLine<T>(rest);
      if (value !== undefined) yield value;
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  const last = parseLine<T>(rest);
  if (last !== undefined) yield last;
}

/** A line of white space is none: some engines send one to keep the connection open. */
function parseLine<T>(parts: Uint8Array[]): T | undefined {
  const line = Buffer.concat(parts).toString().trim();
  if (!line) return undefined;
  try {
    return JSON.parse(line) as T;
  } catch (cause) {
    throw new ProtocolError("a line of the answer is not JSON, or the answer is cut off", {
      cause,
    });
  }
}
