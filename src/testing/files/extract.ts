import type { TarHeader } from "modern-tar";
import type { Engine } from "../engine.js";
import { badRequest, EngineError, systemError } from "../http/engine-error.js";
import type { Content } from "./content.js";
import { FileError } from "./file-error.js";
import type { FileSystem } from "./file-system.js";
import { joined, type Place, split } from "./mounts.js";
import {
  type Attributes,
  makeDirectory,
  makeFile,
  makeSpecial,
  makeSymlink,
  type Node,
} from "./nodes.js";
import type { TarItem } from "./tar-reader.js";

export interface ExtractOptions {
  /** A path without symbolic links; entries never get out of it. */
  readonly into: string;
  readonly now: () => bigint;
  /** Whether a directory may not take the place of something else, nor the reverse. */
  readonly keepKinds?: boolean;
  /** Who owns everything, whatever the archive says. */
  readonly owner?: Pick<Attributes, "uid" | "gid"> | undefined;
  /** Whether it does as engines before API 1.46: an entry may climb, as long as it stays inside. */
  readonly climbs?: boolean;
  /** Whether `.wh.name` takes `name` away, as in an image's layer. */
  readonly whiteouts?: boolean;
}

/** Unpacks archives as the engine does, with its words for what it refuses. */
export class Extraction {
  readonly #files: FileSystem;
  readonly #options: ExtractOptions;
  readonly #root: readonly string[];
  /** Set when everything is in them: what is put into a directory changes its time. */
  readonly #times: { readonly path: string; readonly mtime: bigint }[] = [];

  constructor(files: FileSystem, options: ExtractOptions) {
    this.#files = files;
    this.#options = options;
    this.#root = split(options.into);
  }

  async all(items: AsyncIterable<TarItem>): Promise<void> {
    for await (const item of items) await this.#extract(item);
    for (const { path, mtime } of this.#times) {
      this.#files.change(path, (node) => {
        node.mtime = mtime;
      });
    }
  }

  async #extract(item: TarItem): Promise<void> {
    const { header } = item;
    const names = cleaned(header.name) ?? this.#climb(header.name);
    const name = names.at(-1);
    if (name === undefined) return;
    const parent = this.#directory(names);
    if (this.#options.whiteouts && name.startsWith(".wh.")) return this.#takeAway(parent, name);
    const place = this.#files.mounts.at([...parent.parts, name]);
    const path = joined(place.parts);
    this.#makeWay(place, names.join("/"), header);
    const given = { ...attributesOf(header), ...this.#options.owner };
    if (header.type === "directory") {
      if (place.node?.kind === "directory")
        this.#files.change(path, (node) => void Object.assign(node, given));
      else this.#files.put(place, makeDirectory(given));
      this.#times.push({ path, mtime: given.mtime });
      return;
    }
    if (header.type === "link") return this.#link(place, header, given);
    const isFile = header.type === "file" || header.type === undefined;
    const node = makeNode(header, given, isFile ? await item.content() : undefined);
    if (node !== undefined) this.#files.put(place, node);
  }

  /** The names of an entry that leaves where it is to be put. */
  #climb(path: string): readonly string[] {
    const { climbs = false, into } = this.#options;
    if (!climbs) throw systemError(`invalid entry name ${JSON.stringify(path)}`);
    const names = [...this.#root];
    for (const part of split(path)) {
      if (part === "..") names.pop();
      else names.push(part);
    }
    if (!this.#root.every((part, index) => names[index] === part)) {
      throw systemError(`${JSON.stringify(path)} is outside of ${JSON.stringify(into)}`);
    }
    return names.slice(this.#root.length);
  }

  /** What is in the way goes, but a directory stays where a directory comes. */
  #makeWay({ node, parts }: Place, name: string, { type }: TarHeader): void {
    if (node === undefined) return;
    const [was, comes] = [node.kind === "directory", type === "directory"];
    if (was && comes) return;
    if (this.#options.keepKinds && was !== comes) {
      const [before, after] = was ? ["", "non-"] : ["non-", ""];
      const shown = this.#options.climbs ? `/${name}` : name;
      throw systemError(
        `cannot overwrite ${before}directory ${JSON.stringify(shown)} with ${after}directory ${JSON.stringify(this.#options.into)}`,
      );
    }
    this.#files.remove(joined(parts), { recursive: true });
  }

  #link(place: Place, { linkname = "" }: TarHeader, given: Attributes): void {
    const names = cleaned(linkname);
    if (names === undefined) {
      throw systemError(`invalid hardlink target ${JSON.stringify(linkname)}`);
    }
    const { parts, mount, inTree, node } = this.#files.mounts.at([...this.#root, ...names]);
    if (node === undefined) throw new FileError("ENOENT", joined(parts));
    const mine = mount.tree.own(inTree);
    Object.assign(mine, given);
    this.#files.put(place, mine);
  }

  #takeAway(parent: Place, name: string): void {
    if (name === ".wh..wh..opq") {
      for (const each of this.#files.list(joined(parent.parts))) {
        this.#files.remove(joined([...parent.parts, each]), { recursive: true });
      }
      return;
    }
    const { parts, node } = this.#files.mounts.at([...parent.parts, name.slice(4)]);
    if (node !== undefined) this.#files.remove(joined(parts), { recursive: true });
  }

  /** The directory of an entry, made if it is missing. A link may lead anywhere but out. */
  #directory(names: readonly string[]): Place {
    const pending = names.slice(0, -1);
    const asked = pending.join("/");
    let place = this.#files.mounts.at(this.#root);
    let links = 0;
    for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
      if (name === "..") {
        if (place.parts.length === this.#root.length) {
          throw systemError(`statat ${asked}: path escapes from parent`);
        }
        place = this.#files.mounts.at(place.parts.slice(0, -1));
        continue;
      }
      const next = this.#files.mounts.at([...place.parts, name]);
      if (next.node?.kind === "symlink") {
        links += 1;
        if (links > 40) throw systemError(`statat ${asked}: too many levels of symbolic links`);
        const { target } = next.node;
        if (target.startsWith("/")) place = this.#files.mounts.at(this.#root);
        pending.unshift(...split(target));
        continue;
      }
      if (next.node === undefined) {
        this.#files.put(next, makeDirectory({ mtime: this.#options.now() }));
      } else if (next.node.kind !== "directory") {
        throw systemError(`openat ${names.join("/")}: not a directory`);
      }
      place = this.#files.mounts.at(next.parts);
    }
    return place;
  }
}

