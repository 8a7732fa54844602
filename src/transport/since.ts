import type { Transport } from "./transport.js";

/** Operation to what it takes, to the API version that brought it; the operation itself is "". */
export type Since = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A transport that knows since when the API has had what is called through it. */
export interface DatedTransport extends Transport {
  readonly since?: Since;
}

/**
 * The same transport, for calls that are refused where the engine's API version lacks them or what
 * they take.
 *
 * @param since - the table of the resource, so that a program bundles no more than that
 */
export function withSince(transport: Transport, since: Since): DatedTransport {
  return {
    since,
    send: (request) => transport.send(request),
    apiVersion: () => transport.apiVersion(),
    close: () => transport.close(),
  };
}
