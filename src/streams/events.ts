import { setTimeout as delay } from "node:timers/promises";
import {
  ConfigError,
  ConnectionError,
  ServerError,
  TimeoutError,
  TlsError,
  UnavailableError,
} from "../errors.js";
import { withTimeAsText } from "../event-time.js";
import type { EventMessage } from "../types.js";
import { openJsonLines } from "./json-lines.js";

/** How events are asked for. */
export interface EventSource {
  /** Opens the stream of events from this time on, in seconds with nanoseconds. */
  open(since: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  /** The engine's own clock, in seconds with nanoseconds: ours may differ. */
  now(): Promise<string>;
  /** When the stream ends by itself, in milliseconds since 1970. */
  until: number | undefined;
  signal: AbortSignal | undefined;
}

const NANOSECONDS = 1_000_000_000n;
/** Milliseconds between two attempts to connect again. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 1_000;

/** Reads events as they come, one a line. */
export function readEvents(
  open: () => Promise<AsyncIterable<Uint8Array>>,
): AsyncIterableIterator<EventMessage> {
  return openJsonLines(open, parseEvent);
}

/**
 * Follows events through lost connections and restarts of the engine. The engine is asked for what
 * came since the last event; what came in the very same nanosecond comes again, and is left out.
 *
 * @param since - where to begin; the engine's present time unless given
 */
export function followEvents(
  source: EventSource,
  since: string | undefined,
): AsyncIterableIterator<EventMessage> {
  const left = new AbortController();
  const signal = source.signal ? AbortSignal.any([source.signal, left.signal]) : left.signal;
  const events = follow(source, since, signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => events.next(),
    // A generator that waits for an event would not return before there is one.
    async return() {
      left.abort();
      await events.return().catch(() => {});
      return { value: undefined, done: true };
    },
  };
}

async function* follow(
  source: EventSource,
  since: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<EventMessage, void, undefined> {
  let last = nanosecondsOf(since ?? (await source.now()));
  /** The lines of that last nanosecond. */
  let lines: string[] = [];
  let connected = false;
  let wait = FIRST_WAIT;
  for (;;) {
    try {
      const bytes = await source.open(inSeconds(last), signal);
      connected = true;
      const again = new Set(lines);
      for await (const [line, event] of openJsonLines(async () => bytes, parseLine)) {
        wait = FIRST_WAIT;
        const time = event.timeNano === undefined ? last : BigInt(event.timeNano);
        if (time > last) lines = [];
        else if (again.delete(line)) continue;
        if (time >= last) lines.push(line);
        last = time > last ? time : last;
        yield event;
      }
      if (source.until !== undefined && source.until <= Date.now()) return;
    } catch (error) {
      if (!connected || !mayPass(error)) throw error;
    }
    await delay(wait, undefined, { signal }).catch(() => {
      throw signal.reason;
    });
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** An engine that restarts refuses connections, and answers 5xx when it is not ready yet. */
function mayPass(error: unknown): boolean {
  if (error instanceof TlsError) return false;
  return [ConnectionError, TimeoutError, ServerError, UnavailableError].some(
    (passing) => error instanceof passing,
  );
}

function parseEvent(line: string): EventMessage {
  return JSON.parse(withTimeAsText(line)) as EventMessage;
}

/** The line too, by which one that comes again is known. */
function parseLine(line: string): [string, EventMessage] {
  return [line, parseEvent(line)];
}

/** Of `1700000000` or `1700000000.123456789`. */
function nanosecondsOf(time: string): bigint {
  const [, seconds, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(time) ?? [];
  if (seconds === undefined) {
    throw new ConfigError("since", `"${time}" is no time; give a Date or seconds since 1970`);
  }
  return BigInt(seconds) * NANOSECONDS + BigInt(fraction.slice(0, 9).padEnd(9, "0"));
}

function inSeconds(time: bigint): string {
  return `${time / NANOSECONDS}.${String(time % NANOSECONDS).padStart(9, "0")}`;
}

/** A time as the API prints it, `2026-01-02T03:04:05.678901234+01:00`, in seconds with nanoseconds. */
export function secondsOf(timestamp: string): string {
  const [, fraction = ""] = /\.(\d+)/.exec(timestamp) ?? [];
  return `${Math.floor(Date.parse(timestamp) / 1000)}.${fraction.padEnd(9, "0")}`;
}
