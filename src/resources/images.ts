import { ConfigError } from "../errors.js";
import { parseReference } from "../registry/reference.js";
import { type RegistryAuth, registryAuthHeader } from "../registry/resolver.js";
import { followProgress, type ProgressMessage, type ProgressOptions } from "../streams/progress.js";
import { call, open, run, toItsEnd } from "../transport/call.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Query, Result } from "../types.js";

/** Settings for images that are no part of a call. */
export interface ImagesOptions {
  /** Registry credentials for pull and push. Default: anonymous. */
  registryAuth?: RegistryAuth;
}

/** What pull and push take beside the call options. */
export interface TransferOptions extends CallOptions, ProgressOptions {
  /** Registry credentials for this call, instead of the client's. */
  registryAuth?: RegistryAuth | undefined;
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
  digest: string | undefined;
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
  readonly #registryAuth: RegistryAuth | undefined;

  constructor(transport: Transport, options: ImagesOptions = {}) {
    this.#transport = transport;
    this.#registryAuth = options.registryAuth;
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
    const request = {
      // Without a tag the engine would pull every tag there is.
      query: { ...query, fromImage: `${registry}/${repository}`, tag: digest ?? tag ?? "latest" },
      header: await this.#authHeader(registry, options),
    };
    const answer = await open(
      this.#transport,
      "ImageCreate",
      "POST",
      "/images/create",
      request,
      callOptions(options),
    );
    const result: PullResult = { digest: undefined, upToDate: false };
    const read = ({ status }: ProgressMessage): void => {
      const text = String(status ?? "");
      result.digest = /^Digest: (\S+)/.exec(text)?.[1] ?? result.digest;
      result.upToDate ||= text.startsWith("Status: Image is up to date");
    };
    await followProgress(answer, read, options);
    return result;
  }

  /**
   * Gives an image to its registry, under the tag of the reference, else `latest`.
   *
   * @param reference - the image, tagged with the registry's name: `ghcr.io/org/app:1.0`
   * @param query - `platform` to push one platform of several (API 1.46)
   * @param options - call options, `onProgress`, `registryAuth`.
   * @throws {NotFoundError} when the engine does not have the image
   * @throws {ConfigError} when the reference has a digest
   * @throws {ProgressError} when the registry refuses, or the push fails on the way
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
    const request = {
      path: { name: `${registry}/${repository}` },
      query: { ...query, tag },
      header: await this.#authHeader(registry, options),
    };
    const answer = await open(
      this.#transport,
      "ImagePush",
      "POST",
      "/images/{name}/push",
      request,
      callOptions(options),
    );
    const result: PushResult = { tag, digest: undefined, size: undefined };
    const read = ({ aux, status }: ProgressMessage): void => {
      const { Digest, Size } = (aux ?? {}) as { Digest?: string; Size?: number };
      // podman says it in words alone.
      const [, digest, size] = /digest: (sha256:\S+) size: (\d+)/.exec(status ?? "") ?? [];
      result.digest = Digest ?? digest ?? result.digest;
      result.size = Size ?? (size ? Number(size) : result.size);
    };
    await followProgress(answer, read, options);
    return result;
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
   * Searches Docker Hub.
   *
   * @param query - `term`, `limit` (1 to 100), `filters`
   *
   * @example
   * ```ts
   * const found = await docker.images.search({ term: "alpine", limit: 5 });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageSearch
   */
  search(query: Query<"ImageSearch">, options?: CallOptions): Promise<Result<"ImageSearch">> {
    return call(this.#transport, "ImageSearch", "GET", "/images/search", { query }, options);
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

  async #authHeader(
    registry: string,
    options: TransferOptions,
  ): Promise<{ "X-Registry-Auth": string }> {
    const auth = options.registryAuth ?? this.#registryAuth;
    return { "X-Registry-Auth": await registryAuthHeader(auth, registry) };
  }
}

/** The transport is given what concerns it, and no credentials. */
function callOptions({
  registryAuth,
  onProgress,
  ...options
}: TransferOptions): ReturnType<typeof toItsEnd> {
  return toItsEnd(options);
}
