import { Readable, Writable } from "node:stream";
import { FileError } from "../files/file-error.js";
import type { ProgramContext } from "./process.js";

/** `> path`, `>> path`, `< path`, `2> path` or `>&2`. */
export interface Redirection {
  readonly stream: "stdin" | "stdout" | "stderr";
  readonly how: "read" | "replace" | "append" | "duplicate";
  /** Empty for `>&2`. */
  readonly path: string;
}

/** A command's context with its streams where the script wants them; throws what `sh` says. */
export function redirect(
  context: ProgramContext,
  redirections: readonly Redirection[],
): ProgramContext {
  let redirected = context;
  for (const { stream, how, path } of redirections) {
    if (how === "duplicate") {
      const other = stream === "stdout" ? "stderr" : "stdout";
      redirected = { ...redirected, [stream]: redirected[other] };
    } else if (how === "read") {
      redirected = { ...redirected, stdin: source(context, path) };
    } else {
      redirected = { ...redirected, [stream]: sink(context, path, how === "append") };
    }
  }
  return redirected;
}

function source({ files }: ProgramContext, path: string): Readable {
  try {
    return Readable.from([files.read(path)]);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = error.code === "ENOENT" ? "no such file" : error.reason;
    throw new Error(`can't open ${path}: ${reason}`);
  }
}

function sink({ files }: ProgramContext, path: string, append: boolean): Writable {
  try {
    if (append) files.append(path, "");
    else files.write(path, "");
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const reason = error.code === "ENOENT" ? "nonexistent directory" : error.reason;
    throw new Error(`can't create ${path}: ${reason}`);
  }
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      files.append(path, chunk);
      done();
    },
  });
}
