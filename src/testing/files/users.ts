import type { FileSystem } from "./file-system.js";
import type { Attributes } from "./nodes.js";

/** The numbers of `user` or `user:group`, by name or number; root's where nobody has the name. */
export function userOf(files: FileSystem, user: string): Pick<Attributes, "uid" | "gid"> {
  const [name = "", group] = user.split(":");
  const person = records(files, "/etc/passwd").find(([each, , id]) => each === name || id === name);
  const named = records(files, "/etc/group").find(([each]) => each === group);
  return {
    uid: number(name) ?? number(person?.[2]) ?? 0,
    gid: number(group) ?? number(named?.[2]) ?? number(person?.[3]) ?? 0,
  };
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

function records(files: FileSystem, path: string): string[][] {
  if (!files.exists(path)) return [];
  const lines = files.readText(path).split("\n");
  return lines.map((line) => line.split(":"));
}
