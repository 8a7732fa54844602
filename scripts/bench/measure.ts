/**
 * One measurement, in a process that does nothing else: `measure.ts SOCKET CLIENT ROUTE CONTAINER
 * WARM_UP`. The warm-up is a container too, smaller, that is read first so that what is measured has
 * been compiled.
 */
import { clients, type Route } from "./clients.js";

/** Prints this as JSON. */
export interface Measured {
  /** Of text: a line without the header of its frame. */
  bytes: number;
  ms: number;
  cpuMs: number;
}

const [socketPath = "", client = "", route, container = "", warmUp = ""] = process.argv.slice(2);
const read = clients[client]?.(socketPath);
if (!read) throw new Error(`there is no client "${client}"`);

await read(route as Route, warmUp);
const cpu = process.cpuUsage();
const start = performance.now();
const bytes = await read(route as Route, container);
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const measured: Measured = { bytes, ms, cpuMs: (user + system) / 1000 };
process.stdout.write(JSON.stringify(measured), () => process.exit());
