import type { Engine } from "../engine.js";

/** What an engine says today, and what one said before the API version 1.x that changed it. */
const changes: readonly (readonly [minor: number, today: RegExp, before: string])[] = [
  [42, /(^|: )invalid filter '/, "$1Invalid filter '"],
  [44, /(: repository name) \(.*\) (must be lowercase)/, "$1 $2"],
];

/** Today's words for what went wrong in those of an engine of this age. */
export function inWordsOf(engine: Pick<Engine, "atLeast">, message: string): string {
  return changes.reduce(
    (words, [minor, today, before]) =>
      engine.atLeast(minor) ? words : words.replace(today, before),
    message,
  );
}
