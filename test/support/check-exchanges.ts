import { subscribe } from "node:diagnostics_channel";
import { afterAll, afterEach } from "vitest";
import { type Exchange, exchangeChannel } from "../../src/testing/http/exchanges.js";
import { passes } from "./deliberate.js";

/**
 * Holds every request that the SDK sends to a mock daemon, and every answer of the daemon's, to
 * api-spec.yaml: what differs fails the test. A test that means it says so with `deliberate`.
 */
const seen = new Set<string>();
const exchanges: Exchange[] = [];

subscribe(exchangeChannel, (message) => {
  const exchange = message as Exchange;
  const { request, status, answer, requestBody } = exchange;
  if (request.operation === undefined || passes(exchange)) return;
  // Most of what a file's tests exchange is alike.
  const query = JSON.stringify(request.query);
  const key = [request.operation, query, requestBody, status, answer].join("\n");
  if (seen.has(key)) return;
  seen.add(key);
  exchanges.push(exchange);
});

async function check(): Promise<void> {
  if (exchanges.length === 0) return;
  // Only now: a file whose tests have no mock daemon needs no schemas.
  const { checkExchange } = await import("./exchanges.js");
  const wrong = exchanges.splice(0).flatMap(checkExchange);
  if (wrong.length > 0) {
    throw new Error(`not as api-spec.yaml has it:\n${[...new Set(wrong)].join("\n")}`);
  }
}

afterEach(check);
afterAll(check);
