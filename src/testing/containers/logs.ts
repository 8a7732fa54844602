import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { fixedTimestamp } from "../clock.js";
import { parseSeconds } from "../filters.js";
import { type Call, type Handler, speaksAtLeast } from "../http/call.js";
import { badRequest, EngineError, systemError } from "../http/engine-error.js";
import type { Container } from "./container.js";
import type { LogEntry, LogSelection } from "./log-book.js";

/** What a container wrote: framed unless it has a terminal, and no faster than the client reads. */
export const containerLogs: Handler<"ContainerLogs"> = async (call, engine) => {
  const { query, response, signal } = call;
  if (!query.flag("stdout") && !query.flag("stderr")) {
    throw badRequest("Bad parameters: you must choose at least one stream");
  }
  const container = engine.containers.get(call.parameter);
  const selection = selectionOf(call);
  if (container.hostConfig.LogConfig?.Type === "none") {
    throw new EngineError(501, "configured logging driver does not support reading");
  }
  const tty = container.config.Tty === true;
  response.writeHead(200, { "content-type": streamType(call, tty) }).flushHeaders();
  for await (const entry of container.log.read(selection, signal)) {
    const line = decorate(entry, call, container);
    await write(response, tty ? line : frame(entry.stream, line), signal);
  }
  response.end();
  return undefined;
};

export function streamType(call: Call, tty: boolean): string {
  const framed = speaksAtLeast(call, 42) && !tty;
  return `application/vnd.docker.${framed ? "multiplexed" : "raw"}-stream`;
}

export function selectionOf({ query }: Call): LogSelection {
  const time = (name: string): bigint | undefined => {
    const text = query.text(name);
    if (text === "" || text === "0") return undefined;
    try {
      return parseSeconds(text);
    } catch (error) {
      throw systemError((error as Error).message);
    }
  };
  const tail = query.text("tail");
  return {
    stdout: query.flag("stdout"),
    stderr: query.flag("stderr"),
    since: time("since"),
    until: time("until"),
    tail: /^\d+$/.test(tail) ? Number(tail) : undefined,
    follow: query.flag("follow"),
  };
}

function decorate({ time, line }: LogEntry, { query }: Call, container: Container): Buffer {
  const details = query.flag("details") ? `${detailsOf(container)} ` : "";
  const prefix = (query.flag("timestamps") ? `${fixedTimestamp(time)} ` : "") + details;
  return prefix === "" ? line : Buffer.concat([Buffer.from(prefix), line]);
}

/** The labels and variables that the log options name: `a=b,c=d`. */
function detailsOf({ hostConfig, config }: Container): string {
  const options = hostConfig.LogConfig?.Config ?? {};
  const labels = (options.labels ?? "").split(",").filter(Boolean);
  const pairs = labels.flatMap((name) => {
    const value = config.Labels?.[name];
    return value == null ? [] : [`${name}=${value}`];
  });
  return pairs.join(",");
}

/** One frame of the multiplexed format: its header, and the bytes. */
export const frame = (stream: LogEntry["stream"], bytes: Buffer): Buffer =>
  Buffer.concat([frameHeader(stream, bytes.length), bytes]);

/** The stream, three zeros, the length. */
export function frameHeader(stream: LogEntry["stream"], length: number): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream === "stdout" ? 1 : 2;
  header.writeUInt32BE(length, 4);
  return header;
}

/** Waits while the client does not read, and no longer than it is there. */
export async function write(
  response: ServerResponse,
  chunk: Uint8Array | string,
  signal: AbortSignal,
): Promise<void> {
  if (!response.write(chunk)) await once(response, "drain", { signal });
}
