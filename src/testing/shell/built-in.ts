import type { evaluate } from "./evaluate.js";
import type { Io, ShellState } from "./state.js";

/** What a command is given that is part of the shell. */
export interface Call {
  readonly state: ShellState;
  readonly io: Io;
  readonly argv: readonly string[];
  readonly run: typeof evaluate;
}
