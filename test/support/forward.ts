import { connect, createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { listenTcp } from "./server.js";

/** A TCP port that leads to a unix socket. */
export interface Forwarder extends AsyncDisposable {
  /** `127.0.0.1:port` */
  authority: string;
}

/**
 * Forwards a port of the loopback to a unix socket, as a proxy before an engine does. The end of one
 * direction is passed on, and the other direction goes on.
 *
 * @param tls - the server's side of TLS; without it the port is plain
 */
export async function forward(socketPath: string, tls?: TlsOptions): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  const serve = (client: Socket): void => {
    const engine = connect({ path: socketPath, allowHalfOpen: true });
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        // One that has ended may have written what the other has yet to send.
        if (!from.readableEnded) to.destroy();
      });
      from.pipe(to);
    }
  };
  const server = tls
    ? createTlsServer({ ...tls, allowHalfOpen: true }, serve)
    : createServer({ allowHalfOpen: true }, serve);
  const { authority } = await listenTcp(server);
  return {
    authority,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
