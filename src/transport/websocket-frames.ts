import { randomBytes } from "node:crypto";
import { ProtocolError } from "../errors.js";

export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

const CONTINUATION = 0;
const FINAL = 0x80;
const MASKED = 0x80;
/** The longest payload of a close, a ping or a pong. */
const MAX_CONTROL = 125;

/** A frame that is not data. */
export interface ControlFrame {
  opcode: number;
  payload: Uint8Array;
}

/** Makes a whole frame of a client, which masks what it sends. */
export function encodeFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const extended = length > 0xffff ? 8 : length > MAX_CONTROL ? 2 : 0;
  const start = 2 + extended + 4;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL | opcode;
  frame[1] = MASKED | (extended === 8 ? 127 : extended === 2 ? 126 : length);
  if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  if (extended === 2) frame.writeUInt16BE(length, 2);
  const mask = randomBytes(4);
  mask.copy(frame, start - 4);
  for (let i = 0; i < length; i++) {
    frame[start + i] = (payload[i] as number) ^ (mask[i & 3] as number);
  }
  return frame;
}

/**
 * Takes the frames of a server apart, cut anywhere. The pieces of a message are passed on as they
 * come: what a process writes has no messages.
 */
export class FrameReader {
  /** What has come of a head, or of a control frame. */
  #held: Buffer = Buffer.alloc(0);
  /** Payload of the data frame that has begun, still to come. */
  #left = 0;
  /** A message goes on after the frame. */
  #open = false;

  /** The frames of a chunk in their order: pieces of data as views, control frames whole. */
  *read(chunk: Uint8Array): Generator<Uint8Array | ControlFrame, void> {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length > 0) {
      if (this.#left > 0) {
        const piece = rest.subarray(0, this.#left);
        rest = rest.subarray(piece.length);
        this.#left -= piece.length;
        yield piece;
        continue;
      }
      const bytes = this.#held.length > 0 ? Buffer.concat([this.#held, rest]) : rest;
      const head = readHead(bytes);
      const control = head && head.opcode >= CLOSE;
      if (!head || (control && bytes.length < head.size + head.length)) {
        // A copy: the chunk may be a view of something large.
        this.#held = Buffer.from(bytes);
        return;
      }
      this.#held = Buffer.alloc(0);
      rest = bytes.subarray(head.size);
      if (control) {
        yield { opcode: head.opcode, payload: rest.subarray(0, head.length) };
        rest = rest.subarray(head.length);
      } else this.#begin(head);
    }
  }

  #begin({ opcode, final, length }: Head): void {
    if ((opcode === CONTINUATION) !== this.#open) {
      throw broken(this.#open ? "a message within a message" : "the middle of no message");
    }
    this.#open = !final;
    this.#left = length;
  }
}

interface Head {
  opcode: number;
  final: boolean;
  /** Bytes of the head itself. */
  size: number;
  /** Bytes of the payload. */
  length: number;
}

/** The head that bytes begin with; undefined while it is not complete. */
function readHead(bytes: Buffer): Head | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  if (second & MASKED) throw broken("a masked frame");
  const short = second;
  const size = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < size) return undefined;
  const head: Head = {
    opcode: first & 0x0f,
    final: (first & FINAL) !== 0,
    size,
    length: size === 10 ? readLength(bytes) : size === 4 ? bytes.readUInt16BE(2) : short,
  };
  checkHead(head, first);
  return head;
}

function readLength(bytes: Buffer): number {
  const length = Number(bytes.readBigUInt64BE(2));
  if (!Number.isSafeInteger(length)) throw broken("a frame longer than anything");
  return length;
}

function checkHead({ opcode, final, length }: Head, first: number): void {
  // No extension was asked for that could give these bits a meaning.
  if (first & 0x70) throw broken("a frame of an extension");
  if (![CONTINUATION, 1, BINARY, CLOSE, PING, PONG].includes(opcode)) {
    throw broken(`a frame of the unknown kind ${opcode}`);
  }
  if (opcode >= CLOSE && (!final || length > MAX_CONTROL))
    throw broken("a control frame in pieces");
}

function broken(what: string): ProtocolError {
  return new ProtocolError(`the WebSocket is broken: ${what}`);
}
