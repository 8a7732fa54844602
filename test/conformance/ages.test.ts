import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { type Fact, factsOf, routeOf } from "../../scripts/api/facts.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { Docker } from "../../src/index.js";
import { type Exchange, exchangeChannel } from "../../src/testing/http/exchanges.js";
import { MockDaemon } from "../../src/testing/index.js";
import { laterMembers } from "../support/later-members.js";
import { AnswerRecorder, messagesOf } from "../support/recorded-answers.js";
import { ask } from "./answers/ask.js";
import { scenarios } from "./answers/scenarios.js";

let facts: ReadonlyMap<string, Fact>;
let routes: ReadonlyMap<string, string>;
let exchanges: Exchange[] = [];
const listen = (message: unknown): void => void exchanges.push(message as Exchange);

beforeAll(async () => {
  const document = await readDocument(API_DOCUMENT);
  facts = new Map([...factsOf(document)].map((fact) => [fact.context, fact]));
  routes = new Map(operationsOf(document).map((operation) => [operation.id, routeOf(operation)]));
  subscribe(exchangeChannel, listen);
});
afterAll(() => unsubscribe(exchangeChannel, listen));

function laterIn({ request, status, type, answer, complete }: Exchange, version: string): string[] {
  if (status >= 300 || !type.includes("json")) return [];
  const route = routes.get(request.operation ?? "") ?? "";
  return messagesOf(answer, complete).flatMap((body) => laterMembers(facts, route, body, version));
}

/** Lets every scenario run at once, each with an engine of its own: some of them wait for seconds. */
async function askAll(apiVersion: string): Promise<void> {
  const image = "busybox:local";
  await Promise.all(
    scenarios
      .filter(({ realOnly }) => realOnly === undefined)
      .map(async (scenario) => {
        await using daemon = new MockDaemon({ images: [image], apiVersion });
        const recorder = new AnswerRecorder(daemon.dispatcher);
        await using docker = new Docker({ dispatcher: recorder.dispatcher });
        await ask(scenario, { docker, recorder, image });
      }),
  );
}

describe("a mock daemon", () => {
  it.each(["1.41", "1.47"])(
    "of API %s answers no member that came later",
    async (apiVersion) => {
      exchanges = [];
      await askAll(apiVersion);
      const later = exchanges.flatMap((exchange) => laterIn(exchange, apiVersion));
      expect(exchanges.length).toBeGreaterThan(100);
      expect([...new Set(later)].sort()).toEqual([]);
    },
    20_000,
  );
});
