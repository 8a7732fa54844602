import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server that answers as a test wants, however wrong, on a unix socket of its own. */
export interface OddServer extends AsyncDisposable {
  /** For the option `host`. */
  host: string;
  /** Requests that have come and whose connection is still busy with them. */
  busy(): number;
}

/** Serves HTTP; a ping is answered as an engine does unless the listener wants it otherwise. */
export async function serve(
  listener: RequestListener,
  options = { ping: true },
): Promise<OddServer> {
  let busy = 0;
  const server = createServer((request, response) => {
    busy += 1;
    response.on("close", () => {
      busy -= 1;
    });
    if (options.ping && request.url === "/_ping") {
      response.setHeader("Api-Version", "1.51");
      response.end("OK");
    } else listener(request, response);
  });
  return Object.assign(await listen(server), { busy: () => busy });
}

export async function listen(server: NetServer | Server): Promise<Omit<OddServer, "busy">> {
  const path = join(tmpdir(), `engine-${randomUUID()}.sock`);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  return {
    host: `unix://${path}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
    },
  };
}

/** Listens on a TCP port of the loopback; the host lacks its scheme. */
export async function listenTcp(
  server: NetServer | Server,
  address = "127.0.0.1",
): Promise<{ authority: string; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return { authority: `${address}:${port}`, port };
}
