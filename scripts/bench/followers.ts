/**
 * What a stream that is followed costs while nothing comes: `followers.ts SOCKET COUNT`, with
 * `node --expose-gc`. Every one of COUNT loops has read a line of the quiet container of
 * `stand-in.ts` and waits for the next; then the client is closed under them.
 */
import { readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { Docker, DockerError } from "../../src/index.js";

/** Prints this as JSON. */
export interface Followed {
  streams: number;
  /** Bytes of heap for each stream, and of memory outside of it. */
  heap: number;
  external: number;
  /** How many loops have ended with each code. */
  ends: Record<string, number>;
  /** File descriptors of the process, without a client and after it; none where there is no /proc. */
  descriptors: { before: number; after: number } | undefined;
}

/** For what the sockets do when they have been told to end. */
const PATIENCE = 5_000;

const [socketPath = "", count = ""] = process.argv.slice(2);

/** Loops over the output of one client, each of them past its first line. */
async function follow(streams: number): Promise<{ docker: Docker; loops: Promise<string>[] }> {
  const docker = new Docker({ host: `unix://${socketPath}`, env: {} });
  const loops: Promise<string>[] = [];
  const waiting = Array.from(
    { length: streams },
    () => new Promise<void>((waits) => loops.push(loop(docker, waits))),
  );
  // A loop that ends before its first line would be waited for in vain.
  await Promise.race([Promise.all(waiting), Promise.any(loops).then(ended)]);
  return { docker, loops };
}

/** Tells how it has ended. */
async function loop(docker: Docker, onLine: () => void): Promise<string> {
  try {
    const output = docker.containers.logs("quiet", { follow: true, stdout: true });
    for await (const _ of output.lines()) onLine();
    return "without an error";
  } catch (error) {
    return error instanceof DockerError ? error.code : String(error);
  }
}

function ended(how: string): never {
  throw new Error(`a stream that is followed has ended: ${how}`);
}

async function close({ docker, loops }: Awaited<ReturnType<typeof follow>>): Promise<string[]> {
  await docker.close();
  return await Promise.all(loops);
}

async function memory(): Promise<{ heapUsed: number; external: number }> {
  // What a collection frees may hold what the next one frees.
  for (let i = 0; i < 3; i += 1) {
    await delay(50);
    gc?.();
  }
  return process.memoryUsage();
}

function descriptors(): number | undefined {
  return process.platform === "linux" ? readdirSync("/proc/self/fd").length : undefined;
}

// Code is compiled and loaded by the first calls, and is nothing of the streams'.
await close(await follow(50));
await delay(100);

const streams = Number(count);
const before = descriptors();
const without = await memory();
const followed = await follow(streams);
const within = await memory();
const codes = await close(followed);

const deadline = performance.now() + PATIENCE;
while (descriptors() !== before && performance.now() < deadline) await delay(10);
const after = descriptors();

const ends: Record<string, number> = {};
for (const code of codes) ends[code] = (ends[code] ?? 0) + 1;
const result: Followed = {
  streams,
  heap: Math.round((within.heapUsed - without.heapUsed) / streams),
  external: Math.round((within.external - without.external) / streams),
  ends,
  descriptors: before === undefined || after === undefined ? undefined : { before, after },
};
console.log(JSON.stringify(result));
