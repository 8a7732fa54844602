import { missing } from "../state/missing.js";
import type { Image, ImageOptions } from "./image.js";
import { makeImage } from "./made-up-image.js";
import { familiarName, familiarReference, parseReference, type Reference } from "./references.js";

/** Who may pull from and push to a registry. */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
  /** What a login gives, and what is as good as the password afterwards. */
  readonly identityToken?: string;
  /** Whether they are for pulling alone. */
  readonly readOnly?: boolean;
}

/** What a client sends of credentials. */
export interface GivenCredentials {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

/** Whether a registry lets somebody in. */
export type Access = "granted" | "anonymous" | "denied" | "forbidden";

/** What a search shows of a repository. */
export interface RepositoryDescription {
  readonly description?: string;
  readonly stars?: number;
  readonly official?: boolean;
}

/** An image as a registry has it. */
export interface RegistryImage {
  /** `reg.example:5000/app:1` */
  readonly reference: string;
  /** `sha256:…` of its manifest. */
  readonly digest: string;
  /** `sha256:…` */
  readonly id: string;
  readonly config: Image["config"];
  /** In bytes, from the lowest. */
  readonly layers: readonly number[];
}

/** The registries of the mock daemon's world: what can be pulled, and who may. */
export interface Registry {
  /**
   * Makes an image available to `docker pull`. With `auth`, its registry wants these credentials.
   *
   * @example
   * ```ts
   * daemon.registry.add("alpine:3.20");
   * daemon.registry.add("reg.example:5000/app:1", { auth: { username: "me", password: "secret" } });
   * daemon.registry.add({ reference: "app:2", from: "alpine:3.20", layers: [{ size: 4e6 }, { size: 9e6 }] });
   * ```
   */
  add(
    image: string | ImageOptions,
    options?: RepositoryDescription & { auth?: RegistryCredentials },
  ): void;

  /**
   * Makes a registry, or one of its repositories, want credentials, for pull and for push.
   *
   * @param where - `reg.example:5000`, or `reg.example:5000/private`
   *
   * @example
   * ```ts
   * daemon.registry.protect("reg.example:5000", { username: "me", password: "secret" });
   * daemon.registry.protect("reg.example/base", { username: "ci", password: "x", readOnly: true });
   * ```
   */
  protect(where: string, credentials: RegistryCredentials): void;

  /** Makes a registry speak plain HTTP, as those do that an engine's `insecure-registries` lists. */
  insecure(host: string): void;

  /**
   * An image that can be pulled: one that was added or pushed. Throws where there is none, and says which
   * there are.
   *
   * @example
   * ```ts
   * expect(daemon.registry.get("reg.example:5000/app:1").config.Cmd).toEqual(["serve"]);
   * ```
   */
  get(reference: string): RegistryImage;
  has(reference: string): boolean;
  list(): RegistryImage[];
}

/** The registries as the engine sees them. */
export class Registries implements Registry {
  readonly #images = new Map<string, Image[]>();
  readonly #credentials = new Map<string, RegistryCredentials>();
  readonly #descriptions = new Map<string, RepositoryDescription>();
  readonly #insecure = new Set<string>();

  add(
    given: string | ImageOptions,
    options: RepositoryDescription & { auth?: RegistryCredentials } = {},
  ): void {
    const image = typeof given === "string" ? { reference: given } : given;
    const { auth, ...description } = options;
    const reference = parseReference(image.reference);
    this.store(reference, this.make(image));
    if (auth !== undefined) this.protect(reference.domain, auth);
    if (Object.keys(description).length > 0) {
      this.#descriptions.set(familiarName(reference), description);
    }
  }

  /** The image that is described; one that it is made from comes out of the registry. */
  make(options: ImageOptions): Image {
    if (options.from === undefined) return makeImage(options);
    const base = this.find(parseReference(options.from));
    return makeImage(options, base ?? makeImage({ reference: options.from }));
  }

  protect(where: string, credentials: RegistryCredentials): void {
    this.#credentials.set(where, credentials);
  }

  insecure(host: string): void {
    this.#insecure.add(host);
  }

