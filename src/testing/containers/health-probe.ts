import { Duplex } from "node:stream";
import type { Engine } from "../engine.js";
import { Exec } from "../exec/exec.js";
import { runExec } from "../exec/exec-start.js";
import { EngineError } from "../http/engine-error.js";
import type { Container } from "./container.js";

/** What one check said. */
export interface ProbeResult {
  readonly start: bigint;
  readonly end: bigint;
  /** Below zero for a check that could not be run, or took too long. */
  readonly exitCode: number;
  readonly output: string;
}

const longestOutput = 4096;

/** Runs a check once, as an exec that nobody asked for. */
export async function probe(
  engine: Engine,
  container: Container,
  argv: readonly string[],
  timeout: number,
  stopped: AbortSignal,
): Promise<ProbeResult> {
  const start = engine.clock.now();
  const done = (exitCode: number, output: string): ProbeResult => ({
    start,
    end: engine.clock.now(),
    exitCode,
    output,
  });
  const exec = makeExec(engine, container, argv);
  const chunks: Buffer[] = [];
  exec.stdio.attach(collect(chunks), {
    stdin: false,
    stdout: true,
    stderr: true,
    raw: true,
    detachKeys: undefined,
    endsStdin: false,
    onDetach() {},
  });
  try {
    runExec(engine, exec);
    const code = await endOf(exec, timeout / 1e6, stopped);
    const output = cut(Buffer.concat(chunks));
    if (code !== undefined) return done(code, output);
    const late = `Health check exceeded timeout (${goDuration(timeout)})`;
    return done(-1, output === "" ? late : `${late}: ${output}`);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return done(-1, error.message);
  } finally {
    engine.execs.delete(exec);
  }
}

function makeExec(engine: Engine, container: Container, argv: readonly string[]): Exec {
  const config = {
    argv,
    env: [],
    user: container.config.User ?? "",
    workingDir: container.config.WorkingDir ?? "",
    privileged: false,
    tty: false,
    stdin: false,
    stdout: true,
    stderr: true,
    detachKeys: [],
  };
  const exec = new Exec(engine.random.id(), container, config, { columns: 0, rows: 0 });
  engine.execs.add(exec);
  engine.events.container(container, `exec_create: ${exec.commandLine}`, { execID: exec.id });
  return exec;
}

/** Takes what is written to it the moment it is written. */
const collect = (chunks: Buffer[]): Duplex =>
  new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });

/** The exit code; undefined when the time was up, and the check was killed for it. */
function endOf(
  { process }: Exec,
  milliseconds: number,
  stopped: AbortSignal,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const giveUp = (): void => {
      resolve(undefined);
      process?.kill("SIGKILL");
      end();
    };
    const timer = setTimeout(giveUp, Math.min(milliseconds, 2 ** 31 - 1));
    timer.unref();
    const end = (): void => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", giveUp);
    };
    stopped.addEventListener("abort", giveUp, { once: true });
    void process?.exited.then((code) => {
      end();
      resolve(code);
    });
  });
}

const cut = (output: Buffer): string =>
  output.length > longestOutput
    ? `${output.subarray(0, longestOutput).toString("utf8")}...`
    : output.toString("utf8");

/** `1m30s`, as Go writes a length of time in nanoseconds. */
function goDuration(nanoseconds: number): string {
  if (nanoseconds < 1e9) return `${nanoseconds / 1e6}ms`;
  const seconds = nanoseconds / 1e9;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${Number((seconds % 60).toFixed(9))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
