import type { ServerResponse } from "node:http";
import { timestamp } from "../clock.js";
import type { Engine } from "../engine.js";
import { containerRoot } from "../files/base-tree.js";
import { changesBetween } from "../files/changes.js";
import { sizeOf } from "../files/container-files.js";
import { Extraction, inUnpackersWords } from "../files/extract.js";
import { FileError } from "../files/file-error.js";
import type { FileSystem } from "../files/file-system.js";
import { joined, Mounts, type Place } from "../files/mounts.js";
import { type Node, sortedEntries } from "../files/nodes.js";
import { readTar } from "../files/tar-reader.js";
import { type ArchiveEntry, inBlocks, writeTar } from "../files/tar-writer.js";
import { drain, uploaded } from "../files/uploads.js";
import { userOf } from "../files/users.js";
import { type Call, type Handlers, ok } from "../http/call.js";
import { badRequest, type EngineError, notFound, systemError } from "../http/engine-error.js";
import type { Container } from "./container.js";
import { containerFiles } from "./container-mounts.js";
import { write } from "./logs.js";

/** `docker cp`, `docker export` and `docker diff`. */
export const archiveHandlers: Handlers = {
  ContainerArchiveInfo(call, engine) {
    const { path, files } = asked(call, engine);
    const place = look(call, path, () => files.mounts.walk(path, false));
    const name = lastName(engine.atLeast(42) ? path : withoutDots(path));
    const stat = describe(files, place, name);
    call.response.writeHead(200, { [statHeader]: stat }).end();
    return undefined;
  },

  async ContainerArchive(call, engine) {
    const { container, path, files } = asked(call, engine);
    const place = look(call, path, () => files.mounts.walk(path, false));
    engine.events.container(container, "archive-path");
    const name = lastName(withoutDots(path));
    const stat = describe(files, place, name);
    call.response.writeHead(200, { [statHeader]: stat, "content-type": "application/x-tar" });
    await sendArchive(call, entriesOf(files.mounts, place, name));
    return undefined;
  },

  async PutContainerArchive(call, engine) {
    try {
      await unpack(call, engine);
    } finally {
      await drain(call.request);
    }
    return { status: 200 };
  },

  async ContainerExport(call, engine) {
    const container = engine.containers.get(call.parameter);
    const mounts = new Mounts({ path: "/", tree: container.files, writable: false });
    call.response.writeHead(200, { "content-type": "application/octet-stream" });
    await sendArchive(call, childrenOf(mounts, mounts.at([]), ""));
    engine.events.container(container, "export");
    return undefined;
  },

  ContainerChanges(call, engine) {
    const container = engine.containers.get(call.parameter);
    const changes = changesBetween(containerRoot(container.image.files), container.files.root);
    const answer = Array.from(changes, ({ path, kind }) => ({ Path: path, Kind: kind }));
    return ok(answer.length > 0 ? answer : null);
  },
};

const statHeader = "X-Docker-Container-Path-Stat";

interface Asked {
  readonly container: Container;
  /** Absolute, as it was asked for otherwise. */
  readonly path: string;
  readonly files: FileSystem;
}

function asked(call: Call, engine: Engine): Asked {
  const given = call.query.text("path");
  if (given === "") throw badRequest("bad parameter: pathcannot be empty");
  const container = engine.containers.get(call.parameter);
  const path = given.startsWith("/") ? given : `/${given}`;
  return { container, path, files: containerFiles(engine, container) };
}

/** Looks for a path, and says in the engine's words what is wrong with it. */
function look(call: Call, path: string, walk: () => Place): Place & { readonly node: Node } {
  const missing = notFound(
    `Could not find the file ${call.query.text("path")} in container ${call.parameter}`,
  );
  try {
    const { node, ...place } = walk();
    if (node === undefined) throw missing;
    return { ...place, node };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.code === "ENOENT") throw missing;
    throw systemError(`lstat ${path}: ${error.reason.toLowerCase()}`);
  }
}

