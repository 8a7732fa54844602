import { compareApiVersions } from "../../src/transport/version.js";
import { factsOf } from "./facts.js";
import { type JsonObject, objectAt } from "./json.js";

/** The first version that has a published document: what that one has is as old, or older. */
const BEGINNING = "1.25";

interface Dates {
  readonly since: string;
  /** The last version that has it, where a later one has not. */
  readonly until?: string | undefined;
}

/**
 * Since when, and until when, the API has had everything in it. Told by comparing what documents
 * say where it is met, as schemas have been renamed, split and shared over the years.
 */
export class History {
  readonly #dates = new Map<string, Dates>();
  /** What one of the documents had that were taken in one by one. */
  readonly #published = new Set<string>();
  #newest: string | undefined;

  /** What an API document of this project says of it. */
  static of(document: JsonObject): History {
    const history = new History();
    for (const { context, object } of factsOf(document)) {
      const { "x-since": since, "x-until": until } = object;
      if (typeof since !== "string") continue;
      history.#dates.set(context, { since, until: typeof until === "string" ? until : undefined });
    }
    history.#newest = versionOf(document);
    return history;
  }

  /** Takes in the document of a later version: what it is the first to have came with it. */
  add(document: JsonObject): void {
    const version = versionOf(document);
    const last = this.#newest;
    if (last !== undefined && compareApiVersions(version, last) <= 0) return;
    const contexts = new Set([...factsOf(document)].map(({ context }) => context));
    for (const context of contexts) {
      this.#published.add(context);
      this.#dates.set(context, { since: this.#dates.get(context)?.since ?? version });
    }
    for (const context of this.#published) {
      const { since = version, until = last } = this.#dates.get(context) ?? {};
      if (!contexts.has(context)) this.#dates.set(context, { since, until });
    }
    this.#newest = version;
  }

  /** Dates everything in a document, but for what a correction has dated. */
  date(document: JsonObject): void {
    const contexts = new Map<JsonObject, string[]>();
    for (const { context, object } of factsOf(document)) {
      contexts.set(object, [...(contexts.get(object) ?? []), context]);
    }
    for (const [object, met] of contexts) {
      // Where a correction has brought a schema, no document tells of what the schema gained later.
      const told = met.filter((context) => this.#dates.has(context));
      const starts = (told.length > 0 ? told : met).map((context) => this.#datesOf(context).since);
      const ends = met.map((context) => this.#datesOf(context).until);
      object["x-since"] ??= starts.reduce((one, other) => (isLater(one, other) ? other : one));
      // A correction can say that there is no end, too.
      const { "x-until": until = lastEnd(ends) } = object;
      delete object["x-until"];
      if (until) object["x-until"] = until;
    }
  }

  /** What no document has told of comes and goes with what it is a part of. */
  #datesOf(context: string): Dates {
    const known = this.#dates.get(context);
    if (known) return known;
    const whole = /^(\S+ \S+ .+)(?:\.[^.[\]{}]+|\[\]|\{\})$|^(\S+ \S+) /.exec(context);
    return whole ? this.#datesOf(whole[1] ?? whole[2] ?? "") : { since: BEGINNING };
  }
}

/** None while one of them goes on. */
function lastEnd(ends: (string | undefined)[]): string | undefined {
  return ends.reduce((one, other) => one && other && (isLater(one, other) ? one : other));
}

function isLater(one: string, other: string): boolean {
  return compareApiVersions(one, other) > 0;
}

function versionOf(document: JsonObject): string {
  return String(objectAt(document, "info").version);
}
