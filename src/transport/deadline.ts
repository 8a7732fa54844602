import { setMaxListeners } from "node:events";
import { TimeoutError } from "../errors.js";
import type { EngineRequest } from "./transport.js";

/** Everything that may end one call early, as one signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Ends the time limit; the signals go on. */
  stopTimer(): void;
  /** The call is over. */
  release(): void;
}

const nothing = (): void => {};

/**
 * @param request - the call, with the caller's own signal
 * @param ms - the time limit; undefined or 0 for none
 * @param closing - aborts when the client is closed
 */
export function createDeadline(
  request: EngineRequest,
  ms: number | undefined,
  closing: AbortSignal,
): Deadline {
  // Most calls have neither, and need no controller of their own.
  if (!ms && !request.signal) return { signal: closing, stopTimer: nothing, release: nothing };
  const controller = new AbortController();
  const signals = request.signal ? [request.signal, closing] : [closing];
  const onAbort = (): void => controller.abort(signals.find(({ aborted }) => aborted)?.reason);
  const onTimeout = (): void => {
    const call = `${request.method} ${request.url.split("?", 1)[0]}`;
    controller.abort(new TimeoutError(`${call} took longer than ${ms} ms (timeout)`));
  };
  const timer = ms ? setTimeout(onTimeout, ms) : undefined;
  // One signal may rightly end a hundred calls; Node 20 would take the eleventh for a leak.
  setMaxListeners(0, ...signals);
  for (const signal of signals) signal.addEventListener("abort", onAbort, { once: true });
  if (signals.some(({ aborted }) => aborted)) onAbort();
  return {
    signal: controller.signal,
    stopTimer: () => clearTimeout(timer),
    release: () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
    },
  };
}

/** Waits for what several calls may share; an abort ends this caller's wait only. */
export async function withSignal<T>(wait: T | Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return wait;
  // Whoever stops waiting must not leave a rejection that nobody handles.
  Promise.resolve(wait).catch(nothing);
  signal.throwIfAborted();
  let onAbort: () => void = nothing;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
