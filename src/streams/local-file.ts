import { DockerError, LocalFileError } from "../errors.js";

/** What a user knows the system's codes as. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EDQUOT: "the disk quota is used up",
  EISDIR: "is a directory",
  ELOOP: "leads through a symbolic link",
  EMFILE: "too many files are open",
  ENOENT: "does not exist",
  ENOSPC: "no space is left on the disk",
  ENOTDIR: "is not below a directory",
  EPERM: "this user may not do that",
  EROFS: "the file system is read-only",
};

/**
 * Does something with a file of this machine. What the system says against it becomes an error that
 * names the file.
 *
 * @throws {LocalFileError} with the system's error as its cause
 */
export async function withFile<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof DockerError) throw cause;
    throw new LocalFileError(path, reason(cause), { cause });
  }
}

/** The same, with undefined for a file that is not there. */
export async function ifThere<T>(path: string, action: () => Promise<T>): Promise<T | undefined> {
  return withFile(path, async () => {
    try {
      return await action();
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  });
}

function reason(cause: unknown): string {
  const code = codeOf(cause);
  return (code && REASONS[code]) ?? (cause instanceof Error ? cause.message : String(cause));
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
