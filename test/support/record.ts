import { subscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";
import { routes } from "../../generated/routes.js";

/**
 * With `RECORD_OPERATIONS`, a file, notes each operation that an engine has answered without an
 * error. `npm run coverage` makes the table in the README of such files.
 */
const file = process.env.RECORD_OPERATIONS;

interface Headers {
  request: { method: string; path: string; origin: string };
  response: { statusCode: number };
}

/** The operations with their paths as patterns, the longest first: an id can have slashes in it. */
const patterns = Object.entries(routes)
  .map(([id, [method, path]]) => {
    const source = path.replace(/\{\w+\}/g, ".+");
    return { id, method, pattern: new RegExp(`^(?:/v1\\.\\d+)?${source}$`), path };
  })
  .sort((a, b) => b.path.split("/").length - a.path.split("/").length);

function operationOf(method: string, path: string): string | undefined {
  const [name = ""] = path.split("?");
  return patterns.find((route) => route.method === method && route.pattern.test(name))?.id;
}

if (file) {
  const seen = new Set<string>();
  subscribe("undici:request:headers", (message) => {
    const { request, response } = message as Headers;
    // A mock daemon that is asked beside an engine is not that engine.
    if (request.origin === "http://mock") return;
    const operation = operationOf(request.method, request.path);
    if (operation === undefined || response.statusCode >= 400 || seen.has(operation)) return;
    seen.add(operation);
    appendFileSync(file, `${operation}\n`);
  });
}
