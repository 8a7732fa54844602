import type { Dispatcher } from "undici";
import type { Answer } from "./transport.js";

/** An error's body is read no further than this: it is for a message. */
const MAX_ERROR_BYTES = 1024 * 1024;

/**
 * Makes an answer of undici's.
 *
 * @param failure - turns what breaks while the body is read into the error for the caller
 */
export function createAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  host: string,
  failure: (error: unknown) => unknown,
): Answer {
  const ok = (statusCode >= 200 && statusCode < 300) || statusCode === 304;
  // Whoever reads is told of an error by reading; an answer that nobody reads must not end the process.
  body.on("error", () => {});
  return {
    status: statusCode,
    ok,
    headers,
    host,
    async *[Symbol.asyncIterator]() {
      try {
        yield* body as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw failure(error);
      }
    },
    async text() {
      let text = "";
      try {
        if (ok) return await body.text();
        for await (const chunk of body.setEncoding("utf8")) {
          text += chunk;
          if (text.length >= MAX_ERROR_BYTES) break;
        }
      } catch (error) {
        const reason = failure(error);
        // A message cut short says more than a broken connection, but for an abort.
        if (!text || reason === error) throw reason;
      }
      return text;
    },
    destroy() {
      body.destroy();
    },
  };
}
