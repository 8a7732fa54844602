const reasons = {
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  EISDIR: "Is a directory",
  EEXIST: "File exists",
  ENOTEMPTY: "Directory not empty",
  ELOOP: "Too many levels of symbolic links",
  EROFS: "Read-only file system",
  EBUSY: "Device or resource busy",
  EINVAL: "Invalid argument",
} as const;

export type FileErrorCode = keyof typeof reasons;

/** What a container's file system refuses, with the codes of Node's own `fs`. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly path: string;
  /** In the words that commands print: `No such file or directory`. */
  readonly reason: string;

  constructor(code: FileErrorCode, path: string) {
    super(`${code}: ${reasons[code].toLowerCase()}, '${path}'`);
    this.name = "FileError";
    this.code = code;
    this.path = path;
    this.reason = reasons[code];
  }
}
