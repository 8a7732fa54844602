import { imageSince } from "../../generated/since-image.js";
import { ConfigError } from "../errors.js";
import type { Credentials } from "../registry/auth.js";
import {
  ClientCredentials,
  type ClientCredentialsOptions,
} from "../registry/client-credentials.js";
import { parseReference } from "../registry/reference.js";
import type { RegistryAuth } from "../registry/resolver.js";
import type { BuildContext } from "../streams/build-context.js";
import {
  cutOff,
  followProgress,
  type ProgressMessage,
  type ProgressOptions,
} from "../streams/progress.js";
import { call, open, run, toItsEnd } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Readable, RequestBody, Transport } from "../transport/transport.js";
import type { Query, Result } from "../types.js";

/** What a call that asks a registry takes beside the call options. */
export interface RegistryOptions extends CallOptions {
  /** Registry credentials for this call, instead of the client's. */
  registryAuth?: RegistryAuth | undefined;
}

/** What pull and push take beside the call options. */
export interface TransferOptions extends RegistryOptions, ProgressOptions {}

/** What a load or an import takes: the call options, and `onProgress`. */
export interface ProgressCallOptions extends CallOptions, ProgressOptions {}

/** What a build takes beside the call options. */
export interface BuildOptions extends ProgressCallOptions {
  /**
   * Credentials of the registries that the Dockerfile's images come from, by registry (`ghcr.io`).
   * Default: the client's own. Those are all of the docker configuration; or fixed ones that name
   * their registry; or what a function says of the registries in the Dockerfile. A Dockerfile in an
   * archive or at a URL is not read here: for that, a function is not asked.
   */
  registryConfig?: Record<string, Credentials> | undefined;
}

/** What {@link Images.import} takes. */
export type ImportQuery = Pick<
  Query<"ImageCreate">,
  "repo" | "tag" | "message" | "changes" | "platform"
>;

/** What a build or an import made. */
export interface BuildResult {
  /** The image's id, `sha256:…`. */
  Id: string;
}

/** What a load brought. */
export interface LoadResult {
  /** Names, `alpine:3.20`; ids of images without a name. */
  images: string[];
}

/** What a pull came to. */
export interface PullResult {
  /** Digest of the image in the registry, where the engine names it. */
  digest: string | undefined;
  /** True when the engine had the image already. */
  upToDate: boolean;
}

/** What a push came to. */
export interface PushResult {
  tag: string;
  /** Digest of the image in the registry. */
  digest: string;
  /** Bytes of the manifest. */
  size: number | undefined;
}

/**
 * Images: get, give, look at, remove.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image
 */
export class Images {
  readonly #transport: Transport;
  readonly #credentials: ClientCredentials;

  constructor(transport: Transport, options: ClientCredentialsOptions = {}) {
    this.#transport = withSince(transport, imageSince);
    this.#credentials = ClientCredentials.of(options);
  }

  /**
   * Lists the images that the engine has.
   *
   * @param query - `all` for intermediate ones too, `filters`, `digests`, `manifests` (API 1.47)
   *
   * @example
   * ```ts
   * const dangling = await docker.images.list({ filters: { dangling: ["true"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageList
   */
  list(query: Query<"ImageList"> = {}, options?: CallOptions): Promise<Result<"ImageList">> {
    return call(this.#transport, "ImageList", "GET", "/images/json", { query }, options);
  }

  /**
   * Gets an image from its registry; without a tag or digest, `latest`.
   *
   * @param reference - `alpine:3.20`, `ghcr.io/org/app@sha256:…`
   * @param query - `platform`, such as `linux/arm64`
   * @param options - call options, `onProgress`, `registryAuth`.
   * @throws {NotFoundError} when the registry does not have it, or does not show it to these credentials
   * @throws {ServerError | UnauthorizedError} when the registry refuses the credentials
   * @throws {ProgressError} when the pull fails after it has begun
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * await docker.images.pull("alpine:3.20", {}, {
   *   onProgress: ({ percent }) => process.stdout.write(`\r${percent.toFixed()} %`),
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageCreate
   */
  async pull(
    reference: string,
    query: Pick<Query<"ImageCreate">, "platform"> = {},
    options: TransferOptions = {},
  ): Promise<PullResult> {
    const { registry, repository, tag, digest } = parseReference(reference);
    // Without a tag the engine would pull every tag there is.
    const fromImage = { fromImage: `${registry}/${repository}`, tag: digest ?? tag ?? "latest" };
    const path = "/images/create";
    const result: PullResult = { digest: undefined, upToDate: false };
    let [begun, ended] = [false, false];
    const read = ({ status }: ProgressMessage): void => {
      const text = String(status ?? "");
      // podman says neither.
      begun ||= text.startsWith("Pulling from ");
      ended ||= text.startsWith("Status: ");
      result.digest = /^Digest: (\S+)/.exec(text)?.[1] ?? result.digest;
      result.upToDate ||= text.startsWith("Status: Image is up to date");
    };
    return this.#ask(registry, options, async (header, rest) => {
      const request = { query: { ...query, ...fromImage }, header };
      const send = toItsEnd(rest);
      const answer = await open(this.#transport, "ImageCreate", "POST", path, request, send);
      await followProgress(answer, read, options);
      if (begun && !ended) throw cutOff("pull");
      return result;
    });
  }

