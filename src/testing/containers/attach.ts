import type { Engine } from "../engine.js";
import type { Call, Handler } from "../http/call.js";
import { badRequest, conflict, EngineError } from "../http/engine-error.js";
import { close, StreamRefusal } from "../http/hijack.js";
import type { Container } from "./container.js";
import { type DetachKeys, parseDetachKeys } from "./detach-keys.js";
import { streamType } from "./logs.js";
import { send } from "./stdio.js";

/**
 * Joins a client to a container's process, the one that runs or the next one: its output goes to the
 * client until it ends, the client's input goes to it.
 */
export const attachContainer: Handler<"ContainerAttach"> = (call, engine) => {
  const { query } = call;
  const { container, keys } = findAttachable(call, engine);
  const { config, stdio, log } = container;
  const raw = config.Tty === true;
  const [stdout, stderr] = [query.flag("stdout"), query.flag("stderr")];
  const connection = call.hijack(streamType(call, raw));
  engine.events.container(container, "attach");
  if (query.flag("logs")) {
    for (const { stream, line } of log.written) {
      if (stream === "stdout" ? stdout : stderr) send({ connection, raw }, stream, line);
    }
  }
  if (!query.flag("stream")) {
    close(connection);
    return undefined;
  }
  stdio.attach(connection, {
    stdin: query.flag("stdin") && config.OpenStdin === true,
    stdout,
    stderr,
    raw,
    detachKeys: raw ? keys : undefined,
    endsStdin: config.StdinOnce === true && !raw,
    onDetach: () => engine.events.container(container, "detach"),
  });
  return undefined;
};

function findAttachable(
  { query, parameter }: Call,
  engine: Engine,
): { container: Container; keys: DetachKeys } {
  try {
    const text = query.text("detachKeys");
    const keys = parseDetachKeys(text);
    if (keys === undefined) throw badRequest(`Invalid detach keys (${text}) provided`);
    const container = engine.containers.get(parameter);
    if (container.paused) {
      throw conflict(`container ${parameter} is paused, unpause the container before attach`);
    }
    if (container.restarting) {
      throw conflict(`container ${parameter} is restarting, wait until the container is running`);
    }
    return { container, keys };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new StreamRefusal(error.status, error.message);
  }
}
