import type { Writable } from "node:stream";
import { ConfigError } from "../errors.js";
import type { Query, Result } from "../types.js";
import { containerStreams } from "./container-streams.js";
import { hijack } from "./hijack.js";
import type { Answer, CallOptions, Transport } from "./transport.js";

/** A container's streams, as the connection has them. */
interface AttachedStreams {
  bytes: AsyncIterable<Uint8Array> & Pick<Answer, "onFailure">;
  multiplexed: boolean;
  stdin: Writable;
  /** How the container was created, if its input is wanted. */
  config: Result<"ContainerInspect">["Config"] | undefined;
  close(): void;
}

/**
 * Attaches to a container.
 *
 * @param websocket - by a WebSocket, in which stdout and stderr are one
 */
export async function openAttachment(
  transport: Transport,
  id: string,
  query: Query<"ContainerAttach"> & Query<"ContainerAttachWebsocket">,
  websocket: boolean,
  options?: CallOptions,
): Promise<AttachedStreams> {
  const { stdin = false, stdout, stderr } = query;
  if (!stdin && !stdout && !stderr) {
    throw new ConfigError("stdout", "attach to at least one of stdin, stdout and stderr");
  }
  const request = { path: { id }, query: { stream: true, ...query } };
  if (websocket) {
    const { attachWebSocket } = await import("./websocket.js");
    const streams = await attachWebSocket(transport, request, options);
    const told = { headers: {}, destroy: streams.close };
    const { config } = stdin
      ? await containerStreams(transport, id, told, true, options)
      : { config: undefined };
    return { ...streams, multiplexed: false, config };
  }
  const path = "/containers/{id}/attach";
  const answer = await hijack(transport, "ContainerAttach", "POST", path, request, options);
  const streams = await containerStreams(transport, id, answer, stdin, options);
  return { bytes: answer, stdin: answer.stdin, ...streams, close: () => answer.destroy() };
}
