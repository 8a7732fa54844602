import type { Program, ProgramContext } from "../containers/process.js";
import type { ContainerFiles } from "../files/container-files.js";
import { FileError } from "../files/file-error.js";
import { nextChunk } from "../shell/input.js";
import { put } from "../shell/output.js";
import { ls } from "./ls.js";
import { testCommand } from "./test-command.js";

/** The built-in commands that work on files, with the words of busybox. */
export const fileCommands: readonly (readonly [string, Program])[] = [
  ["cat", cat],
  ["ls", ls],
  ["touch", each("touch", "", touch)],
  ["ln", ln],
  ["rmdir", each("rmdir", "", rmdir)],
  ["rm", each("rm", "rRf", rm)],
  ["mkdir", each("mkdir", "p", mkdir)],
  ["chmod", chmod],
  ["cp", (context) => transfer("cp", "rRaf", context)],
  ["mv", (context) => transfer("mv", "f", context)],
  ["pwd", pwd],
  ["test", testCommand],
  ["[", testCommand],
];

function pwd({ stdout, workingDir }: ProgramContext): number {
  stdout.write(`${workingDir}\n`);
  return 0;
}

async function cat({
  argv,
  files,
  stdin,
  stdout,
  stderr,
  signal,
}: ProgramContext): Promise<number> {
  let code = 0;
  for (const path of argv.length > 1 ? argv.slice(1) : ["-"]) {
    if (path === "/dev/null") continue;
    while (path === "-") {
      const chunk = await nextChunk(stdin, signal);
      if (chunk === undefined) break;
      await put(stdout, chunk);
    }
    if (path === "-") continue;
    const failed = await attempt(() => put(stdout, files.read(path)));
    if (failed === undefined) continue;
    stderr.write(
      failed.code === "EISDIR"
        ? `cat: read error: ${failed.reason}\n`
        : `cat: can't open '${path}': ${failed.reason}\n`,
    );
    code = 1;
  }
  return code;
}

async function attempt(work: () => void | Promise<void>): Promise<FileError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

interface Words {
  readonly options: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/** The options before the operands; undefined, and a line that says so, for one that is not known. */
function parse(name: string, known: string, { argv, stderr }: ProgramContext): Words | undefined {
  const options = new Set<string>();
  const operands: string[] = [];
  let only = false;
  for (const word of argv.slice(1)) {
    if (!only && word === "--") only = true;
    else if (only || word === "-" || !word.startsWith("-")) operands.push(word);
    else {
      for (const option of word.slice(1)) {
        if (!known.includes(option)) {
          stderr.write(`${name}: the mock daemon's ${name} does not know -${option}\n`);
          return undefined;
        }
        options.add(option);
      }
    }
  }
  return { options, operands };
}

type Options = ReadonlySet<string>;

/** A command that does the same to each operand. */
function each(
  name: string,
  known: string,
  work: (files: ContainerFiles, path: string, options: Options) => string | undefined,
): Program {
  return (context) => {
    const words = parse(name, known, context);
    if (words === undefined) return 1;
    if (words.operands.length === 0 && !words.options.has("f")) return missing(name, context);
    let code = 0;
    for (const path of words.operands) {
      const complaint = work(context.files, path, words.options);
      if (complaint === undefined) continue;
      context.stderr.write(`${name}: ${complaint}\n`);
      code = 1;
    }
    return code;
  };
}

function missing(name: string, { stderr }: ProgramContext): number {
  stderr.write(`${name}: missing operand\n`);
  return 1;
}

function complain(work: () => void, say: (reason: string) => string): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return say(error.reason);
    throw error;
  }
}

function touch(files: ContainerFiles, path: string): string | undefined {
  return complain(
    () => {
      if (isDirectory(files, path)) files.setMode(path, files.stat(path).mode);
      else files.append(path, "");
    },
    (reason) => `${path}: ${reason}`,
  );
}

function rm(files: ContainerFiles, path: string, options: Options): string | undefined {
  const recursive = options.has("r") || options.has("R");
  return complain(
    () => {
      try {
        const { kind } = files.stat(path, { follow: false });
        if (kind === "directory" && !recursive) throw new FileError("EISDIR", path);
      } catch (error) {
        if (options.has("f") && error instanceof FileError && error.code === "ENOENT") return;
        throw error;
      }
      files.remove(path, { recursive });
    },
    (reason) =>
      reason === "Is a directory"
        ? `'${path}' is a directory`
        : `can't remove '${path}': ${reason}`,
  );
}

