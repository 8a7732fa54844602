import { ConfigError } from "../errors.js";

/** An image reference taken apart, with what it leaves out put in. */
export interface ImageReference {
  /** `docker.io`, `ghcr.io`, `localhost:5000`. */
  registry: string;
  /** The path in the registry: `library/alpine`. */
  repository: string;
  /** As written; `latest` is not put in. */
  tag: string | undefined;
  /** `sha256:…`, as written. */
  digest: string | undefined;
}

/** How {@link formatReference} writes. */
export interface FormatOptions {
  /** The short form that `docker images` shows: `alpine:3.20`. Default false, the full form. */
  familiar?: boolean | undefined;
}

const DEFAULT_REGISTRY = "docker.io";
const LABEL = "[a-z0-9]+(?:-+[a-z0-9]+)*";
const REGISTRY = new RegExp(`^(?:\\[[0-9a-f:]+\\]|${LABEL}(?:\\.${LABEL})*)(?::\\d+)?$`, "i");
const PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^([a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*):([0-9a-f]{32,})$/;
/** Hexadecimal digits of the algorithms that engines know; of another one, the engine is the judge. */
const DIGEST_LENGTHS: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 };
/** An engine would look for a repository of that name: it is never what was meant. */
const ID = /^(?:[0-9a-f]{64}|sha256:[0-9a-f]*)$/;
/** Of the repository alone; older engines, 20.10 for one, count the registry, too. */
const MAX_REPOSITORY = 255;

/**
 * Takes an image reference apart, as the engine reads it.
 *
 * @param text - `alpine`, `alpine:3.20`, `ghcr.io/org/app@sha256:…`
 * @throws {ConfigError} when it is no reference, with the part that is wrong
 *
 * @example
 * ```ts
 * parseReference("alpine:3.20");
 * // { registry: "docker.io", repository: "library/alpine", tag: "3.20", digest: undefined }
 * ```
 */
export function parseReference(text: string): ImageReference {
  if (typeof text !== "string" || text === "") throw refusal(text, "it is empty");
  if (/\s/.test(text)) throw refusal(text, "it has a space in it");
  if (text.includes("://")) throw refusal(undefined, "it has a scheme; leave out https://");
  if (ID.test(text)) throw refusal(text, "it is an image id, not a name");
  // What stands before an @ and a host may be a password.
  if (text.includes("@") && text.indexOf("@") < text.lastIndexOf("/")) {
    throw refusal(undefined, "it has an @ before its name; credentials go into registryAuth");
  }
  const [named = "", digest, ...more] = text.split("@");
  if (more.length > 0) throw refusal(text, 'it has more than one "@"');
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const { registry, repository } = splitName(colon < 0 ? named : named.slice(0, colon));
  const fault =
    registryFault(registry) ??
    repositoryFault(repository) ??
    (tag === undefined ? undefined : tagFault(tag)) ??
    (digest === undefined ? undefined : digestFault(digest));
  if (fault) throw refusal(text, fault);
  return { registry, repository, tag, digest };
}

/**
 * Writes an image reference, in full or as short as it may be.
 *
 * @param reference - the parts; {@link parseReference} gives them
 * @param options - `familiar` for the form that `docker images` shows
 * @returns what {@link parseReference} reads to the same parts again
 * @throws {ConfigError} when the parts are none of a reference
 *
 * @example
 * ```ts
 * const reference = parseReference("alpine:3.20");
 * formatReference(reference); // "docker.io/library/alpine:3.20"
 * formatReference(reference, { familiar: true }); // "alpine:3.20"
 * ```
 */
export function formatReference(reference: ImageReference, options: FormatOptions = {}): string {
  const { registry, repository } = reference;
  const read = parseReference(write(reference, `${registry}/${repository}`));
  const full = write(read, `${read.registry}/${read.repository}`);
  const isHub = /^(index\.)?docker\.io$/.test(registry);
  if ((!isHub && read.registry !== registry) || read.tag !== reference.tag) {
    throw refusal(full, "its parts are read in another way");
  }
  if (!options.familiar || !isHub) return full;
  const official = /^library\/([^/]+)$/.exec(read.repository)?.[1];
  const names = official === undefined ? [read.repository] : [official, read.repository];
  // A repository may look like a registry (docker.io/localhost/app), or like an id.
  return names.map((name) => write(read, name)).find((short) => isSame(short, full)) ?? full;
}

function write({ tag, digest }: ImageReference, name: string): string {
  return name + (tag === undefined ? "" : `:${tag}`) + (digest === undefined ? "" : `@${digest}`);
}

function isSame(short: string, full: string): boolean {
  if (ID.test(short)) return false;
  const { registry, repository } = splitName(short);
  return `${registry}/${repository}` === full;
}

/** The first part of a name is a registry when it looks like a host. */
function splitName(name: string): { registry: string; repository: string } {
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const isRegistry = first === "localhost" || /[.:]|[A-Z]/.test(first);
  const registry = isRegistry ? first : DEFAULT_REGISTRY;
  const rest = isRegistry ? name.slice(slash + 1) : name;
  if (registry !== DEFAULT_REGISTRY && registry !== "index.docker.io") {
    return { registry, repository: rest };
  }
  const repository = rest.includes("/") ? rest : `library/${rest}`;
  return { registry: DEFAULT_REGISTRY, repository };
}

function registryFault(registry: string): string | undefined {
  return REGISTRY.test(registry) ? undefined : `${shown(registry)} is no registry`;
}

function repositoryFault(repository: string): string | undefined {
  for (const part of repository.split("/")) {
    if (part === "") return "a part of its name is empty";
    if (/[A-Z]/.test(part)) return `${shown(part)} has upper-case letters; names are lower-case`;
    if (!PART.test(part)) {
      return `${shown(part)} is no name; names are letters and digits, and ".", "_", "__" or "-" between them`;
    }
  }
  if (repository.length <= MAX_REPOSITORY) return undefined;
  return `its name is over ${MAX_REPOSITORY} characters`;
}

function tagFault(tag: string): string | undefined {
  if (TAG.test(tag)) return undefined;
  return `${shown(tag)} is no tag; tags are up to 128 letters, digits, "_", "." and "-"`;
}

function digestFault(digest: string): string | undefined {
  const [, algorithm = "", digits = ""] = DIGEST.exec(digest) ?? [];
  if (!digits)
    return `${shown(digest)} is no digest; write it like sha256: and 64 lower-case digits`;
  const length = DIGEST_LENGTHS[algorithm];
  if (length === undefined || digits.length === length) return undefined;
  return `a digest of ${algorithm} has ${length} digits, not ${digits.length}`;
}

function refusal(text: unknown, why: string): ConfigError {
  const what = text === undefined ? "this" : shown(text);
  return new ConfigError("image", `${what} is no image reference: ${why}`);
}

function shown(text: unknown): string {
  const whole = typeof text === "string" ? text : typeof text;
  return JSON.stringify(whole.length > 150 ? `${whole.slice(0, 150)}…` : whole);
}
