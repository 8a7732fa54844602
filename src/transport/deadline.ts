import { TimeoutError } from "../errors.js";
import type { EngineRequest } from "./transport.js";

/** Everything that may end one call early, as one signal. */
export interface Deadline {
  readonly signal: AbortSignal | undefined;
  /** The time limit is kept; the caller's signal goes on. */
  stopTimer(): void;
  /** The call is over. */
  release(): void;
}

const nothing = (): void => {};

/**
 * @param request - the call, with the caller's own signal
 * @param ms - the time limit; undefined or 0 for none
 */
export function createDeadline(request: EngineRequest, ms: number | undefined): Deadline {
  const { signal } = request;
  if (!ms) return { signal, stopTimer: nothing, release: nothing };
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(signal?.reason);
  const timer = setTimeout(() => {
    const call = `${request.method} ${request.url.split("?", 1)[0]}`;
    controller.abort(new TimeoutError(`${call} took longer than ${ms} ms (timeout)`));
  }, ms);
  if (signal?.aborted) onAbort();
  else signal?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    stopTimer: () => clearTimeout(timer),
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
  };
}

/** Waits for what several calls may share; an abort ends this caller's wait only. */
export async function withSignal<T>(wait: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return wait;
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
