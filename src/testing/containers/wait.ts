import type { Handler } from "../http/call.js";
import { badRequest } from "../http/engine-error.js";
import type { Container, ExitStatus } from "./container.js";

/** Answers when the container is in the wanted state; the headers go out at once. */
export const waitForContainer: Handler<"ContainerWait"> = async (call, engine) => {
  const condition = call.query.text("condition");
  if (!["", "not-running", "next-exit", "removed"].includes(condition)) {
    throw badRequest(`invalid condition: ${JSON.stringify(condition)}`);
  }
  const container = engine.containers.get(call.parameter);
  const waiting = waitFor(container, condition, call.signal);
  call.response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
  const { code, error } = await waiting;
  const answer = { ...(error !== "" && { Error: { Message: error } }), StatusCode: code };
  call.response.end(`${JSON.stringify(answer)}\n`);
  return undefined;
};

async function waitFor(
  container: Container,
  condition: string,
  signal: AbortSignal,
): Promise<ExitStatus> {
  if (condition === "next-exit") return container.nextStop(signal);
  if (condition === "removed") return container.removed(signal);
  return container.running ? container.nextStop(signal) : container.exitStatus;
}
