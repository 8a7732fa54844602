/** As much of an answer as a scenario looks into. */
export interface Told {
  readonly ID?: string;
  readonly Version?: { readonly Index: number };
  readonly Spec?: object;
}

/** Asks an engine that is a swarm; what it answers is kept, to be compared with another's. */
export type Ask = <T = Told>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
) => Promise<T>;

/** Asks again and again, and keeps nothing, until an answer is as it is wanted. */
export type Wait = <T = Told>(path: string, wanted: (told: T) => boolean) => Promise<void>;

/** What two engines have to answer alike. It leaves nothing behind. */
export interface SwarmScenario {
  readonly title: string;
  run(ask: Ask, wait: Wait): Promise<unknown>;
}

export const filtered = (path: string, filters: object): string =>
  `${path}?filters=${encodeURIComponent(JSON.stringify(filters))}`;

export const versioned = (path: string, { Version: version }: Told, more = ""): string =>
  `${path}/update?version=${version?.Index}${more}`;
