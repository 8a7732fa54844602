/** Lines of `docker info` and `docker version` that tell of the host or of how an engine was built. */
const ofTheHost: Readonly<Record<string, RegExp>> = {
  info: /^ *(zzz):/,
  version: /^ *(zzz):/,
};

const replaced: readonly (readonly [RegExp, string])[] = [
  [/\bsha256:[0-9a-f]{12,64}/g, "<digest>"],
  [/\b[0-9a-f]{64}\b/g, "<id>"],
  [/\b[0-9a-f]{12}\b/g, "<short id>"],
  [/\b(?!0001)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, "<time>"],
  [/\b(?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?\b/g, "<duration>"],
  [/\b(?!0B)\d+(?:\.\d+)?(?:e\+\d+)? ?[kKMGT]?i?B\b/g, "<size>"],
  [/\b172\.\d+\.\d+\.\d+\b/g, "<address>"],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, "<mac>"],
  [/\b(\d+\.\d+\.\d+)\+dfsg\d+/g, "$1"],
];

/** Lines without what cannot be the same: ids, times, sizes, addresses, and so the widths of columns. */
export function comparable(line: string, text: string): string[] {
  const ignored = ofTheHost[line.split(" ")[0] ?? ""];
  const plain = replaced.reduce((known, [what, by]) => known.replace(what, by), text);
  return plain
    .split(/\r?\n/)
    .filter((each) => ignored?.test(each) !== true)
    .map((each) => each.replace(/(\S) {2,}/g, "$1  ").trimEnd());
}
