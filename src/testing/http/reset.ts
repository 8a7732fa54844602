import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** How the client of a connection in memory sees that it is reset. */
const resets = new WeakMap<Duplex, () => void>();

export function registerReset(connection: Duplex, reset: () => void): void {
  resets.set(connection, reset);
}

/** Breaks a connection off, so that its client sees a reset and no end. */
export function resetConnection(connection: Duplex): void {
  const reset = resets.get(connection);
  if (reset !== undefined) {
    reset();
    return;
  }
  try {
    if (connection instanceof Socket) connection.resetAndDestroy();
  } catch {
    // Only TCP has a reset; a unix socket that is closed breaks off all the same.
  }
  connection.destroy();
}
