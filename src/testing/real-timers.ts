/**
 * Turns of the event loop and what keeps a process alive have nothing to do with the time that passes:
 * they are left alone by a test that replaces the timers.
 */
const { setImmediate: immediate, setInterval: interval, clearInterval: clear } = globalThis;

/** Lets everything else have its turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void immediate(resolve));

/** Keeps the process alive until the answered function is called. */
export function keepAlive(): () => void {
  const timer = interval(() => {}, 2 ** 31 - 1);
  return () => clear(timer);
}

/** Whether a test has put its own timers in the place of the real ones. */
export const timersAreFake = (): boolean =>
  globalThis.setImmediate !== immediate || "clock" in globalThis.setImmediate;
