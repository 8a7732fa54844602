import { createHash } from "node:crypto";
import type { Socket } from "node:net";

/** The head of an answer that opens the WebSocket which a request asked for. */
export function websocketAccepted(head: string): string {
  const [, key = ""] = /^sec-websocket-key: (\S+)/im.exec(head) ?? [];
  const accept = createHash("sha1")
    .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest("base64");
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

/** A frame of a server; with `final` false, its message goes on in the next one. */
export function serverFrame(opcode: number, data: string | Uint8Array = "", final = true): Buffer {
  const body = Buffer.from(data);
  const { length } = body;
  const head = Buffer.alloc(length > 0xffff ? 10 : length > 125 ? 4 : 2);
  head[0] = (final ? 0x80 : 0) | opcode;
  head[1] = length > 0xffff ? 127 : length > 125 ? 126 : length;
  if (length > 0xffff) head.writeBigUInt64BE(BigInt(length), 2);
  else if (length > 125) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, body]);
}

/** A server's close, with the status as it is sent. */
export function serverClose(status = 1000, reason = ""): Buffer {
  return serverFrame(
    8,
    Buffer.concat([Buffer.from([status >> 8, status & 255]), Buffer.from(reason)]),
  );
}

/** A frame of a client, unmasked. */
export interface ClientFrame {
  opcode: number;
  masked: boolean;
  data: Buffer;
}

/** Takes the whole frames off the beginning of what a client has sent. */
export function takeClientFrames(bytes: Buffer): [ClientFrame[], Buffer] {
  const frames: ClientFrame[] = [];
  let rest = bytes;
  for (;;) {
    const short = (rest[1] ?? 0) & 0x7f;
    const size = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (rest.length < size + 4) return [frames, rest];
    const long = short === 127 ? Number(rest.readBigUInt64BE(2)) : rest.readUInt16BE(2);
    const length = size === 2 ? short : long;
    const start = size + 4;
    if (rest.length < start + length) return [frames, rest];
    const mask = rest.subarray(size, start);
    const data = Buffer.from(rest.subarray(start, start + length));
    for (let i = 0; i < length; i++) data[i] = (data[i] ?? 0) ^ (mask[i % 4] ?? 0);
    const masked = ((rest[1] ?? 0) & 0x80) !== 0;
    frames.push({ opcode: (rest[0] ?? 0) & 0x0f, masked, data });
    rest = rest.subarray(start + length);
  }
}

/** Calls with every frame that a client sends, and leaves when it does. */
export function onClientFrame(socket: Socket, listener: (frame: ClientFrame) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on("end", () => socket.end());
  socket.on("data", (data: Buffer) => {
    let frames: ClientFrame[];
    [frames, rest] = takeClientFrames(Buffer.concat([rest, data]));
    for (const frame of frames) listener(frame);
  });
}
