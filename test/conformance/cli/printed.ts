import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { comparable } from "./comparable.js";
import type { CliScene, Line } from "./scene.js";

export interface CliTarget {
  /** The docker command. */
  readonly cli: string;
  /** What the command connects to. */
  readonly host: string;
  readonly image: string;
  /** Unique: for what the scene makes. */
  readonly name: string;
}

/** What one command line printed, and how it ended. */
export interface Printed {
  readonly line: string;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly code: number;
}

/** Types a scene's lines one after the other, removes what they made, and tells what was printed. */
export async function printedBy(scene: CliScene, target: CliTarget): Promise<Printed[]> {
  const home = await mkdtemp(join(tmpdir(), "mock-cli-"));
  const dir = join(home, "dir");
  const config = join(home, "config");
  await Promise.all([mkdir(dir), mkdir(config)]);
  const env = {
    PATH: process.env.PATH,
    HOME: config,
    DOCKER_CONFIG: config,
    DOCKER_HOST: target.host,
    DOCKER_BUILDKIT: "0",
    DOCKER_CLI_HINTS: "false",
    TZ: "UTC",
  };
  const run = (args: readonly string[], stdin = ""): Promise<Ended> =>
    ended(target.cli, args, env, stdin);
  const printed: Printed[] = [];
  try {
    for (const [path, text] of Object.entries(scene.files ?? {})) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text.replaceAll("NAME", target.name));
    }
    const start = now();
    for (const each of scene.lines) {
      const { line, stdin } = parts(each);
      const args = words(line).map((word) =>
        word
          .replaceAll("NAME", target.name)
          .replaceAll("IMAGE", target.image)
          .replaceAll("DIR", dir)
          .replaceAll("START", start)
          .replaceAll("NOW", now()),
      );
      const { stdout, stderr, code } = await run(args, stdin);
      const plain = (text: string): string[] =>
        comparable(line, text.replaceAll(target.name, "NAME").replaceAll(dir, "DIR"));
      printed.push({ line, stdout: plain(stdout), stderr: plain(stderr), code });
    }
  } finally {
    await cleared(run, target.name);
    await rm(home, { recursive: true, force: true });
  }
  return printed;
}

const now = (): string => (Date.now() / 1000).toFixed(3);

const parts = (line: Line): { line: string; stdin?: string } =>
  typeof line === "string" ? { line } : line;

/** Words between spaces; what is between quotes is one. */
const words = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ""),
  );

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

function ended(
  cli: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdin: string,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { env, timeout: 60_000, maxBuffer: 64 << 20 };
    const child = execFile(cli, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ stdout, stderr, code });
      else reject(error);
    });
    // A command that does not read its input may end before it has come.
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
  });
}

const lists: readonly (readonly [list: string, remove: string])[] = [
  ["ps -aq --filter name=NAME", "rm -fv"],
  ["images -q --filter reference=NAME*:*", "rmi -f"],
  ["images -aq --filter label=NAME", "rmi -f"],
  ["network ls -q --filter name=NAME", "network rm"],
  ["volume ls -q --filter name=NAME", "volume rm -f"],
];

/** Removes all that has the name. */
async function cleared(
  run: (args: readonly string[]) => Promise<Ended>,
  name: string,
): Promise<void> {
  for (const [list, remove] of lists) {
    const { stdout } = await run(words(list.replaceAll("NAME", name)));
    const ids = [...new Set(stdout.split("\n").filter(Boolean))];
    if (ids.length > 0) await run([...words(remove), ...ids]);
  }
}
