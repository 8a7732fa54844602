import { swarmSince } from "../../generated/since-swarm.js";
import { call, run } from "../transport/call.js";
import type { SpecChange } from "../transport/edit.js";
import { withSince } from "../transport/since.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Body, Query, Result, SwarmSpec } from "../types.js";

/** What {@link Swarm.edit} takes beside the call options: what {@link Swarm.update} has in its query. */
export interface SwarmEditOptions extends CallOptions, Omit<Query<"SwarmUpdate">, "version"> {}

/**
 * The swarm that the engine is part of: make one, join one, leave it, its tokens and keys.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm
 */
export class Swarm {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, swarmSince);
  }

  /**
   * Tells everything about the swarm, with the tokens to join it.
   *
   * @throws {UnavailableError} when the engine is no swarm manager, or the swarm is locked
   *
   * @example
   * ```ts
   * const { JoinTokens } = await docker.swarm.inspect();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmInspect
   */
  inspect(options?: CallOptions): Promise<Result<"SwarmInspect">> {
    return call(this.#transport, "SwarmInspect", "GET", "/swarm", {}, options);
  }

  /**
   * Makes a swarm of which the engine is the first manager.
   *
   * @param body - `ListenAddr`: where it listens, `AdvertiseAddr`: where the others find it, `Spec`, …
   * @returns the id of the node that the engine is now
   * @throws {UnavailableError} when it is part of a swarm already
   * @throws {BadParameterError} when an address cannot be
   *
   * @example
   * ```ts
   * const node = await docker.swarm.init({ ListenAddr: "0.0.0.0:2377", AdvertiseAddr: "10.0.0.5" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmInit
   */
  init(body: Body<"SwarmInit">, options?: CallOptions): Promise<Result<"SwarmInit">> {
    return call(this.#transport, "SwarmInit", "POST", "/swarm/init", { body }, options);
  }

  /**
   * Has the engine join a swarm. Where no manager answers, the engine says so after 10 seconds.
   *
   * @param body - `RemoteAddrs`: managers, `JoinToken`: from {@link inspect} of one of them,
   * `ListenAddr`, `AdvertiseAddr`, …
   * @throws {UnavailableError} when it is part of a swarm already, or no manager answers
   * @throws {ServerError} when the token is none
   *
   * @example
   * ```ts
   * const { JoinTokens } = await manager.swarm.inspect();
   * await docker.swarm.join({
   *   ListenAddr: "0.0.0.0:2377",
   *   RemoteAddrs: ["10.0.0.5:2377"],
   *   JoinToken: JoinTokens.Worker,
   * });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmJoin
   */
  join(body: Body<"SwarmJoin">, options?: CallOptions): Promise<void> {
    return run(this.#transport, "SwarmJoin", "POST", "/swarm/join", { body }, options);
  }

  /**
   * Has the engine leave the swarm.
   *
   * @param query - `force` even if it is a manager; with the last one, the swarm is gone
   * @throws {UnavailableError} when it is part of none, or is a manager
   *
   * @example
   * ```ts
   * await docker.swarm.leave({ force: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmLeave
   */
  leave(query: Query<"SwarmLeave"> = {}, options?: CallOptions): Promise<void> {
    return run(this.#transport, "SwarmLeave", "POST", "/swarm/leave", { query }, options);
  }

  /**
   * Changes the swarm's settings, its tokens or its key. {@link edit} is easier.
   *
   * @param body - the whole spec
   * @param query - `version`: `Version.Index` of the swarm as it was inspected; `rotateWorkerToken`,
   * `rotateManagerToken`, `rotateManagerUnlockKey`
   * @throws {ServerError} when it was changed since: "update out of sequence"
   *
   * @example
   * ```ts
   * const { Spec, Version } = await docker.swarm.inspect();
   * await docker.swarm.update(Spec, { version: Version.Index, rotateWorkerToken: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmUpdate
   */
  update(
    body: Body<"SwarmUpdate">,
    query: Query<"SwarmUpdate">,
    options?: CallOptions,
  ): Promise<void> {
    return run(this.#transport, "SwarmUpdate", "POST", "/swarm/update", { query, body }, options);
  }

  /**
   * Reads the swarm's settings, changes them and updates the swarm; again, up to five times in all,
   * when somebody else changed it meanwhile.
   *
   * @param change - is given a copy of the spec: changes it, or returns another; called anew for every
   * try
   * @param options - call options (`signal` and `timeout` are for the whole edit),
   * `rotateWorkerToken`, `rotateManagerToken`, `rotateManagerUnlockKey`
   * @throws {UnavailableError} when the engine is no swarm manager
   * @throws {ServerError} when others were faster five times: "update out of sequence"
   *
   * @example
   * ```ts
   * await docker.swarm.edit((spec) => {
   *   spec.EncryptionConfig = { AutoLockManagers: true };
   * });
   * await docker.swarm.edit((spec) => spec, { rotateWorkerToken: true });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmUpdate
   */
  async edit(change: SpecChange<SwarmSpec>, options: SwarmEditOptions = {}): Promise<void> {
    const { rotateWorkerToken, rotateManagerToken, rotateManagerUnlockKey, ...rest } = options;
    const rotate = { rotateWorkerToken, rotateManagerToken, rotateManagerUnlockKey };
    const { editSpec } = await import("../transport/edit.js");
    const calls = {
      read: (own: CallOptions) => this.inspect(own),
      update: (spec: SwarmSpec, version: number, own: CallOptions) =>
        this.update(spec, { version, ...rotate }, own),
    };
    return editSpec("the swarm", calls, change, rest);
  }

  /**
   * Tells the key that unlocks the managers after a restart; `UnlockKey` is "" when they are not locked.
   *
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * const { UnlockKey } = await docker.swarm.unlockKey();
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmUnlockkey
   */
  unlockKey(options?: CallOptions): Promise<Result<"SwarmUnlockkey">> {
    return call(this.#transport, "SwarmUnlockkey", "GET", "/swarm/unlockkey", {}, options);
  }

  /**
   * Unlocks a manager that was restarted.
   *
   * @param body - `UnlockKey`: what {@link unlockKey} told before
   * @throws {UnauthorizedError} when it is another key
   * @throws {ConflictError} when nothing is locked
   *
   * @example
   * ```ts
   * await docker.swarm.unlock({ UnlockKey: "SWMKEY-1-…" });
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Swarm/operation/SwarmUnlock
   */
  unlock(body: Body<"SwarmUnlock">, options?: CallOptions): Promise<void> {
    return run(this.#transport, "SwarmUnlock", "POST", "/swarm/unlock", { body }, options);
  }
}
