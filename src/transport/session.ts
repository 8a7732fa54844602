import { Duplex } from "node:stream";
import { ConfigError } from "../errors.js";
import { hijack } from "./hijack.js";
import type { CallOptions, Transport } from "./transport.js";

/** Names a session, and says what the engine may call in it. */
interface Session extends CallOptions {
  id: string;
  name?: string | undefined;
  sharedKey?: string | undefined;
  methods?: readonly string[] | undefined;
}

/**
 * Opens a session: a connection on which the engine speaks HTTP/2, as the client.
 *
 * @throws {ApiError} for an error status
 * @throws {ConfigError} for an empty id
 */
export async function openSession(
  transport: Transport,
  { id, name, sharedKey, methods = [], ...options }: Session,
): Promise<Duplex> {
  if (!id) throw new ConfigError("id", "must be a name for the session, and is empty");
  const header = {
    "X-Docker-Expose-Session-Uuid": id,
    ...(name !== undefined && { "X-Docker-Expose-Session-Name": name }),
    ...(sharedKey !== undefined && { "X-Docker-Expose-Session-Sharedkey": sharedKey }),
    "X-Docker-Expose-Session-Grpc-Method": [...methods],
  };
  const answer = await hijack(transport, "Session", "POST", "/session", { header }, options, "h2c");
  const connection = Duplex.from({ readable: answer.stream(), writable: answer.stdin });
  // Whoever speaks on it is told by its end; an error that nobody listens to must not end the process.
  return connection.on("error", () => {});
}
