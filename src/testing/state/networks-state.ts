import type { Body } from "../../types.js";
import type { Engine } from "../engine.js";
import type { Network, NetworkCreate } from "../networks/networks.js";
import { subnetText } from "../networks/subnets.js";
import { missing } from "./missing.js";

/** A network of a mock daemon. */
export class MockNetwork {
  readonly #engine: Engine;
  readonly #network: Network;

  /** @internal */
  constructor(engine: Engine, network: Network) {
    this.#engine = engine;
    this.#network = network;
  }

  get id(): string {
    return this.#network.id;
  }

  get name(): string {
    return this.#network.name;
  }

  get driver(): string {
    return this.#network.driver;
  }

  get labels(): Readonly<Record<string, string>> {
    return { ...this.#network.given.Labels } as Record<string, string>;
  }

  /** `172.18.0.0/16`; empty for a network without addresses. */
  get subnet(): string {
    const { subnet } = this.#network;
    return subnet === undefined ? "" : subnetText(subnet);
  }

  /** The running containers in it, with the address of each. */
  get containers(): Readonly<Record<string, string>> {
    const named = [...this.#network.attachments.values()].map(
      ({ containerId, address }) =>
        [this.#engine.containers.get(containerId).name, address] as const,
    );
    return Object.fromEntries(named);
  }
}

/** The networks of a mock daemon, to arrange and to assert. */
export class MockNetworks {
  readonly #engine: Engine;

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * The network of that name or id. Throws where there is none, and says which there are.
   *
   * @example
   * ```ts
   * expect(Object.keys(daemon.networks.get("backend").containers)).toEqual(["web", "db"]);
   * ```
   */
  get(name: string): MockNetwork {
    const found = this.list().find((network) => network.name === name || network.id === name);
    if (found !== undefined) return found;
    const names = this.list().map((network) => network.name);
    throw missing("network", name, names);
  }

  has(name: string): boolean {
    return this.list().some((network) => network.name === name || network.id === name);
  }

  /** All of them, with `bridge`, `host` and `none`. */
  list(): MockNetwork[] {
    return this.#engine.networks.all().map((network) => new MockNetwork(this.#engine, network));
  }

  /**
   * Makes a network without a call, from what a create call would have as its body.
   *
   * @example
   * ```ts
   * daemon.networks.create({ Name: "backend" });
   * ```
   */
  create(config: Body<"NetworkCreate">): MockNetwork {
    const network = this.#engine.networks.create(config as NetworkCreate);
    this.#engine.events.network(network, "create");
    return new MockNetwork(this.#engine, network);
  }
}
