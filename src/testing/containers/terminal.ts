import type { TerminalSize } from "./process.js";

/** A terminal sends its lines with CR LF. It does nothing else here: it echoes no input. */
export function withCarriageReturns(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString("latin1").replace(/\n/g, "\r\n"), "latin1");
}

/** As a request has it: rows first. */
export const terminalSize = (
  given: readonly (number | null)[] | null | undefined,
): TerminalSize => ({ columns: given?.[1] ?? 0, rows: given?.[0] ?? 0 });
