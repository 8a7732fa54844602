import { routes } from "../../../generated/routes.js";
import type { OperationId } from "./call.js";

/** A call that is to go wrong, or to take long. */
export interface Fault {
  /**
   * Which operation.
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "ContainerCreate", status: 500, message: "disk full" });
   * ```
   */
  operation?: OperationId;
  /** Which method, for requests that are named by their path. */
  method?: string;
  /** Which path, without its version: the whole of it, or a pattern. */
  path?: string | RegExp;
  /** The status to answer with; without one the call is answered as usual, after `delay`. */
  status?: number;
  /** The message to answer with. */
  message?: string;
  /**
   * Milliseconds to wait before answering.
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "SystemPing", delay: 200 });
   * ```
   */
  delay?: number;
  /** How many requests it is for: one unless given, `Infinity` for all of them. */
  times?: number;
}

interface Pending {
  readonly fault: Fault;
  left: number;
}

/** The faults that are still to happen, in the order they were asked for. */
export class Faults {
  #pending: Pending[] = [];

  add(fault: Fault): void {
    checkFault(fault);
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault for this request, if there is one; it counts as one of its times. */
  take(request: {
    operation: OperationId | undefined;
    method: string;
    path: string;
  }): Fault | undefined {
    const found = this.#pending.find(({ fault }) => applies(fault, request));
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#pending = this.#pending.filter((each) => each !== found);
    return found.fault;
  }
}

/** A fault that could never happen would make a test pass for the wrong reason. */
function checkFault({ operation, method, path, status, message, delay, times = 1 }: Fault): void {
  if (operation === undefined && path === undefined && method === undefined) {
    throw new TypeError("a fault needs an operation, a path or a method");
  }
  if (operation !== undefined && !(operation in routes)) {
    throw new TypeError(`there is no operation ${operation}`);
  }
  if (typeof path === "string" && /^(?!\/)|^\/v\d/.test(path)) {
    throw new TypeError(`a fault's path begins with a slash and has no version: ${path}`);
  }
  if (status === undefined && (message !== undefined || !delay)) {
    throw new TypeError("a fault needs a status, or a delay and no message");
  }
  if (!(times >= 1)) throw new TypeError(`a fault happens at least once, not ${times} times`);
}

function applies(
  { operation, method, path }: Fault,
  request: { operation: OperationId | undefined; method: string; path: string },
): boolean {
  return (
    (operation === undefined || operation === request.operation) &&
    (method === undefined || method.toUpperCase() === request.method) &&
    (path === undefined ||
      (typeof path === "string" ? path === request.path : path.test(request.path)))
  );
}
