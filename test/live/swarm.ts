import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openEngine } from "../../src/connection/engine.js";
import { ApiError, type OperationId, type ServiceSpec, type Task } from "../../src/index.js";
import { mismatchesOf } from "../conformance/answers/deviations.js";
import { checkAnswer } from "../support/answers.js";
import { AnswerRecorder } from "../support/recorded-answers.js";
import { Docker, ensureImage, image, swarm } from "./engine.js";

/** Milliseconds for what is to come to come. */
export const LIMIT = 60_000;

/** A client of the engine, which is a swarm for the tests of a file, and is none after them. */
export async function useSwarm(): Promise<Docker> {
  const docker = await useChecked();
  beforeAll(async () => {
    await leaveSwarm(docker);
    await ensureImage(docker);
    await makeSwarm(docker);
  });
  afterAll(() => leaveSwarm(docker));
  return docker;
}

/** A client that is closed after the tests of a file; what it is answered must fit api-spec.yaml. */
export async function useChecked(host?: string): Promise<Docker> {
  const engine = await openEngine(host ? { host, env: {} } : {});
  const recorder = new AnswerRecorder(engine.dispatcher);
  const docker = new Docker({ dispatcher: recorder.dispatcher });
  afterAll(async () => {
    await docker.close();
    await engine.close();
  });
  afterEach(async () => {
    expect(mismatchesOf(await recorder.take())).toEqual([]);
  });
  return docker;
}

export function makeSwarm(docker: Docker): Promise<string> {
  const AdvertiseAddr = swarm?.address ?? "127.0.0.1";
  return docker.swarm.init({ ListenAddr: `${AdvertiseAddr}:2377`, AdvertiseAddr });
}

/** Whatever was made in the swarm is gone with it. */
export async function leaveSwarm(docker: Docker): Promise<void> {
  const end = Date.now() + LIMIT;
  for (;;) {
    try {
      return await docker.swarm.leave({ force: true });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (/not part of a swarm/.test(error.message)) return;
      // An engine that is just writing its keys cannot delete them.
      if (error.code !== "SERVER" || Date.now() > end) throw error;
      await delay(500);
    }
  }
}

/** An answer, which must be what api-spec.yaml says of it. */
export async function checked<T>(
  operation: OperationId,
  answer: Promise<T>,
  status = 200,
): Promise<T> {
  const body = await answer;
  expect(checkAnswer(operation, status, body)).toEqual([]);
  return body;
}

/** A service of the tests' image, which runs a shell command. */
export function shell(name: string, command: string, rest: ServiceSpec = {}): ServiceSpec {
  return {
    Name: name,
    Mode: { Replicated: { Replicas: 1 } },
    ...rest,
    TaskTemplate: {
      RestartPolicy: { Condition: "none" },
      ...rest.TaskTemplate,
      ContainerSpec: {
        Image: image,
        Command: ["sh", "-c", `trap 'exit 0' TERM; ${command}`],
        ...rest.TaskTemplate?.ContainerSpec,
      },
    },
  };
}

/** A command that ends only when it is told to. */
export const FOR_EVER = "sleep 3600 & wait";

/** Waits for so many tasks of a service in a state. */
export async function tasksOf(
  docker: Docker,
  service: string,
  count: number,
  state: Task["Status"]["State"] = "running",
): Promise<Task[]> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const tasks = await checked("TaskList", docker.tasks.list({ filters: { service: [service] } }));
    const found = tasks.filter(({ Status }) => Status.State === state);
    if (found.length === count) return found;
    if (Date.now() > end) {
      const states = tasks.map(({ Status }) => `${Status.State} ${Status.Err ?? ""}`);
      throw new Error(`not ${count} × ${state} but ${JSON.stringify(states)}`);
    }
    await delay(100);
  }
}
