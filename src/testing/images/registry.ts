import { type Image, type ImageOptions, makeImage } from "./image.js";
import { familiarReference, parseReference, type Reference } from "./references.js";

/** Who may pull from and push to a registry. */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
}

/** Whether a registry lets somebody in. */
export type Access = "granted" | "anonymous" | "denied";

/** The registries of the mock daemon's world: what can be pulled, and who may. */
export interface Registry {
  /**
   * Makes an image available to `docker pull`. With `auth`, its registry wants these credentials.
   *
   * @example
   * ```ts
   * daemon.registry.add("alpine:3.20");
   * daemon.registry.add("reg.example:5000/app:1", { auth: { username: "me", password: "secret" } });
   * ```
   */
  add(image: string | ImageOptions, options?: { auth?: RegistryCredentials }): void;

  /**
   * Makes a registry want credentials, for pull and for push.
   *
   * @example
   * ```ts
   * daemon.registry.protect("reg.example:5000", { username: "me", password: "secret" });
   * ```
   */
  protect(host: string, credentials: RegistryCredentials): void;
}

/** The registries as the engine sees them. */
export class Registries implements Registry {
  readonly #images = new Map<string, Image>();
  readonly #credentials = new Map<string, RegistryCredentials>();

  add(image: string | ImageOptions, options: { auth?: RegistryCredentials } = {}): void {
    const made = makeImage(typeof image === "string" ? { reference: image } : image);
    const reference = parseReference(typeof image === "string" ? image : image.reference);
    this.store(reference, made);
    if (options.auth !== undefined) this.protect(reference.domain, options.auth);
  }

  protect(host: string, credentials: RegistryCredentials): void {
    this.#credentials.set(host, credentials);
  }

  store(reference: Reference, image: Image): void {
    this.#images.set(key(reference), image);
  }

  find(reference: Reference): Image | undefined {
    const found = this.#images.get(key(reference));
    if (found !== undefined || reference.digest === undefined) return found;
    return this.repository(reference).find(([, image]) => image.digest === reference.digest)?.[1];
  }

  /** Every tag of a repository with its image. */
  repository({ domain, path }: Reference): [Reference, Image][] {
    return [...this.#images]
      .map(([name, image]): [Reference, Image] => [parseReference(name), image])
      .filter(([reference]) => reference.domain === domain && reference.path === path);
  }

  /** Whether there is a registry at this host at all. */
  knows(host: string): boolean {
    if (host === "docker.io" || this.#credentials.has(host)) return true;
    return [...this.#images.keys()].some((name) => parseReference(name).domain === host);
  }

  access(host: string, given: Partial<RegistryCredentials>): Access {
    const wanted = this.#credentials.get(host);
    if (wanted === undefined) return "granted";
    if (!given.username) return "anonymous";
    const right = given.username === wanted.username && given.password === wanted.password;
    return right ? "granted" : "denied";
  }
}

const key = (reference: Reference): string => familiarReference(reference);

/**
 * The credentials in an `X-Registry-Auth` header. The engine wants base64url *with* padding, and
 * takes anything else for nobody's, without a word.
 */
export function decodeRegistryAuth(header: string | undefined): Partial<RegistryCredentials> {
  return decode(header);
}

/** The credentials of one registry in an `X-Registry-Config` header, by its name in Docker's files. */
export function decodeRegistryConfig(
  header: string | undefined,
  host: string,
): Partial<RegistryCredentials> {
  const wanted = host === "docker.io" ? "https://index.docker.io/v1/" : host;
  const hostOf = (name: string): string => name.replace(/^https?:\/\//, "").replace(/\/.*/, "");
  const config: Record<string, Partial<RegistryCredentials>> = decode(header);
  return (
    config[wanted] ?? Object.entries(config).find(([name]) => hostOf(name) === host)?.[1] ?? {}
  );
}

function decode(header: string | undefined): Record<string, never> {
  if (!header || header.length % 4 !== 0 || !/^[A-Za-z0-9_-]+={0,2}$/.test(header)) return {};
  try {
    const decoded: unknown = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    return typeof decoded === "object" && decoded !== null ? { ...decoded } : {};
  } catch {
    return {};
  }
}
