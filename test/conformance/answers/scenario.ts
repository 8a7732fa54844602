import type { Body, Docker, OperationId } from "../../../src/index.js";

/** What an engine is asked for the sake of its answers. Every answer on the way is checked. */
export interface AnswerScenario {
  readonly title: string;
  /** Those of its operations that must have succeeded with JSON, or the check has lost its point. */
  readonly operations: readonly OperationId[];
  /** Why the mock daemon is not asked. */
  readonly realOnly?: string;
  run(setting: Setting): Promise<void>;
}

export interface Setting {
  readonly docker: Docker;
  /** An image with busybox's commands. */
  readonly image: string;
  /** Unique: for what the scenario makes. */
  readonly name: string;
  /** What is to be done at the end, the last thing first, also after a failure. */
  later(undo: () => Promise<unknown>): void;
}

/** Makes a container, which is removed at the end. */
export async function create(
  { docker, image, name, later }: Setting,
  body: Partial<Body<"ContainerCreate">> = {},
  suffix = "",
): Promise<string> {
  const settings = { Image: image, Cmd: ["sleep", "600"], StopSignal: "SIGKILL", ...body };
  const { Id } = await docker.containers.create(settings, { name: name + suffix });
  later(() => docker.containers.remove(Id, { force: true, v: true }));
  return Id;
}

/** Makes a container that runs. */
export async function start(...made: Parameters<typeof create>): Promise<string> {
  const id = await create(...made);
  await made[0].docker.containers.start(id);
  return id;
}

/** Looks at a container in the two ways there are, and measures its files. */
export async function look({ docker }: Setting, id: string): Promise<void> {
  await docker.containers.inspect(id);
  await docker.containers.inspect(id, { size: true });
  await docker.containers.list({ all: true, filters: { id: [id] } });
  await docker.containers.list({ all: true, size: true, filters: { id: [id] } });
}
