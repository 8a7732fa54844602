import { compareApiVersions, OLDEST_API_VERSION } from "../../src/transport/version.js";
import { isObject, type JsonObject, objectAt } from "./json.js";
import { operationsOf } from "./operations.js";

/** Puts what an editor shall show into the members that openapi-typescript writes as they are. */
export function writeDocComments(document: JsonObject): void {
  for (const { object } of operationsOf(document)) silenceAnswers(object);
  writeComments(document);
}

function writeComments(object: JsonObject): void {
  const { description, "x-since": since, "x-until": until } = object;
  const lines: string[] = [];
  if (typeof description === "string" && description !== "") {
    lines.push(description);
    delete object.description;
  }
  if (typeof until === "string") lines.push(`Until API ${until}.`);
  if (lines.length > 0) object.title = lines.join(" ");
  if (typeof since === "string" && compareApiVersions(since, OLDEST_API_VERSION) > 0) {
    object.summary = `@since API ${since}`;
  }
  // The texts name units; how a number is encoded matters to no TypeScript program.
  if (typeof object.format === "string" && object.format !== "binary") delete object.format;
  for (const member of Object.values(object)) {
    if (isObject(member)) writeComments(member);
    else if (Array.isArray(member)) member.filter(isObject).forEach(writeComments);
  }
}

/** What a status is called is written above each answer otherwise. */
function silenceAnswers(operation: JsonObject): void {
  for (const response of Object.values(objectAt(operation, "responses")).filter(isObject)) {
    if (response.description !== undefined) response.description = "";
  }
}
