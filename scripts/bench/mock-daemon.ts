import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";

/** `npm run bench:mock`: what a mock daemon costs a test, medians in milliseconds. */
const rounds = 100;

function median(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A new daemon, a new client, and the first list, for which the client asks for the version as well. */
async function start(): Promise<number> {
  const used: AsyncDisposable[] = [];
  const time = await timed(async () => {
    const daemon = new MockDaemon({ images: ["alpine:3.20"] });
    const docker = new Docker({ dispatcher: daemon.dispatcher });
    used.push(docker, daemon);
    await docker.containers.list();
  });
  for (const each of used) await each[Symbol.asyncDispose]();
  return time;
}

async function lists(count: number): Promise<number[]> {
  await using daemon = new MockDaemon({ images: ["alpine:3.20"] });
  await using docker = new Docker({ dispatcher: daemon.dispatcher });
  for (let index = 0; index < count; index += 1) {
    await docker.containers.create({ Image: "alpine:3.20" });
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timed(() => docker.containers.list({ all: true })));
  }
  return times;
}

const starts: number[] = [];
for (let round = 0; round < rounds; round += 1) starts.push(await start());
console.log(
  `a daemon and its first call: ${median(starts)} ms (the very first: ${starts[0]?.toFixed(0)} ms)`,
);
console.log(`a list of 1,000 containers: ${median(await lists(1000))} ms`);
