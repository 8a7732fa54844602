import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import type { Exchange } from "../../src/testing/http/exchanges.js";
import { MockDaemon } from "../../src/testing/index.js";
import { deliberate } from "../support/deliberate.js";
import { checkExchange } from "../support/exchanges.js";

const request: Exchange["request"] = {
  operation: "VolumeCreate",
  method: "POST",
  path: "/volumes/create",
  parameters: {},
  version: "1.51",
  query: {},
  headers: {},
  body: undefined,
  files: undefined,
  status: 201,
};
const volume = { Name: "data", Driver: "local", Mountpoint: "/", Scope: "local" };
const exchange = (changes: Partial<Exchange>): Exchange => ({
  request,
  userAgent: "docker-engine-sdk",
  requestBody: '{"Name":"data"}',
  status: 201,
  type: "application/json",
  answer: JSON.stringify({ ...volume, Labels: null, Options: null }),
  complete: true,
  ...changes,
});

describe("a request and its answer are held to the API document", () => {
  it("and nothing is said of those that are as it has them", () => {
    expect(checkExchange(exchange({}))).toEqual([]);
  });

  it.each<[string, Partial<Exchange>]>([
    ["a body's member has the wrong type", { requestBody: '{"Name":5}' }],
    ["a body has an unknown member", { requestBody: '{"Nome":"data"}' }],
    [
      "a query has an unknown parameter",
      { requestBody: "", request: { ...request, query: { nome: "data" } } },
    ],
    ["an answer's member has the wrong type", { answer: JSON.stringify({ ...volume, Name: 5 }) }],
    [
      "an answer has an unknown member",
      { answer: JSON.stringify({ ...volume, Labels: null, Options: null, Nome: "data" }) },
    ],
    ["an answer lacks what is promised", { answer: '{"Name":"data"}' }],
    ["an error has no message", { status: 404, answer: '{"error":"no"}' }],
  ])("so that it is told when %s", (_what, changes) => {
    expect(checkExchange(exchange(changes))).not.toEqual([]);
  });

  it("and a request that no SDK sent, or that is refused, may be as it likes", () => {
    const requestBody = '{"Nome":5}';
    expect(checkExchange(exchange({ requestBody, userAgent: undefined }))).toEqual([]);
    const answer = '{"message":"no"}';
    expect(checkExchange(exchange({ requestBody, status: 400, answer }))).toEqual([]);
  });

  it("and a test that means what it sends says so", async () => {
    deliberate("VolumeCreate");
    await using daemon = new MockDaemon();
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const body = { Name: "data", Nome: "data" };
    expect((await docker.volumes.create(body)).Name).toBe("data");
  });
});
