import type { Fact } from "../../scripts/api/facts.js";
import { compareApiVersions } from "../../src/transport/version.js";

/**
 * The members of an answer that the document dates later than the API version that it was given at,
 * by place: a date that cannot be.
 *
 * @param facts - what the document says, by where it is met
 * @param route - of the operation, its parameters as `{}`: `GET /images/{}/json`
 */
export function laterMembers(
  facts: ReadonlyMap<string, Fact>,
  route: string,
  answer: unknown,
  version: string,
): string[] {
  const later = new Set<string>();
  const walk = (context: string, value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      const own = Array.isArray(value) ? `${context}[]` : `${context}.${name}`;
      const fact = facts.get(own);
      const since = fact?.object["x-since"];
      if (fact && typeof since === "string" && compareApiVersions(since, version) > 0) {
        later.add(`${fact.place} ${since}`);
      }
      walk(Array.isArray(value) || fact ? own : `${context}{}`, member);
    }
  };
  walk(`${route} 2xx`, answer);
  return [...later];
}
