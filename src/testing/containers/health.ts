import { timestamp } from "../clock.js";
import { delay } from "../delay.js";
import type { Engine } from "../engine.js";
import type { AnswerBody } from "../http/call.js";
import type { Container } from "./container.js";
import { type ProbeResult, probe } from "./health-probe.js";

/** What the checks of a container have found. */
export interface Health {
  status: "starting" | "healthy" | "unhealthy";
  failingStreak: number;
  log: readonly ProbeResult[];
}

type ContainerSummary = NonNullable<NonNullable<AnswerBody<"ContainerList">>[number]>;
type HealthAnswer = NonNullable<NonNullable<AnswerBody<"ContainerInspect">>["State"]["Health"]>;

const second = 1_000_000_000;
const kept = 5;

/** The container starts: what the checks found before is no news, but stays in the log. */
export function startHealth(engine: Engine, container: Container): void {
  if (checkOf(container) === undefined) return;
  container.health = { status: "starting", failingStreak: 0, log: container.health?.log ?? [] };
  resumeHealth(engine, container);
}

/** Runs the checks until the container stops or pauses. */
export function resumeHealth(engine: Engine, container: Container): void {
  const argv = checkOf(container);
  const { health } = container;
  if (argv === undefined || health === undefined) return;
  const stopped = new AbortController();
  container.healthChecks = stopped;
  monitor(engine, container, argv, health, stopped.signal).catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
  });
}

/** Nobody checks any more: an engine calls that unhealthy. */
export function stopHealth(container: Container): void {
  if (container.healthChecks === undefined) return;
  container.healthChecks.abort();
  container.healthChecks = undefined;
  if (container.health !== undefined) container.health.status = "unhealthy";
}

export const healthAnswer = ({ status, failingStreak, log }: Health): HealthAnswer => ({
  Status: status,
  FailingStreak: failingStreak,
  Log: log.map(({ start, end, exitCode, output }) => ({
    Start: timestamp(start),
    End: timestamp(end),
    ExitCode: exitCode,
    Output: output,
  })),
});

/** In short, as lists have it from API 1.52 on. */
export const healthSummary = ({
  health,
  running,
}: Container): NonNullable<ContainerSummary["Health"]> =>
  running && health !== undefined
    ? { Status: health.status, FailingStreak: health.failingStreak }
    : { Status: "none", FailingStreak: 0 };

/** The command of the check; undefined where there is none, or none that an engine knows. */
function checkOf({ config }: Container): readonly string[] | undefined {
  const [kind, ...words] = (config.Healthcheck?.Test ?? []).map((word) => word ?? "");
  if (kind === "CMD") return words;
  const shell = config.Shell?.length ? config.Shell.map((word) => word ?? "") : ["/bin/sh", "-c"];
  return kind === "CMD-SHELL" ? [...shell, ...words] : undefined;
}

async function monitor(
  engine: Engine,
  container: Container,
  argv: readonly string[],
  health: Health,
  stopped: AbortSignal,
): Promise<void> {
  const { Interval, Timeout, StartPeriod, StartInterval, Retries } =
    container.config.Healthcheck ?? {};
  const startedAt = container.startedAt ?? 0n;
  const isStarting = (now: bigint): boolean =>
    health.status === "starting" && Number(now - startedAt) < (StartPeriod ?? 0);
  const interval = Interval || 30 * second;
  // Older engines check as often while a container starts as later on.
  const startInterval = engine.atLeast(44) ? StartInterval || 5 * second : interval;
  for (;;) {
    await delay((isStarting(engine.clock.now()) ? startInterval : interval) / 1e6, stopped);
    const result = await probe(engine, container, argv, Timeout || 30 * second, stopped);
    if (stopped.aborted) return;
    const before = health.status;
    record(health, result, isStarting(result.start), Retries || 3);
    if (health.status !== before) {
      engine.events.container(container, `health_status: ${health.status}`);
    }
  }
}

function record(health: Health, result: ProbeResult, isStarting: boolean, retries: number): void {
  health.log = [...health.log, result].slice(-kept);
  if (result.exitCode === 0) {
    health.failingStreak = 0;
    health.status = "healthy";
  } else if (!isStarting) {
    health.failingStreak += 1;
    if (health.failingStreak >= retries) health.status = "unhealthy";
  }
}
