import { distributionSince } from "../../generated/since-distribution.js";
import {
  ClientCredentials,
  type ClientCredentialsOptions,
} from "../registry/client-credentials.js";
import { parseReference } from "../registry/reference.js";
import type { RegistryAuth } from "../registry/resolver.js";
import { call } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Result } from "../types.js";

/** What {@link Distribution.inspect} takes beside the call options. */
export interface DistributionInspectOptions extends CallOptions {
  /** Registry credentials for this call, instead of the client's. */
  registryAuth?: RegistryAuth | undefined;
}

/**
 * Images as they are in their registries.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Distribution
 */
export class Distribution {
  readonly #transport: Transport;
  readonly #credentials: ClientCredentials;

  constructor(transport: Transport, options: ClientCredentialsOptions = {}) {
    this.#transport = withSince(transport, distributionSince);
    this.#credentials = ClientCredentials.of(options);
  }

  /**
   * Asks an image's registry for its digest and its platforms, without a pull; without a tag or digest,
   * of `latest`.
   *
   * @param reference - `alpine:3.20`, `ghcr.io/org/app@sha256:…`
   * @param options - call options, `registryAuth`
   * @returns `Descriptor` with the `digest`, and `Platforms`
   * @throws {ApiError} when the registry does not have it, or does not show it to these credentials:
   * 401, 403, 404 or 500, as the engine sees it
   * @throws {CredentialsError} when the credentials cannot be used
   *
   * @example
   * ```ts
   * const { Descriptor, Platforms } = await docker.distribution.inspect("alpine:3.20");
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Distribution/operation/DistributionInspect
   */
  async inspect(
    reference: string,
    { registryAuth, ...options }: DistributionInspectOptions = {},
  ): Promise<Result<"DistributionInspect">> {
    const { registry, repository, tag = "latest", digest } = parseReference(reference);
    const which = digest ? `@${digest}` : `:${tag}`;
    const path = { name: `${registry}/${repository}${which}` };
    const template = "/distribution/{name}/json";
    return this.#credentials
      .or(registryAuth)
      .use(registry, options, (header) =>
        call(this.#transport, "DistributionInspect", "GET", template, { path, header }, options),
      );
  }
}
