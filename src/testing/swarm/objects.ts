import { timestamp } from "../clock.js";
import { badRequest, notFound, systemError } from "../http/engine-error.js";

/** What every object of a swarm has. */
export interface SwarmObject<Spec> {
  readonly id: string;
  readonly created: bigint;
  updated: bigint;
  version: number;
  spec: Spec;
}

/** How an answer begins. */
export const described = <Spec>({ id, version, created, updated }: SwarmObject<Spec>): object => ({
  ID: id,
  Version: { Index: version },
  CreatedAt: timestamp(created),
  UpdatedAt: timestamp(updated),
});

/** The objects of one kind, by id, name or the beginning of an id. */
export class Objects<Item extends SwarmObject<unknown>> {
  readonly #kind: string;
  readonly #nameOf: (item: Item) => string;
  readonly #stored = new Map<string, Item>();

  constructor(kind: string, nameOf: (item: Item) => string) {
    this.#kind = kind;
    this.#nameOf = nameOf;
  }

  /** In the order of their making. */
  all(): Item[] {
    return [...this.#stored.values()];
  }

  add(item: Item): void {
    this.#stored.set(item.id, item);
  }

  delete(item: Item): void {
    this.#stored.delete(item.id);
  }

  byId(id: string): Item | undefined {
    return this.#stored.get(id);
  }

  named(name: string): Item | undefined {
    return this.all().find((item) => this.#nameOf(item) === name);
  }

  get(term: string): Item {
    const exact = this.#stored.get(term) ?? this.named(term);
    if (exact !== undefined) return exact;
    const found = this.all().filter(({ id }) => id.startsWith(term));
    const [only] = found;
    if (only === undefined) throw notFound(`${this.#kind} ${term} not found`);
    if (found.length > 1) {
      throw badRequest(`${this.#kind} ${term} is ambiguous (${found.length} matches found)`);
    }
    return only;
  }
}

/** The version in an update's query: it must be that of the object, or someone else was faster. */
export function checkVersion({ version }: SwarmObject<unknown>, given: number): void {
  if (given !== version) {
    throw systemError("rpc error: code = Unknown desc = update out of sequence");
  }
}

/** The words for what a swarm refuses. */
export const invalid = (message: string): Error =>
  badRequest(`rpc error: code = InvalidArgument desc = ${message}`);
