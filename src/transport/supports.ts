import { routes } from "../../generated/routes.js";
import { allSince } from "../../generated/since-all.js";
import { apiVersion as newest } from "../../generated/version.js";
import { ConfigError } from "../errors.js";
import { refuseNewer } from "./refuse-newer.js";
import { compareApiVersions } from "./version.js";

/**
 * Whether an API version has an operation, and a parameter of it.
 *
 * @throws {ConfigError} for an operation that no version has
 */
export function supports(version: string, operation: string, parameter = ""): boolean {
  if (!Object.hasOwn(routes, operation)) {
    throw new ConfigError("operation", `"${operation}" is no operation of the API up to ${newest}`);
  }
  const names = allSince[operation] ?? {};
  const needed = Object.hasOwn(names, parameter) ? names[parameter] : names[""];
  return needed === undefined || compareApiVersions(version, needed) >= 0;
}

/** Refuses a call by its route that is newer than the API version, or takes what is. */
export function refuseNewerRoute(
  version: string,
  method: string,
  path: string,
  query?: Record<string, unknown>,
): void {
  for (const [operation, names] of Object.entries(allSince)) {
    const route: readonly string[] | undefined = routes[operation as keyof typeof routes];
    if (route?.[0] === method && route[1] === path) refuseNewer(version, operation, names, query);
  }
}
