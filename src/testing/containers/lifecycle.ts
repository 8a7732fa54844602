import type { Engine } from "../engine.js";
import { endExecs } from "../exec/exec.js";
import { badRequest, conflict, EngineError, systemError } from "../http/engine-error.js";
import { joinNetworks, leaveNetworks } from "../networks/networking.js";
import type { Container } from "./container.js";
import { programFiles, runMounts } from "./container-mounts.js";
import { notRunning } from "./containers.js";
import { environmentOf } from "./environment.js";
import { resumeHealth, startHealth, stopHealth } from "./health.js";
import { Process } from "./process.js";
import { Processes } from "./processes.js";
import { removeContainer } from "./removal.js";
import { tellConnections, tellEnd, tellMounts, tellUnmounts } from "./run-events.js";
import { scriptIn } from "./scripts.js";
import { parseSignal, signalNumber } from "./signals.js";
import { type OutputName, Stdio } from "./stdio.js";
import { terminalSize, withCarriageReturns } from "./terminal.js";

/** Starts a container. Answers false when it runs already. */
export function start(engine: Engine, container: Container): boolean {
  if (container.paused) throw conflict("cannot start a paused container, try unpause instead");
  if (container.running) return false;
  if (container.removing) throw conflict("container is marked for removal and cannot be started");
  clearTimeout(container.restartTimer);
  container.manuallyStopped = false;
  container.restartCount = 0;
  container.restartStreak = 0;
  try {
    run(engine, container);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    failStart(engine, container, error);
    throw error;
  }
  return true;
}

/** The engine's words for a command that its image does not have. */
export function commandNotFound(command: string, denied = false): EngineError {
  const missing = command.includes("/")
    ? `stat ${command}: no such file or directory`
    : "executable file not found in $PATH";
  const reason = denied ? "permission denied" : missing;
  return badRequest(
    `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "${command}": ${reason}`,
  );
}

function run(engine: Engine, container: Container): void {
  const { config, hostConfig, image, log, stdio } = container;
  joinNetworks(engine, container);
  const argv = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])].map((word) => word ?? "");
  const program =
    engine.programFor(container.imageName, image.id, argv[0] ?? "") ??
    scriptIn(engine, container, argv[0] ?? "");
  tellMounts(engine, container);
  if (program === undefined || program === "denied") {
    leaveNetworks(engine, container);
    tellUnmounts(engine, container);
    throw commandNotFound(argv[0] ?? "", program === "denied");
  }
  tellConnections(engine, container);

  container.running = true;
  container.restarting = false;
  container.paused = false;
  container.error = "";
  container.exitCode = 0;
  container.pid = engine.nextPid();
  container.startedAt = engine.clock.now();
  log.open();
  const tty = config.Tty === true;
  if (config.OpenStdin !== true) stdio.stdin.end();
  const mounts = runMounts(engine, container);
  container.runMounts = mounts;
  container.processes = new Processes();
  const workingDir = config.WorkingDir || "/";
  const show = (stream: OutputName, bytes: Buffer): Promise<unknown> | undefined => {
    log.write(stream, bytes);
    return stdio.write(stream, bytes);
  };
  const terminal = tty
    ? stdio.openTerminal({
        echo: (bytes) => void show("stdout", bytes),
        signal: (name) => container.process?.kill(name),
      })
    : undefined;
  const process = new Process({
    program,
    processes: container.processes,
    now: () => engine.clock.date(),
    argv,
    tty,
    env: environmentOf(container),
    hostname: config.Hostname ?? "",
    workingDir,
    user: config.User || "root",
    size: tty ? terminalSize(hostConfig.ConsoleSize) : { columns: 0, rows: 0 },
    files: programFiles(engine, mounts, { workingDir, user: config.User ?? "" }),
    stdin: stdio.stdin,
    setRawMode(raw) {
      if (terminal !== undefined) terminal.raw = raw;
    },
    output: (stream, chunk) =>
      tty ? show("stdout", withCarriageReturns(chunk)) : show(stream, chunk),
  });
  container.process = process;
  startHealth(engine, container);
  engine.events.container(container, "start");
  void process.exited.then((code) => ended(engine, container, process, code));
}

/** The clients leave with the process; those who come from now on are the next one's. */
function endStdio(container: Container): void {
  container.stdio.end();
  container.stdio = new Stdio();
}

function failStart(engine: Engine, container: Container, error: EngineError): void {
  endStdio(container);
  leaveNetworks(engine, container);
  container.running = false;
  container.restarting = false;
  container.error = error.message;
  const found = error.message.endsWith(": permission denied");
  container.exitCode = error.status === 400 ? (found ? 126 : 127) : 128;
  if (container.hostConfig.AutoRemove) removeContainer(engine, container, { volumes: true });
}

function ended(engine: Engine, container: Container, process: Process, code: number): void {
  if (container.process !== process) return;
  container.process = undefined;
  container.processes.end();
  stopHealth(container);
  endExecs(engine, container);
  container.log.close();
  endStdio(container);
  leaveNetworks(engine, container);
  tellUnmounts(engine, container);
  container.pid = 0;
  container.paused = false;
  container.exitCode = code;
  container.finishedAt = engine.clock.now();
  tellEnd(engine, container);
  container.stopping = false;
  if (wantsRestart(engine, container)) {
    restartLater(engine, container);
    return;
  }
  container.running = false;
  container.announceStop();
  if (container.hostConfig.AutoRemove && !container.removing && !container.startsAgain) {
    removeContainer(engine, container, { volumes: true });
  }
}

