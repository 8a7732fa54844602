import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../support/answers.js";

/** What a real engine 20.10 (API 1.41) answered: `messages` where it answered a stream of JSON. */
interface Answer {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
  readonly messages?: readonly unknown[];
}

const file = new URL("../fixtures/engine-20.10-answers.json", import.meta.url);
const answers = JSON.parse(readFileSync(file, "utf8")) as Answer[];

function bodiesOf(answer: Answer): readonly unknown[] {
  return answer.messages ?? ("body" in answer ? [answer.body] : []);
}

/** One line for each mismatch, with the request that it answers. */
function mismatches(selected: readonly Answer[]): string[] {
  return selected.flatMap((answer) =>
    bodiesOf(answer)
      .flatMap((body) => checkAnswer(answer.operation, answer.status, body))
      .map((mismatch) => `${answer.method} ${answer.path}: ${mismatch}`),
  );
}

describe("what engine 20.10 answers", () => {
  const events = answers.filter(({ operation }) => operation === "SystemEvents");
  const successes = answers.filter((answer) => answer.status < 400 && !events.includes(answer));
  const failures = answers.filter(({ status }) => status >= 400);

  it("is valid in all 51 bodies of calls that succeeded", () => {
    expect(successes.flatMap(bodiesOf)).toHaveLength(51);
    expect(mismatches(successes)).toEqual([]);
  });

  it("is valid in each of 99 events", () => {
    expect(events.flatMap(bodiesOf)).toHaveLength(99);
    expect(mismatches(events)).toEqual([]);
  });

  it("is an ErrorResponse whenever a call failed", () => {
    expect(failures.flatMap(bodiesOf)).toHaveLength(21);
    expect(mismatches(failures)).toEqual([]);
  });

  it("has a status that the document knows, 101 and 304 included", () => {
    const statuses = successes.map(({ operation, status }) => checkAnswer(operation, status, ""));
    expect(statuses.flat().filter((mismatch) => mismatch.includes("documents no"))).toEqual([]);
    expect(successes.map(({ status }) => status)).toEqual(expect.arrayContaining([101, 304]));
  });
});

describe("checkAnswer", () => {
  it("names the place of a mismatch", () => {
    expect(checkAnswer("ContainerWait", 200, { StatusCode: "0" })).toEqual([
      "/StatusCode must be integer",
    ]);
  });

  it("reports a missing member that the engine always sends", () => {
    expect(checkAnswer("VolumePrune", 200, { SpaceReclaimed: 0 })).toEqual([
      "/ must have required property 'VolumesDeleted'",
    ]);
  });

  it("says so when there is no such operation or status", () => {
    expect(checkAnswer("ContainerFly", 200, {})).toEqual(["there is no operation ContainerFly"]);
    expect(checkAnswer("ContainerStop", 200, "")).toEqual([
      "ContainerStop documents no answer 200",
    ]);
  });

  it("accepts the absence of a body, and nothing else, where none is documented", () => {
    expect(checkAnswer("ContainerStop", 204, undefined)).toEqual([]);
    expect(checkAnswer("ContainerStop", 204, {})).toEqual(["a body where none is documented"]);
  });
});
