const longest = 2 ** 31 - 1;

/**
 * Waits for so many milliseconds without keeping the process alive; rejects when the signal aborts. It
 * asks for the timer when it is called, so that a test's fake timers decide how long that is.
 */
export async function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  for (let left = milliseconds; left > 0 || left === milliseconds; left -= longest) {
    await once(Math.min(left, longest), signal);
  }
}

function once(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    timer.unref();
    signal?.addEventListener("abort", abort, { once: true });
  });
}
