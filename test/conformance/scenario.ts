import { randomUUID } from "node:crypto";
import type { Body, Docker } from "../../src/index.js";

/**
 * What every program does with an engine, step by step. Each scenario runs against the mock daemon
 * and against real engines, and leaves nothing behind.
 */
export interface Scenario {
  title: string;
  /** @param image - an image with busybox's commands */
  run(docker: Docker, image: string): Promise<void>;
}

export const unique = (what: string): string => `sdk-${what}-${randomUUID().slice(0, 8)}`;

/** Runs something on a container that sleeps, and removes it. */
export async function withContainer(
  docker: Docker,
  body: Body<"ContainerCreate">,
  use: (id: string) => Promise<void>,
): Promise<void> {
  const { Id } = await docker.containers.create({ Cmd: ["sleep", "600"], ...body });
  try {
    await docker.containers.start(Id);
    await use(Id);
  } finally {
    await docker.containers.remove(Id, { force: true, v: true });
  }
}
