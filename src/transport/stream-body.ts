import { PassThrough, pipeline, Readable } from "node:stream";
import { ConfigError } from "../errors.js";

/** A body on its way. */
export interface StreamBody {
  readonly content: Readable;
  /** What the caller's own stream failed with, if it did: nothing of the connection's. */
  readonly failure: { readonly error: unknown } | undefined;
}

/**
 * Opens a body for undici, which destroys what it was given with an error of its own when the
 * connection breaks. So it is given a stream of ours, and the caller's failures are noted where they
 * arise.
 */
export function openStream(body: AsyncIterable<Uint8Array>): StreamBody {
  let failure: StreamBody["failure"];
  const fail = (error: unknown): void => {
    failure ??= { error };
  };
  const content = body instanceof Readable ? through(body, fail) : fromIterable(body, fail);
  // A stream that fails is told of by whatever reads it; nobody else listens.
  content.on("error", () => {});
  return {
    content,
    get failure() {
      return failure;
    },
  };
}

function through(body: Readable, fail: (error: unknown) => void): Readable {
  if (body.destroyed || body.readableEnded) {
    throw body.errored ?? new ConfigError("body", "was read or destroyed before");
  }
  const sent = new PassThrough({
    destroy(error, done) {
      body.destroy();
      done(error);
    },
  });
  // Once ours is destroyed, the caller's only follows it.
  body.once("error", (error) => {
    if (!sent.destroyed) fail(error);
  });
  return pipeline(body, sent, () => {});
}

function fromIterable(body: AsyncIterable<Uint8Array>, fail: (error: unknown) => void): Readable {
  const pieces = body[Symbol.asyncIterator]();
  // No `throw`: Node would tell a generator of undici's error, and it come back as the caller's.
  const watched: AsyncIterator<Uint8Array> = {
    async next() {
      try {
        return await pieces.next();
      } catch (error) {
        fail(error);
        throw error;
      }
    },
    async return() {
      await pieces.return?.();
      return { done: true, value: undefined };
    },
  };
  return Readable.from({ [Symbol.asyncIterator]: () => watched }, { objectMode: false });
}
