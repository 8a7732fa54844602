import type { Answer, AnswerBody, Call, OperationId } from "../http/call.js";
import { badRequest } from "../http/engine-error.js";

/**
 * An answer of a swarm. What clients gave is kept as they gave it, so that its type is only what they
 * may give: that of the answer is said here.
 */
export const swarmAnswer = <Op extends OperationId>(
  body: unknown,
  status = 200,
): Answer<AnswerBody<Op>> => ({ status, body: body as AnswerBody<Op> });

/** The version in an update's query, in Go's words where it is none. */
export function versionOf({ query }: Call, kind: "swarm" | "node" | "service"): number {
  const text = query.text("version");
  if (/^\d+$/.test(text)) return Number(text);
  const reason = `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`;
  throw badRequest(`invalid ${kind} version '${text}': ${reason}`);
}
