/**
 * The main job in one go: an image, a container, its output, its end. On the engine that the docker
 * CLI would use, else on the bundled mock daemon. DEMO_IMAGE names another image, which must
 * have `sh` and `date`.
 */
import {
  ConnectionError,
  Docker,
  NotFoundError,
  type Progress,
  resolveEngine,
} from "../src/index.js";
import { MockDaemon } from "../src/testing/index.js";

const image = process.env.DEMO_IMAGE ?? "alpine:3.20";
const script = 'echo "hello from $(hostname)"; date; exit 0';

async function main(): Promise<void> {
  await using engine = await findEngine();
  const { docker } = engine;
  const { Version, Os, Arch } = await docker.system.version();
  report(
    "engine",
    `${engine.name}, version ${Version} (${Os}/${Arch}), API ${await docker.apiVersion()}`,
  );

  await haveImage(docker);
  const { Id, Size } = await docker.images.inspect(image);
  report("image", `${image}, ${Id.slice(7, 19)}, ${megabytes(Size)}`);

  const container = await docker.containers.create({ Image: image, Cmd: ["sh", "-c", script] });
  report("create", container.Id.slice(0, 12));
  try {
    const { StatusCode } = await docker.containers.wait(
      container.Id,
      { condition: "next-exit" },
      { onWaiting: () => docker.containers.start(container.Id) },
    );
    report("start", "it ran");
    const logs = docker.containers.logs(container.Id, { stdout: true, stderr: true });
    for await (const line of logs.lines()) report("logs", line);
    report("wait", `exit code ${StatusCode}`);
    const { State } = await docker.containers.inspect(container.Id);
    const ran = Date.parse(State.FinishedAt ?? "") - Date.parse(State.StartedAt ?? "");
    report("inspect", `${State.Status} after ${ran} ms`);
  } finally {
    await docker.containers.remove(container.Id, { force: true });
    report("remove", "done");
  }
}

/** A client, and what it talks to; disposing it ends both. */
interface FoundEngine extends AsyncDisposable {
  docker: Docker;
  name: string;
}

async function findEngine(): Promise<FoundEngine> {
  const { host, source, context } = await resolveEngine();
  try {
    const docker = await Docker.connect();
    const name = `${host} (${source}${context ? ` ${context}` : ""})`;
    return { docker, name, [Symbol.asyncDispose]: () => docker.close() };
  } catch (error) {
    // An engine that was asked for by name is wanted, and no other.
    const local = ["default", "rootless", "desktop"].includes(source);
    if (!local || !(error instanceof ConnectionError)) throw error;
    return mockEngine(error.message);
  }
}

function mockEngine(why: string): FoundEngine {
  console.log(`No local engine (${why})\n`);
  const daemon = new MockDaemon({ registry: [image] });
  daemon.program(image, ({ stdout, hostname }) => {
    stdout.write(`hello from ${hostname}\n${new Date().toUTCString()}\n`);
    return 0;
  });
  const docker = new Docker({ dispatcher: daemon.dispatcher });
  return {
    docker,
    name: "the bundled mock daemon",
    async [Symbol.asyncDispose]() {
      await docker.close();
      await daemon.close();
    },
  };
}

async function haveImage(docker: Docker): Promise<void> {
  try {
    await docker.images.inspect(image);
    report("pull", "not needed, the engine has the image");
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await pull(docker);
  }
}

async function pull(docker: Docker): Promise<void> {
  let bar = "";
  const onProgress = (progress: Progress): void => {
    bar = draw(progress);
    if (process.stdout.isTTY) process.stdout.write(`\rpull     ${bar}`);
  };
  try {
    const { digest } = await docker.images.pull(image, {}, { onProgress });
    if (process.stdout.isTTY) process.stdout.write("\r");
    report("pull", bar);
    report("", digest ?? "done");
  } catch (error) {
    const has = (await docker.images.list()).flatMap(({ RepoTags }) => RepoTags ?? []);
    if (has.length > 0)
      console.error(`DEMO_IMAGE may name one that the engine has: ${has.join(", ")}`);
    throw error;
  }
}

function draw({ percent, current, total }: Progress): string {
  const done = Math.round(percent / 4);
  const bar = "█".repeat(done) + "░".repeat(25 - done);
  return `${bar} ${percent.toFixed().padStart(3)} % of ${megabytes(total || current)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function report(step: string, text: string): void {
  console.log(`${step.padEnd(8)} ${text}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
});
