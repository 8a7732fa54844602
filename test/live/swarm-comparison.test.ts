import { setTimeout as delay } from "node:timers/promises";
import { type Dispatcher, request } from "undici";
import { afterAll, describe, expect, it } from "vitest";
import { openEngine } from "../../src/connection/engine.js";
import { MockDaemon } from "../../src/testing/index.js";
import { MOCK } from "../conformance/comparison/outcome.js";
import { clusterScenarios } from "../conformance/swarm/cluster.js";
import { dataScenarios } from "../conformance/swarm/data.js";
import type { Ask, SwarmScenario, Told, Wait } from "../conformance/swarm/scenario.js";
import { serviceScenarios } from "../conformance/swarm/services.js";
import { taskScenarios } from "../conformance/swarm/tasks.js";
import { Docker, swarm } from "./engine.js";
import { LIMIT, makeSwarm, useSwarm } from "./swarm.js";

describe.runIf(swarm)("in a swarm the mock daemon answers as a real engine does:", async () => {
  const real = await useSwarm();
  const engine = await openEngine({});
  const { ApiVersion = "1.41", Version } = await real.system.version();
  const daemon = new MockDaemon({ apiVersion: ApiVersion, images: ["busybox:local"] });
  const mock = new Docker({ dispatcher: daemon.dispatcher });
  await makeSwarm(mock);
  afterAll(async () => {
    await mock.close();
    await daemon.close();
    await engine.close();
  });

  const scenarios = [...clusterScenarios, ...dataScenarios, ...serviceScenarios, ...taskScenarios];
  let equal = 0;
  afterAll(() => {
    console.log(
      `comparison: engine ${Version}, as a swarm: ${equal} of ${scenarios.length} scenarios equal`,
    );
  });
  it.each(scenarios)(
    "$title",
    async (scenario) => {
      const answers = await answersOf(scenario, engine.dispatcher, `http://docker/v${ApiVersion}`);
      expect(await answersOf(scenario, daemon.dispatcher, `${MOCK}/v${ApiVersion}`)).toEqual(
        answers,
      );
      equal += 1;
    },
    LIMIT,
  );
});

/** Everything that was answered, without what differs from one engine to the next. */
async function answersOf(
  scenario: SwarmScenario,
  dispatcher: Dispatcher,
  base: string,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  const send = async (
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: object,
  ): Promise<[status: number, told: unknown]> => {
    const answer = await request(`${base}${path}`, {
      method,
      dispatcher,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    return [answer.statusCode, text === "" ? undefined : JSON.parse(text)];
  };
  const ask: Ask = async <T = Told>(...asked: Parameters<typeof send>) => {
    const [method, path] = asked;
    const [status, told] = await send(...asked);
    answers.push([method, withoutIds(path), status, normal(told)]);
    return (told ?? {}) as T;
  };
  const wait: Wait = async <T = Told>(path: string, wanted: (told: T) => boolean) => {
    const end = Date.now() + LIMIT / 2;
    for (;;) {
      const [, told] = await send("GET", path);
      if (wanted(told as T)) return;
      if (Date.now() > end) throw new Error(`not as it is waited for: ${JSON.stringify(told)}`);
      await delay(100);
    }
  };
  await scenario.run(ask, wait);
  return answers;
}

/** What belongs to one engine alone: its host, its certificates, its secrets. */
const own = [
  "Description",
  "TLSInfo",
  "JoinTokens",
  "Index",
  "Addr",
  "ContainerID",
  "PID",
  "JobIteration",
];

function normal(value: unknown): unknown {
  if (Array.isArray(value)) return sorted(value.map(normal));
  if (typeof value === "string") return withoutIds(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    own.includes(name) ? "its own" : normal(item),
  ]);
  return Object.fromEntries(entries);
}

const withoutIds = (text: string): string =>
  text
    .replace(/\b[0-9a-z]{25}\b/g, "ID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/version=\d+/, "version=N");

/** Tasks come in the order of their random ids. */
const sorted = (list: unknown[]): unknown[] =>
  list
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);
