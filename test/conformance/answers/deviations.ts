import type { RecordedAnswer } from "../../support/recorded-answers.js";

/** How something that is not the engine answers otherwise; the types stay the engine's. */
export interface Deviation {
  /** An operation, or every answer that refuses. */
  readonly operation: string;
  /** Where in the answer: `/*` is any item of a list. */
  readonly paths: readonly string[];
  /** What the check says of it. */
  readonly mismatch: string;
  readonly sends: string;
  /** Why it does not occur each time, where that cannot be had. */
  readonly sometimes?: string;
}

export interface Deviations {
  readonly answers: readonly Deviation[];
  /** Scenarios that do not come to their end: by title, the error, and why. */
  readonly failures: Readonly<Record<string, { error: RegExp; why: string }>>;
}

export const NONE: Deviations = { answers: [], failures: {} };

export const REFUSAL = "every refusal";

/** One line for each difference, however often it occurs. */
export function mismatchesOf(answers: readonly RecordedAnswer[]): string[] {
  const lines = answers.flatMap(({ operation, status, mismatches }) =>
    mismatches.map((mismatch) => `${status >= 400 ? REFUSAL : operation} ${inAnyItem(mismatch)}`),
  );
  return [...new Set(lines)].sort();
}

/** The same lines for deviations. */
export function linesOf(deviations: readonly Deviation[]): string[] {
  return deviations.flatMap(({ operation, paths, mismatch }) =>
    paths.map((path) => `${operation} ${path} ${mismatch}`),
  );
}

function inAnyItem(mismatch: string): string {
  return mismatch.replace(/\/\d+(?=[/ ])/g, "/*").replace(/ \[.*\]$/, "");
}
