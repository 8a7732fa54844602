import { programFiles, runMounts } from "../containers/container-mounts.js";
import { environmentOf } from "../containers/environment.js";
import { streamType } from "../containers/logs.js";
import { Process, type TerminalSize } from "../containers/process.js";
import { scriptIn } from "../containers/scripts.js";
import { send } from "../containers/stdio.js";
import { terminalSize, withCarriageReturns } from "../containers/terminal.js";
import type { Engine } from "../engine.js";
import { startExecBody } from "../http/body-types.js";
import { type Call, type Handler, speaksAtLeast } from "../http/call.js";
import { badRequest, conflict, EngineError } from "../http/engine-error.js";
import { close } from "../http/hijack.js";
import { readJson } from "../http/json-body.js";
import { type Exec, endExec } from "./exec.js";

interface StartBody {
  readonly Detach?: boolean | null;
  readonly Tty?: boolean | null;
  readonly ConsoleSize?: readonly (number | null)[] | null;
}

/** Runs an exec: what is wrong with its command is said in its output, unless nobody listens. */
export const startExec: Handler<"ExecStart"> = (call, engine) => {
  const body = (readJson(call, startExecBody) ?? {}) as StartBody;
  const exec = engine.execs.getActive(call.parameter);
  if (body.Tty && body.ConsoleSize) exec.size = requestedSize(call, body.ConsoleSize);
  if (body.Detach) {
    runExec(engine, exec);
    // Nobody is there to write to it.
    exec.stdio.stdin.end();
    return { status: 200 };
  }
  const raw = body.Tty === true;
  const { stdin, stdout, stderr, tty, detachKeys } = exec.config;
  const connection = call.hijack(streamType(call, raw), {
    "Api-Version": engine.identity.apiVersion,
    "Docker-Experimental": "false",
    Ostype: "linux",
    Server: `Docker/${engine.identity.engineVersion} (linux)`,
  });
  const tell = (message: string): void =>
    send({ connection, raw }, "stdout", Buffer.from(`${message}\r\n`));
  try {
    checkUnused(exec);
    exec.stdio.attach(connection, {
      stdin,
      stdout,
      stderr,
      raw,
      detachKeys: tty ? detachKeys : undefined,
      endsStdin: !tty,
      onDetach() {
        // The engine takes this for a failure of the command.
        tell("exec attach failed: error on attach stdin: read escape sequence");
        Object.assign(exec, { lost: true, running: false, exitCode: 126 });
      },
    });
    runExec(engine, exec);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    tell(error.message);
    close(connection);
  }
  return undefined;
};

/** The size in a body, which older clients did not have. */
export const requestedSize = (call: Call, given: StartBody["ConsoleSize"]): TerminalSize =>
  terminalSize(speaksAtLeast(call, 42) ? given : null);

function checkUnused({ id, running, exitCode }: Exec): void {
  if (running) throw conflict(`exec command ${id} is already running`);
  if (exitCode !== null) throw conflict(`exec command ${id} has already run`);
}

/** Starts its process; throws what is wrong with its command. */
export function runExec(engine: Engine, exec: Exec): void {
  checkUnused(exec);
  const { container, config, stdio } = exec;
  const { argv, tty, user, workingDir } = config;
  engine.events.container(container, `exec_start: ${exec.commandLine}`, { execID: exec.id });
  const { program, reason, code } = findCommand(engine, exec);
  if (program === undefined) {
    exec.exitCode = code;
    throw badRequest(`OCI runtime exec failed: exec failed: ${reason}`);
  }
  const mounts = container.runMounts ?? runMounts(engine, container);
  exec.running = true;
  if (!config.stdin) stdio.stdin.end();
  const terminal = tty
    ? stdio.openTerminal({
        echo: (bytes) => void stdio.write("stdout", bytes),
        signal: (name) => exec.process?.kill(name),
      })
    : undefined;
  const process = new Process({
    program,
    processes: container.processes,
    now: () => engine.clock.date(),
    argv,
    tty,
    env: environmentOf(container, config),
    hostname: container.config.Hostname ?? "",
    workingDir: workingDir || "/",
    user: user || "root",
    files: programFiles(engine, mounts, { workingDir: workingDir || "/", user: user ?? "" }),
    size: tty ? exec.size : { columns: 0, rows: 0 },
    stdin: stdio.stdin,
    setRawMode(raw) {
      if (terminal !== undefined) terminal.raw = raw;
    },
    output: (stream, chunk) =>
      tty ? stdio.write("stdout", withCarriageReturns(chunk)) : stdio.write(stream, chunk),
  });
  exec.process = process;
  exec.pid = container.pid + process.pid - 1;
  exec.announceStart();
  void process.exited.then((code) => endExec(engine, exec, code));
}

type Found = ReturnType<Engine["commandFor"]>;

/** The program, or why there is none, and the code that says so. */
function findCommand(
  engine: Engine,
  { container, config: { argv, env, workingDir } }: Exec,
): { readonly program: Found; readonly reason: string; readonly code: number } {
  const [command = ""] = argv;
  if (!workingDir.startsWith("/") && workingDir !== "") {
    return { program: undefined, reason: "Cwd must be an absolute path", code: 128 };
  }
  if (env.some((entry) => entry === "" || entry.startsWith("="))) {
    const reason =
      "unable to start container process: invalid environment variable: name cannot be empty";
    return { program: undefined, reason, code: 128 };
  }
  const missing = command.includes("/")
    ? `stat ${command}: no such file or directory`
    : "executable file not found in $PATH";
  const found =
    engine.commandFor(container.imageName, container.image.id, command) ??
    scriptIn(engine, container, command);
  const denied = found === "denied";
  const why = denied ? "permission denied" : missing;
  return {
    program: denied ? undefined : found,
    reason: `unable to start container process: exec: "${command}": ${why}`,
    code: denied ? 126 : 127,
  };
}
