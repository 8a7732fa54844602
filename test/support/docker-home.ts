import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "./files.js";

/** What a user has on a machine where docker is configured. */
export interface DockerHome {
  /** config.json: as an object, or its text. */
  config?: unknown;
  /** Shell scripts by the name of the credential helper. */
  helpers?: Record<string, string>;
  /** The value of DOCKER_AUTH_CONFIG: as an object, or its text. */
  variable?: unknown;
}

/** The environment of such a user; `$LOG` is a file for the helpers to write to. */
export interface DockerEnv extends Record<string, string> {
  DOCKER_CONFIG: string;
  LOG: string;
}

const text = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Makes a directory with a docker configuration and its credential helpers; gone after the test. */
export async function dockerHome({
  config,
  helpers = {},
  variable,
}: DockerHome): Promise<DockerEnv> {
  const directory = await temporaryDirectory();
  const bin = join(directory, "bin");
  await mkdir(bin);
  if (config !== undefined) await writeFile(join(directory, "config.json"), text(config));
  for (const [name, script] of Object.entries(helpers)) {
    const file = join(bin, `docker-credential-${name}`);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }
  return {
    DOCKER_CONFIG: directory,
    LOG: join(directory, "log"),
    PATH: `${bin}:/usr/bin:/bin`,
    ...(variable !== undefined && { DOCKER_AUTH_CONFIG: text(variable) }),
  };
}

/** An entry of `auths`. */
export const entry = (username: string, password: string): { auth: string } => ({
  auth: Buffer.from(`${username}:${password}`).toString("base64"),
});

/** A helper that has the same for every registry, and writes down what it was asked. */
export const answering = (username: string, secret: string): string => `
key=$(cat)
echo "$1 $key" >> "$LOG"
printf '{"ServerURL":"%s","Username":"${username}","Secret":"${secret}"}' "$key"`;

/** A helper that has nothing. */
export const EMPTY = `
key=$(cat)
echo "$1 $key" >> "$LOG"
echo "credentials not found in native keychain"
exit 1`;

/**
 * A credential store: lists what it is given, and has credentials for all but a registry that is
 * called `gone…`; that of `broken…` fails, that of `token…` has an identity token.
 */
export const store = (registries: readonly string[]): string => `
if [ "$1" = list ]; then
  echo '${JSON.stringify(Object.fromEntries(registries.map((name) => [name, "u"])))}'
  exit
fi
key=$(cat)
user=store-user
case $key in
  gone*) echo "credentials not found in native keychain"; exit 1 ;;
  broken*) echo "s3cret"; exit 1 ;;
  token*) user="<token>" ;;
esac
printf '{"ServerURL":"%s","Username":"%s","Secret":"store-s3cret"}' "$key" "$user"`;

/** What a credentials header says. */
export const decoded = (header: unknown): unknown =>
  JSON.parse(Buffer.from(String(header), "base64url").toString());
