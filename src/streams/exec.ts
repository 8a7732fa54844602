import { Readable, type Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { ConfigError, TimeoutError } from "../errors.js";
import type { Body, Result } from "../types.js";
import { OutputStream } from "./output.js";
import { processInput } from "./stdin.js";

/** What a command reads: all of it, or bytes that are pulled as fast as it reads them. */
export type StdinSource = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** What `containers.exec` gives a command; the fields of the API keep their names. */
export interface ExecSettings
  extends Pick<
    Body<"ContainerExec">,
    "Env" | "WorkingDir" | "User" | "Privileged" | "Tty" | "ConsoleSize"
  > {
  /** What it reads, to its end; with `Tty` as if it were typed. Without it its input is empty. */
  stdin?: StdinSource | undefined;
  /** What the output becomes: text in UTF-8, or bytes with "buffer". */
  encoding?: "utf8" | "buffer" | undefined;
}

/** How a command ended, and what it wrote. */
export interface ExecResult<Output = string> {
  exitCode: number;
  stdout: Output;
  stderr: Output;
}

/** A started command: what it writes, and the way to it. */
export interface StartedExec extends AsyncIterable<Uint8Array> {
  readonly stdin: Writable;
  destroy(): void;
}

/** The calls that make an exec; each is given the signal that ends all of it. */
export interface ExecCalls {
  create(body: Body<"ContainerExec">, signal: AbortSignal): Promise<string>;
  start(id: string, tty: boolean, signal: AbortSignal): Promise<StartedExec>;
  inspect(id: string, signal: AbortSignal): Promise<Result<"ExecInspect">>;
}

/** Ends the exec from outside. */
export interface ExecLimits {
  signal?: AbortSignal | undefined;
  /** Milliseconds for all of it; 0 for no limit. */
  timeout?: number | undefined;
}

/** The longest wait between two questions whether a command has ended. */
const LONGEST_WAIT = 200;

/** Creates an exec, starts it, feeds and reads it, and waits for its exit code. */
export async function runExec(
  calls: ExecCalls,
  command: readonly string[],
  { stdin, encoding = "utf8", ...settings }: ExecSettings,
  { signal, timeout }: ExecLimits,
): Promise<ExecResult<string | Uint8Array>> {
  if (!Array.isArray(command) || command.length === 0) {
    throw new ConfigError("command", 'is a list of words, ["ls", "-l"]');
  }
  if (!["utf8", "buffer"].includes(encoding)) {
    throw new ConfigError("encoding", `"${encoding}" is not known; use "utf8" or "buffer"`);
  }
  checkStdin(stdin);
  if (timeout !== undefined && !(timeout >= 0 && timeout < 2 ** 31)) {
    throw new ConfigError("timeout", `${timeout} is no time limit; give milliseconds, 0 for none`);
  }
  const limit = new AbortController();
  const timer = timeout
    ? setTimeout(
        () => limit.abort(new TimeoutError(`exec took longer than ${timeout} ms (timeout)`)),
        timeout,
      )
    : undefined;
  const ended = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
  try {
    const body = { AttachStdout: true, AttachStderr: true, ...settings, Cmd: [...command] };
    const id = await calls.create({ ...body, AttachStdin: stdin !== undefined }, ended);
    const tty = settings.Tty ?? false;
    const output = await converse(await calls.start(id, tty, ended), !tty, stdin);
    const exitCode = await exitCodeOf(calls, id, ended);
    const [stdout, stderr] = [Buffer.concat(output.stdout), Buffer.concat(output.stderr)];
    if (encoding === "buffer") return { exitCode, stdout, stderr };
    return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
  } finally {
    clearTimeout(timer);
  }
}

function checkStdin(source: StdinSource | undefined): void {
  if (source === undefined || typeof source === "string" || source instanceof Uint8Array) return;
  if (Symbol.asyncIterator in Object(source)) return;
  throw new ConfigError("stdin", "is text, bytes or a stream of them");
}

/** Feeds and reads a command at the same time: it may write before it has read everything. */
async function converse(
  started: StartedExec,
  multiplexed: boolean,
  stdin: StdinSource | undefined,
): Promise<Record<"stdout" | "stderr", Uint8Array[]>> {
  const output = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const read = async (): Promise<void> => {
    for await (const { stream, data } of new OutputStream(async () => ({
      bytes: started,
      multiplexed,
    }))) {
      output[stream].push(data);
    }
  };
  try {
    const input = { Tty: !multiplexed, OpenStdin: true, StdinOnce: true };
    await Promise.all([read(), feed(stdin, processInput(started.stdin, input))]);
    return output;
  } finally {
    started.destroy();
  }
}

/** A command that ends before it has read everything is nothing wrong; a source that fails is. */
async function feed(source: StdinSource | undefined, stdin: Writable): Promise<void> {
  if (source === undefined) return;
  const closed = new Promise<undefined>((resolve) => stdin.once("close", () => resolve(undefined)));
  const whole = typeof source === "string" || source instanceof Uint8Array;
  const pieces = (whole ? once(source) : source)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = pieces.next();
      // It may fail when nobody waits for it any more.
      next.catch(() => {});
      const piece = await Promise.race([next, closed]);
      if (!piece || stdin.destroyed) return;
      if (piece.done) break;
      if (typeof piece.value !== "string" && !(piece.value instanceof Uint8Array)) {
        throw new ConfigError("stdin", "gives something that is neither text nor bytes");
      }
      if (!stdin.write(piece.value)) {
        await Promise.race([new Promise((resolve) => stdin.once("drain", resolve)), closed]);
      }
    }
    stdin.end();
  } finally {
    leave(source, pieces);
  }
}

async function* once<T>(value: T): AsyncGenerator<T, void, undefined> {
  yield value;
}

/** A source that is waiting for its next piece cannot be waited for. */
function leave(source: StdinSource, pieces: AsyncIterator<unknown>): void {
  if (source instanceof Readable) source.destroy();
  else pieces.return?.()?.then(undefined, () => {});
}

/** The output may end a moment before the engine knows how the command did, or long before. */
async function exitCodeOf(calls: ExecCalls, id: string, signal: AbortSignal): Promise<number> {
  for (let wait = 5; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const { Running, ExitCode } = await calls.inspect(id, signal);
    if (!Running && ExitCode !== null) return ExitCode;
    await delay(wait, undefined, { signal }).catch(() => {
      throw signal.reason;
    });
  }
}