  /**
   * Gives an image to its registry, under the tag of the reference, else `latest`.
   *
   * @param reference - the image, tagged with the registry's name: `ghcr.io/org/app:1.0`
   * @param query - `platform` to push one platform of several (API 1.46)
   * @param options - call options, `onProgress`, `registryAuth`.
   * @throws {ConfigError} when the reference has a digest
   * @throws {ProgressError} when the engine does not have the image, the registry refuses, or the push
   * fails on the way
   *
   * @example
   * ```ts
   * await docker.images.tag("app", { repo: "ghcr.io/org/app", tag: "1.0" });
   * const { digest } = await docker.images.push("ghcr.io/org/app:1.0");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImagePush
   */
  async push(
    reference: string,
    query: Omit<Query<"ImagePush">, "tag"> = {},
    options: TransferOptions = {},
  ): Promise<PushResult> {
    const { registry, repository, tag = "latest", digest } = parseReference(reference);
    if (digest) throw new ConfigError("image", `"${reference}": a push needs a tag, not a digest`);
    const path = { name: `${registry}/${repository}` };
    let pushed: PushResult | undefined;
    const read = ({ aux, status }: ProgressMessage): void => {
      const { Digest, Size } = (aux ?? {}) as { Digest?: string; Size?: number };
      // podman says it in words alone.
      const [, said, size] = /digest: (sha256:\S+) size: (\d+)/.exec(status ?? "") ?? [];
      const digest = Digest ?? said;
      if (digest) pushed = { tag, digest, size: Size ?? (size ? Number(size) : pushed?.size) };
    };
    return this.#ask(registry, options, async (header, rest) => {
      const request = { path, query: { ...query, tag }, header };
      const send = toItsEnd(rest);
      const template = "/images/{name}/push";
      const answer = await open(this.#transport, "ImagePush", "POST", template, request, send);
      await followProgress(answer, read, options);
      if (!pushed) throw cutOff("push");
      return pushed;
    });
  }

  /**
   * Makes an image of a Dockerfile and the files it needs.
   *
   * @param context - a directory (what its `.dockerignore` names stays here), the files themselves by
   * name, a tar archive as bytes or a stream (also compressed), or a URL for the engine to fetch:
   * of a git repository, an archive, or a Dockerfile
   * @param query - `t` the image's names, `dockerfile`, `buildargs`, `labels`, `target`, `platform`,
   * `nocache`, `pull`, …; `version: "2"` for BuildKit, which without a `session` of `system.session`
   * has no secrets, no ssh, no cache export, and no images but those that the engine has; `buildid` for
   * {@link cancelBuild}
   * @param options - call options, `onProgress` (the steps' output is `message.stream`), `registryConfig`
   * @returns the image's id
   * @throws {ProgressError} with the message of the step that failed; of the classic builder also its
   * exit code. It leaves the failed step's container behind unless `forcerm` is given
   * @throws {BadParameterError} when the Dockerfile cannot be read
   * @throws {ConfigError} when the directory or the Dockerfile is not there
   * @throws {CredentialsError} when those of a registry that the Dockerfile names cannot be used
   *
   * @example
   * ```ts
   * const { Id } = await docker.images.build("./app", { t: ["app:1.0"], buildargs: { NODE: "22" } }, {
   *   onProgress: ({ message }) => process.stdout.write(message.stream ?? ""),
   * });
   * await docker.images.build({ Dockerfile: "FROM alpine:3.20\nCOPY motd /etc/\n", motd: "hello" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageBuild
   */
  async build(
    context: BuildContext | URL,
    query: Query<"ImageBuild"> = {},
    options: BuildOptions = {},
  ): Promise<BuildResult> {
    const { registryConfig, onProgress, ...rest } = options;
    const { archive, query: found, readDockerfile } = await openContext(context, query);
    const registries = async (): Promise<string[]> => {
      // BuildKit takes credentials from a session alone.
      if (query.version === "2") return [];
      const { registriesOf } = await import("../registry/dockerfile.js");
      return registriesOf((await readDockerfile?.()) ?? "", query);
    };
    let id: string | undefined;
    const trace = query.version === "2" ? await buildTrace() : undefined;
    const read = (message: ProgressMessage): void => {
      trace?.(message);
      const { aux, stream } = message;
      const { ID } = (aux ?? {}) as { ID?: string };
      // With `q` there is nothing but the id, as text.
      id = ID ?? (query.q ? /^(sha256:\w+)\s*$/.exec(stream ?? "")?.[1] : undefined) ?? id;
    };
    let sent = false;
    const send = async (header: { "X-Registry-Config": string }): Promise<BuildResult> => {
      const request = {
        query: buildQuery({ ...query, ...found }),
        header,
        ...(archive !== undefined && { archive }),
      };
      const whole = toItsEnd(rest);
      sent = true;
      const answer = await open(this.#transport, "ImageBuild", "POST", "/build", request, whole);
      await followProgress(answer, read, { onProgress });
      if (id !== undefined) return { Id: id };
      throw cutOff("build");
    };
    try {
      return await this.#credentials.useForBuild({ registryConfig, registries }, rest, send);
    } finally {
      // A stream of the caller's that was never sent would hold its file open.
      if (!sent) (archive as { destroy?: () => void } | undefined)?.destroy?.();
    }
  }

  /**
   * Makes an image of a tar archive of its whole file system, such as `containers.export` gives.
   *
   * @param source - the archive, also compressed: bytes, or a stream of them; or a URL for the engine
   * to fetch
   * @param query - `repo` and `tag` for the image, `message`, `changes` as in a Dockerfile, `platform`
   * @param options - call options, `onProgress`
   * @returns the image's id
   * @throws {ProgressError} when the import fails after it has begun
   *
   * @example
   * ```ts
   * const { Id } = await docker.images.import(createReadStream("rootfs.tar"), { repo: "base", tag: "1" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageCreate
   */
  async import(
    source: RequestBody | URL,
    query: ImportQuery = {},
    { onProgress, ...options }: ProgressCallOptions = {},
  ): Promise<BuildResult> {
    const fetched = source instanceof URL;
    const request = { query: { ...query, fromSrc: fetched ? source.href : "-" } };
    const answer = await open(
      this.#transport,
      "ImageCreate",
      "POST",
      "/images/create",
      fetched ? request : { ...request, archive: source },
      toItsEnd(options),
    );
    let id: string | undefined;
    const read = ({ status }: ProgressMessage): void => {
      id = /^sha256:\w+$/.exec(status ?? "")?.[0] ?? id;
    };
    await followProgress(answer, read, { onProgress });
    if (id !== undefined) return { Id: id };
    throw cutOff("import");
  }

  /**
   * Puts images on the engine that {@link save} has taken from one.
   *
   * @param archive - the tar archive, also compressed: bytes, or a stream of them
   * @param query - `platform` (API 1.48)
   * @param options - call options, `onProgress`
   * @returns the images' names; the ids of those that have none
   * @throws {ProgressError} when the archive holds no images
   *
   * @example
   * ```ts
   * const { images } = await docker.images.load(createReadStream("images.tar.gz"));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageLoad
   */
  async load(
    archive: RequestBody,
    query: Omit<Query<"ImageLoad">, "quiet"> = {},
    { onProgress, ...options }: ProgressCallOptions = {},
  ): Promise<LoadResult> {
    const request = { query: { ...query, quiet: !onProgress }, archive };
    const path = "/images/load";
    const send = toItsEnd(options);
    const answer = await open(this.#transport, "ImageLoad", "POST", path, request, send);
    const images: string[] = [];
    const read = ({ stream }: ProgressMessage): void => {
      const [, image] = /^Loaded image(?: ID)?: (\S+)/.exec(stream ?? "") ?? [];
      if (image) images.push(image);
    };
    await followProgress(answer, read, { onProgress });
    return { images };
  }

  /**
   * Takes images from the engine, with their layers and names, as a tar archive for {@link load}.
   *
   * @param names - one name or id, or several, whose layers are then there once
   * @param query - `platform` (API 1.48)
   * @returns the archive, which must be read or destroyed. An engine that fails on the way ends it
   * with a {@link ProgressError}
   * @throws {NotFoundError} when the engine does not have one of them
   *
   * @example
   * ```ts
   * const archive = await docker.images.save(["alpine:3.20", "app:1.0"]);
   * await pipeline(archive, createGzip(), createWriteStream("images.tar.gz"));
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageGetAll
   */
  async save(
    names: string | readonly string[],
    query: Query<"ImageGet"> = {},
    options?: CallOptions,
  ): Promise<Readable> {
    const { checkSavedImages } = await import("../streams/saved-images.js");
    if (typeof names === "string") {
      const path = "/images/{name}/get";
      const request = { path: { name: names }, query };
      const answer = await open(this.#transport, "ImageGet", "GET", path, request, options);
      return checkSavedImages(answer.stream());
    }
    if (names.length === 0) throw new ConfigError("names", "is empty; name at least one image");
    const request = { query: { ...query, names: [...names] } };
    const path = "/images/get";
    const answer = await open(this.#transport, "ImageGetAll", "GET", path, request, options);
    return checkSavedImages(answer.stream());
  }

  /**
   * Tells everything about an image.
   *
   * @param name - its name or id
   * @param query - `manifests` (API 1.48), `platform` (API 1.49)
   * @throws {NotFoundError} when the engine does not have it
   *
   * @example
   * ```ts
   * const { Config, Size } = await docker.images.inspect("alpine:3.20");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageInspect
   */
  inspect(
    name: string,
    query: Query<"ImageInspect"> = {},
    options?: CallOptions,
  ): Promise<Result<"ImageInspect">> {
    const request = { path: { name }, query };
    return call(this.#transport, "ImageInspect", "GET", "/images/{name}/json", request, options);
  }

  /**
   * Lists the steps that an image was made in, the newest first.
   *
   * @param query - `platform` (API 1.48)
   *
   * @example
   * ```ts
   * for (const { CreatedBy, Size } of await docker.images.history("alpine:3.20")) console.log(Size, CreatedBy);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageHistory
   */
  history(
    name: string,
    query: Query<"ImageHistory"> = {},
    options?: CallOptions,
  ): Promise<Result<"ImageHistory">> {
    const request = { path: { name }, query };
    return call(this.#transport, "ImageHistory", "GET", "/images/{name}/history", request, options);
  }

  /**
   * Lists the attestations of an image: who built it, from what (since API 1.55).
   *
   * @throws {NotFoundError} when the engine does not have the image
   *
   * @example
   * ```ts
   * const attestations = await docker.images.attestations("alpine:3.20");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.55/#tag/Image/operation/ImageAttestations
   */
  attestations(
    name: string,
    query: Query<"ImageAttestations"> = {},
    options?: CallOptions,
  ): Promise<Result<"ImageAttestations">> {
    const request = { path: { name }, query };
    const path = "/images/{name}/attestations";
    return call(this.#transport, "ImageAttestations", "GET", path, request, options);
  }

  /**
   * Gives an image one more name.
   *
   * @param query - `repo` and `tag`
   * @throws {NotFoundError} when the engine does not have the image
   *
   * @example
   * ```ts
   * await docker.images.tag("app", { repo: "ghcr.io/org/app", tag: "1.0" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageTag
   */
  tag(name: string, query: Query<"ImageTag">, options?: CallOptions): Promise<void> {
    const request = { path: { name }, query };
    return run(this.#transport, "ImageTag", "POST", "/images/{name}/tag", request, options);
  }

  /**
   * Removes a name of an image, and the image with its last name.
   *
   * @param query - `force` even if a stopped container uses it, `noprune` to keep its untagged parents
   * @returns what was untagged and what was deleted
   * @throws {ConflictError} when a container uses it
   *
   * @example
   * ```ts
   * await docker.images.remove("app:old");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageDelete
   */
  remove(
    name: string,
    query: Query<"ImageDelete"> = {},
    options?: CallOptions,
  ): Promise<Result<"ImageDelete">> {
    const request = { path: { name }, query };
    return call(this.#transport, "ImageDelete", "DELETE", "/images/{name}", request, options);
  }

  /**
   * Searches Docker Hub, or the registry that the term begins with: `registry.example.com/app`.
   *
   * @param query - `term`, `limit` (1 to 100), `filters`
   * @param options - call options, `registryAuth`
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const found = await docker.images.search({ term: "alpine", limit: 5 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageSearch
   */
  async search(
    query: Query<"ImageSearch">,
    options: RegistryOptions = {},
  ): Promise<Result<"ImageSearch">> {
    const path = "/images/search";
    // A term is no reference: the engine takes capitals alone for no registry.
    const [, registry = "docker.io"] = /^([^/]*[.:][^/]*|localhost)\//.exec(query.term) ?? [];
    return this.#ask(registry, options, (header, rest) =>
      call(this.#transport, "ImageSearch", "GET", path, { query, header }, rest),
    );
  }

  /**
   * Removes the images that no container uses and that have no name; with the filter
   * `dangling: ["false"]`, those with a name too.
   *
   * @param query - `filters`: `dangling`, `until`, `label`
   * @returns what was removed, and the bytes freed
   *
   * @example
   * ```ts
   * const { SpaceReclaimed } = await docker.images.prune({ filters: { until: ["24h"] } });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImagePrune
   */
  prune(query: Query<"ImagePrune"> = {}, options?: CallOptions): Promise<Result<"ImagePrune">> {
    return call(this.#transport, "ImagePrune", "POST", "/images/prune", { query }, options);
  }

  /**
   * Ends a running build with BuildKit (`version: "2"`), also one of another client; it then fails
   * with "context canceled". The classic builder takes no notice of it, and an id that no build has is no
   * error: abort the call of a build, with its `signal`, to end it in any case.
   *
   * @param id - the `buildid` that the build was given
   *
   * @example
   * ```ts
   * const building = docker.images.build("./app", { version: "2", buildid: "nightly" });
   * process.once("SIGINT", () => docker.images.cancelBuild("nightly"));
   * await building;
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageBuild
   */
  cancelBuild(id: string, options?: CallOptions): Promise<void> {
    const request = { query: { id } };
    return run(this.#transport, "BuildCancel", "POST", "/build/cancel", request, options);
  }

  /**
   * Removes what builds have left in the cache.
   *
   * @param query - `all`, `filters`, and how many bytes to keep: `reserved-space`, `max-used-space`,
   * `min-free-space` (API 1.48)
   * @returns the ids of what was removed, and the bytes freed
   *
   * @example
   * ```ts
   * await docker.images.pruneBuildCache({ all: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/BuildPrune
   */
  pruneBuildCache(
    query: Query<"BuildPrune"> = {},
    options?: CallOptions,
  ): Promise<Result<"BuildPrune">> {
    return call(this.#transport, "BuildPrune", "POST", "/build/prune", { query }, options);
  }

  /** Makes a call to a registry; the transport is given what concerns it, and no credentials. */
  #ask<T>(
    registry: string,
    { registryAuth, onProgress, ...rest }: TransferOptions,
    send: (header: { "X-Registry-Auth": string }, options: CallOptions) => Promise<T>,
  ): Promise<T> {
    return this.#credentials.or(registryAuth).use(registry, rest, (header) => send(header, rest));
  }
}

interface OpenedContext {
  archive?: RequestBody;
  readDockerfile?: (() => Promise<string>) | undefined;
  query: Query<"ImageBuild">;
}

async function openContext(
  context: BuildContext | URL,
  { dockerfile }: Query<"ImageBuild">,
): Promise<OpenedContext> {
  if (context instanceof URL) return { query: { remote: context.href } };
  const { openBuildContext } = await import("../streams/build-context.js");
  const opened = await openBuildContext(context, { dockerfile });
  const { tar: archive, readDockerfile } = opened;
  return { archive, readDockerfile, query: { dockerfile: opened.dockerfile } };
}

/** These lists are one JSON value each; every other list is a repeated key. */
function buildQuery(query: Query<"ImageBuild">): Query<"ImageBuild"> {
  const lists = ["cachefrom", "ulimits", "outputs"] as const;
  const encoded = lists
    .filter((name) => query[name])
    .map((name) => [name, JSON.stringify(query[name])]);
  return { ...query, ...Object.fromEntries(encoded) };
}

/** Puts the words for BuildKit's messages into them. */
async function buildTrace(): Promise<(message: ProgressMessage) => void> {
  const { BuildTrace, TRACE } = await import("../streams/build-trace.js");
  const trace = new BuildTrace();
  return (message) => {
    const { id, aux } = message;
    if (id === TRACE && typeof aux === "string") message.stream = trace.describe(aux);
  };
}
