import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { listen, listenTcp } from "./server.js";

/** An engine whose every byte a test decides. */
export interface RawEngine extends AsyncDisposable {
  /** For the option `host`. */
  host: string;
  /** Connections that are busy with a request other than a ping. */
  open(): number;
}

/**
 * Serves raw connections: a ping and an inspect are answered, and the first other request of a connection is handed
 * over with its head and what has come of its body.
 */
export async function rawEngine(
  onRequest: (socket: Socket, head: string, body: Buffer) => void,
  tls?: TlsOptions,
): Promise<RawEngine> {
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket) && busy.delete(socket)).on("error", () => {});
    void (async () => {
      for (;;) {
        const [head, body] = await readHead(socket);
        if (head.includes("/json ")) {
          socket.write(
            `HTTP/1.1 200 OK\r\nContent-Length: ${inspected.length}\r\n\r\n${inspected}`,
          );
          continue;
        }
        if (!head.includes("/_ping")) {
          busy.add(socket);
          return onRequest(socket, head, body);
        }
        socket.write("HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK");
      }
    })().catch(() => {});
  };
  const allowHalfOpen = true;
  const server: Server = tls
    ? createTlsServer({ ...tls, allowHalfOpen }, serve)
    : createServer({ allowHalfOpen }, serve);
  const open = (): number => busy.size;
  if (!tls) return { ...(await listen(server)), open };
  const { port } = await listenTcp(server);
  return {
    host: `https://127.0.0.1:${port}`,
    open,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A container whose input ends with who is attached to it. */
const inspected = '{"Config":{"Tty":false,"OpenStdin":true,"StdinOnce":true}}';

async function readHead(socket: Socket): Promise<[string, Buffer]> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const end = bytes.indexOf("\r\n\r\n");
    if (end >= 0) return [bytes.subarray(0, end).toString(), bytes.subarray(end + 4)];
    const [chunk] = (await once(socket, "data")) as [Buffer];
    bytes = Buffer.concat([bytes, chunk]);
  }
}

/** The head of an answer that hands the connection over. */
export const upgraded = (type = "multiplexed"): string =>
  `HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.${type}-stream\r\n` +
  "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
