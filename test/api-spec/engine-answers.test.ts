import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { factsOf, routeOf } from "../../scripts/api/facts.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { checkAnswer } from "../support/answers.js";
import { unknownFormats } from "../support/api-schemas.js";
import { laterMembers } from "../support/later-members.js";

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

  it("has no member that is dated later than it", async () => {
    const document = await readDocument(API_DOCUMENT);
    const facts = new Map([...factsOf(document)].map((fact) => [fact.context, fact]));
    const routes = new Map(
      operationsOf(document).map((operation) => [operation.id, routeOf(operation)]),
    );
    const later = [...successes, ...events].flatMap((answer) =>
      bodiesOf(answer).flatMap((body) =>
        laterMembers(facts, routes.get(answer.operation) ?? "", body, "1.41"),
      ),
    );
    expect(later).toEqual([]);
    const answered = { preread: "", os_type: "linux" };
    expect(laterMembers(facts, "GET /containers/{}/stats", answered, "1.41")).toEqual([
      "schema ContainerStatsResponse.os_type 1.52",
    ]);
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

  it("reports a null where none may be, and a member that the document lacks", () => {
    const listed = answers.find(({ operation }) => operation === "ContainerList");
    const first = (listed?.body as object[] | undefined)?.[0];
    const odd = { ...first, Names: null, Nickname: "x", HostConfig: { NetworkMode: "host", A: 1 } };
    expect(checkAnswer("ContainerList", 200, [first])).toEqual([]);
    expect(checkAnswer("ContainerList", 200, [first, odd])).toEqual([
      "/1/Names must be array",
      "/1/HostConfig/A is not in the document",
      "/1/Nickname is not in the document",
    ]);
  });

  it("looks into maps and lists, behind null, and takes what is open as it is", () => {
    const network = { NetworkID: "", Nickname: "x" };
    const NetworkSettings = {
      Networks: { bridge: network },
      Ports: { "80/tcp": [{ HostName: "" }] },
    };
    const found = checkAnswer("ContainerInspect", 200, {
      NetworkSettings,
      Config: { Labels: { a: "b" } },
    });
    expect(found.filter((line) => line.includes("not in the document"))).toEqual([
      "/NetworkSettings/Networks/bridge/Nickname is not in the document",
      "/NetworkSettings/Ports/80/tcp/0/HostName is not in the document",
    ]);
  });

  it("reports a value that no enum and no format allows", () => {
    const event = {
      Type: "weather",
      Action: "rain",
      Actor: { ID: "", Attributes: {} },
      time: 1,
      timeNano: "1",
    };
    expect(checkAnswer("SystemEvents", 200, event)).toEqual([
      expect.stringMatching(/^\/Type must be equal to one of the allowed values/),
      "/timeNano must be integer",
    ]);
    const network = { Name: "a", Created: "yesterday" };
    expect(checkAnswer("NetworkInspect", 200, network)).toContain(
      '/Created must match format "date-time"',
    );
    expect(unknownFormats()).toEqual([]);
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
