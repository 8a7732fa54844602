import { ApiVersionError } from "../errors.js";
import type { Since } from "./since.js";
import { compareApiVersions } from "./version.js";

/**
 * Refuses a call that takes what the API version does not have yet: the engine would ignore a
 * parameter that it does not know, and answer another question than was asked.
 *
 * @param version - the API version that is spoken
 * @param since - of this operation, what is newer than the oldest version that can be spoken
 * @throws {ApiVersionError} that names what is too new
 */
export function refuseNewer(
  version: string,
  operation: string,
  since: Since[string],
  query: Record<string, unknown> | null = {},
): void {
  for (const [name, needed] of Object.entries(since)) {
    // False is what an engine that does not know a switch does anyway.
    const used = name === "" || ![undefined, null, false].includes(query?.[name] as null);
    if (!used || compareApiVersions(version, needed) >= 0) continue;
    const what = name === "" ? operation : `${name} of ${operation}`;
    throw new ApiVersionError(
      `${what} needs API version ${needed}, and ${version} is spoken with this engine; ` +
        (name === "" ? "it takes a newer engine" : "leave it out, or use a newer engine"),
    );
  }
}
