import type { Engine } from "../engine.js";

/** What an engine says today, and what one said before the API version 1.x that changed it. */
const changes: readonly (readonly [minor: number, today: RegExp, before: string])[] = [
  [46, /: error during container init: exec: /, ": exec: "],
  [46, /^(failed to create task for container: .*?)(?:: unknown)?$/, "$1: unknown"],
  [46, /(: unknown flag: )--/, "$1"],
  [46, /^joining network namespace of container: /, ""],
  [42, /(^|: )invalid filter '/, "$1Invalid filter '"],
  [42, /^failed to create task for container: /, ""],
  [42, /^(dockerfile parse error )on (line .*?)(?: \(did you mean \w+\?\))?$/s, "$1$2"],
  [42, /(: )u(nknown flag: )/, "$1U$2"],
  [42, /^target stage "(.*)" could not be found$/, "failed to reach build target $1 in Dockerfile"],
  [42, /^(?:error reading cache-from|invalid outputs specified): /, ""],
  [42, /(: Error while dialing): (dial tcp )/, "$1 $2"],
  [42, /^invalid signal: /, "Invalid signal: "],
  [42, /^unsupported isolation: /, "Unsupported isolation: "],
  [47, /^invalid name: name is empty$/, "invalid name: "],
  [47, /^invalid pool request: (Pool overlaps )/, "$1"],
  [
    44,
    /^invalid network config:\ninvalid subnet (.*): invalid CIDR block notation$/,
    "Invalid subnet $1 : invalid CIDR address: $1",
  ],
  [
    44,
    /^invalid network config:\ninvalid gateway (\S+): parent subnet .*$/,
    "failed to allocate gateway ($1): Requested address is out of range",
  ],
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
