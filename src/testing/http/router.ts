import { type Routes, routes } from "../../../generated/routes.js";
import { allSince } from "../../../generated/since-all.js";
import type { OperationId } from "./call.js";
import { isOlder, type Version } from "./versions.js";

/** Where a request leads. */
export interface Match {
  readonly operation: OperationId;
  /** What stands in the path's first `{braces}`. */
  readonly parameter: string;
  /** What stands in the path's `{braces}`, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: OperationId;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly fixed: number;
}

/** By method; the same for every daemon, so it is made once. */
let compiled: Map<string, readonly Route[]> | undefined;

/**
 * Finds the operation of a request, as the engine does: names may have slashes, fixed words win.
 *
 * @param path - decoded and without its version
 * @param newest - the engine's newest API version: it knows no operation that came later
 */
export function findOperation(method: string, path: string, newest?: Version): Match | undefined {
  compiled ??= compileRoutes();
  for (const { operation, pattern, names } of compiled.get(method) ?? []) {
    const found = pattern.exec(path);
    if (found === null || (newest && isLater(operation, "", newest))) continue;
    const values = found.slice(1);
    return {
      operation,
      parameter: values[0] ?? "",
      parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])),
    };
  }
  return undefined;
}

/** Whether this API version lacks an operation (named ""), or a query parameter of it. */
export function isLater(operation: OperationId, parameter: string, version: Version): boolean {
  const since = allSince[operation]?.[parameter];
  return since !== undefined && isOlder(version, since);
}

function compileRoutes(): Map<string, readonly Route[]> {
  const byMethod = new Map<string, Route[]>();
  for (const operation of Object.keys(routes) as OperationId[]) {
    const [method, path]: Routes[OperationId] = routes[operation];
    byMethod.set(method, [...(byMethod.get(method) ?? []), compile(operation, path)]);
  }
  for (const list of byMethod.values()) list.sort((a, b) => b.fixed - a.fixed);
  return byMethod;
}

function compile(operation: OperationId, path: string): Route {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const fixed = path.replace(/\{[^}]+\}/g, "").length + (names.length === 0 ? 1000 : 0);
  const pattern = path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "(.+)");
  return { operation, pattern: new RegExp(`^${pattern}$`), names, fixed };
}
