import { basename } from "node:path/posix";
import { type Handler, ok } from "../http/call.js";
import { conflict, EngineError, systemError } from "../http/engine-error.js";
import type { Container } from "./container.js";
import { notRunning } from "./containers.js";
import type { RunningProcess } from "./processes.js";

/** The processes of a container and its execs, as `ps` shows them on the host. */
export const listProcesses: Handler<"ContainerTop"> = (call, engine) => {
  const container = engine.containers.get(call.parameter);
  if (!container.running || container.restarting) throw conflict(notRunning(container));
  const columns = columnsFor(call.query.text("ps_args") || "-ef");
  const rows = container.processes.list().map((process) => describe(container, process));
  engine.events.container(container, "top");
  return ok({
    Titles: columns.map((column) => (column === NAME ? "COMMAND" : column)),
    Processes: rows.map((values) => columns.map((column) => values[column] ?? "-")),
  });
};

/** The column of `comm`: it has the title of the whole command. */
const NAME = "COMM";

const full = ["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"];
const userFormat = [
  "USER",
  "PID",
  "%CPU",
  "%MEM",
  "VSZ",
  "RSS",
  "TTY",
  "STAT",
  "START",
  "TIME",
  "COMMAND",
];

const byKeyword: Readonly<Record<string, string>> = {
  pid: "PID",
  ppid: "PPID",
  user: "USER",
  uid: "UID",
  comm: NAME,
  args: "COMMAND",
  cmd: "CMD",
  command: "COMMAND",
  tty: "TT",
  stat: "STAT",
  time: "TIME",
  "%cpu": "%CPU",
  pcpu: "%CPU",
  "%mem": "%MEM",
  pmem: "%MEM",
  vsz: "VSZ",
  rss: "RSS",
};

function columnsFor(arguments_: string): string[] {
  if (/^-?(ef|fe)$/.test(arguments_)) return full;
  if (/^-?a?u?x$|^-?aux$/.test(arguments_)) return userFormat;
  const [, list = ""] = /^(?:-?\w+\s+)?-?o\s*([\w%,]+)$/.exec(arguments_) ?? [];
  const titles = list.split(",").map((keyword) => byKeyword[keyword]);
  const known = titles.filter((title) => title !== undefined);
  if (list === "" || known.length < titles.length) {
    throw new EngineError(501, `the mock daemon does not know the ps arguments "${arguments_}"`);
  }
  if (!known.includes("PID")) throw systemError("Couldn't find PID field in ps output");
  return known;
}

function describe(
  { pid: first, startedAt }: Container,
  { pid, parent, user, argv }: RunningProcess,
): Record<string, string> {
  const started = new Date(Number((startedAt ?? 0n) / 1_000_000n)).toISOString().slice(11, 16);
  const command = argv.join(" ");
  const onHost = (number: number): string => String(first + number - 1);
  return {
    UID: user,
    USER: user,
    PID: onHost(pid),
    PPID: onHost(parent ?? 0),
    C: "0",
    "%CPU": "0.0",
    "%MEM": "0.0",
    VSZ: "1624",
    RSS: "768",
    TTY: "?",
    TT: "?",
    STAT: "Ss",
    STIME: started,
    START: started,
    TIME: "00:00:00",
    CMD: command,
    COMMAND: command,
    [NAME]: basename(argv[0] ?? "").slice(0, 15),
  };
}
