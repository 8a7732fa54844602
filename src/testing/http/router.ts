import { type Routes, routes } from "../../../generated/routes.js";
import type { OperationId } from "./call.js";

/** Where a request leads. */
export interface Match {
  readonly operation: OperationId;
  /** What stands in the path's `{braces}`. */
  readonly parameter: string;
}

interface Route {
  readonly operation: OperationId;
  readonly method: string;
  readonly pattern: RegExp;
  readonly fixed: number;
}

/** Finds the operation of a request, as the engine does: names may have slashes, fixed words win. */
export class Router {
  readonly #routes: readonly Route[];

  constructor() {
    this.#routes = (Object.keys(routes) as OperationId[])
      .map((operation) => compile(operation, routes[operation]))
      .sort((a, b) => b.fixed - a.fixed);
  }

  /** The path is decoded and without its version. */
  match(method: string, path: string): Match | undefined {
    for (const { operation, method: wanted, pattern } of this.#routes) {
      const found = wanted === method ? pattern.exec(path) : null;
      if (found !== null) return { operation, parameter: found[1] ?? "" };
    }
    return undefined;
  }
}

function compile(operation: OperationId, [method, path]: Routes[OperationId]): Route {
  const expression = path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/, "(.+)");
  return {
    operation,
    method,
    pattern: new RegExp(`^${expression}$`),
    fixed: path.replace(/\{[^}]+\}/, "").length + (path.includes("{") ? 0 : 1000),
  };
}

/** A request's path, taken apart. */
export interface Target {
  /** As in `/v1.51/…`; undefined where the path has none. */
  readonly version: string | undefined;
  /** Decoded, without the version. */
  readonly path: string;
  readonly search: string;
  /** Where the engine would redirect to: the path has `//`, `.` or `..` in it. */
  readonly redirect: string | undefined;
}

export function parseTarget(url: string): Target {
  const [raw = "", ...query] = url.split("?");
  const search = query.join("?");
  const decoded = decode(raw);
  const clean = cleanPath(decoded);
  const redirect =
    clean === decoded ? undefined : encodeURI(clean) + (search === "" ? "" : `?${search}`);
  const [, version, rest] = /^\/v([0-9.]+)(\/.*)$/.exec(decoded) ?? [];
  return { version, path: rest ?? decoded, search, redirect };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  const slash = path.endsWith("/") && kept.length > 0 ? "/" : "";
  return `/${kept.join("/")}${slash}`;
}
