/** What Go prints for a time that was never set. */
const zeroTime = "0001-01-01T00:00:00Z";

/** A time that stands still, or what tells it. */
export type ClockSource = Date | (() => Date | number);

/** Nanoseconds since 1970 that never stand still: log lines and creation times keep their order. */
export class Clock {
  readonly #source: ClockSource | undefined;
  #told = 0n;
  #last = 0n;

  /** Without a source it is the time that `Date` tells when it is asked. */
  constructor(source?: ClockSource) {
    this.#source = source;
  }

  now(): bigint {
    const source = this.#source;
    const told = typeof source === "function" ? source() : (source ?? Date.now());
    const time = BigInt(Math.round(Number(told))) * 1_000_000n;
    // A test may set the time back.
    const wentBack = time < this.#told;
    this.#last = time > this.#last || wentBack ? time : this.#last + 1000n;
    this.#told = time;
    return this.#last;
  }

  date(): Date {
    return new Date(Number(this.now() / 1_000_000n));
  }
}

/** RFC 3339 with nine digits, as in front of log lines. */
export function fixedTimestamp(nanoseconds: bigint): string {
  const seconds = new Date(Number(nanoseconds / 1_000_000n)).toISOString().slice(0, 19);
  return `${seconds}.${String(nanoseconds % 1_000_000_000n).padStart(9, "0")}Z`;
}

/** RFC 3339 as Go marshals a time: without trailing zeros. */
export function timestamp(nanoseconds: bigint | undefined): string {
  if (nanoseconds === undefined) return zeroTime;
  return fixedTimestamp(nanoseconds).replace(/\.?0+Z$/, "Z");
}

export const unixSeconds = (nanoseconds: bigint): number => Number(nanoseconds / 1_000_000_000n);

/** From one time to another, in nanoseconds, but for what a clock adds to keep things in order. */
export const elapsed = (from: bigint, to: bigint): bigint =>
  (to / 1_000_000n - from / 1_000_000n) * 1_000_000n;

/** A length of time in docker's words: `3 seconds`, `About an hour`. */
export function humanDuration(nanoseconds: bigint): string {
  const exact = Number(nanoseconds) / 1e9;
  const seconds = Math.floor(exact);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(exact / 60);
  if (minutes === 1) return "About a minute";
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(exact / 3600 + 0.5);
  if (hours === 1) return "About an hour";
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.floor(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.floor(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.floor(hours / 24 / 30)} months`;
  return `${Math.floor(exact / 3600 / 24 / 365)} years`;
}
