import { TimeoutError } from "../errors.js";
import { open } from "./call.js";
import type { Answer, Transport } from "./transport.js";
import { commonApiVersion, refuseOldApiVersion } from "./version.js";

/** What decides it on this side. */
interface Asked {
  readonly host: string;
  /** The version that an option or the environment fixes. */
  readonly pinned?: string | undefined;
  /** Milliseconds, 0 for no limit. */
  readonly connectTimeout: number;
}

/**
 * Finds out which API version to speak with an engine: the pinned one, or the newest that both sides
 * know.
 *
 * @param response - the client's `timeout.response`, milliseconds
 * @param turn - `setImmediate`
 */
export async function negotiate(
  transport: Transport,
  { host, pinned, connectTimeout }: Asked,
  response: number | undefined,
  turn: (callback: () => void) => unknown,
): Promise<string> {
  const version = pinned && refuseOldApiVersion(pinned, "the pinned API version");
  // Whether a login by ssh leads anywhere shows with an answer, and only this one has a limit.
  if (version && !host.startsWith("ssh:")) return version;
  // GET, not HEAD: undici closes the connection after every HEAD.
  // It has a limit: every later call waits for this one answer.
  const timeout =
    response && connectTimeout ? Math.min(response, connectTimeout) : response || connectTimeout;
  let answer: Answer;
  try {
    const options = { timeout, streaming: false };
    answer = await open(transport, "SystemPing", "GET", "/_ping", {}, options);
    await answer.text();
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const option = timeout === connectTimeout ? "timeout.connect" : "timeout.response";
    throw new TimeoutError(`${host}: no answer to a ping within ${timeout} ms (${option})`);
  }
  // undici takes a connection back one turn of the event loop after an answer's end; a call that
  // came sooner would open one of its own.
  await new Promise<void>(turn);
  return version ?? commonApiVersion(answer.headers["api-version"], host);
}
