import type { Answer, Transport } from "./transport.js";
import { compareApiVersions } from "./version.js";

/**
 * Whether the media type of output tells that stdout and stderr are multiplexed, or are not;
 * undefined where it tells nothing. Before API 1.42 it is the same with and without a TTY, or there is
 * none.
 */
export async function readMediaType(
  transport: Transport,
  answer: Pick<Answer, "headers">,
): Promise<boolean | undefined> {
  const type = answer.headers["content-type"] ?? "";
  if (type.includes("multiplexed-stream")) return true;
  if (!type.includes("raw-stream")) return undefined;
  return compareApiVersions(await transport.apiVersion(), "1.42") >= 0 ? false : undefined;
}
