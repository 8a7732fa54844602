import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ConfigError } from "./errors.js";

/** Environment variables by name. */
export type Env = Record<string, string | undefined>;

/** The part of the docker CLI's `config.json` that is of use here. */
export interface DockerConfig {
  /** Where it is, for messages. */
  readonly file: string;
  readonly currentContext?: string;
  readonly HttpHeaders?: Record<string, string>;
  /** Credentials by registry; each is looked at only when it is needed. */
  readonly auths?: Record<string, unknown>;
  readonly credHelpers?: Record<string, string>;
  readonly credsStore?: string;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);

const FIELDS: [keyof DockerConfig, (value: unknown) => boolean, string][] = [
  ["currentContext", isText, "text"],
  ["HttpHeaders", isTexts, "an object of texts"],
  ["auths", isObject, "an object"],
  ["credHelpers", isTexts, "an object of texts"],
  ["credsStore", isText, "text"],
];

/** The directory `.docker` of the user's home; undefined without a home. */
export function homeDirectory(env: Env = process.env): string | undefined {
  // An environment given by the caller is all there is; the real home must not shine through.
  const home = env.HOME || env.USERPROFILE || (env === process.env ? homedir() : "");
  return home ? join(home, ".docker") : undefined;
}

/** The directory of config.json, the contexts and the default certificates; undefined without a home. */
function findConfigDirectory(env: Env = process.env): string | undefined {
  return env.DOCKER_CONFIG || homeDirectory(env);
}

/**
 * The same, where nothing can be done without it.
 *
 * @throws {ConfigError} where there is none
 */
export function configDirectory(env?: Env): string {
  const directory = findConfigDirectory(env);
  if (directory === undefined) {
    throw new ConfigError("HOME", "is not set, and neither is DOCKER_CONFIG");
  }
  return directory;
}

/**
 * Reads the docker CLI's `config.json`. One that is not there says nothing.
 *
 * @throws {ConfigError} naming the file, when it cannot be read or is not what it should be
 */
export async function readDockerConfig(env?: Env): Promise<DockerConfig> {
  const directory = findConfigDirectory(env);
  if (directory === undefined) return { file: "config.json" };
  const file = join(directory, "config.json");
  const text = await readText(file);
  if (!text?.trim()) return { file };
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    // What the parser says would show a piece of the file, which may be a password.
    throw new ConfigError(file, "is not JSON");
  }
  if (config === null) return { file };
  if (!isObject(config)) throw new ConfigError(file, "is no JSON object");
  const fields = membersOf(config);
  const read = FIELDS.map(
    ([name, ...rest]) => [name, fields[name.toLowerCase()], ...rest] as const,
  );
  const given = read.filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value, fits, what] of given) {
    if (!fits(value)) throw new ConfigError(file, `${name} is not ${what}`);
  }
  return { ...Object.fromEntries(given), file };
}

/**
 * The members of an object in a file of the docker CLI's, by their names in lower case: the docker CLI
 * takes them in any case, and one that was passed over would mean another engine.
 */
export function membersOf(value: unknown): Record<string, unknown> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]),
  );
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    // HOME may well be none; whoever names config.json itself means what is in it.
    if (code === "ENOTDIR" && !(await isFile(dirname(file)))) return undefined;
    const advice = "DOCKER_CONFIG can name another directory";
    throw new ConfigError(file, `cannot be read (${code}); ${advice}`, { cause });
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
