import { badRequest, systemError } from "../http/engine-error.js";

/** `docker.io/library/alpine:3.20`, taken apart. */
export interface Reference {
  /** `docker.io`, `reg.example:5000` */
  readonly domain: string;
  /** `library/alpine` */
  readonly path: string;
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const pathPattern = new RegExp(`^${component}(?:/${component})*$`);
const domainPattern =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const tagPattern = /^[\w][\w.-]{0,127}$/;
const digestPattern = /^[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-fA-F]{32,}$/;

export const isTag = (text: string): boolean => tagPattern.test(text);
export const isDigest = (text: string): boolean => digestPattern.test(text);

/** Reads what people write (`alpine`, `localhost:5000/app@sha256:…`); the engine's words for what is wrong. */
export function parseReference(text: string): Reference {
  if (/^[0-9a-f]{64}$/.test(text)) {
    throw badRequest(
      `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`,
    );
  }
  const [named = "", digest, ...more] = text.split("@");
  const [first = "", ...others] = named.split("/");
  const hasDomain =
    others.length > 0 && (/[.:]/.test(first) || first === "localhost" || /[A-Z]/.test(first));
  const domain = !hasDomain || first === "index.docker.io" ? "docker.io" : first;
  const rest = hasDomain ? others.join("/") : named;
  const [, repository = "", tag] = /^(.*?)(?::([^/:]*))?$/.exec(rest) ?? [];
  const path =
    domain === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository;

  if (path.toLowerCase() !== path && pathPattern.test(path.toLowerCase())) {
    throw badRequest(`invalid reference format: repository name (${path}) must be lowercase`);
  }
  const wrong =
    more.length > 0 ||
    !pathPattern.test(path) ||
    !domainPattern.test(domain) ||
    (tag !== undefined && !isTag(tag)) ||
    (digest !== undefined && !isDigest(digest));
  if (wrong) throw badRequest("invalid reference format");
  return { domain, path, tag, digest };
}

/** The repository in its short form: `alpine`, `reg.example:5000/app`. */
export function familiarName({ domain, path }: Pick<Reference, "domain" | "path">): string {
  return domain === "docker.io" ? path.replace(/^library\/(?=[^/]*$)/, "") : `${domain}/${path}`;
}

/** The whole reference in its short form; `latest` where nothing says otherwise. */
export function familiarReference(reference: Reference): string {
  const name = familiarName(reference);
  if (reference.digest !== undefined && reference.tag === undefined) {
    return `${name}@${reference.digest}`;
  }
  return `${name}:${reference.tag ?? "latest"}`;
}

/** One spelling for every way of writing the same tag. */
export const normalReference = (text: string): string => familiarReference(parseReference(text));

/** The `reference` filter: a glob whose `*` does not cross a slash, against name and name:tag. */
export function matchesReference(pattern: string, reference: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  try {
    const glob = new RegExp(`^${expression}$`);
    return glob.test(reference) || glob.test(reference.replace(/[:@][^/]*$/, ""));
  } catch {
    throw systemError("syntax error in pattern");
  }
}
