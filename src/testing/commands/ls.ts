import type { ProgramContext } from "../containers/process.js";
import type { ContainerFiles, FileStat } from "../files/container-files.js";
import { FileError } from "../files/file-error.js";
import { put } from "../shell/output.js";
import { readWords } from "./words.js";

/** Lists files and directories, each on a line. */
export async function ls(context: ProgramContext): Promise<number> {
  const words = readWords("ls", "1aAdl", context);
  if (words === undefined) return 1;
  const { files, stdout, stderr } = context;
  const { options } = words;
  const paths = words.operands.length > 0 ? words.operands : ["."];
  const long = options.has("l");
  const lines: string[] = [];
  let code = 0;
  for (const path of paths) {
    try {
      const stat = files.stat(path, { follow: !long });
      if (stat.kind !== "directory" || options.has("d")) {
        lines.push(long ? row(context, path, path) : path);
        continue;
      }
      if (paths.length > 1) lines.push(...(lines.length > 0 ? [""] : []), `${path}:`);
      const all = options.has("a") || options.has("A");
      const shown = files.list(path).filter((name) => all || !name.startsWith("."));
      const names = options.has("a") ? [".", "..", ...shown] : shown;
      if (!long) lines.push(...names);
      else {
        const stats = names.map((name) => files.stat(`${path}/${name}`, { follow: false }));
        const total = stats.reduce((sum, each) => sum + kilobytes(each), 0);
        lines.push(`total ${total}`, ...names.map((name) => row(context, `${path}/${name}`, name)));
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      stderr.write(`ls: ${path}: ${error.reason}\n`);
      code = 1;
    }
  }
  if (lines.length > 0) await put(stdout, `${lines.join("\n")}\n`);
  return code;
}

/** In blocks of 4 KB, as a disk has them. */
const kilobytes = ({ kind, size }: FileStat): number =>
  kind === "symlink" ? 0 : Math.ceil(size / 4096) * 4;

function row({ files, now }: ProgramContext, path: string, name: string): string {
  const stat = files.stat(path, { follow: false });
  const links = stat.kind === "directory" ? 2 + subdirectories(files, path) : 1;
  const columns = [
    modeText(stat),
    String(links).padStart(4),
    nameOf(files, "/etc/passwd", stat.uid).padEnd(8),
    nameOf(files, "/etc/group", stat.gid).padEnd(8),
    String(stat.size).padStart(9),
    dateText(stat.modified, now()),
    stat.target === undefined ? name : `${name} -> ${stat.target}`,
  ];
  return columns.join(" ");
}

const subdirectories = (files: ContainerFiles, path: string): number =>
  files
    .list(path)
    .filter((name) => files.stat(`${path}/${name}`, { follow: false }).kind === "directory").length;

function modeText({ kind, mode }: FileStat): string {
  const letters = [..."rwxrwxrwx"].map((letter, index) =>
    (mode & (0o400 >> index)) === 0 ? "-" : letter,
  );
  if (mode & 0o1000) letters[8] = mode & 1 ? "t" : "T";
  const type = kind === "directory" ? "d" : kind === "symlink" ? "l" : "-";
  return type + letters.join("");
}

function nameOf(files: ContainerFiles, path: string, number: number): string {
  const lines = files.exists(path) ? files.readText(path).split("\n") : [];
  const line = lines.find((each) => each.split(":")[2] === String(number));
  return line?.split(":")[0] ?? String(number);
}

const halfAYear = 15_552_000_000;

/** `Dec  1 04:26`, or the year for what is old. */
function dateText(time: Date, now: Date): string {
  const [, day = "", month = "", year = "", clock = ""] = time.toUTCString().split(" ");
  const date = `${month} ${String(Number(day)).padStart(2)}`;
  const age = now.getTime() - time.getTime();
  return age > halfAYear || age < -60_000 ? `${date}  ${year}` : `${date} ${clock.slice(0, 5)}`;
}
