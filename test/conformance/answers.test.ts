import { afterAll, describe, expect, it } from "vitest";
import { routes } from "../../generated/routes.js";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { answersJson } from "../support/answers.js";
import { AnswerRecorder } from "../support/recorded-answers.js";
import { ask } from "./answers/ask.js";
import { describeAnswers } from "./answers/describe.js";
import { ofRegistry } from "./answers/registry.js";
import { scenarios } from "./answers/scenarios.js";

describe("what the mock daemon answers fits api-spec.yaml", () => {
  const image = "busybox:local";
  const daemon = new MockDaemon({ images: [image] });
  afterAll(() => daemon.close());
  const recorder = new AnswerRecorder(daemon.dispatcher);
  const docker = new Docker({ dispatcher: recorder.dispatcher });
  const asked = { docker, recorder, image };
  describeAnswers(
    scenarios.filter(({ realOnly }) => realOnly === undefined),
    asked,
  );

  it.each(scenarios.filter(({ realOnly }) => realOnly))(
    "but it cannot be asked for $title: $realOnly",
    async (scenario) => {
      const { error } = await ask(scenario, asked);
      expect(error).toBeInstanceOf(Error);
    },
  );
});

describe("the scenarios whose answers are checked", () => {
  const registry = ofRegistry({ address: "", username: "", password: "" });
  const asked = new Set<string>(
    [...scenarios, ...registry].flatMap(({ operations }) => operations),
  );
  const elsewhere: Record<string, RegExp> = {
    "the tests of plugins on a real engine": /^(GetPluginPrivileges|Plugin(Pull|Push|Upgrade))$/,
    "a swarm, which needs an engine of its own":
      /^(Swarm|Node|Service|Task|Secret|Config|Unlock|GetSwarm)/,
    "an engine of API 1.55": /^ImageAttestations$/,
    "an experimental engine": /^CheckpointList$/,
  };

  it("ask for every operation that answers JSON", () => {
    const json = Object.keys(routes).filter((operation) =>
      [200, 201].some((status) => answersJson(operation, status)),
    );
    const left = json.filter((operation) => !asked.has(operation));
    const unexplained = left.filter(
      (operation) => !Object.values(elsewhere).some((pattern) => pattern.test(operation)),
    );
    expect(json.length).toBeGreaterThan(50);
    expect(unexplained).toEqual([]);
  });
});
