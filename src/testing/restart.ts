import type { Container } from "./containers/container.js";
import { kill, start } from "./containers/lifecycle.js";
import type { Engine } from "./engine.js";
import { EngineError } from "./http/engine-error.js";

/**
 * Ends as an engine does that is killed with all that it runs: what it had in memory alone is gone, the
 * commands in its containers and the past events. Answers the containers that its next start runs again.
 */
export async function stopEverything(engine: Engine): Promise<Container[]> {
  const containers = engine.containers.all();
  const again = containers.filter(runsAgain);
  await Promise.all(containers.filter(({ running }) => running).map((each) => end(engine, each)));
  for (const exec of engine.execs.all()) engine.execs.delete(exec);
  engine.events.forget();
  return again;
}

/** `always` brings back even what was stopped by hand, the other policies only what was not. */
function runsAgain({ hostConfig, startedAt, manuallyStopped, running }: Container): boolean {
  const policy = hostConfig.RestartPolicy?.Name;
  if (startedAt === undefined) return false;
  if (policy === "on-failure") return running;
  return policy === "always" || (policy === "unless-stopped" && !manuallyStopped);
}

/** It counts as stopped by hand while it is killed, so that its policy waits for the engine's start. */
async function end(engine: Engine, container: Container): Promise<void> {
  const { manuallyStopped } = container;
  await kill(engine, container, "SIGKILL");
  container.manuallyStopped = manuallyStopped;
  // Nobody was there to see how it ended.
  container.exitCode = 255;
}

export function startAgain(engine: Engine, containers: readonly Container[]): void {
  for (const container of containers) {
    try {
      start(engine, container);
    } catch (error) {
      // Such as a port that is taken by now: it stays as it is, and tells why when it is inspected.
      if (!(error instanceof EngineError)) throw error;
    }
  }
}
