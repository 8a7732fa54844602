import type { TerminalSize } from "./process.js";

/** A terminal sends its lines with CR LF. It does nothing else here: it echoes no input. */
export function withCarriageReturns(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString("latin1").replace(/\n/g, "\r\n"), "latin1");
}

/** As a request has it: rows first. */
export const terminalSize = (
  given: readonly (number | null)[] | null | undefined,
): TerminalSize => ({ columns: given?.[1] ?? 0, rows: given?.[0] ?? 0 });

const endOfTransmission = 4;
const lineEnds: readonly number[] = [10, 13];

/**
 * What is typed at a terminal: Ctrl-D at the beginning of a line is the end of the input, elsewhere it
 * only sends the line off.
 */
export class TypedInput {
  #lineBegins = true;

  take(chunk: Buffer): { readonly bytes: Buffer; readonly ended: boolean } {
    const kept: number[] = [];
    for (const byte of chunk) {
      if (byte === endOfTransmission) {
        if (this.#lineBegins) return { bytes: Buffer.from(kept), ended: true };
        this.#lineBegins = true;
      } else {
        kept.push(byte);
        this.#lineBegins = lineEnds.includes(byte);
      }
    }
    return { bytes: Buffer.from(kept), ended: false };
  }
}
