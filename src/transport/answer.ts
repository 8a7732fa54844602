import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { LateIterator } from "../late.js";
import type { ReadOptions } from "./bytes.js";
import type { Answer } from "./transport.js";
import type { UpgradeAnswer } from "./upgrade.js";

/** An error's body is read no further than this: it is for a message. */
const MAX_ERROR_BYTES = 1024 * 1024;

/**
 * Makes an answer of undici's.
 *
 * @param options - `failure` turns what breaks while the body is read into the error for the caller
 * @param sent - the headers of the request
 */
export function createAnswer(
  answer: Dispatcher.ResponseData | UpgradeAnswer,
  host: string,
  options: ReadOptions,
  sent: Record<string, string | string[]>,
): Answer {
  const { statusCode, headers, body } = answer;
  const ok = statusCode === 101 || (statusCode >= 200 && statusCode < 300) || statusCode === 304;
  const stdin = "stdin" in answer ? answer.stdin : undefined;
  const read = (): LateIterator<Uint8Array> =>
    new LateIterator(async () => {
      const { ByteReader } = await import("./bytes.js");
      return new ByteReader(body, { ...options, isEnd: stdin?.isEnd });
    });
  // Whoever reads is told of an error by reading; an answer that nobody reads must not end the process.
  body.on("error", () => {});
  return {
    status: statusCode,
    ok,
    headers,
    host,
    stdin: stdin?.stream,
    [Symbol.asyncIterator]: read,
    async text() {
      let text = "";
      try {
        if (ok && "text" in body) return await body.text();
        for await (const chunk of body.setEncoding("utf8")) {
          text += chunk;
          if (!ok && text.length >= MAX_ERROR_BYTES) break;
        }
      } catch (error) {
        const reason = options.failure(error);
        // A message cut short says more than a broken connection, but for an abort.
        if (!text || reason === error) throw reason;
      }
      if (ok) return text;
      const { withoutSecrets } = await import("./api-error.js");
      return withoutSecrets(text, sent);
    },
    stream: () => Readable.from(read(), { objectMode: false }),
    destroy() {
      body.destroy();
    },
    onFailure(listener) {
      body.once("error", (error) => {
        if (!stdin?.isEnd(error)) listener(options.failure(error));
      });
    },
  };
}
