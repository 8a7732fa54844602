/** A piece of a word; what is quoted is not split, and has no patterns. */
export type Part = (
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "parameter";
      readonly name: string;
      /** `:-`, `%`, …; `length` for `${#name}`; empty for `$name`. */
      readonly operator: string;
      readonly word: Word;
    }
  | { readonly kind: "command"; readonly body: Command }
  | { readonly kind: "arithmetic"; readonly expression: Word }
) & { readonly quoted: boolean };

export type Word = readonly Part[];

export interface Redirection {
  readonly fd: number;
  readonly how: "<" | ">" | ">>" | "<&" | ">&" | "<<";
  /** A path, a number, or what a here-document says. */
  target: Word;
}

export interface Clause {
  readonly condition: Command;
  readonly body: Command;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export interface SimpleCommand {
  readonly kind: "simple";
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

/** What a script is made of. */
export type Command =
  | SimpleCommand
  | { readonly kind: "pipeline"; readonly negated: boolean; readonly commands: readonly Command[] }
  | {
      readonly kind: "and-or";
      readonly operator: "&&" | "||";
      readonly left: Command;
      readonly right: Command;
    }
  | { readonly kind: "list"; readonly commands: readonly Command[] }
  | { readonly kind: "background"; readonly command: Command }
  | { readonly kind: "if"; readonly clauses: readonly Clause[]; readonly otherwise?: Command }
  | ({ readonly kind: "loop"; readonly until: boolean } & Clause)
  | {
      readonly kind: "for";
      readonly name: string;
      /** Undefined for the parameters of the script. */
      readonly words: readonly Word[] | undefined;
      readonly body: Command;
    }
  | {
      readonly kind: "case";
      readonly word: Word;
      readonly arms: readonly { readonly patterns: readonly Word[]; readonly body: Command }[];
    }
  | { readonly kind: "subshell" | "group"; readonly body: Command }
  | { readonly kind: "function"; readonly name: string; readonly body: Command }
  | {
      readonly kind: "redirected";
      readonly command: Command;
      readonly redirections: readonly Redirection[];
    };

/** What busybox says of a script that it cannot read. */
export class ShellSyntaxError extends Error {
  /** Whether more lines could mend it. */
  readonly incomplete: boolean;

  constructor(message: string, incomplete = false) {
    super(message);
    this.incomplete = incomplete;
  }
}
