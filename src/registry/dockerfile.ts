import { parseReference } from "./reference.js";

/** What a build is told beside the Dockerfile. */
export interface DockerfileSettings {
  /** Values for `ARG`. */
  buildargs?: Record<string, string | null> | undefined;
  /** Images to take layers from. */
  cachefrom?: readonly string[] | undefined;
}

/** What variables stand for. */
type Values = Map<string, string>;

const DOCKER_HUB = "docker.io";

/**
 * The registries that the images of a Dockerfile come from: those of FROM, COPY --from and RUN
 * --mount. What cannot be told is left out; the engine says what is wrong with a Dockerfile.
 *
 * @param text - the Dockerfile
 * @param settings - `buildargs`, `cachefrom`
 *
 * @example
 * ```ts
 * registriesOf("ARG BASE\nFROM ${BASE}/app", { buildargs: { BASE: "ghcr.io/org" } }); // ["ghcr.io"]
 * ```
 */
export function registriesOf(text: string, settings: DockerfileSettings = {}): string[] {
  const { buildargs = {}, cachefrom = [] } = settings;
  const images: string[] = cachefrom.map((image) => /(?:^|,)ref=([^,]+)/.exec(image)?.[1] ?? image);
  /** Those before the first FROM, which alone FROM knows. */
  const shared: Values = new Map();
  let own: Values = shared;
  const stages = new Set<string>(["scratch"]);
  for (const [instruction, rest] of instructionsOf(text)) {
    if (instruction === "ARG") {
      for (const word of rest.split(/\s+/)) {
        const [name = "", ...value] = word.split("=");
        const given = Object.hasOwn(buildargs, name) ? buildargs[name] : undefined;
        const preset = value.length > 0 ? expand(value.join("="), own) : shared.get(name);
        own.set(name, given ?? preset ?? "");
      }
    } else if (instruction === "FROM") {
      const [name = "", as, stage = ""] = rest.replace(/^(?:--\S+\s+)+/, "").split(/\s+/);
      const image = expand(name, shared);
      if (!stages.has(image.toLowerCase())) images.push(image);
      if (as?.toUpperCase() === "AS") stages.add(stage.toLowerCase());
      own = new Map();
    } else {
      const sources = sourcesOf(instruction, rest).map((image) => expand(image, own));
      // A stage may also be meant by its number.
      images.push(
        ...sources.filter((name) => !stages.has(name.toLowerCase()) && !/^\d+$/.test(name)),
      );
    }
  }
  const registries = images.filter((image) => image !== "").map(registryOf);
  return [...new Set(registries.filter((registry) => registry !== undefined))];
}

/** The images in the flags of COPY and RUN. */
function sourcesOf(instruction: string, rest: string): string[] {
  const [flags = ""] = /^(?:--\S+\s*)*/.exec(rest) ?? [];
  if (instruction === "COPY")
    return [...flags.matchAll(/--from=(\S+)/g)].map(([, from = ""]) => from);
  if (instruction !== "RUN") return [];
  return [...flags.matchAll(/--mount=(\S+)/g)].flatMap(([, mount = ""]) =>
    mount.split(",").flatMap((option) => /^from=(.+)$/i.exec(option)?.[1] ?? []),
  );
}

/** The instructions in capitals, each with what follows it on its line and those that continue it. */
function* instructionsOf(text: string): Generator<[string, string], void, undefined> {
  const [head = ""] = text.split(/^\s*[^#\s]/m, 1);
  const continued = /^\s*#\s*escape\s*=\s*`/im.test(head) ? "`" : "\\";
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  let whole = "";
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^\s*(?:#|$)/.test(line)) continue;
    const trimmed = line.trimEnd();
    if (trimmed.endsWith(continued) && i + 1 < lines.length) {
      whole += trimmed.slice(0, -1);
      continue;
    }
    whole += trimmed;
    const [, instruction = "", rest = ""] = /^\s*(\S+)\s*(.*)$/s.exec(whole) ?? [];
    whole = "";
    yield [instruction.toUpperCase(), rest];
    i = afterHeredocs(instruction, rest, lines, i);
  }
}

/** The lines of a here-document are no instructions. */
function afterHeredocs(instruction: string, rest: string, lines: string[], at: number): number {
  if (!/^(?:RUN|COPY|ADD)$/i.test(instruction)) return at;
  let line = at;
  for (const [, dash, , name] of rest.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)) {
    const isEnd = (text: string): boolean => (dash ? text.replace(/^\t+/, "") : text) === name;
    const end = lines.findIndex((text, i) => i > line && isEnd(text));
    if (end > 0) line = end;
  }
  return line;
}

/** A word without its quotes, and with what its variables stand for. */
function expand(word: string, values: Values): string {
  return word
    .replace(/["']/g, "")
    .replace(
      /\$(?:(\w+)|\{(\w+)(?::?([-+])([^}]*))?\})/g,
      (_, bare, braced, operator, other: string = "") => {
        const value = values.get(bare ?? braced) ?? "";
        if (operator === "-") return value || other;
        return operator === "+" ? value && other : value;
      },
    );
}

/** Whatever else is in the name of an image, or missing from it, its first part tells. */
function registryOf(image: string): string | undefined {
  const slash = image.indexOf("/");
  if (slash < 0) return DOCKER_HUB;
  try {
    return parseReference(`${image.slice(0, slash)}/image`).registry;
  } catch {
    return undefined;
  }
}