function mkdir(files: ContainerFiles, path: string, options: Options): string | undefined {
  return complain(
    () => files.makeDirectory(path, { parents: options.has("p") }),
    (reason) => `can't create directory '${path}': ${reason}`,
  );
}

function chmod(context: ProgramContext): number {
  const [mode = "", ...paths] = context.argv.slice(1);
  if (paths.length === 0) return missing("chmod", context);
  if (!/^[0-7]{1,4}$/.test(mode)) {
    context.stderr.write(`chmod: the mock daemon's chmod knows numbers only, not '${mode}'\n`);
    return 1;
  }
  let code = 0;
  for (const path of paths) {
    const complaint = complain(
      () => context.files.setMode(path, Number.parseInt(mode, 8)),
      (reason) => `${path}: ${reason}`,
    );
    if (complaint !== undefined) context.stderr.write(`chmod: ${complaint}\n`);
    if (complaint !== undefined) code = 1;
  }
  return code;
}

/** `ln -s` alone: files here have one name each. */
function ln(context: ProgramContext): number {
  const words = parse("ln", "snf", context);
  if (words === undefined) return 1;
  const { files, stderr } = context;
  const [target, path] = words.operands;
  if (target === undefined || path === undefined) return missing("ln", context);
  if (!words.options.has("s")) {
    stderr.write("ln: the mock daemon's ln makes symbolic links only\n");
    return 1;
  }
  const base = target.replace(/\/+$/, "").replace(/^.*\//, "");
  const link = isDirectory(files, path) ? `${path.replace(/\/+$/, "")}/${base}` : path;
  const complaint = complain(
    () => {
      if (words.options.has("f") && files.exists(link)) files.remove(link);
      files.symlink(target, link);
    },
    (reason) => `${link}: ${reason}`,
  );
  if (complaint === undefined) return 0;
  stderr.write(`ln: ${complaint}\n`);
  return 1;
}

function rmdir(files: ContainerFiles, path: string): string | undefined {
  return complain(
    () => {
      if (files.stat(path, { follow: false }).kind !== "directory") {
        throw new FileError("ENOTDIR", path);
      }
      files.remove(path);
    },
    (reason) => `'${path}': ${reason}`,
  );
}

/** `cp` and `mv`: several things go into a directory, one may get a new name. */
function transfer(name: "cp" | "mv", known: string, context: ProgramContext): number {
  const words = parse(name, known, context);
  if (words === undefined) return 1;
  const { files, stderr } = context;
  const sources = words.operands.slice(0, -1);
  const target = words.operands.at(-1);
  if (target === undefined || sources.length === 0) return missing(name, context);
  const into = sources.length > 1 || isDirectory(files, target);
  let code = 0;
  for (const source of sources) {
    const base = source.replace(/\/+$/, "").replace(/^.*\//, "");
    const to = into ? `${target.replace(/\/+$/, "")}/${base}` : target;
    const complaint =
      name === "cp" ? copy(files, source, to, words.options) : move(files, source, to);
    if (complaint === undefined) continue;
    stderr.write(`${name}: ${complaint}\n`);
    code = 1;
  }
  return code;
}

const isDirectory = (files: ContainerFiles, path: string): boolean =>
  files.exists(path) && files.stat(path).kind === "directory";

function copy(
  files: ContainerFiles,
  from: string,
  to: string,
  options: Options,
): string | undefined {
  const unreadable = complain(
    () => void files.stat(from),
    (reason) => `can't stat '${from}': ${reason}`,
  );
  if (unreadable !== undefined) return unreadable;
  const recursive = ["r", "R", "a"].some((option) => options.has(option));
  if (isDirectory(files, from) && !recursive) return `omitting directory '${from}'`;
  return complain(
    () => files.copy(from, to),
    (reason) => `can't create '${to}': ${reason}`,
  );
}

const move = (files: ContainerFiles, from: string, to: string): string | undefined =>
  complain(
    () => files.rename(from, to),
    (reason) => `can't rename '${from}': ${reason}`,
  );
