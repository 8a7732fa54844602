import type { ChildProcess } from "node:child_process";

/** How a program is started so that it can be ended with all that it has started itself. */
export const ownSession: { detached: boolean; windowsHide: boolean } = {
  detached: process.platform !== "win32",
  windowsHide: true,
};

/** Sends a signal to a program of {@link ownSession} and to all that it has started. */
export function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/** What ends those that run now; none may outlive this program. */
const ends: Set<() => void> = new Set();

function endAll(): void {
  for (const end of ends) end();
}

/**
 * Has a program ended with this one.
 *
 * @param end - ends it
 * @returns what is to be called when it is over
 */
export function endWithProgram(end: () => void): () => void {
  if (ends.size === 0) process.on("exit", endAll);
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size === 0) process.removeListener("exit", endAll);
  };
}