  get insecureHosts(): readonly string[] {
    return [...this.#insecure];
  }

  get(reference: string): RegistryImage {
    const image = this.find(parseReference(reference));
    if (image !== undefined) return describe(reference, image);
    throw missing("image in the registry", reference, [...this.#images.keys()]);
  }

  has(reference: string): boolean {
    return this.find(parseReference(reference)) !== undefined;
  }

  list(): RegistryImage[] {
    return [...this.#images].flatMap(([name, images]) =>
      images.map((image) => describe(name, image)),
    );
  }

  /** One image for each platform. */
  store(reference: Reference, image: Image): void {
    const others = this.#images.get(key(reference)) ?? [];
    // It comes without what it was built from: that is known where it was built alone.
    const kept = { ...image, parent: "" };
    this.#images.set(key(reference), [
      ...others.filter((other) => platformOf(other) !== platformOf(image)),
      kept,
    ]);
  }

  /** @param platform - `linux/arm64`; the first that there is unless given */
  find(reference: Reference, platform = ""): Image | undefined {
    const found = this.platforms(reference);
    return found.find((image) => platformOf(image).startsWith(platform)) ?? found[0];
  }

  /** An image for each of its platforms. */
  platforms(reference: Reference): readonly Image[] {
    const found = this.#images.get(key(reference));
    if (found !== undefined || reference.digest === undefined) return found ?? [];
    return this.repository(reference)
      .map(([, image]) => image)
      .filter(({ digest }) => digest === reference.digest)
      .slice(0, 1);
  }

  /** Every tag of a repository with its image. */
  repository({ domain, path }: Reference): [Reference, Image][] {
    return [...this.#images]
      .map(([name, images]): [Reference, Image[]] => [parseReference(name), images])
      .filter(([reference]) => reference.domain === domain && reference.path === path)
      .flatMap(([reference, images]) =>
        images.map((image): [Reference, Image] => [reference, image]),
      );
  }

  /** The repositories of a registry, by their names there. */
  repositories(host: string): [name: string, RepositoryDescription][] {
    const names = [...this.#images.keys()]
      .map(parseReference)
      .filter(({ domain }) => domain === host);
    return [...new Set(names.map(familiarName))].map((name) => [
      name,
      this.#descriptions.get(name) ?? {},
    ]);
  }

  /** A repository of a registry that has a layer. */
  holderOf(host: string, diffId: string): string | undefined {
    for (const [name, images] of this.#images) {
      const { domain, path } = parseReference(name);
      const has = images.some(({ layers }) => layers.some((layer) => layer.diffId === diffId));
      if (domain === host && has) return path;
    }
    return undefined;
  }

  /** Whether there is a registry at this host at all. */
  knows(host: string): boolean {
    if (host === "docker.io" || this.#insecure.has(host)) return true;
    const there = (name: string): boolean => name === host || name.startsWith(`${host}/`);
    return (
      [...this.#credentials.keys()].some(there) ||
      [...this.#images.keys()].some((name) => parseReference(name).domain === host)
    );
  }

  /** @param path - of the repository; of none for a login */
  access(
    host: string,
    path: string,
    given: GivenCredentials,
    action: "pull" | "push" | "login" = "pull",
  ): Access {
    const wanted = this.#wanted(host, path);
    if (wanted === undefined) return "granted";
    const { identityToken, readOnly = false } = wanted;
    const token = identityToken !== undefined && given.identitytoken === identityToken;
    if (!token && !given.username) return "anonymous";
    const right = given.username === wanted.username && given.password === wanted.password;
    if (!token && !right) return "denied";
    return action === "push" && readOnly ? "forbidden" : "granted";
  }

  /** What a login at a registry gives besides its leave. */
  identityToken(host: string): string {
    return this.#wanted(host, "")?.identityToken ?? "";
  }

  /** Those of the repository, or of what it is in. */
  #wanted(host: string, path: string): RegistryCredentials | undefined {
    const names = path === "" ? [] : path.split("/");
    for (let length = names.length; length >= 0; length -= 1) {
      const found = this.#credentials.get([host, ...names.slice(0, length)].join("/"));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Plain HTTP is for this machine, and for those of which that was said. */
  url(host: string): string {
    const plain =
      this.#insecure.has(host) || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
    return plain
      ? `http://${host}`
      : `https://${host === "docker.io" ? "registry-1.docker.io" : host}`;
  }
}

const platformOf = ({ os, architecture }: Image): string => `${os}/${architecture}`;

const describe = (reference: string, { digest, id, config, layers }: Image): RegistryImage => ({
  reference,
  digest,
  id,
  config,
  layers: layers.map(({ size }) => size),
});

const key = (reference: Reference): string => familiarReference(reference);
