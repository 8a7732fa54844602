import { createHash, randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { ProtocolError } from "../errors.js";
import type { CallRequest } from "../types.js";
import { hijack } from "./hijack.js";
import type { CallOptions, Transport, UpgradedAnswer } from "./transport.js";
import {
  BINARY,
  CLOSE,
  type ControlFrame,
  encodeFrame,
  FrameReader,
  PING,
  PONG,
} from "./websocket-frames.js";

/** The bytes of both directions of a WebSocket. */
export interface WebSocketStreams {
  bytes: AsyncIterable<Uint8Array> & Pick<UpgradedAnswer, "onFailure">;
  /** Its end closes this direction; what the engine still has to say is read to its end. */
  stdin: Writable;
  /** Ends both. */
  close(): void;
}

/** What both sides add to a key, so that an answer is one to a WebSocket. */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/** The status of a normal end, and as a close carries it. */
const NORMAL = 1000;
/** Milliseconds that an answer to the engine's close has to leave. */
const LEAVE_WITHIN = 1_000;
const NORMAL_END = new Uint8Array([NORMAL >> 8, NORMAL & 0xff]);

/**
 * Attaches by a WebSocket. The one of undici would do for the connection, but it makes one error
 * without words of every refusal, takes more than is read, and drops what comes after its own close,
 * which is the only end that a process's input can have.
 *
 * @throws {ApiError} for an error status
 * @throws {ProtocolError} when what answers speaks no WebSocket
 */
export async function attachWebSocket(
  transport: Transport,
  request: CallRequest<"ContainerAttachWebsocket">,
  options?: CallOptions,
): Promise<WebSocketStreams> {
  const key = randomBytes(16).toString("base64");
  const headers = {
    ...options?.headers,
    "sec-websocket-key": key,
    "sec-websocket-version": "13",
  };
  const answer = await hijack(
    transport,
    "ContainerAttachWebsocket",
    "GET",
    "/containers/{id}/attach/ws",
    request,
    { ...options, headers },
    "websocket",
  );
  const accepted = createHash("sha1")
    .update(key + GUID)
    .digest("base64");
  if (answer.headers["sec-websocket-accept"] !== accepted) {
    answer.destroy();
    throw new ProtocolError(`${answer.host}: what answers speaks no WebSocket`);
  }
  const end = new End(answer);
  return {
    bytes: {
      [Symbol.asyncIterator]: () => new WebSocketBytes(answer, end),
      onFailure: (listener) => answer.onFailure(listener),
    },
    stdin: createInput(answer.stdin, end),
    close: () => end.leave(),
  };
}

/** How this side ends. */
class End {
  /** Nothing more is wanted: that no close comes is no error. */
  left = false;
  #closed = false;
  readonly #answer: UpgradedAnswer;

  constructor(answer: UpgradedAnswer) {
    this.#answer = answer;
  }

  /** Closes this direction, once. */
  close(done: (error?: Error | null) => void): void {
    const frame = this.#closed ? new Uint8Array() : encodeFrame(CLOSE, NORMAL_END);
    this.#closed = true;
    this.#answer.stdin.write(frame, done);
  }

  /** Answers the engine's close, and ends both: what was written before may have no reader any more. */
  answer(): void {
    const leave = (): void => {
      clearTimeout(timer);
      this.#answer.destroy();
    };
    const timer = setTimeout(leave, LEAVE_WITHIN);
    this.close(leave);
  }

  leave(): void {
    this.left = true;
    this.#answer.destroy();
  }
}

function createInput(connection: Writable, end: End): Writable {
  let over = false;
  const stdin = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      connection.write(encodeFrame(BINARY, chunk), done);
    },
    final: (done) => end.close(done),
    // Given up before its end, as by a source that fails.
    destroy(error, done) {
      if (!over && !this.writableFinished) {
        end.left = true;
        connection.destroy(error ?? undefined);
      }
      done(error);
    },
  });
  stdin.on("error", () => {});
  connection.once("error", (error) => {
    over = true;
    stdin.destroy(error);
  });
  connection.once("close", () => {
    over = true;
    stdin.destroy();
  });
  return stdin;
}

/** What the engine sends, taken out of its frames as it is read. */
class WebSocketBytes implements AsyncIterableIterator<Uint8Array> {
  readonly #answer: UpgradedAnswer;
  readonly #end: End;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #frames = new FrameReader();
  #pieces: Iterator<Uint8Array | ControlFrame, void> | undefined;
  #over = false;

  constructor(answer: UpgradedAnswer, end: End) {
    this.#answer = answer;
    this.#end = end;
    this.#source = answer[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    while (!this.#over) {
      const piece = this.#pieces?.next().value;
      if (piece instanceof Uint8Array) return { value: piece, done: false };
      if (piece) this.#control(piece);
      else await this.#read();
    }
    return { value: undefined, done: true };
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#over = true;
    await this.#source.return?.();
    return { value: undefined, done: true };
  }

  async #read(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (!done) {
      this.#pieces = this.#frames.read(value);
      return;
    }
    const expected = this.#over || this.#end.left;
    this.#over = true;
    if (expected) return;
    throw new ProtocolError(`${this.#answer.host}: the WebSocket ended without a close`);
  }

  #control({ opcode, payload }: ControlFrame): void {
    const { stdin } = this.#answer;
    // Of many pings, one who does not read the answers is not given all of them.
    if (opcode === PING && !stdin.writableNeedDrain) stdin.write(encodeFrame(PONG, payload));
    if (opcode !== CLOSE) return;
    this.#over = true;
    this.#end.answer();
    const { status, reason } = readClose(payload);
    if (status === NORMAL || status === undefined) return;
    const said = reason ? `: ${reason}` : "";
    throw new ProtocolError(`${this.#answer.host}: the WebSocket was closed with ${status}${said}`);
  }
}

function readClose(payload: Uint8Array): { status: number | undefined; reason: string } {
  const [high, low, ...reason] = payload;
  const status = high === undefined || low === undefined ? undefined : high * 256 + low;
  return { status, reason: Buffer.from(reason).toString() };
}
