import { Readable, Writable } from "node:stream";
import { FileError } from "../files/file-error.js";
import { type Capture, expandWord } from "./expand.js";
import { type Io, ShellError, type ShellState } from "./state.js";
import type { Redirection } from "./syntax.js";

/** Where a command reads and writes after its redirections. */
export async function redirect(
  state: ShellState,
  io: Io,
  redirections: readonly Redirection[],
  capture: Capture,
): Promise<Io> {
  const streams: [Readable, Writable, Writable] = [io.stdin, io.stdout, io.stderr];
  for (const { fd, how, target } of redirections) {
    if (fd > 2) throw new ShellError(`the mock daemon's sh does not know file descriptor ${fd}`, 1);
    const text = await expandWord(state, target, capture);
    if (how === "<<") streams[0] = Readable.from([Buffer.from(text)]);
    else if (how === "<") streams[0] = text === "/dev/stdin" ? streams[0] : source(state, text);
    else if (how === "<&" || how === ">&") {
      const from = text === "-" ? undefined : Number(text);
      if (from !== undefined && ![0, 1, 2].includes(from)) {
        throw new ShellError(`${text}: bad file descriptor`, 1);
      }
      if (fd === 0) streams[0] = from === 0 ? streams[0] : Readable.from([]);
      else streams[fd === 1 ? 1 : 2] = from === 1 || from === 2 ? streams[from] : nowhere();
    } else {
      const known = /^\/dev\/stdout$|\/fd\/1$/.test(text)
        ? streams[1]
        : /^\/dev\/stderr$|\/fd\/2$/.test(text)
          ? streams[2]
          : undefined;
      streams[fd === 2 ? 2 : 1] = known ?? sink(state, text, how === ">>");
    }
  }
  return { stdin: streams[0], stdout: streams[1], stderr: streams[2] };
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

function source({ files }: ShellState, path: string): Readable {
  if (path === "/dev/null") return Readable.from([]);
  try {
    return Readable.from([files.read(path)]);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = error.code === "ENOENT" ? "no such file" : error.reason;
    throw new ShellError(`can't open ${path}: ${reason}`, 1);
  }
}

function sink({ files }: ShellState, path: string, append: boolean): Writable {
  if (path === "/dev/null") return nowhere();
  try {
    if (append) files.append(path, "");
    else files.write(path, "");
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = error.code === "ENOENT" ? "nonexistent directory" : error.reason;
    throw new ShellError(`can't create ${path}: ${reason}`, 1);
  }
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      files.append(path, chunk);
      done();
    },
  });
}
