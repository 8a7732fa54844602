import type { Program, ProgramContext } from "../containers/process.js";
import { parseSignal, signalNames } from "../containers/signals.js";
import { delay } from "../delay.js";
import { put } from "../shell/output.js";
import { usage } from "./words.js";

/** The built-in commands that tell of the system and its processes. */
export const systemCommands: readonly (readonly [string, Program])[] = [
  ["true", () => 0],
  ["false", () => 1],
  ["sync", () => 0],
  ["sleep", sleep],
  ["kill", kill],
  ["ps", ps],
  ["date", date],
  ["stty", stty],
  ["hostname", ({ hostname, stdout }) => void stdout.write(`${hostname}\n`)],
  ["whoami", (context) => void context.stdout.write(`${nameOf(context)}\n`)],
  ["id", id],
  ["uname", uname],
  ["nproc", ({ stdout }) => void stdout.write("2\n")],
  ["basename", basename],
  ["dirname", dirname],
];

async function sleep(context: ProgramContext): Promise<number> {
  const { argv, stderr, signal } = context;
  const words = argv.slice(1);
  if (words.length === 0) return usage(context, "sleep [N]...");
  let seconds = 0;
  for (const word of words) {
    const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(word) ?? [];
    if (amount === undefined && word !== "infinity") {
      stderr.write(`sleep: invalid number '${word}'\n`);
      return 1;
    }
    seconds += Number(amount ?? 1e12) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
  }
  await delay(seconds * 1000, signal);
  return 0;
}

function kill({ argv, processes, stdout, stderr }: ProgramContext): number {
  const words = argv.slice(1);
  if (words[0] === "-l") {
    stdout.write(
      signalNames()
        .map((name, index) => `${String(index + 1).padStart(2)}) ${name}\n`)
        .join(""),
    );
    return 0;
  }
  let signal = "SIGTERM";
  const [, given = words[0] === "-s" ? words.splice(0, 1) && words[0] : undefined] =
    /^-(?!-)(\w+)$/.exec(words[0] === "-s" ? "" : (words[0] ?? "")) ?? [];
  if (given !== undefined) {
    words.shift();
    try {
      signal = given === "0" ? "0" : parseSignal(given);
    } catch {
      stderr.write(`kill: bad signal name '${given}'\n`);
      return 1;
    }
  }
  if (words.length === 0) {
    stderr.write("kill: you need to specify whom to kill\n");
    return 1;
  }
  let code = 0;
  for (const word of words) {
    const pid = Number(word);
    const there = processes.list().some((each) => each.pid === pid);
    if (!/^\d+$/.test(word)) stderr.write(`kill: invalid number '${word}'\n`);
    else if (!there) stderr.write(`kill: can't kill pid ${word}: No such process\n`);
    else {
      if (signal !== "0") processes.signal(pid, signal);
      continue;
    }
    code = 1;
  }
  return code;
}

