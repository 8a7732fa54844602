/** Keys in `docker info` whose values are the host's, or those of other things on the engine. */
const keys = [
  "Containers",
  "Running",
  "Paused",
  "Stopped",
  "Images",
  "Backing Filesystem",
  "Cgroup Driver",
  "Cgroup Version",
  "cgroupns",
  "Init Binary",
  "containerd version",
  "runc version",
  "init version",
  "Kernel Version",
  "Operating System",
  "CPUs",
  "Total Memory",
  "Name",
  "ID",
  "Docker Root Dir",
];

/** Lines of `docker info` and `docker version` that tell of the host, or of how an engine was built. */
const ofTheHost: Readonly<Record<string, RegExp>> = {
  info: new RegExp(`^ *(?:(?:${keys.join("|")})(?::|$)|10\\.)`),
  version: /^ *(?:Go version|Git commit|GitCommit|Built|docker-init|tini-static):/,
};

/** Versions of what an engine is shipped with. */
const parts = /^( (?:containerd|runc|docker-init|tini-static):\n {2}Version: ).*$/gm;

/** Commands whose lines come in no order. */
const unordered = /^diff /;

/** Process ids, processor use and start times. */
const ofTheProcess = /^((?:root +)?)\d+(?: +\d+ +\d+ +\d\d:\d\d)?(?= )/gm;

const replaced: readonly (readonly [RegExp, string])[] = [
  [/\bsha256:[0-9a-f]{12,64}/g, "<digest>"],
  [/\b[0-9a-f]{64}\b/g, "<id>"],
  [/\b[0-9a-f]{12}\b/g, "<short id>"],
  [/\b(?!0001)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, "<time>"],
  [/\b(?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?\b/g, "<duration>"],
  [/\b(?!0B)\d+(?:\.\d+)?(?:e\+\d+)? ?[kKMGT]?i?B\b/g, "<size>"],
  [/\b172\.\d+\.\d+\.\d+\b/g, "<address>"],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, "<mac>"],
  // A host with cgroups of version 1 has no private ones.
  [/"CgroupnsMode":"(?:host|private)"/g, '"CgroupnsMode":<mode>'],
  // The command prints a map in no order.
  [/^ Runtimes: io\.containerd\.runc\.v2 runc$/gm, " Runtimes: runc io.containerd.runc.v2"],
  [/\bfile:[0-9a-f]{16,}/g, "file:<sum>"],
  [/\/[\w./-]*\/tmp\/docker-import-\d+/g, "<import>"],
  // Written only if the engine refuses before the command has packed the files.
  [/^time="[^"]*" level=error msg="Can't add file .*\n/gm, ""],
  [/\b(\d+\.\d+\.\d+)\+dfsg\d+/g, "$1"],
];

/** Lines without what cannot be the same: ids, times, sizes, addresses, and so the widths of columns. */
export function comparable(line: string, text: string): string[] {
  const ignored = ofTheHost[line.split(" ")[0] ?? ""];
  const known = replaced.reduce((plain, [what, by]) => plain.replace(what, by), text);
  const lines = (line.startsWith("top ") ? known.replace(ofTheProcess, "$1<pid>") : known)
    .replace(parts, "$1<version>")
    .split(/\r?\n/)
    .filter((each) => ignored?.test(each) !== true)
    .map((each) => each.replace(/(\S) {2,}/g, "$1  ").trimEnd());
  return unordered.test(line) ? lines.sort() : lines;
}