/** The names of a path that stays where it begins; undefined for one that does not. */
function cleaned(path: string): string[] | undefined {
  const names: string[] = [];
  for (const part of split(path)) {
    if (part !== "..") names.push(part);
    else if (names.pop() === undefined) return undefined;
  }
  return names;
}

function attributesOf({ mode = 0o644, uid = 0, gid = 0, mtime, pax }: TarHeader): Attributes {
  const seconds = /^(\d+)(?:\.(\d{1,9}))?/.exec(pax?.mtime ?? "");
  const exact =
    seconds === null
      ? BigInt(mtime?.getTime() ?? 0) * 1_000_000n
      : BigInt(`${seconds[1]}${(seconds[2] ?? "").padEnd(9, "0")}`);
  return { mode: mode & 0o7777, uid, gid, mtime: exact };
}

function makeNode(
  { type, linkname = "" }: TarHeader,
  given: Attributes,
  content: Content | undefined,
): Node | undefined {
  if (content !== undefined) return makeFile(content, given);
  if (type === "symlink") return makeSymlink(linkname, { ...given, mode: 0o777 });
  if (type === "fifo" || type === "character-device" || type === "block-device") {
    return makeSpecial(type, given);
  }
  // Records about the archive itself are no files.
  if (type === "pax-global-header") return undefined;
  throw badRequest(`unhandled tar header type ${type}`);
}

/** Engines before API 1.42 unpacked in a process of its own, whose end they told of, too. */
export function inUnpackersWords(engine: Pick<Engine, "atLeast">, error: unknown): unknown {
  if (engine.atLeast(42) || !(error instanceof EngineError)) return error;
  return new EngineError(
    error.status,
    `Error processing tar file(exit status 1): ${error.message}`,
  );
}
