import { readFileSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryDirectory } from "./files.js";

/** An `ssh` on a PATH of a test's own. */
export interface FakeSsh {
  /** An environment that has it, and nothing else. */
  env: { PATH: string; HOME: string };
  /** The arguments of every process that was started. */
  started(): Promise<string[][]>;
  /** The processes that were started and are still there. */
  alive(): Promise<number[]>;
}

/** Joins the stdin and stdout of a process with a unix socket, as `docker system dial-stdio` does. */
export const dialStdio = (host: string): string => `
  const { connect } = require("node:net");
  const socket = connect({ path: ${JSON.stringify(host.replace("unix://", ""))}, allowHalfOpen: true });
  process.stdin.pipe(socket).pipe(process.stdout);
  socket.on("error", () => process.exit(1));
  socket.on("end", () => process.stdout.write("", () => process.exit(0)));`;

/** @param program - what it runs: JavaScript */
export async function fakeSsh(program: string): Promise<FakeSsh> {
  const directory = await temporaryDirectory();
  const log = join(directory, "log");
  const source = `#!/usr/bin/env node
    const line = JSON.stringify([process.pid, ...process.argv.slice(2)]);
    require("node:fs").appendFileSync(${JSON.stringify(log)}, line + "\\n");
    ${program}`;
  await writeFile(join(directory, "ssh"), source);
  await chmod(join(directory, "ssh"), 0o755);
  const read = async (): Promise<[number, ...string[]][]> => {
    const text = await readFile(log, "utf8").catch(() => "");
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  return {
    env: { PATH: `${directory}:${dirname(process.execPath)}:/usr/bin:/bin`, HOME: directory },
    started: async () => (await read()).map(([, ...args]) => args),
    alive: async () => (await read()).map(([pid]) => pid).filter(isAlive),
  };
}

/** A dead one that nobody has waited for yet is no more than a line in a table. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
