/**
 * An engine that does nothing but send 120-byte log lines as fast as it can, in a process of its
 * own: `tsx scripts/bench/stand-in.ts SOCKET MIB`. Logs come chunked, as from an engine; an attach is
 * handed the connection.
 */
import { createServer, type Socket } from "node:net";

const [socketPath = "", mib = "256"] = process.argv.slice(2);
const FRAME = 128;
const LINES_PER_BLOCK = 512;

/** 64 KiB of frames, each a header and a line of 120 bytes. */
function block(): Buffer {
  const header = Buffer.from([1, 0, 0, 0, 0, 0, 0, 120]);
  const line = Buffer.from(`${"2026-01-01T00:00:00Z some line of a log ".padEnd(119, "x")}\n`);
  return Buffer.concat(Array.from({ length: LINES_PER_BLOCK }, () => [header, line]).flat());
}

const frames = block();
const blocks = (Number(mib) * 1024 * 1024) / (LINES_PER_BLOCK * FRAME);
const chunk = Buffer.concat([
  Buffer.from(`${frames.length.toString(16)}\r\n`),
  frames,
  Buffer.from("\r\n"),
]);
const inspected = JSON.stringify({ Id: "bench", Config: { Tty: false } });

function send(socket: Socket, piece: Buffer, end: string): void {
  let left = blocks;
  const more = (): void => {
    while (left > 0) {
      left -= 1;
      if (!socket.write(piece)) return void socket.once("drain", more);
    }
    socket.end(end);
  };
  more();
}

function answer(socket: Socket, request: string): void {
  const path = request.split(" ", 2)[1] ?? "";
  const type = "Content-Type: application/vnd.docker.multiplexed-stream\r\n";
  if (path.endsWith("/_ping")) {
    socket.write("HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK");
  } else if (path.includes("/logs")) {
    socket.write(`HTTP/1.1 200 OK\r\n${type}Transfer-Encoding: chunked\r\n\r\n`);
    send(socket, chunk, "0\r\n\r\n");
  } else if (path.includes("/attach")) {
    const upgraded = /^upgrade:/im.test(request);
    const head = upgraded ? "101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp" : "200 OK";
    socket.write(`HTTP/1.1 ${head}\r\n${type}\r\n`);
    send(socket, frames, "");
  } else {
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${inspected.length}\r\n\r\n${inspected}`,
    );
  }
}

const server = createServer({ allowHalfOpen: true }, (socket) => {
  let head = "";
  socket.on("error", () => {});
  socket.on("data", (data) => {
    head += data.toString("latin1");
    for (let end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
      const request = head.slice(0, end);
      head = head.slice(end + 4);
      answer(socket, request);
    }
  });
});
server.listen(socketPath, () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
