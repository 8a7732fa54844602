import type { Call } from "./call.js";
import { badRequest, systemError } from "./engine-error.js";
import { checkGoType, type GoType, parseGoJson, TrailingContent } from "./go-json.js";

/**
 * The JSON body of a call, refused as the engine refuses it: the content type first, then the syntax,
 * then the types of the fields. An empty body is `undefined`.
 */
export function readJson(call: Call, type: GoType): unknown {
  if (call.body === "" && call.headers["content-length"] === "0") return undefined;
  if (call.body === "" && call.headers["content-type"] === undefined) return undefined;
  checkContentType(call.headers["content-type"]);
  if (call.body === "") return undefined;
  try {
    const value = parseGoJson(call.body);
    checkGoType(value, type);
    return value;
  } catch (error) {
    const { message } = error as Error;
    throw badRequest(error instanceof TrailingContent ? message : `invalid JSON: ${message}`);
  }
}

/** For calls that cannot do without a body. */
export function requireJson(call: Call, type: GoType): unknown {
  const value = readJson(call, type);
  if (value === undefined) throw badRequest("invalid JSON: got EOF while reading request body");
  return value;
}

/** For the few calls that read JSON without looking at its content type. */
export function looseJson(call: Call): unknown {
  try {
    return parseGoJson(call.body);
  } catch (error) {
    throw systemError((error as Error).message);
  }
}

function checkContentType(given: string | undefined): void {
  if (given === undefined || given.trim() === "") {
    throw badRequest("malformed Content-Type header (): mime: no media type");
  }
  const [media = ""] = given.split(";");
  if (media.trim().toLowerCase() === "application/json") return;
  throw badRequest(`unsupported Content-Type header (${given}): must be 'application/json'`);
}
