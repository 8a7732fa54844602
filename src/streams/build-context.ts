import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { ConfigError } from "../errors.js";
import { Dockerignore } from "./dockerignore.js";
import { type FileEntries, fileEntries } from "./file-entries.js";
import { ifThere, withFile } from "./local-file.js";
import { walkFiles } from "./local-files.js";
import { type TarEntry, writeTar } from "./tar.js";

/** What an image is built from: a directory of this machine, files, or an archive of them. */
export type BuildContext = string | FileEntries | Uint8Array | AsyncIterable<Uint8Array>;

/** A context that is ready to be sent. */
export interface OpenBuildContext {
  tar: AsyncIterable<Uint8Array>;
  /** What the Dockerfile is called in it; undefined when the engine is to look for it. */
  dockerfile: string | undefined;
  /** Reads the Dockerfile; undefined where it is in an archive, or the engine is to look for it. */
  readDockerfile?: () => Promise<string>;
}

const NAMES: readonly string[] = ["Dockerfile", "dockerfile"];
const IGNORE_FILE = ".dockerignore";
const ROOT = { uid: 0, gid: 0 } as const;

/**
 * Makes the archive that an image is built from, as `docker build` does: without what the
 * `.dockerignore` names, everything root's. `<Dockerfile>.dockerignore` beside the Dockerfile counts
 * instead, where it is. A Dockerfile outside of the directory is sent along, under a name of its own.
 *
 * @param context - a directory, files, or a tar archive, which is passed on as it is
 * @param options - `dockerfile`: its path, relative to the context
 * @throws {ConfigError} when the directory or the Dockerfile is missing, before anything is sent
 * @throws {LocalFileError} for a file that cannot be read or changes meanwhile
 *
 * @example
 * ```ts
 * const { tar, dockerfile } = await openBuildContext("./app", { dockerfile: "../Dockerfile.app" });
 * ```
 */
export async function openBuildContext(
  context: BuildContext,
  { dockerfile }: { dockerfile?: string | undefined } = {},
): Promise<OpenBuildContext> {
  if (typeof context === "string") return openDirectory(context, dockerfile);
  if (context instanceof Uint8Array) return { tar: once(context), dockerfile };
  if (typeof context !== "object" || context === null) {
    throw new ConfigError("context", "is neither a directory, files nor an archive");
  }
  if (isBytes(context)) return { tar: context, dockerfile };
  const entries = fileEntries(context, "context");
  const wanted = dockerfile === undefined ? NAMES : [resolve("/", dockerfile).slice(1)];
  const found = entries.find(({ name, type }) => type === "file" && wanted.includes(name));
  if (!found) throw new ConfigError("dockerfile", `there is no "${wanted[0]}" among the files`);
  const file = Object.values(context)[entries.indexOf(found)] ?? "";
  const content = typeof file === "string" || file instanceof Uint8Array ? file : file.content;
  const readDockerfile = async (): Promise<string> => Buffer.from(content ?? "").toString();
  return { tar: writeTar(entries), dockerfile: found.name, readDockerfile };
}

async function openDirectory(
  context: string,
  dockerfile: string | undefined,
): Promise<OpenBuildContext> {
  const directory = await findDirectory(context);
  const found = await findDockerfile(directory, dockerfile);
  const inContext = relative(directory, found.path);
  const outside = inContext === ".." || inContext.startsWith(`..${sep}`) || isAbsolute(inContext);
  const name = inContext.split(sep).join("/");
  const ownIgnoreFile = join(directory, IGNORE_FILE);
  const own = await readIgnoreFile(ownIgnoreFile);
  const beside = await readIgnoreFile(`${found.named}${IGNORE_FILE}`);
  const kept = outside ? [IGNORE_FILE] : [IGNORE_FILE, name];
  const ignore =
    beside === undefined
      ? new Dockerignore(own ?? "", ownIgnoreFile, kept)
      : new Dockerignore(beside, `${found.named}${IGNORE_FILE}`, kept);
  const files = walkFiles(directory, { ignore, owner: ROOT });
  const readDockerfile = (): Promise<string> =>
    withFile(found.path, () => readFile(found.path, "utf8"));
  if (!outside) return { tar: writeTar(files), dockerfile: name, readDockerfile };
  const content = await withFile(found.path, () => readFile(found.path));
  // The same file has the same name each time, so that the archive is the same too.
  const hash = createHash("sha256").update(content).digest("hex");
  const sent = `.dockerfile.${hash.slice(0, 20)}`;
  // The builder takes what is ignored out of the context, once it has read it.
  const ignoring = `${own ?? IGNORE_FILE}\n${sent}\n`;
  const common = { type: "file", mode: 0o600, mtime: found.stats.mtime, ...ROOT } as const;
  const added = [
    { ...common, name: sent, size: content.length, body: once(content) },
    {
      ...common,
      name: IGNORE_FILE,
      size: Buffer.byteLength(ignoring),
      body: once(Buffer.from(ignoring)),
    },
  ];
  return { tar: writeTar(replaceAndAdd(files, added)), dockerfile: sent, readDockerfile };
}

async function findDirectory(context: string): Promise<string> {
  if (context === "") throw new ConfigError("context", "is empty");
  const path = resolve(context);
  const stats = await ifThere(path, () => stat(path));
  if (!stats) throw new ConfigError("context", `${path} does not exist`);
  if (!stats.isDirectory()) throw new ConfigError("context", `${path} is no directory`);
  return withFile(path, () => realpath(path));
}

/** The Dockerfile as it is named, and where it is in the end. */
async function findDockerfile(
  directory: string,
  dockerfile: string | undefined,
): Promise<{ named: string; path: string; stats: Stats }> {
  const candidates = dockerfile === undefined ? NAMES : [dockerfile];
  for (const candidate of candidates) {
    const named = resolve(directory, candidate);
    const path = await ifThere(named, () => realpath(named));
    if (path === undefined) continue;
    const stats = await withFile(path, () => stat(path));
    if (!stats.isFile()) throw new ConfigError("dockerfile", `${named} is no file`);
    return { named, path, stats };
  }
  throw new ConfigError("dockerfile", `${resolve(directory, candidates[0] ?? "")} does not exist`);
}

function readIgnoreFile(path: string): Promise<string | undefined> {
  return ifThere(path, () => readFile(path, "utf8"));
}

async function* replaceAndAdd(
  entries: AsyncIterable<TarEntry>,
  added: readonly TarEntry[],
): AsyncGenerator<TarEntry, void, undefined> {
  const names = new Set(added.map(({ name }) => name));
  for await (const entry of entries) if (!names.has(entry.name)) yield entry;
  yield* added;
}

function isBytes(
  context: FileEntries | AsyncIterable<Uint8Array>,
): context is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in context;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
