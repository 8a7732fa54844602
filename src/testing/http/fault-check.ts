import { routes } from "../../../generated/routes.js";
import type { Fault, FaultKinds } from "./faults.js";
import { findOperation } from "./router.js";

const kinds: readonly (keyof FaultKinds)[] = ["status", "reset", "truncate", "malformed", "drip"];
const targets = ["operation", "method", "path", "when"];
const options: readonly string[] = [...targets, ...kinds, "message", "delay", "times"];

/**
 * A fault that could never happen would make a test pass for the wrong reason.
 *
 * @throws {TypeError} that names the option
 */
export function checkFault(fault: Fault): void {
  for (const name of Object.keys(fault)) {
    if (!options.includes(name)) {
      throw new TypeError(`${name}: a fault has no such option; it has ${options.join(", ")}`);
    }
  }
  checkTarget(fault);
  checkKind(fault);
  const { delay, times } = fault;
  if (delay !== undefined) checkDuration("delay", delay);
  if (times !== undefined && !(times === Infinity || (Number.isInteger(times) && times >= 1))) {
    throw new TypeError(`times: a whole number from 1, or Infinity, not ${String(times)}`);
  }
}

function checkTarget({ operation, method, path, when }: Fault): void {
  if ([operation, method, path, when].every((each) => each === undefined)) {
    throw new TypeError("operation: a fault needs an operation, a path, a method or when");
  }
  if (operation !== undefined && !Object.hasOwn(routes, operation)) {
    throw new TypeError(`operation: there is no operation ${operation}`);
  }
  if (when !== undefined && typeof when !== "function") {
    throw new TypeError("when: a function that is given the request");
  }
  if (method !== undefined && !/^[a-z]+$/i.test(method)) {
    throw new TypeError(`method: ${method} is no method`);
  }
  if (typeof path === "string" && /^(?!\/)|^\/v\d|\?/.test(path)) {
    throw new TypeError(`path: begins with a slash and has no version and no query, not ${path}`);
  }
  if (path !== undefined && typeof path !== "string" && !(path instanceof RegExp)) {
    throw new TypeError("path: a string or a pattern");
  }
  if (operation === undefined) return;
  const [own] = routes[operation];
  if (method !== undefined && method.toUpperCase() !== own) {
    throw new TypeError(`method: ${operation} is a ${own}, never a ${method}`);
  }
  if (typeof path === "string" && findOperation(own, path)?.operation !== operation) {
    throw new TypeError(`path: ${path} is none of ${operation}`);
  }
}

function checkKind(fault: Fault): void {
  const given = kinds.filter((kind) => fault[kind] !== undefined);
  const [kind, other] = given;
  if (kind !== undefined && other !== undefined) {
    throw new TypeError(`${other}: a fault has one of ${kinds.join(", ")}, not ${kind} as well`);
  }
  const { status, message, reset, truncate, malformed, drip, delay } = fault;
  if (message !== undefined && status === undefined) {
    throw new TypeError("message: goes with a status");
  }
  if (kind === undefined && !delay) {
    throw new TypeError(`status: a fault has one of ${kinds.join(", ")}, or a delay`);
  }
  if (status !== undefined && !(Number.isInteger(status) && status >= 400 && status <= 599)) {
    throw new TypeError(`status: one of 400 to 599, not ${status}`);
  }
  if (reset !== undefined && !["before", "body"].includes(reset)) {
    throw new TypeError(`reset: "before" or "body", not ${String(reset)}`);
  }
  for (const [name, value] of Object.entries({ truncate, malformed })) {
    if (value !== undefined && value !== true) throw new TypeError(`${name}: true or nothing`);
  }
  if (drip === undefined) return;
  if (!(Number.isInteger(drip?.bytes) && drip.bytes >= 1)) {
    throw new TypeError("drip.bytes: a whole number from 1");
  }
  checkDuration("drip.every", drip.every);
}

/** Milliseconds, as the daemon takes them. */
export function checkDuration(option: string, value: unknown): void {
  if (typeof value === "number" && value >= 0 && value < 2 ** 31) return;
  throw new TypeError(`${option}: milliseconds, from 0 to ${2 ** 31 - 1}, not ${String(value)}`);
}
