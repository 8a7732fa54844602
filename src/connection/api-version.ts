import { ConfigError } from "../errors.js";
import { readEnvironment } from "./environment.js";
import type { ConnectionOptions } from "./options.js";

/** The API version that the options or `DOCKER_API_VERSION` pin; undefined where it is negotiated. */
export function pinnedApiVersion(options: ConnectionOptions): string | undefined {
  if (options.apiVersion !== undefined) return parseApiVersion(options.apiVersion, "apiVersion");
  const { apiVersion } = readEnvironment(options.env);
  return apiVersion && parseApiVersion(apiVersion, "DOCKER_API_VERSION");
}

/** Reads a version as it is written by hand: `1.44` or `v1.44`. */
export function parseApiVersion(text: string, source: string): string {
  const version = /^\s*v?(\d+\.\d+)\s*$/.exec(text)?.[1];
  if (!version) throw new ConfigError(source, `"${text}" is no API version; write it like "1.44"`);
  return version;
}
