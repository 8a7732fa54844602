import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import type { Identity } from "./certificates.js";
import { listenTcp } from "./server.js";

/** A proxy that makes tunnels, and remembers what it was asked for. */
export interface ProxyServer extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  authority: string;
  /** The targets of every `CONNECT`, and the credentials that came with it. */
  asked: { target: string | undefined; authorization: string | undefined }[];
  /** Tunnels that are open. */
  open(): number;
}

export interface ProxyOptions {
  /** What is answered instead of a tunnel. */
  refuse?: number;
  /** Never answers. */
  silent?: boolean;
  /** Speaks TLS itself. */
  tls?: Identity;
}

export async function startProxy({ refuse, silent, tls }: ProxyOptions = {}): Promise<ProxyServer> {
  const asked: ProxyServer["asked"] = [];
  const sockets = new Set<Socket>();
  const tunnels = new Set<Socket>();
  const server: Server = tls ? createTlsServer(tls) : createServer();
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", ({ url, headers }: IncomingMessage, client: Socket) => {
    asked.push({ target: url, authorization: headers["proxy-authorization"] });
    if (silent) return;
    if (refuse) return client.end(`HTTP/1.1 ${refuse} No\r\nContent-Length: 0\r\n\r\n`);
    const { hostname, port } = new URL(`http://${url}`);
    const engine = connect(
      { host: hostname, port: Number(port) || 80, allowHalfOpen: true },
      () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        client.pipe(engine).pipe(client);
      },
    );
    tunnels.add(client);
    client.on("error", () => {}).on("close", () => tunnels.delete(client) && engine.destroy());
    engine.on("error", () => {}).on("close", () => client.destroy());
  });
  const { authority } = await listenTcp(server);
  return {
    authority,
    asked,
    open: () => tunnels.size,
    async [Symbol.asyncDispose]() {
      for (const socket of [...sockets, ...tunnels]) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
