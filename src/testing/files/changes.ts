import { type DirectoryNode, makeFile, type Node, sortedEntries } from "./nodes.js";
import type { ArchiveEntry } from "./tar-writer.js";

/** What became of a path: 0 changed, 1 new, 2 gone. */
export interface Change {
  /** `/etc/passwd` */
  readonly path: string;
  readonly kind: 0 | 1 | 2;
  /** What is there now, or was there before it went. */
  readonly node: Node;
}

/** How a tree differs from the one it was made from. Trees that share their nodes cost nothing. */
export function* changesBetween(before: Node, after: Node, path = ""): Generator<Change> {
  if (before === after || after.kind !== "directory") return;
  const old: Partial<Pick<DirectoryNode, "entries">> = before.kind === "directory" ? before : {};
  const names = new Set([...(old.entries?.keys() ?? []), ...after.entries.keys()]);
  for (const name of [...names].sort()) {
    const [was, is] = [old.entries?.get(name), after.entries.get(name)];
    const here = `${path}/${name}`;
    if (was === is) continue;
    if (is === undefined) {
      if (was !== undefined) yield { path: here, kind: 2, node: was };
      continue;
    }
    yield { path: here, kind: was === undefined ? 1 : 0, node: is };
    yield* changesBetween(was ?? is, is, here);
    if (was === undefined) yield* everythingIn(is, here);
  }
}

function* everythingIn(node: Node, path: string): Generator<Change> {
  if (node.kind !== "directory") return;
  for (const [name, child] of sortedEntries(node)) {
    const here = `${path}/${name}`;
    yield { path: here, kind: 1, node: child };
    yield* everythingIn(child, here);
  }
}

/** The changes as a layer has them: what is gone is there as `.wh.name`. */
export function* layerEntries(before: Node, after: Node): Generator<ArchiveEntry> {
  for (const { path, kind, node } of changesBetween(before, after)) {
    const name = path.slice(1);
    if (kind === 2) {
      yield { name: name.replace(/[^/]+$/, ".wh.$&"), node: makeFile(undefined, { mode: 0o600 }) };
    } else {
      yield { name: node.kind === "directory" ? `${name}/` : name, node };
    }
  }
}
