import { requestedSize as resizeTo } from "../containers/container-handlers.js";
import { parseDetachKeys } from "../containers/detach-keys.js";
import type { Engine } from "../engine.js";
import { execBody } from "../http/body-types.js";
import { type AnswerBody, type Call, created, type Handlers, ok } from "../http/call.js";
import { badRequest, notFound, systemError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { checkActive, Exec } from "./exec.js";
import { requestedSize, startExec } from "./exec-start.js";

interface ExecBody {
  readonly AttachStdin?: boolean | null;
  readonly AttachStdout?: boolean | null;
  readonly AttachStderr?: boolean | null;
  readonly ConsoleSize?: readonly (number | null)[] | null;
  readonly DetachKeys?: string | null;
  readonly Tty?: boolean | null;
  readonly Env?: readonly (string | null)[] | null;
  readonly Cmd?: readonly (string | null)[] | null;
  readonly Privileged?: boolean | null;
  readonly User?: string | null;
  readonly WorkingDir?: string | null;
}

export const execHandlers: Handlers = {
  ContainerExec(call, engine) {
    const body = (readJson(call, execBody) ?? {}) as ExecBody;
    if (!body.Cmd?.length) throw badRequest("No exec command specified");
    return created({ Id: createExec(call, engine, body).id });
  },

  ExecStart: startExec,

  ExecInspect: ({ parameter }, engine) => ok(inspect(engine.execs.get(parameter))),

  async ExecResize(call, engine) {
    const size = resizeTo(call);
    const exec = engine.execs.getActive(call.parameter);
    if (exec.exitCode !== null) {
      throw notFound(`NotFound: process does not exist ${exec.id}: not found`);
    }
    await soon(exec.started, call.signal);
    exec.size = size;
    if (exec.config.tty) exec.process?.resize(size);
    return { status: 200 };
  },
};

function createExec(call: Call, engine: Engine, body: ExecBody): Exec {
  const container = engine.containers.get(call.parameter);
  checkActive(container, call.parameter);
  const keys = parseDetachKeys(body.DetachKeys ?? "");
  if (keys === undefined) throw systemError(`Invalid escape keys (${body.DetachKeys}) provided`);
  const texts = (given: readonly (string | null)[] | null | undefined): string[] =>
    (given ?? []).map((text) => text ?? "");
  const config = {
    argv: texts(body.Cmd),
    env: texts(body.Env),
    user: body.User || (container.config.User ?? ""),
    workingDir: body.WorkingDir || (container.config.WorkingDir ?? ""),
    privileged: body.Privileged === true,
    tty: body.Tty === true,
    stdin: body.AttachStdin === true,
    stdout: body.AttachStdout === true,
    stderr: body.AttachStderr === true,
    detachKeys: keys,
  };
  const exec = new Exec(
    engine.random.id(),
    container,
    config,
    requestedSize(call, body.ConsoleSize),
  );
  engine.execs.add(exec);
  engine.events.container(container, `exec_create: ${exec.commandLine}`, { execID: exec.id });
  return exec;
}

/** A client may resize what it is just about to start: the engine gives it ten seconds. */
async function soon(started: Promise<void>, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => reject(systemError("timeout waiting for exec session ready"));
    timer = setTimeout(refuse, 10_000);
    timer.unref();
    signal.addEventListener("abort", refuse, { once: true });
  });
  try {
    await Promise.race([started, late]);
  } finally {
    clearTimeout(timer);
  }
}

function inspect(exec: Exec): NonNullable<AnswerBody<"ExecInspect">> {
  const { config } = exec;
  const [entrypoint = "", ...args] = config.argv;
  return {
    ID: exec.id,
    Running: exec.running,
    ExitCode: exec.exitCode,
    ProcessConfig: {
      tty: config.tty,
      entrypoint,
      arguments: args,
      privileged: config.privileged,
      ...(config.user && { user: config.user }),
    },
    OpenStdin: config.stdin,
    OpenStderr: config.stderr,
    OpenStdout: config.stdout,
    CanRemove: false,
    ContainerID: exec.container.id,
    DetachKeys: Buffer.from(config.detachKeys).toString("base64"),
    Pid: exec.pid,
  };
}
