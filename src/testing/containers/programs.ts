import { delay } from "../delay.js";
import { fileCommands } from "./file-commands.js";
import type { Program, ProgramContext } from "./process.js";
import { runShell } from "./shell.js";

/** The commands that work in every image for which no program is registered. */
const builtIns: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["true", () => 0],
  ["false", () => 1],
  ["echo", echo],
  ["sleep", sleep],
  ["env", env],
  ["date", date],
  ["stty", stty],
  ...fileCommands,
]);

type Find = (command: string) => Program | undefined;

/**
 * The program for a command such as `echo` or `/bin/echo`.
 *
 * @param own - the commands that an image has of its own: they come first, in scripts too
 */
export function findProgram(command: string, own: Find = () => undefined): Program | undefined {
  const find: Find = (name) => {
    const bare = name.replace(/^(\/usr)?\/bin\//, "");
    return own(name) ?? (bare === "sh" ? (context) => shell(context, find) : builtIns.get(bare));
  };
  return find(command);
}

function echo({ argv, stdout }: ProgramContext): number {
  const [first, ...rest] = argv.slice(1);
  const bare = first === "-n";
  const words = bare || first === undefined ? rest : [first, ...rest];
  stdout.write(words.join(" ") + (bare ? "" : "\n"));
  return 0;
}

/** As PID 1 without a handler: it sleeps through SIGTERM, and only SIGKILL ends it early. */
async function sleep({ argv, stderr, signal }: ProgramContext): Promise<number> {
  let seconds = 0;
  for (const word of argv.slice(1)) {
    const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(word) ?? [];
    if (amount === undefined) {
      stderr.write(`sleep: invalid number '${word}'\n`);
      return 1;
    }
    seconds += Number(amount) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
  }
  const killed = new AbortController();
  signal.addEventListener("abort", () => {
    if (signal.reason.signal === "SIGKILL") killed.abort();
  });
  await delay(seconds * 1000, killed.signal);
  return 0;
}

function env({ env: variables, stdout }: ProgramContext): number {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  stdout.write(lines.join(""));
  return 0;
}

function date({ stdout }: ProgramContext): number {
  const [day, month, date, year, time] = new Date().toUTCString().replace(",", "").split(" ");
  stdout.write(`${day} ${date} ${month} ${time} UTC ${year}\n`);
  return 0;
}

/** `stty size` alone. */
function stty({ argv, tty, size, stdout, stderr }: ProgramContext): number {
  if (argv[1] === "size" && tty && size.rows + size.columns > 0) {
    stdout.write(`${size.rows} ${size.columns}\n`);
    return 0;
  }
  stderr.write("stty: standard input\n");
  return 1;
}

async function shell(context: ProgramContext, find: Find): Promise<number> {
  const { argv, stdin } = context;
  const [, exitOnError] = /^-(e?)c$/.exec(argv[1] ?? "") ?? [];
  if (exitOnError !== undefined) {
    return runShell(argv[2] ?? "", context, find, exitOnError === "e");
  }
  if (argv[1]?.startsWith("-")) {
    context.stderr.write(`sh: the mock daemon's sh does not know ${argv[1]}\n`);
    return 2;
  }
  let script = "";
  for await (const chunk of stdin) script += String(chunk);
  return runShell(script, context, find);
}
