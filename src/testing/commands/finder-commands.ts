import type { Program, ProgramContext } from "../containers/process.js";
import { Killed } from "../containers/signals.js";
import { delay } from "../delay.js";

type Find = (command: string) => Program | undefined;
type Finder = (context: ProgramContext, find: Find) => number | Promise<number>;

/** The built-in commands that look for others. */
export const finderCommands: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ["env", env],
  ["which", which],
  ["busybox", (context, find) => run({ ...context, argv: context.argv.slice(1) }, find, "busybox")],
  ["timeout", timeout],
]);

/** Prints the variables, or runs a command with others. */
async function env(context: ProgramContext, find: Find): Promise<number> {
  const words = context.argv.slice(1);
  let variables: Record<string, string> = { ...context.env };
  while (/^-|^[^=]+=/.test(words[0] ?? "")) {
    const word = words.shift() ?? "";
    const [name = "", ...value] = word.split("=");
    if (word === "-i" || word === "-") variables = {};
    else if (word === "-u") delete variables[words.shift() ?? ""];
    else if (word.startsWith("-")) {
      context.stderr.write(`env: the mock daemon's env does not know ${word}\n`);
      return 1;
    } else variables[name] = value.join("=");
  }
  if (words.length > 0) return run({ ...context, env: variables, argv: words }, find, "env");
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  context.stdout.write(lines.join(""));
  return 0;
}

async function run(context: ProgramContext, find: Find, as: string): Promise<number> {
  const [name = ""] = context.argv;
  const program = find(name);
  if (program !== undefined) return (await program(context)) ?? 0;
  context.stderr.write(`${as}: can't execute '${name}': No such file or directory\n`);
  return 127;
}

function which({ argv, stdout }: ProgramContext, find: Find): number {
  let code = 0;
  for (const name of argv.slice(1)) {
    if (find(name) === undefined) code = 1;
    else stdout.write(`${name.includes("/") ? name : `/bin/${name}`}\n`);
  }
  return code;
}

/** `timeout SECS PROG ARGS`: SIGTERM when the time is up for it then. */
async function timeout(context: ProgramContext, find: Find): Promise<number> {
  const [seconds = "", ...argv] = context.argv.slice(1);
  if (!/^\d+(\.\d+)?s?$/.test(seconds) || argv.length === 0) {
    context.stderr.write("Usage: timeout SECS PROG ARGS\n");
    return 1;
  }
  const late = new AbortController();
  const done = new AbortController();
  const handlers = new Map<string, () => void>();
  delay(Number.parseFloat(seconds) * 1000, done.signal).then(
    () => {
      const handler = handlers.get("SIGTERM");
      if (handler) handler();
      else late.abort(new Killed("SIGTERM"));
    },
    () => {},
  );
  const signal = AbortSignal.any([context.signal, late.signal]);
  const { onSignal } = context;
  try {
    return await run(
      {
        ...context,
        argv,
        pid: 0,
        signal,
        onSignal(name, handler) {
          if (handler) handlers.set(name, handler);
          else handlers.delete(name);
          onSignal(name, handler);
        },
      },
      find,
      "timeout",
    );
  } catch (error) {
    throw late.signal.aborted && !context.signal.aborted ? late.signal.reason : error;
  } finally {
    done.abort();
  }
}
