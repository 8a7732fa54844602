import type { Routes } from "../../generated/routes.js";
import { ProtocolError } from "../errors.js";
import type { CallRequest, OperationId } from "../types.js";
import { send } from "./call.js";
import type { Answer, CallOptions, Transport, UpgradedAnswer } from "./transport.js";

/**
 * Makes a call that is handed the connection.
 *
 * @param protocol - what is spoken on it then
 * @throws {ApiError} for an error status
 * @throws {ProtocolError} when the connection is not handed over
 */
export async function hijack<Op extends OperationId>(
  transport: Transport,
  operation: Op,
  method: Routes[Op][0],
  path: Routes[Op][1],
  request: CallRequest<Op>,
  options?: CallOptions,
  protocol = "tcp",
): Promise<UpgradedAnswer> {
  const upgrade = { ...options, streaming: true, upgrade: protocol };
  const answer = await send(transport, operation, method, path, request, upgrade);
  if (isUpgraded(answer)) return answer;
  answer.destroy();
  const message = `${answer.host}: the connection was not handed over for ${method} ${path}; something between takes the Upgrade header away`;
  throw new ProtocolError(message);
}

const isUpgraded = (answer: Answer): answer is UpgradedAnswer => answer.stdin !== undefined;
