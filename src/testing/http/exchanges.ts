import { channel, hasSubscribers } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { RecordedRequest } from "./requests.js";

/** Where the tests of this package hear of every request and its answer, to hold them to the API. */
export const exchangeChannel = "docker-engine-sdk:mock-exchange";

export interface Exchange {
  readonly request: RecordedRequest;
  readonly userAgent: string | undefined;
  /** As it came, with its secrets. */
  readonly requestBody: string;
  readonly status: number;
  readonly type: string;
  readonly answer: string;
  /** Whether all of the answer was sent. */
  readonly complete: boolean;
}

/** Tells of a request and its answer once that has ended, if anybody wants to know. */
export function tellExchange(
  response: ServerResponse,
  about: Pick<Exchange, "request" | "userAgent">,
): { requestBody: string; isSpoilt: boolean } | undefined {
  if (!hasSubscribers(exchangeChannel)) return undefined;
  const known = { requestBody: "", isSpoilt: false };
  const pieces: Buffer[] = [];
  const typeOf = (): string => String(response.getHeader("content-type") ?? "");
  const keep = (piece: unknown): void => {
    if (!/json|^$/.test(typeOf())) return;
    if (typeof piece === "string" || piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  Object.assign(response, {
    write(...given: unknown[]): boolean {
      keep(given[0]);
      return write(...given);
    },
    end(...given: unknown[]): ServerResponse {
      keep(given[0]);
      return end(...given);
    },
  });
  response.once("close", () => {
    // A connection that was taken over has no answer.
    if (known.isSpoilt || !response.headersSent) return;
    channel(exchangeChannel).publish({
      ...about,
      requestBody: known.requestBody,
      status: response.statusCode,
      type: typeOf(),
      answer: Buffer.concat(pieces).toString(),
      complete: response.writableFinished,
    } satisfies Exchange);
  });
  return known;
}
