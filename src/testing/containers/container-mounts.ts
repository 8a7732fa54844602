import type { Engine } from "../engine.js";
import { contentOf } from "../files/content.js";
import { FileError } from "../files/file-error.js";
import { FileSystem } from "../files/file-system.js";
import { FileTree } from "../files/file-tree.js";
import { joined, Mounts, split } from "../files/mounts.js";
import { copyNode, makeDirectory, makeFile } from "../files/nodes.js";
import { userOf } from "../files/users.js";
import type { Container, MountPoint } from "./container.js";

/** A container's files as an archive has them: with its volumes, whether or not it runs. */
export function containerFiles(engine: Engine, container: Container): FileSystem {
  const now = (): bigint => engine.clock.now();
  return new FileSystem({ mounts: mountAll(engine, container), now });
}

/** A running container's mounts, which all its processes share: its `tmpfs` are made for each run. */
export function runMounts(engine: Engine, container: Container): Mounts {
  const { hostConfig, mounts: points } = container;
  const mounts = mountAll(engine, container);
  const mtime = engine.clock.now();
  const temporary = points.filter(({ Type: type }) => type === "tmpfs").map(targetOf);
  for (const path of [...Object.keys(hostConfig.Tmpfs ?? {}), ...temporary]) {
    const tree = new FileTree(makeDirectory({ mode: 0o1777, mtime }));
    mounts.add({ path: mountPoint(mounts, path, mtime), tree, writable: true });
  }
  return mounts;
}

/** A running container's files as a program has them: from its directory, as its user. */
export function programFiles(
  engine: Engine,
  mounts: Mounts,
  { workingDir, user }: { readonly workingDir: string; readonly user: string },
): FileSystem {
  const now = (): bigint => engine.clock.now();
  mountPoint(mounts, workingDir, now());
  const files = new FileSystem({ mounts, now, workingDir });
  return user ? files.as(userOf(files, user)) : files;
}

/** What an image has where a volume comes is in the volume, unless it has something already. */
export function fillVolumes(engine: Engine, { mounts, image }: Container): void {
  for (const mount of mounts) {
    const volume = mount.Type === "volume" ? engine.volumes.find(mount.Name ?? "") : undefined;
    const root = volume?.files.root;
    if (volume === undefined || root?.kind !== "directory" || root.entries.size > 0) continue;
    const node = new FileTree(image.files).get(split(targetOf(mount)));
    if (node?.kind === "directory") volume.files.put([], copyNode(node), node.mtime);
  }
}

const targetOf = ({ Destination: path }: MountPoint): string => path ?? "";

function mountAll(engine: Engine, container: Container): Mounts {
  const { files, hostConfig, mounts: points, config } = container;
  const now = engine.clock.now();
  const mounts = new Mounts({ path: "/", tree: files, writable: !hostConfig.ReadonlyRootfs });
  for (const [path, text] of [
    ["/etc/hostname", `${config.Hostname}\n`],
    ["/etc/hosts", "127.0.0.1\tlocalhost\n"],
    ["/etc/resolv.conf", "nameserver 127.0.0.11\n"],
  ] as const) {
    if (files.get(split(path)) === undefined) continue;
    mounts.add({ path, tree: container.ownFile(path, () => fileTree(text, now)), writable: true });
  }
  const sorted = points.toSorted((a, b) => targetOf(a).length - targetOf(b).length);
  for (const point of sorted) {
    const tree = treeOf(engine, point);
    if (tree === undefined) continue;
    const path = mountPoint(mounts, targetOf(point), now);
    mounts.add({ path, tree, writable: point.RW ?? true });
  }
  return mounts;
}

const fileTree = (text: string, mtime: bigint): FileTree =>
  new FileTree(makeFile(contentOf(text), { mtime }));

function treeOf(
  engine: Engine,
  { Type: type, Name: name, Source: source }: MountPoint,
): FileTree | undefined {
  if (type === "volume") return engine.volumes.find(name ?? "")?.files;
  if (type !== "bind" || source === undefined) return undefined;
  const known = engine.hostFiles.get(source);
  const tree = known ?? new FileTree(makeDirectory({ mtime: engine.clock.now() }));
  engine.hostFiles.set(source, tree);
  return tree;
}

/** Makes the directory to mount something at, even where the container itself may not write. */
function mountPoint(mounts: Mounts, path: string, now: bigint): string {
  const names = split(path);
  try {
    for (let depth = 1; depth <= names.length; depth += 1) {
      const { node, mount, inTree } = mounts.walk(joined(names.slice(0, depth)));
      if (node === undefined) mount.tree.put(inTree, makeDirectory({ mtime: now }), now);
    }
    return joined(mounts.walk(path).parts);
  } catch (error) {
    if (error instanceof FileError) return path;
    throw error;
  }
}