/** The last name of a path, `.` and `..` too. */
const lastName = (path: string): string => /([^/]+)\/*$/.exec(path)?.[1] ?? "/";

/** The path without its `..`; a `.` at its end stays. */
function withoutDots(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}${path.endsWith("/.") ? "/." : ""}`;
}

/** Go's bits for what a file is, above its permissions. */
const kindBits: Readonly<Record<Node["kind"], number>> = {
  file: 0,
  directory: 2 ** 31,
  symlink: 2 ** 27,
  "block-device": 2 ** 26,
  fifo: 2 ** 25,
  "character-device": 2 ** 26 + 2 ** 21,
};

function goMode({ kind, mode }: Node): number {
  const special =
    (mode & 0o4000 ? 2 ** 23 : 0) + (mode & 0o2000 ? 2 ** 22 : 0) + (mode & 0o1000 ? 2 ** 20 : 0);
  return kindBits[kind] + special + (mode & 0o777);
}

function describe(
  files: FileSystem,
  { node, parts }: Place & { readonly node: Node },
  name: string,
): string {
  const stat = {
    name,
    size: sizeOf(node),
    mode: goMode(node),
    mtime: timestamp(node.mtime),
    linkTarget: node.kind === "symlink" ? linkTarget(files, joined(parts)) : "",
  };
  return Buffer.from(JSON.stringify(stat)).toString("base64");
}

function linkTarget(files: FileSystem, path: string): string {
  try {
    return joined(files.mounts.resolve(path));
  } catch (error) {
    if (!(error instanceof FileError) || error.code !== "ELOOP") throw error;
    throw systemError(`evalSymlinksInScope: too many links in ${path}`);
  }
}

/** A place and all that is in it, under a name of one's choice. */
function* entriesOf(mounts: Mounts, place: Place, name: string): Generator<ArchiveEntry> {
  const { node } = place;
  if (node === undefined) return;
  if (node.kind !== "directory") return yield { name, node };
  const slashed = name.endsWith("/") ? name : `${name}/`;
  yield { name: slashed, node };
  yield* childrenOf(mounts, place, slashed);
}

function* childrenOf(
  mounts: Mounts,
  { node, parts }: Place,
  prefix: string,
): Generator<ArchiveEntry> {
  if (node?.kind !== "directory") return;
  for (const [name] of sortedEntries(node)) {
    yield* entriesOf(mounts, mounts.at([...parts, name]), prefix + name);
  }
}

async function sendArchive(
  { response, signal }: { readonly response: ServerResponse; readonly signal: AbortSignal },
  entries: Iterable<ArchiveEntry>,
): Promise<void> {
  for (const chunk of inBlocks(writeTar(entries))) await write(response, chunk, signal);
  response.end();
}

async function unpack(call: Call, engine: Engine): Promise<void> {
  const { query, request } = call;
  const { container, path, files } = asked(call, engine);
  const place = directoryToFill(call, engine, files, path);
  if (!place.mount.writable) {
    throw refusal(
      engine,
      place.mount.path === "/"
        ? "container rootfs is marked read-only"
        : "mounted volume is marked read-only",
    );
  }
  const user = query.flag("copyUIDGID") ? container.config.User : undefined;
  const extraction = new Extraction(files, {
    into: joined(place.parts),
    now: () => engine.clock.now(),
    climbs: !engine.atLeast(46),
    keepKinds: query.flag("noOverwriteDirNonDir"),
    owner: user ? userOf(files, user) : undefined,
  });
  try {
    await extraction.all(readTar(uploaded(request)));
  } catch (error) {
    if (!(error instanceof FileError)) throw inUnpackersWords(engine, error);
    if (error.code !== "ENOENT") throw systemError(error.reason.toLowerCase());
    throw notFound(`Could not find the file ${query.text("path")} in container ${call.parameter}`);
  }
  engine.events.container(container, "extract-to-dir");
}

/** Engines before API 1.46 take it for a mistake of their own. */
const refusal = (engine: Engine, message: string): EngineError =>
  engine.atLeast(46) ? badRequest(message) : systemError(message);

function directoryToFill(call: Call, engine: Engine, files: FileSystem, path: string): Place {
  let place: Place;
  try {
    place = files.mounts.walk(path);
  } catch (error) {
    if (error instanceof FileError && error.code === "ELOOP") {
      throw systemError("EvalSymlinks: too many links");
    }
    if (error instanceof FileError && error.code === "ENOTDIR" && !/\/\.?$/.test(path)) {
      throw systemError("not a directory");
    }
    place = look(call, path, () => files.mounts.walk(path));
  }
  const { node } = look(call, path, () => place);
  if (node.kind !== "directory") throw refusal(engine, "extraction point is not a directory");
  return place;
}
