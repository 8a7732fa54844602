import type { Server } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { Agent } from "undici";
import { registerReset } from "./reset.js";

/**
 * An undici agent whose connections end in this server, without a port or a file.
 *
 * @param lasting - whether a connection serves one call after another
 * @param isRefusing - whether connections are refused now
 */
export function memoryAgent(server: Server, lasting: boolean, isRefusing: () => boolean): Agent {
  return new Agent({
    pipelining: lasting ? 1 : 0,
    // A quiet wait or a followed log is quiet on purpose.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => {
      if (isRefusing()) return void process.nextTick(callback, systemError("connect", 111), null);
      const [client, engine] = duplexPair();
      joinEnds(client, engine);
      registerReset(engine, () => client.destroy(systemError("read", 104)));
      server.emit("connection", engine);
      // undici asks for a net.Socket but uses it as a Duplex.
      process.nextTick(callback, null, client);
    },
  });
}

/** The error that Node has for a socket's. */
function systemError(syscall: "connect" | "read", number: 104 | 111): NodeJS.ErrnoException {
  const code = number === 111 ? "ECONNREFUSED" : "ECONNRESET";
  return Object.assign(new Error(`${syscall} ${code}`), { code, errno: -number, syscall });
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
