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

const DEFAULT_REGISTRY = "docker.io";
const REGISTRY = /^(?:\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d+)?$/i;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/i;
const MAX_NAME = 255;

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
  const fail = (why: string): never => {
    throw new ConfigError("image", `"${text}" is no image reference: ${why}`);
  };
  if (typeof text !== "string" || text === "") fail("it is empty");
  if (/^([0-9a-f]{64}|sha256:[0-9a-f]*)$/.test(text)) fail("it is an image id, not a name");
  const [named = "", digest, ...more] = text.split("@");
  if (more.length > 0) fail('it has more than one "@"');
  if (digest !== undefined && !DIGEST.test(digest)) fail(`"${digest}" is no digest`);
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) fail(`"${tag}" is no tag`);
  const { registry, repository } = splitName(colon < 0 ? named : named.slice(0, colon));
  if (!REGISTRY.test(registry)) fail(`"${registry}" is no registry`);
  for (const part of repository.split("/")) {
    if (!COMPONENT.test(part))
      fail(`"${part}" is no name; names are lower-case letters and digits`);
  }
  if (registry.length + 1 + repository.length > MAX_NAME)
    fail(`the name is over ${MAX_NAME} characters`);
  return { registry, repository, tag, digest };
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
