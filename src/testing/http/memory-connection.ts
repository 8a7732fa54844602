import type { Server } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { Agent } from "undici";

/**
 * An undici agent whose connections end in this server, without a port or a file.
 *
 * @param lasting - whether a connection serves one call after another
 */
export function memoryAgent(server: Server, lasting: boolean): Agent {
  return new Agent({
    pipelining: lasting ? 1 : 0,
    // A quiet wait or a followed log is quiet on purpose.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => {
      const [client, engine] = duplexPair();
      joinEnds(client, engine);
      server.emit("connection", engine);
      // undici asks for a net.Socket but uses it as a Duplex.
      process.nextTick(callback, null, client);
    },
  });
}

/** What `duplexPair` leaves out: a half that is destroyed takes the other one with it. */
function joinEnds(client: Duplex, engine: Duplex): void {
  client.once("close", () => {
    engine.destroy();
  });
  engine.once("close", () => {
    // The client still reads what came before the connection broke, as it would from a socket.
    if (client.destroyed) return;
    if (client.readableEnded) client.destroy();
    else client.once("end", () => client.destroy()).push(null);
  });
  for (const half of [client, engine]) half.on("error", () => {});
}
