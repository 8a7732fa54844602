import { badRequest, type EngineError } from "../http/engine-error.js";

/** One line of a Dockerfile, continued lines joined. */
export interface Instruction {
  /** In lower case: `from`. */
  readonly name: string;
  /** As it is written, for the line that a build prints. */
  readonly original: string;
  readonly line: number;
  /** `--chown=1:2` */
  readonly flags: ReadonlyMap<string, string>;
  /** What comes after the name and the flags. */
  readonly rest: string;
  /** Where `rest` is a JSON list of strings. */
  readonly list: readonly string[] | undefined;
}

const known: Readonly<Record<string, readonly string[]>> = {
  add: ["chown", "chmod", "link", "keep-git-dir", "checksum", "exclude"],
  arg: [],
  cmd: [],
  copy: ["chown", "chmod", "from", "link", "parents", "exclude"],
  entrypoint: [],
  env: [],
  expose: [],
  from: ["platform"],
  healthcheck: ["interval", "timeout", "start-period", "start-interval", "retries"],
  label: [],
  maintainer: [],
  onbuild: [],
  run: ["mount", "network", "security"],
  shell: [],
  stopsignal: [],
  user: [],
  volume: [],
  workdir: [],
};

export interface Dockerfile {
  readonly instructions: readonly Instruction[];
  readonly warnings: readonly string[];
}

/** Takes a Dockerfile apart; the engine's words for what is wrong with its form. */
export function parseDockerfile(text: string): Dockerfile {
  const instructions: Instruction[] = [];
  const warnings: string[] = [];
  const [head = ""] = text.split(/^[^#]/m);
  const backtick = /^#\s*escape\s*=\s*`\s*$/im.test(head);
  const continued = backtick ? /`[ \t]*$/ : /\\[ \t]*$/;
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const first = (lines[index] ?? "").trim();
    if (first === "" || first.startsWith("#")) continue;
    const line = index + 1;
    let whole = first;
    let hadEmptyLine = false;
    while (continued.test(whole) && index + 1 < lines.length) {
      index += 1;
      const next = lines[index] ?? "";
      if (next.trim().startsWith("#")) continue;
      if (next.trim() === "") hadEmptyLine = true;
      else whole = whole.replace(continued, "") + next;
    }
    whole = whole.replace(continued, "").trim();
    if (hadEmptyLine) warnings.push(`[WARNING]: Empty continuation line found in: ${whole}\n`);
    instructions.push(parseInstruction(whole, line));
    // Its lines would be taken for instructions.
    if (/^(?:run|copy|add)\s.*<<-?["']?\w/i.test(whole)) return { instructions, warnings };
  }
  if (instructions.length === 0) {
    throw badRequest("failed to parse Dockerfile: file with no instructions");
  }
  if (warnings.length > 0) {
    warnings.push("[WARNING]: Empty continuation lines will become errors in a future release.\n");
  }
  return { instructions, warnings };
}

/** A mistake in a line. */
export const lineError = (line: number, message: string): EngineError =>
  badRequest(`dockerfile parse error on line ${line}: ${message}`);

export function parseInstruction(original: string, line: number): Instruction {
  const [, word = "", tail = ""] = /^(\S+)\s*([\s\S]*)$/.exec(original) ?? [];
  const name = word.toLowerCase();
  const allowed = known[name];
  if (allowed === undefined) {
    throw lineError(line, `unknown instruction: ${word.toUpperCase()}${suggestion(name)}`);
  }
  const flags = new Map<string, string>();
  let rest = tail;
  for (;;) {
    const [whole, flag = "", value = "true"] = /^--([\w-]+)(?:=(\S*))?\s*/.exec(rest) ?? [];
    if (whole === undefined) break;
    if (!allowed.includes(flag)) throw lineError(line, `unknown flag: --${flag}`);
    flags.set(flag, value);
    rest = rest.slice(whole.length);
  }
  return { name, original, line, flags, rest, list: parseList(rest) };
}

function parseList(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    const right = Array.isArray(list) && list.every((item) => typeof item === "string");
    return right ? list : undefined;
  } catch {
    return undefined;
  }
}

/** What was probably meant: an instruction that differs by two letters at most. */
function suggestion(name: string): string {
  const [best] = Object.keys(known)
    .map((word) => [word, distance(name, word)] as const)
    .filter(([, steps]) => steps <= 2)
    .sort(([, a], [, b]) => a - b);
  return best === undefined ? "" : ` (did you mean ${best[0].toUpperCase()}?)`;
}

/** How many letters have to be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
