import type { OperationId } from "./call.js";
import { checkFault } from "./fault-check.js";
import type { RecordedRequest } from "./requests.js";

/** Which requests something is to happen to: those that all of this is true of. */
export interface FaultTarget {
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
  /**
   * Which path, without its version: the whole of it, or a pattern.
   *
   * @example
   * ```ts
   * daemon.fail({ method: "GET", path: /^\/images\//, status: 503 });
   * ```
   */
  path?: string | RegExp;
  /**
   * Which requests, by what is in them.
   *
   * @example
   * ```ts
   * daemon.fail({ when: ({ query }) => query.force === true, status: 409, message: "not now" });
   * ```
   */
  when?: (request: RecordedRequest) => boolean;
}

/** How slowly an answer comes. */
export interface Drip {
  /** So many bytes at a time. */
  bytes: number;
  /** Milliseconds between two of those pieces. */
  every: number;
}

/** What can happen to a request, one of them at a time. */
export interface FaultKinds {
  /** It is answered with this status, and with `message`. */
  status: number;
  /**
   * Its connection breaks: before the answer, or in the middle of its body.
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "SystemEvents", reset: "body" });
   * ```
   */
  reset: "before" | "body";
  /** Its answer stops in the middle of the first piece, a frame of output for one, and ends cleanly. */
  truncate: true;
  /** Its answer is no JSON. */
  malformed: true;
  /**
   * Its answer comes little by little.
   *
   * @example
   * ```ts
   * daemon.fail({ operation: "ContainerLogs", drip: { bytes: 1, every: 5 } });
   * ```
   */
  drip: Drip;
}

type Alone<Kind extends keyof FaultKinds> = {
  [Each in keyof FaultKinds]?: Each extends Kind ? unknown : never;
} & Pick<FaultKinds, Kind>;

interface Occurrence {
  /**
   * Milliseconds to wait before anything happens; alone, nothing else does.
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

/** A call that is to go wrong, or to take long. */
export type Fault = FaultTarget &
  Occurrence &
  (
    | (Alone<"status"> & { message?: string })
    | (Alone<"reset"> & { message?: never })
    | (Alone<"truncate"> & { message?: never })
    | (Alone<"malformed"> & { message?: never })
    | (Alone<"drip"> & { message?: never })
    | ({ [Kind in keyof FaultKinds]?: never } & { message?: never; delay: number })
  );

/** A fault that may still happen. It goes with the block that it is declared in by `using`. */
export interface ActiveFault extends Disposable {
  /** How often it has happened. */
  readonly happened: number;
  /** From now on it happens no more. */
  remove(): void;
}

/** One that was asked for, and how often it is still to happen. */
class Pending implements ActiveFault {
  readonly fault: Fault;
  happened = 0;
  readonly #remove: (fault: Pending) => void;

  constructor(fault: Fault, remove: (fault: Pending) => void) {
    this.fault = fault;
    this.#remove = remove;
  }

  remove(): void {
    this.#remove(this);
  }

  [Symbol.dispose](): void {
    this.remove();
  }
}

/** The faults that are still to happen, in the order they were asked for. */
export class Faults {
  #pending: Pending[] = [];

  add(fault: Fault): ActiveFault {
    checkFault(fault);
    const pending = new Pending({ ...fault }, (removed) => {
      this.#pending = this.#pending.filter((each) => each !== removed);
    });
    this.#pending.push(pending);
    return pending;
  }

  /** The fault for this request, if there is one; it counts as one of its times. */
  take(request: RecordedRequest): Fault | undefined {
    const found = this.#pending.find(({ fault }) => applies(fault, request));
    if (found === undefined) return undefined;
    found.happened += 1;
    if (found.happened >= (found.fault.times ?? 1)) found.remove();
    return found.fault;
  }
}

function applies({ operation, method, path, when }: Fault, request: RecordedRequest): boolean {
  return (
    (operation === undefined || operation === request.operation) &&
    (method === undefined || method.toUpperCase() === request.method) &&
    (path === undefined ||
      (typeof path === "string" ? path === request.path : matches(path, request.path))) &&
    (when === undefined || when(request))
  );
}

/** A global or sticky pattern would remember where it was. */
function matches(pattern: RegExp, path: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(path);
}
