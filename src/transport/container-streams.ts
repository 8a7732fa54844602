import type { Result } from "../types.js";
import { call } from "./call.js";
import { readMediaType } from "./media-type.js";
import type { Answer, CallOptions, Transport } from "./transport.js";

type Config = Result<"ContainerInspect">["Config"];

/** What has to be known of a container to read its output and to end its input. */
export interface ContainerStreams {
  /** Whether stdout and stderr are multiplexed; with a TTY they are not. */
  multiplexed: boolean;
  /** How the container was created, where it had to be asked. */
  config: Config | undefined;
}

/**
 * Finds out about a container's streams. An older engine, whose media type does not tell about a TTY,
 * has to be asked.
 *
 * @param answer - with the container's output; it is ended when the question fails
 * @param ask - whether to ask in any case
 */
export async function containerStreams(
  transport: Transport,
  id: string,
  answer: Pick<Answer, "headers" | "destroy">,
  ask: boolean,
  options?: CallOptions,
): Promise<ContainerStreams> {
  try {
    const told = await readMediaType(transport, answer);
    if (told !== undefined && !ask) return { multiplexed: told, config: undefined };
    const path = "/containers/{id}/json";
    const request = { path: { id } };
    const { Config } = await call(transport, "ContainerInspect", "GET", path, request, options);
    return { multiplexed: told ?? !Config.Tty, config: Config };
  } catch (error) {
    answer.destroy();
    throw error;
  }
}
