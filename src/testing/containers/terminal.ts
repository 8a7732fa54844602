import type { TerminalSize } from "./process.js";

/** A terminal sends its lines with CR LF. */
export function withCarriageReturns(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString("latin1").replace(/\n/g, "\r\n"), "latin1");
}

/** As a request has it: rows first. */
export const terminalSize = (
  given: readonly (number | null)[] | null | undefined,
): TerminalSize => ({ columns: given?.[1] ?? 0, rows: given?.[0] ?? 0 });

/** What a terminal does with what is typed. */
export interface TerminalEnds {
  /** Shows it, as if the process had written it. */
  echo(bytes: Buffer): void;
  /** Gives it to the process; answers whether there is room for more. */
  input(bytes: Buffer): boolean;
  /** The input has come to its end. */
  end(): void;
  signal(name: string): void;
}

const [backspace, newline, carriageReturn, killLine, erase] = [8, 10, 13, 21, 127];
const endOfTransmission = 4;
const signals: Readonly<Record<number, string>> = { 3: "SIGINT", 26: "SIGTSTP", 28: "SIGQUIT" };

/**
 * A terminal as Linux has it: it echoes what is typed, gives a line to the process when it is complete,
 * lets the line be corrected before, and makes Ctrl-C a signal and Ctrl-D the end of the input. In raw
 * mode it does nothing of this.
 */
export class Terminal {
  raw = false;
  readonly #ends: TerminalEnds;
  #line: number[] = [];
  #echo: number[] = [];

  constructor(ends: TerminalEnds) {
    this.#ends = ends;
  }

  /** Answers whether there is room for more. */
  type(bytes: Buffer): boolean {
    if (this.raw) return this.#ends.input(bytes);
    let free = true;
    for (const byte of bytes) free = this.#key(byte) && free;
    this.#show();
    return free;
  }

  #key(byte: number): boolean {
    const signal = signals[byte];
    if (signal !== undefined) {
      this.#line = [];
      this.#echo.push(...control(byte));
      this.#show();
      this.#ends.signal(signal);
      return true;
    }
    switch (byte) {
      case newline:
      case carriageReturn:
        this.#line.push(newline);
        this.#echo.push(carriageReturn, newline);
        return this.#send();
      case endOfTransmission:
        if (this.#line.length > 0) return this.#send();
        this.#show();
        this.#ends.end();
        return true;
      case erase:
      case backspace:
        this.#erase();
        return true;
      case killLine:
        while (this.#line.length > 0) this.#erase();
        return true;
      default:
        this.#line.push(byte);
        this.#echo.push(...(byte < 32 && byte !== 9 ? control(byte) : [byte]));
        return true;
    }
  }

  #erase(): void {
    // Of a character of several bytes, all go: those that follow the first begin with 10.
    let last = this.#line.pop();
    while (last !== undefined && (last & 0xc0) === 0x80) last = this.#line.pop();
    if (last !== undefined) this.#echo.push(backspace, 32, backspace);
  }

  #send(): boolean {
    this.#show();
    const line = Buffer.from(this.#line);
    this.#line = [];
    return this.#ends.input(line);
  }

  #show(): void {
    if (this.#echo.length > 0) this.#ends.echo(Buffer.from(this.#echo));
    this.#echo = [];
  }
}

/** `^C` */
const control = (byte: number): number[] => [94, byte + 64];
