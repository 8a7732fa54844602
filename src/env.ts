import { ConfigError } from "./errors.js";

/** Environment variables by name; one that is undefined is left out. */
export type Env = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes environment variables as a container's `Env` wants them.
 *
 * @returns `NAME=value` for each
 * @throws {ConfigError} for a name that is empty or has a `=`, and for a NUL
 *
 * @example
 * ```ts
 * const Env = formatEnv({ PORT: 8080, LOG_LEVEL: undefined });
 * await docker.containers.create({ Image: "app", Env });
 * ```
 */
export function formatEnv(env: Env): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (name === "" || /[=\0]/.test(name)) {
      throw new ConfigError("env", `"${name}" is no name of a variable`);
    }
    if (value === undefined) return [];
    if (String(value).includes("\0")) throw new ConfigError(`env.${name}`, "has a NUL in it");
    return [`${name}=${value}`];
  });
}
