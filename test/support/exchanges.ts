import type { Exchange } from "../../src/testing/http/exchanges.js";
import { checkAnswerText } from "./recorded-answers.js";
import { checkRequest } from "./requests.js";

/** What of a request and its answer differs from api-spec.yaml, one line each. */
export function checkExchange(exchange: Exchange): string[] {
  const { request, userAgent, requestBody, status, type, answer, complete } = exchange;
  const { operation, query, method, path } = request;
  if (operation === undefined) return [];
  // What a test sends by itself may be as wrong as it likes, and what is refused was meant to be.
  const isHeld = userAgent === "docker-engine-sdk" && status !== 400;
  const sent = isHeld ? checkRequest({ operation, query, body: requestBody }) : [];
  const answered =
    method === "HEAD" ? [] : checkAnswerText(operation, status, type, answer, complete);
  return [
    ...sent.map((line) => `request ${operation} (${method} ${path}): ${line}`),
    ...answered.map((line) => `answer ${status} of ${operation} (${method} ${path}): ${line}`),
  ];
}
