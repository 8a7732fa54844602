import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { configDirectory, type Env, membersOf } from "../docker-config.js";
import { ConfigError } from "../errors.js";
import { checkContextName } from "./check.js";

/** A context of the docker CLI, as its store has it. */
export interface StoredContext {
  name: string;
  /** Its name and where it is described, for errors. */
  source: string;
  /** Its engine, as in `DOCKER_HOST`; undefined for this platform's own. */
  host: string | undefined;
  /** The engine's certificate is not to be checked. */
  skipVerify: boolean;
  /** The directory of its certificates, whether there are any or not. */
  certPath: string;
}

/** What `meta.json` says, by names in lower case. */
type Metadata = Record<string, unknown>;

/**
 * Reads a context of the docker CLI's store.
 *
 * @param name - its name; "default" is in no store
 * @param source - the option, variable or setting that names it, for errors
 * @throws {ConfigError} when there is none of that name, or it cannot be used
 */
export async function readContext(name: string, source: string, env?: Env): Promise<StoredContext> {
  checkContextName(name, source);
  const store = join(configDirectory(env), "contexts");
  const id = createHash("sha256").update(name).digest("hex");
  const file = join(store, "meta", id, "meta.json");
  const metadata = await readMetadata(file);
  if (metadata === undefined) {
    const names = await contextNames(join(store, "meta"));
    throw new ConfigError(
      source,
      `there is no context "${name}" in ${store}; use ${names.join(", ")}`,
    );
  }
  const itself = `context "${name}" (${file})`;
  const { docker } = (metadata.endpoints ?? {}) as { docker?: unknown };
  const { host = "", skiptlsverify } = membersOf(docker);
  const isEndpoint = typeof docker === "object" && docker !== null && !Array.isArray(docker);
  if (!isEndpoint || typeof host !== "string") {
    throw new ConfigError(itself, "names no Docker Engine; it is a context of something else");
  }
  return {
    name,
    source: itself,
    host: host || undefined,
    skipVerify: skiptlsverify === true,
    certPath: join(store, "tls", id, "docker"),
  };
}

async function readMetadata(file: string): Promise<Metadata | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new ConfigError(file, `cannot be read (${code})`, { cause });
  }
  try {
    return membersOf(JSON.parse(text));
  } catch {
    throw new ConfigError(file, "is not JSON");
  }
}

/** The contexts that there are; one that cannot be read is none. */
async function contextNames(directory: string): Promise<string[]> {
  const ids = await readdir(directory).catch(() => []);
  const read = (id: string): Promise<Metadata | undefined> =>
    readMetadata(join(directory, id, "meta.json")).catch(() => undefined);
  const names = (await Promise.all(ids.map(read))).map((metadata) => metadata?.name);
  return ["default", ...names.filter((name) => typeof name === "string").sort()];
}