function wantsRestart(
  engine: Engine,
  { hostConfig, manuallyStopped, exitCode, restartCount }: Container,
): boolean {
  if (engine.closed || manuallyStopped) return false;
  const { Name: policy, MaximumRetryCount: most } = hostConfig.RestartPolicy ?? {};
  if (policy === "on-failure") return exitCode !== 0 && (!most || restartCount < most);
  return policy === "always" || policy === "unless-stopped";
}

/** 100 ms, then twice as long each time, up to a minute; a container that ran for 10 s begins anew. */
function restartLater(engine: Engine, container: Container): void {
  const ran = (container.finishedAt ?? 0n) - (container.startedAt ?? 0n);
  if (ran >= 10_000_000_000n) container.restartStreak = 0;
  const wait = Math.min(100 * 2 ** container.restartStreak, 60_000);
  container.restarting = true;
  container.restartStreak += 1;
  container.restartCount += 1;
  container.restartTimer = setTimeout(() => {
    try {
      run(engine, container);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failStart(engine, container, error);
      container.announceStop();
    }
  }, wait);
  container.restartTimer.unref();
}

/** Ends a container that waits for its restart, as a stop does. */
function cancelRestart(container: Container): void {
  clearTimeout(container.restartTimer);
  container.restarting = false;
  container.running = false;
  container.announceStop();
}

/** Sends a signal; with SIGKILL it is over when this resolves. */
export async function kill(engine: Engine, container: Container, signal: string): Promise<void> {
  if (!container.running) throw conflict(notRunning(container));
  // An engine takes any signal for the end, unless the container has a stop signal of its own.
  if (!container.config.StopSignal || signal === "SIGKILL" || signal === stopSignal(container)) {
    container.manuallyStopped = true;
    resume(engine, container);
  }
  if (container.process === undefined) return cancelRestart(container);
  const stopped = container.nextStop();
  sendSignal(engine, container, signal);
  if (signal === "SIGKILL") await stopped;
}

function sendSignal(engine: Engine, container: Container, signal: string): void {
  if (container.process === undefined) return;
  engine.events.container(container, "kill", { signal: String(signalNumber(signal)) });
  container.process.kill(signal);
}

const stopSignal = ({ config }: Container): string => parseSignal(config.StopSignal || "SIGTERM");

function resume(engine: Engine, container: Container): void {
  if (!container.paused) return;
  container.paused = false;
  container.processes.thaw();
  for (const { process } of processesOf(engine, container)) process?.resume();
  resumeHealth(engine, container);
}

const processesOf = (
  engine: Engine,
  container: Container,
): { readonly process: Process | undefined }[] => [container, ...engine.execs.of(container)];

export interface StopOptions {
  readonly signal: string;
  /** Seconds until SIGKILL; below zero: never. */
  readonly timeout: number | undefined;
}

/** The stop signal, and SIGKILL when the time is up. Answers false when it was not running. */
export async function stop(
  engine: Engine,
  container: Container,
  options: StopOptions,
): Promise<boolean> {
  if (!container.running) return false;
  const signal = options.signal === "" ? stopSignal(container) : parseSignal(options.signal);
  container.manuallyStopped = true;
  if (container.process === undefined) {
    cancelRestart(container);
    engine.events.container(container, "stop");
    return true;
  }
  const stopped = container.nextStop();
  const seconds = options.timeout ?? container.config.StopTimeout ?? 10;
  container.stopping = true;
  const wasPaused = container.paused;
  resume(engine, container);
  sendSignal(engine, container, signal);
  if (wasPaused) engine.events.container(container, "unpause");
  const lastResort = (): void => sendSignal(engine, container, "SIGKILL");
  const timer = seconds < 0 ? undefined : setTimeout(lastResort, seconds * 1000);
  timer?.unref();
  await stopped;
  clearTimeout(timer);
  return true;
}

export async function restart(
  engine: Engine,
  container: Container,
  options: StopOptions,
): Promise<void> {
  container.startsAgain = true;
  try {
    await stop(engine, container, options);
  } finally {
    container.startsAgain = false;
  }
  if (engine.closed) return;
  start(engine, container);
  engine.events.container(container, "restart");
}

export function pause(engine: Engine, container: Container): void {
  if (!container.running) throw conflict(notRunning(container));
  if (container.restarting) {
    throw conflict(`Container ${container.id} is restarting, wait until the container is running`);
  }
  if (container.paused) throw conflict(`Container ${container.id} is already paused`);
  container.paused = true;
  stopHealth(container);
  container.processes.freeze();
  for (const { process } of processesOf(engine, container)) process?.pause();
  engine.events.container(container, "pause");
}

export function unpause(engine: Engine, container: Container): void {
  if (!container.paused) throw systemError(`Container ${container.id} is not paused`);
  resume(engine, container);
  engine.events.container(container, "unpause");
}
