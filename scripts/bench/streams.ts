/**
 * How fast output arrives: the same log lines, from a stand-in engine on a unix socket, read by a
 * hand-written parser, undici, this SDK and dockerode, each in a process of its own and all of them
 * in turn, round after round. Prints the medians as tables, and what a stream costs that is followed.
 *
 * `npm run bench -- --mib 256 --rounds 5 --only "this SDK"`; dockerode is installed for the time of
 * the benchmark, and left out where that fails.
 */
import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs, promisify } from "node:util";
import { clients, DOCKERODE, type Route } from "./clients.js";
import type { Followed } from "./followers.js";
import type { Measured } from "./measure.js";
import { Programs } from "./programs.js";

const MIB = 1024 * 1024;
/** Of a frame of 128 bytes, 120 are text. */
const TEXT = 120 / 128;
const [REFERENCE = ""] = Object.keys(clients);

interface Series {
  title: string;
  route: Route;
  /** Follows the number of MiB in the container's name. */
  suffix: string;
  /** How much less dockerode gets to read, or a round would take minutes. */
  dockerodePart: number;
}

const all: Series[] = [
  { title: "Logs (chunks of 64 KiB)", route: "logs", suffix: "", dockerodePart: 1 / 8 },
  {
    title: "Logs (a chunk a line, as engines send them)",
    route: "logs",
    suffix: "-by-line",
    dockerodePart: 1 / 8,
  },
  {
    title: "Attach (the connection handed over)",
    route: "attach",
    suffix: "",
    dockerodePart: 1 / 64,
  },
];

const { values } = parseArgs({
  options: {
    mib: { type: "string", default: "256" },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
  },
});
const mib = Number(values.mib);
const rounds = Number(values.rounds);

interface Result {
  client: string;
  mib: number;
  /** Medians. */
  speed: number;
  cpu: number;
}

await using programs = await Programs.compile(
  "scripts/bench/stand-in.ts",
  "scripts/bench/measure.ts",
  "scripts/bench/followers.ts",
);
const socketPath = await programs.startStandIn();
const names = Object.keys(clients).filter((name) => name.includes(values.only));
if (names.includes(DOCKERODE) && !(await installDockerode(programs.directory))) names.pop();

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${new Date().toISOString().slice(0, 10)}; medians of ${rounds} rounds`,
);
for (const series of all) console.log(`\n${table(series, await measure(series))}`);
const followed = (await programs.run(
  "followers.ts",
  [socketPath, "500"],
  ["--expose-gc"],
)) as Followed;
console.log(
  `\n${followed.streams} logs followed at once: ${(followed.heap / 1024).toFixed(1)} KiB of heap each`,
);

async function measure(series: Series): Promise<Result[]> {
  const measured = new Map<string, Result[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const client of names) {
      const result = await measureOnce(series, client);
      measured.set(client, [...(measured.get(client) ?? []), result]);
    }
  }
  return [...measured].map(([client, results]) => ({
    client,
    mib: results[0]?.mib ?? 0,
    speed: median(results.map(({ speed }) => speed)),
    cpu: median(results.map(({ cpu }) => cpu)),
  }));
}

async function measureOnce(series: Series, client: string): Promise<Result> {
  const part = client === DOCKERODE ? mib * series.dockerodePart : mib;
  const size = Math.max(1, Math.round(part));
  const warmUp = Math.max(1, Math.round(size / 8));
  const containers = [size, warmUp].map((amount) => `${amount}${series.suffix}`);
  const args = [socketPath, client, series.route, ...containers];
  const { bytes, ms, cpuMs } = (await programs.run("measure.ts", args)) as Measured;
  if (bytes !== size * MIB * TEXT) throw new Error(`${client} has read ${bytes} bytes`);
  return { client, mib: size, speed: (size / ms) * 1000, cpu: cpuMs / size };
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** In Markdown. */
function table({ title }: Series, results: Result[]): string {
  const reference = results.find(({ client }) => client === REFERENCE);
  const dockerode = results.find(({ client }) => client === DOCKERODE);
  const times = (speed: number, other?: Result): string =>
    other ? `${(speed / other.speed).toFixed(2)} ×` : "–";
  const rows = results.map(({ client, speed, cpu, ...result }) => [
    client,
    result.mib,
    speed < 10 ? speed.toFixed(1) : speed.toFixed(0),
    cpu.toFixed(2),
    times(speed, reference),
    times(speed, dockerode),
  ]);
  const head = [title, "MiB read", "MiB/s", "CPU ms per MiB", "to hand-written", "to dockerode"];
  const line = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, line, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Into the programs' folder, which ends with them; tells whether it is there. */
async function installDockerode(folder: string): Promise<boolean> {
  const options = ["--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"];
  try {
    await promisify(execFile)("npm", ["install", "--prefix", folder, ...options, DOCKERODE]);
    process.env.DOCKERODE_FOLDER = folder;
    return true;
  } catch (error) {
    const [reason] = String(error).split("\n");
    console.log(`Without dockerode, which could not be installed: ${reason}\n`);
    return false;
  }
}
