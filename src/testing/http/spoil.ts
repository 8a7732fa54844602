import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { nextTurn } from "../real-timers.js";
import type { Drip, Fault } from "./faults.js";

/** What an answer is written to: a response, or a connection that was taken over. */
type Sink = ServerResponse | Duplex;
type Done = () => void;

/** Takes the pieces of an answer, and writes of them what the client is to get. */
interface Spoiler {
  /** Calls back when there is room for more. */
  piece(piece: Buffer, done: Done): void;
  end(): void;
}

/** Whether a fault is one of the answer's body. */
export const isOfBody = ({ reset, truncate, malformed, drip }: Fault): boolean =>
  reset === "body" || truncate === true || malformed === true || drip !== undefined;

/**
 * Lets through what is written to an answer only as the fault has it.
 *
 * @param reset - breaks the client's connection
 */
export function spoil(sink: Sink, fault: Fault, reset: () => void): void {
  const write = sink.write.bind(sink) as (piece: Buffer, done: Done) => boolean;
  const end = sink.end.bind(sink) as () => void;
  const { spoiler, sameLength } = spoilerOf(fault, { write, end, reset, sink });
  if ("writeHead" in sink && !sameLength) withoutLength(sink);
  let waiting = 0;
  const take = (piece: Buffer, done: Done): void => {
    waiting += 1;
    spoiler.piece(piece, () => {
      waiting -= 1;
      done();
      if (waiting === 0) sink.emit("drain");
    });
  };
  const given = { write: take, end: () => spoiler.end() };
  Object.assign(sink, {
    write(...[chunk, ...rest]: WriteArguments): boolean {
      given.write(bytesOf(chunk, rest), callbackOf(rest));
      return waiting === 0;
    },
    end(...[chunk, ...rest]: Partial<WriteArguments>): Sink {
      const done = callbackOf(typeof chunk === "function" ? [chunk] : rest);
      sink.once("finish", done);
      if (chunk !== undefined && chunk !== null && typeof chunk !== "function") {
        given.write(bytesOf(chunk, rest), () => {});
      }
      given.end();
      return sink;
    },
  });
}

type WriteArguments = [chunk: string | Uint8Array | Done | null, ...rest: unknown[]];

function bytesOf(chunk: WriteArguments[0], [encoding]: unknown[]): Buffer {
  if (typeof chunk === "string") {
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  }
  return Buffer.from(chunk as Uint8Array);
}

const callbackOf = (rest: unknown[]): Done =>
  (rest.find((each) => typeof each === "function") as Done | undefined) ?? (() => {});

/** An answer that is cut off or grows has not the length that its handler says. */
function withoutLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]): ServerResponse => {
    response.removeHeader("Content-Length");
    const headers = Object.entries((rest.at(-1) ?? {}) as object);
    const kept = headers.filter(([name]) => name.toLowerCase() !== "content-length");
    return writeHead(status, Object.fromEntries(kept));
  };
}

interface Ways {
  readonly sink: Sink;
  write(piece: Buffer, done: Done): boolean;
  end(): void;
  reset(): void;
}

function spoilerOf(fault: Fault, ways: Ways): { spoiler: Spoiler; sameLength: boolean } {
  if (fault.drip) return { spoiler: dripping(fault.drip, ways), sameLength: true };
  if (fault.malformed) return { spoiler: malformed(ways), sameLength: false };
  // The headers go with the first piece; without any, they go alone.
  if (fault.truncate) return { spoiler: cut(ways, ways.end), sameLength: false };
  const broken = (): void => void nextTurn().then(ways.reset);
  return { spoiler: cut(ways, broken), sameLength: true };
}

/** Half of the first piece, then what is to come instead of the rest. */
function cut({ write, sink }: Ways, instead: Done): Spoiler {
  let isCut = false;
  return {
    piece(piece, done) {
      if (isCut || piece.length === 0) return done();
      isCut = true;
      const half = piece.subarray(0, Math.floor(piece.length / 2));
      write(half, () => {
        done();
        instead();
      });
    },
    end() {
      if (isCut) return;
      isCut = true;
      if ("flushHeaders" in sink) sink.flushHeaders();
      instead();
    },
  };
}

/** A brace too many in front of the first piece. */
function malformed({ write, end }: Ways): Spoiler {
  let begun = false;
  return {
    piece(piece, done) {
      if (begun || piece.length === 0) return void write(piece, done);
      begun = true;
      write(Buffer.concat([Buffer.from("{"), piece]), done);
    },
    end,
  };
}

function dripping({ bytes, every }: Drip, { write, end, sink }: Ways): Spoiler {
  const queue: { piece: Buffer; done: Done }[] = [];
  let ending = false;
  let timer: NodeJS.Timeout | undefined;
  sink.once("close", () => clearTimeout(timer));
  const drop = (): void => {
    timer = undefined;
    const [first] = queue;
    if (first === undefined) {
      if (ending) end();
      return;
    }
    const drip = first.piece.subarray(0, bytes);
    first.piece = first.piece.subarray(bytes);
    if (first.piece.length === 0) queue.shift();
    write(drip, () => {
      if (first.piece.length === 0) first.done();
    });
    timer = setTimeout(drop, every);
  };
  return {
    piece(piece, done) {
      queue.push({ piece, done });
      timer ??= setTimeout(drop, 0);
    },
    end() {
      ending = true;
      timer ??= setTimeout(drop, 0);
    },
  };
}
