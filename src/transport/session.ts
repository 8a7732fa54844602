import { Duplex } from "node:stream";
import { ConfigError } from "../errors.js";
import { hijack } from "./hijack.js";
import type { CallOptions, Transport, UpgradedAnswer } from "./transport.js";

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
  return duplexOf(answer);
}

/** Both directions as one stream, as a server takes them. */
function duplexOf(answer: UpgradedAnswer): Duplex {
  const { stdin } = answer;
  const bytes = answer[Symbol.asyncIterator]();
  const connection = new Duplex({
    // What the engine has ended is over: there is nobody to write to.
    allowHalfOpen: false,
    read() {
      bytes.next().then(
        ({ value, done }) => this.push(done ? null : value),
        (error) => this.destroy(error),
      );
    },
    write: (chunk, _encoding, done) => {
      stdin.write(chunk, done);
    },
    final: (done) => {
      if (stdin.destroyed) done();
      else stdin.end(done);
    },
    destroy(error, done) {
      answer.destroy();
      done(error);
    },
  });
  answer.onFailure((error) => connection.destroy(error as Error));
  // Whoever speaks on it is told by its end; an error that nobody listens to must not end the process.
  return connection.on("error", () => {});
}
