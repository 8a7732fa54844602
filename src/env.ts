import { ConfigError } from "./errors.js";

/** Environment variables by name; one that is undefined is left out. */
export type Env = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes environment variables as a container's `Env` wants them.
 *
 * @returns `NAME=value` for each
 * @throws {ConfigError} for a name that is empty or has a `=`, for a NUL, and for a value of another type
 *
 * @example
 * ```ts
 * const Env = formatEnv({ PORT: 8080, LOG_LEVEL: undefined });
 * await docker.containers.create({ Image: "app", Env });
 * ```
 */
export function formatEnv(env: Env): string[] {
  if (typeof env !== "object" || env === null || Symbol.iterator in env) {
    throw new ConfigError("env", "must be an object, of names and values");
  }
  return Object.entries(env).flatMap(([name, value]) => {
    if (name === "" || /[=\0]/.test(name)) {
      // What follows a "=" is a value that came to the wrong place.
      const shown = name.includes("=") ? `${name.split("=", 1)[0]}=…` : name;
      throw new ConfigError("env", `"${shown}" is no name of a variable`);
    }
    if (value === undefined) return [];
    if (!/^(string|number|boolean|bigint)$/.test(typeof value)) {
      throw new ConfigError(`env.${name}`, "is no text, number or boolean");
    }
    if (String(value).includes("\0")) throw new ConfigError(`env.${name}`, "has a NUL in it");
    return [`${name}=${value}`];
  });
}
