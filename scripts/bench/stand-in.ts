/**
 * An engine that does nothing but send 120-byte log lines as fast as they are taken, in a process of
 * its own: `stand-in.ts SOCKET`. A container is named after how it behaves: "256" has written 256 MiB
 * and its logs come in chunks of 64 KiB, those of "256-by-line" in a chunk for every line, as real
 * engines send them, and "quiet" has written one line and goes on without a word. An attach is handed
 * the connection.
 */
import { createServer, type Socket } from "node:net";

const LINE = 120;
const LINES_PER_BLOCK = 512;
const BLOCKS_PER_MIB = 16;
/** Few big writes, so that it is the clients that are measured. */
const BLOCKS_PER_WRITE = 8;

const TYPE = "Content-Type: application/vnd.docker.multiplexed-stream\r\n";
const HANDED_OVER = `HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n${TYPE}\r\n`;
const CHUNKED = `HTTP/1.1 200 OK\r\n${TYPE}Transfer-Encoding: chunked\r\n\r\n`;

const text = "2026-01-01T00:00:00Z some line of a log ".padEnd(LINE - 1, "x");
/** A header and a line. */
const frame = Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, LINE]), Buffer.from(`${text}\n`)]);
/** 64 KiB of them. */
const block = repeated(frame, LINES_PER_BLOCK);

const pieces = {
  attach: repeated(block, BLOCKS_PER_WRITE),
  logs: repeated(chunkOf(block), BLOCKS_PER_WRITE),
  logsByLine: repeated(chunkOf(frame), LINES_PER_BLOCK * BLOCKS_PER_WRITE),
};

function repeated(bytes: Buffer, times: number): Buffer {
  return Buffer.concat(Array.from({ length: times }, () => bytes));
}

function chunkOf(bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from("\r\n"),
  ]);
}

function send(socket: Socket, piece: Buffer, mib: number, end: () => void): void {
  let left = (mib * BLOCKS_PER_MIB) / BLOCKS_PER_WRITE;
  const more = (): void => {
    while (left > 0) {
      left -= 1;
      if (!socket.write(piece)) return void socket.once("drain", more);
    }
    end();
  };
  more();
}

function answer(socket: Socket, target: string): void {
  const [, container = "", verb] = /\/containers\/([^/]+)\/(logs|attach)/.exec(target) ?? [];
  if (verb === "attach") {
    socket.write(HANDED_OVER);
    send(socket, pieces.attach, Number.parseInt(container, 10), () => socket.end());
  } else if (container === "quiet") {
    socket.write(CHUNKED);
    socket.write(chunkOf(frame));
  } else if (verb === "logs") {
    socket.write(CHUNKED);
    const piece = container.endsWith("-by-line") ? pieces.logsByLine : pieces.logs;
    send(socket, piece, Number.parseInt(container, 10), () => socket.write("0\r\n\r\n"));
  } else {
    socket.write("HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK");
  }
}

const server = createServer({ allowHalfOpen: true }, (socket) => {
  let head = "";
  socket.on("error", () => {});
  socket.on("data", (data) => {
    head += data.toString("latin1");
    for (let end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
      const target = head.slice(0, end).split(" ", 2)[1] ?? "";
      head = head.slice(end + 4);
      answer(socket, target);
    }
  });
  socket.on("end", () => socket.end());
});
server.listen(process.argv[2], () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
