import type { FileSystem } from "../files/file-system.js";
import type { Attributes } from "../files/nodes.js";
import { BuildError } from "./build-error.js";

/** The numbers of `--chown=user:group`; a name has to be in the image. */
export function parseUser(files: FileSystem, text: string): Pick<Attributes, "uid" | "gid"> {
  const [user = "", group = user] = text.split(":");
  return {
    uid: idOf(files, "/etc/passwd", user, "uid for user", "user"),
    gid: idOf(files, "/etc/group", group, "gid for group", "group"),
  };
}

function idOf(files: FileSystem, path: string, name: string, what: string, kind: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const lines = files.exists(path) ? files.readText(path).split("\n") : [];
  const record = lines.map((line) => line.split(":")).find(([each]) => each === name);
  if (record !== undefined) return Number(record[2]);
  throw new BuildError(
    `unable to convert uid/gid chown string to host mapping: can't find ${what} ${name}: no such ${kind}: ${name}`,
  );
}
