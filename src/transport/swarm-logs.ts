import type { Query } from "../types.js";
import { readMediaType } from "./media-type.js";
import type { Answer, Transport } from "./transport.js";

/** What the logs of a service or a task take: at least one of `stdout` and `stderr`. */
export interface SwarmLogsQuery extends Omit<Query<"ServiceLogs">, "since" | "tail"> {
  /** Only so many lines, of stdout and stderr together, from the end of each task's, or "all". */
  tail?: number | string | undefined;
  /** Only output from this time on: a Date, or seconds since 1970 (as text: with nanoseconds). */
  since?: Date | number | string | undefined;
}

/** The part of a task's spec that decides about its output. */
interface TerminalSpec {
  ContainerSpec?: { TTY?: boolean };
}

/**
 * Makes output of the answer with the logs of a service or a task, whose spec is asked for where the
 * engine does not tell about a TTY.
 *
 * @param answer - it is ended when the question fails
 */
export async function swarmLogs(
  transport: Transport,
  answer: Answer,
  readSpec: () => Promise<TerminalSpec | undefined>,
): Promise<{ bytes: Answer; multiplexed: boolean }> {
  try {
    const told = await readMediaType(transport, answer);
    const multiplexed = told ?? !(await readSpec())?.ContainerSpec?.TTY;
    return { bytes: answer, multiplexed };
  } catch (error) {
    answer.destroy();
    throw error;
  }
}