async function ps({ processes, stdout }: ProgramContext): Promise<number> {
  const lines = processes
    .list()
    .map(
      ({ pid, user, argv }) => `${String(pid).padStart(5)} ${user.padEnd(8)} ${argv.join(" ")}\n`,
    );
  await put(stdout, `PID   USER     COMMAND\n${lines.join("")}`);
  return 0;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The time in UTC: as it is, by a `+FORMAT`, or of `-d @SECONDS`. */
function date({ argv, stdout, stderr, now }: ProgramContext): number {
  const words = argv.slice(1).filter((word) => !["-u", "-I"].includes(word));
  const format = argv.includes("-I") ? "+%Y-%m-%d" : words.find((word) => word.startsWith("+"));
  const at = words.indexOf("-d");
  const given = at === -1 ? undefined : words[at + 1];
  const unknown = words.find(
    (word, index) => !word.startsWith("+") && index !== at && index !== at + 1,
  );
  if (at === -1 ? words.some((word) => !word.startsWith("+")) : unknown !== undefined) {
    stderr.write(`date: the mock daemon's date does not know ${unknown ?? words[0]}\n`);
    return 1;
  }
  const time = given?.startsWith("@")
    ? new Date(Number(given.slice(1)) * 1000)
    : given === undefined
      ? now()
      : new Date(given);
  if (Number.isNaN(time.getTime())) {
    stderr.write(`date: invalid date '${given}'\n`);
    return 1;
  }
  stdout.write(`${formatDate(time, format?.slice(1) ?? "%a %b %e %H:%M:%S UTC %Y")}\n`);
  return 0;
}

function formatDate(time: Date, format: string): string {
  const two = (value: number, fill = "0"): string => String(value).padStart(2, fill);
  const iso = time.toISOString();
  const known: Readonly<Record<string, string>> = {
    "%": "%",
    a: days[time.getUTCDay()] ?? "",
    b: months[time.getUTCMonth()] ?? "",
    d: two(time.getUTCDate()),
    e: two(time.getUTCDate(), " "),
    F: iso.slice(0, 10),
    H: two(time.getUTCHours()),
    m: two(time.getUTCMonth() + 1),
    M: two(time.getUTCMinutes()),
    N: `${iso.slice(20, 23)}000000`,
    s: String(Math.floor(time.getTime() / 1000)),
    S: two(time.getUTCSeconds()),
    T: iso.slice(11, 19),
    y: iso.slice(2, 4),
    Y: iso.slice(0, 4),
    z: "+0000",
    Z: "UTC",
  };
  return format.replace(/%(.)/g, (whole, letter: string) => known[letter] ?? whole);
}

/** `stty size`, `stty raw` and `stty sane`. */
function stty({ argv, tty, size, stdout, stderr, setRawMode }: ProgramContext): number {
  if (tty && ["raw", "-raw", "cooked", "sane"].includes(argv[1] ?? "")) {
    setRawMode(argv[1] === "raw");
    return 0;
  }
  if (argv[1] === "size" && tty && size.rows + size.columns > 0) {
    stdout.write(`${size.rows} ${size.columns}\n`);
    return 0;
  }
  stderr.write("stty: standard input\n");
  return 1;
}

const nameOf = ({ user }: ProgramContext): string => {
  const [name = ""] = user.split(":");
  return name === "" || name === "0" ? "root" : name;
};

function id(context: ProgramContext): number {
  const name = nameOf(context);
  const number = userNumber(context, name);
  const [option] = context.argv.slice(1);
  const shown =
    option === "-u" || option === "-g"
      ? String(number)
      : option === "-un" || option === "-gn"
        ? name
        : `uid=${number}(${name}) gid=${number}(${name})${name === "root" ? " groups=0(root)" : ""}`;
  context.stdout.write(`${shown}\n`);
  return 0;
}

function userNumber({ files }: ProgramContext, name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  if (!files.exists("/etc/passwd")) return 0;
  const line = files
    .readText("/etc/passwd")
    .split("\n")
    .find((each) => each.startsWith(`${name}:`));
  return Number(line?.split(":")[2] ?? 0);
}

function uname({ argv, hostname, stdout }: ProgramContext): number {
  const all = { s: "Linux", n: hostname, r: "6.1.0", v: "#1 SMP", m: "x86_64", o: "GNU/Linux" };
  const letters = argv.slice(1).join("").replaceAll("-", "") || "s";
  const wanted = Object.entries(all).filter(
    ([letter]) => letters === "a" || letters.includes(letter),
  );
  stdout.write(`${wanted.map(([, value]) => value).join(" ")}\n`);
  return 0;
}

function basename(context: ProgramContext): number {
  const [path, suffix = ""] = context.argv.slice(1);
  if (path === undefined) return usage(context, "basename FILE [SUFFIX]");
  const name = path.replace(/\/+$/, "").replace(/^.*\//, "") || "/";
  const cut = suffix !== "" && name !== suffix && name.endsWith(suffix);
  context.stdout.write(`${cut ? name.slice(0, -suffix.length) : name}\n`);
  return 0;
}

function dirname(context: ProgramContext): number {
  const [path] = context.argv.slice(1);
  if (path === undefined) return usage(context, "dirname FILENAME");
  const bare = path.replace(/\/+$/, "");
  const cut = bare.lastIndexOf("/");
  context.stdout.write(`${cut > 0 ? bare.slice(0, cut) : cut === 0 || bare === "" ? "/" : "."}\n`);
  return 0;
}
