import { TimeoutError } from "../errors.js";

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
 * @param signal - the caller's
 * @param ms - the time limit; undefined or 0 for none
 * @param call - the call in words, for the error
 */
export function createDeadline(
  signal: AbortSignal | undefined,
  ms: number | undefined,
  call: string,
): Deadline {
  if (!ms) return { signal, stopTimer: nothing, release: nothing };
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(signal?.reason);
  const timer = setTimeout(
    () => controller.abort(new TimeoutError(`${call} took longer than ${ms} ms (timeout)`)),
    ms,
  );
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
