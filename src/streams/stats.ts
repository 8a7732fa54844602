import { ProtocolError } from "../errors.js";
import type { Result } from "../types.js";
import { openJsonLines } from "./json-lines.js";

/**
 * One sample of {@link Containers.stats}. Its counters are numbers, to be subtracted and divided; the
 * engine also writes some that have more digits than JavaScript's numbers keep.
 */
export type ContainerStats = Result<"ContainerStats"> & {
  /**
   * The digits of each integer that lost some, by its path: `{"pids_stats.limit":
   * "18446744073709551615"}` for no limit. Absent where none did.
   */
  exact?: Readonly<Record<string, string>>;
};

/** Reads samples as they come, one a line. */
export function readStats(
  open: () => Promise<AsyncIterable<Uint8Array>>,
): AsyncIterableIterator<ContainerStats> {
  return openJsonLines(open, parseStats);
}

/**
 * Reads an answer that is one sample.
 *
 * @throws {ProtocolError} when it is not JSON
 */
export async function readSample(answer: { text(): Promise<string> }): Promise<ContainerStats> {
  const text = await answer.text();
  try {
    return parseStats(text);
  } catch (cause) {
    throw new ProtocolError("the answer to GET /containers/{id}/stats is not JSON", { cause });
  }
}

/** Reads one sample, and keeps the digits that its numbers cannot hold. */
export function parseStats(text: string): ContainerStats {
  const sample = JSON.parse(text) as ContainerStats;
  // Fewer digits than these fit into a number, and most samples have no more.
  if (!/\d{16}/.test(text)) return sample;
  const exact = lostDigits(sample, JSON.parse(text.replace(TOKENS, asText)), []);
  return exact.length > 0 ? { ...sample, exact: Object.fromEntries(exact) } : sample;
}

/**
 * Strings too, so that no number is looked for within one; and numbers to their end. What is between
 * two escapes is one step, or a long string would be too many of them.
 */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** An integer that would lose digits becomes text, and everything else stays. */
function asText(token: string): string {
  return /^-?\d{16,}$/.test(token) && losesDigits(token) ? `"${token}"` : token;
}

/** It need not show: 9223372036854776000 is kept as ...5808, and printed as it was written. */
function losesDigits(token: string): boolean {
  const number = Number(token);
  return String(number) !== token || BigInt(number) !== BigInt(token);
}

/** Where one parse has a number and the other one text, the number lost digits. */
function lostDigits(
  value: unknown,
  digits: unknown,
  path: readonly string[],
): [path: string, digits: string][] {
  if (typeof value === "number" && typeof digits === "string") return [[path.join("."), digits]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    lostDigits(member, (digits as Record<string, unknown>)[key], [...path, key]),
  );
}
