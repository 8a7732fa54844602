import { contentOf } from "./content.js";
import { FileTree } from "./file-tree.js";
import { type DirectoryNode, makeDirectory, makeFile, makeSymlink, type Node } from "./nodes.js";

/** The commands that stand in `/bin`, as far as the mock daemon knows them. */
const commands = (
  "[ base64 basename cat chmod cp cut date dirname echo env false grep head hostname id kill ln ls md5sum mkdir mv nproc " +
  "printf ps pwd rm rmdir seq sh sha256sum sleep sort sync tail tee test timeout touch tr true uname uniq wc which whoami yes"
).split(" ");

const passwd = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n";
const group = "root:x:0:\nnobody:x:65534:\n";

/** The files that every image has of which a test says nothing. */
export function baseTree(name: string, mtime: bigint): DirectoryNode {
  const directory = (
    entries: Readonly<Record<string, Node>> = {},
    mode = 0o755,
  ): DirectoryNode => ({
    ...makeDirectory({ mode, mtime }),
    entries: new Map(Object.entries(entries)),
  });
  const file = (text: string, mode = 0o644): Node => makeFile(contentOf(text), { mode, mtime });
  const links = commands.map((command) => [command, makeSymlink("busybox", { mtime })] as const);
  return directory({
    bin: directory({
      ...Object.fromEntries(links),
      busybox: file("The mock daemon runs these commands itself.\n", 0o755),
    }),
    dev: directory(),
    etc: directory({
      group: file(group),
      "os-release": file(`NAME="mock"\nPRETTY_NAME="${name}"\n`),
      passwd: file(passwd),
    }),
    home: directory(),
    proc: directory(),
    root: directory({}, 0o700),
    sys: directory(),
    tmp: directory({}, 0o1777),
    usr: directory({ bin: directory(), lib: directory(), local: directory() }),
    var: directory({ log: directory(), tmp: directory({}, 0o1777) }),
  });
}

const ownDirectories = ["dev", "dev/pts", "dev/shm", "etc", "proc", "sys"];
const ownFiles = [".dockerenv", "dev/console", "etc/hostname", "etc/hosts", "etc/resolv.conf"];
const ownLink = "etc/mtab";

const roots = new WeakMap<Node, Node>();

/**
 * What a container begins with: its image's files, and those that the engine puts into every container
 * and counts as nobody's change. Made once for all containers of an image.
 */
export function containerRoot(image: Node): Node {
  const known = roots.get(image);
  if (known !== undefined) return known;
  const tree = new FileTree(image);
  const add = (path: string, node: Node): void => {
    const parts = path.split("/");
    if (tree.get(parts.slice(0, -1))?.kind !== "directory") return;
    if (tree.get(parts) === undefined) tree.put(parts, node, image.mtime);
  };
  const given = { mtime: image.mtime };
  for (const path of ownDirectories) add(path, makeDirectory(given));
  for (const path of ownFiles) add(path, makeFile(undefined, { ...given, mode: 0o755 }));
  add(ownLink, makeSymlink("/proc/mounts", given));
  const root = tree.freeze();
  roots.set(image, root);
  return root;
}

/** The files of a container as an image keeps them: without what the engine put there. */
export function imageRoot(image: Node, container: Node): Node {
  const [before, began] = [new FileTree(image), new FileTree(containerRoot(image))];
  const tree = new FileTree(container);
  for (const path of [ownLink, ...ownFiles, ...ownDirectories.toReversed()]) {
    const parts = path.split("/");
    const node = tree.get(parts);
    if (node === undefined || node !== began.get(parts) || before.get(parts) !== undefined)
      continue;
    tree.delete(parts, tree.get(parts.slice(0, -1))?.mtime ?? 0n);
  }
  return tree.freeze();
}
