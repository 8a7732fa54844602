import type { Dispatcher } from "undici";
import { findOperation } from "../../src/testing/http/router.js";
import { parseTarget } from "../../src/testing/http/target.js";
import { answersJson, checkAnswer } from "./answers.js";

/** An answer as it came over the wire. */
export interface RecordedAnswer {
  readonly operation: string;
  readonly status: number;
  /** One line for each difference from the document. */
  readonly mismatches: readonly string[];
}

/** Reads along what passes through a dispatcher, and checks it against api-spec.yaml. */
export class AnswerRecorder {
  readonly dispatcher: Dispatcher;
  #answers: Promise<RecordedAnswer>[] = [];

  constructor(dispatcher: Dispatcher) {
    this.dispatcher = dispatcher.compose((dispatch) => (options, handler) => {
      const { path } = parseTarget(options.path);
      const operation = findOperation(options.method, path)?.operation;
      const name = operation ?? `${options.method} ${path}`;
      return dispatch(options, this.#readAlong(name, handler));
    });
  }

  /** What was answered since the last time, once all of it has ended. */
  async take(): Promise<RecordedAnswer[]> {
    return Promise.all(this.#answers.splice(0));
  }

  #readAlong(operation: string, handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
    const chunks: Buffer[] = [];
    let status = 0;
    let type = "";
    let end: (complete: boolean) => void = () => {};
    const begin = (): void => {
      const ended = new Promise<boolean>((resolve) => {
        end = resolve;
      });
      this.#answers.push(
        ended.then((complete) => {
          const text = Buffer.concat(chunks).toString();
          const mismatches = checkAnswerText(operation, status, type, text, complete);
          return { operation, status, mismatches };
        }),
      );
    };
    return {
      onRequestStart: (...args) => handler.onRequestStart?.(...args),
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart(controller, statusCode, headers, message) {
        status = statusCode;
        type = String(headers["content-type"] ?? "");
        if (status >= 200) begin();
        handler.onResponseStart?.(controller, statusCode, headers, message);
      },
      onResponseData(controller, chunk) {
        chunks.push(Buffer.from(chunk));
        handler.onResponseData?.(controller, chunk);
      },
      onResponseEnd(...args) {
        end(true);
        handler.onResponseEnd?.(...args);
      },
      onResponseError(...args) {
        end(false);
        handler.onResponseError?.(...args);
      },
    };
  }
}

/** Checks an answer as it came: one JSON text, or many of them. */
export function checkAnswerText(
  operation: string,
  status: number,
  type: string,
  text: string,
  complete: boolean,
): string[] {
  const expected = status < 300 && answersJson(operation, status);
  // Engines leave out the type of a stream of stats.
  if (!type.includes("json") && !(expected && type === "")) {
    return expected ? [`is ${type} where JSON is documented`] : [];
  }
  const found = messagesOf(text, complete).flatMap((body) => checkAnswer(operation, status, body));
  return [...new Set(found)];
}

/** One JSON text, or one on each line; the last line of an answer that was left is cut off. */
export function messagesOf(text: string, complete: boolean): unknown[] {
  const lines = text.replaceAll("\x1e", "").split("\n");
  if (!complete) lines.pop();
  else if (!lines.slice(0, -1).every(isJson)) return text ? [JSON.parse(text)] : [];
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as unknown);
}

function isJson(line: string): boolean {
  try {
    return line.trim() === "" || JSON.parse(line) !== undefined;
  } catch {
    return false;
  }
}
