import { describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";

const versions = Array.from({ length: 16 }, (_each, index) => `1.${41 + index}`);
const tooOld = (version: string, oldest: string): string =>
  `client version ${version} is too old. Minimum supported API version is ${oldest}, please upgrade your client to a newer version`;

describe("the API version of a mock daemon", () => {
  it.each(versions)("can be %s, and the engine is one that has it", async (apiVersion) => {
    await using daemon = new MockDaemon({ apiVersion });
    const answer = await wire(daemon, "GET", "/version");
    const { ApiVersion, Version } = JSON.parse(answer.text);
    expect(ApiVersion).toBe(apiVersion);
    expect(answer.headers).toMatchObject({
      "api-version": apiVersion,
      server: `Docker/${Version} (linux)`,
    });
    expect((await wire(daemon, "GET", `/v${apiVersion}/info`)).status).toBe(200);
  });

  it.each([
    ["1.41", /^20\.10\./],
    ["1.42", /^23\./],
    ["1.43", /^24\./],
    ["1.44", /^25\./],
    ["1.45", /^26\./],
    ["1.47", /^27\./],
    ["1.48", /^28\.0\./],
    ["1.51", /^28\.5\./],
    ["1.52", /^29\./],
  ])("%s is that of engine %s", async (apiVersion, engine) => {
    await using daemon = new MockDaemon({ apiVersion });
    expect(JSON.parse((await wire(daemon, "GET", "/version")).text).Version).toMatch(engine);
  });

  it("goes with an engine's version of one's own", async () => {
    await using daemon = new MockDaemon({ apiVersion: "1.44", engineVersion: "25.0.99" });
    expect(JSON.parse((await wire(daemon, "GET", "/version")).text)).toMatchObject({
      ApiVersion: "1.44",
      Version: "25.0.99",
    });
  });

  it.each(["1.40", "1.57", "2.41", "1.5", "v1.51", "1.51.0", "", 1.51, null, "toString"])(
    "cannot be %j",
    (apiVersion) => {
      const make = () => new MockDaemon({ apiVersion: apiVersion as string });
      expect(make).toThrow(TypeError);
      expect(make).toThrow(/^apiVersion is one of 1\.41 to 1\.56/);
    },
  );
});

describe("a client", () => {
  it.each([
    ["1.41", "1.12"],
    ["1.43", "1.12"],
    ["1.44", "1.24"],
    ["1.51", "1.24"],
    ["1.52", "1.44"],
    ["1.56", "1.44"],
  ])("of an engine with %s can be as old as %s", async (apiVersion, oldest) => {
    await using daemon = new MockDaemon({ apiVersion });
    const before = `1.${Number(oldest.slice(2)) - 1}`;
    expect((await wire(daemon, "GET", `/v${oldest}/version`)).status).toBe(200);
    const refused = await wire(daemon, "GET", `/v${before}/version`);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(tooOld(before, oldest));
    expect(JSON.parse((await wire(daemon, "GET", "/version")).text).MinAPIVersion).toBe(oldest);
  });

  it.each([
    ["1.41", "1.11", "text/plain; charset=utf-8"],
    ["1.45", "1.23", "application/json"],
    ["1.51", "1.23", "text/plain; charset=utf-8"],
    ["1.52", "1.43", "application/json"],
  ])("that is too old hears so from an engine with %s", async (apiVersion, asked, type) => {
    await using daemon = new MockDaemon({ apiVersion });
    const answer = await wire(daemon, "GET", `/v${asked}/_ping`);
    expect(answer.headers["content-type"]).toBe(type);
    const { "api-version": newest, "docker-experimental": experimental } = answer.headers;
    expect([newest, experimental]).toEqual([apiVersion, undefined]);
  });

  it("that is too new is told the newest version", async () => {
    await using daemon = new MockDaemon({ apiVersion: "1.45" });
    for (const version of ["1.46", "1.60", "2.0"]) {
      expect(await wire(daemon, "GET", `/v${version}/version`)).toMatchObject(
        refusal(400, `client version ${version} is too new. Maximum supported API version is 1.45`),
      );
    }
  });

  it("from before API 1.24 gets its errors as plain text, from an engine that speaks to it", async () => {
    await using old = new MockDaemon({ apiVersion: "1.41" });
    for (const path of ["/v1.12/nope", "/v1.11/nope", "/v1.23/images/nope/json"]) {
      const answer = await wire(old, "GET", path);
      expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(answer.text).toMatch(
        /^(page not found|no such image: nope: No such image: nope.*)\n$/,
      );
    }
    await using newer = new MockDaemon();
    const unknown = refusal(404, "page not found");
    expect(await wire(newer, "GET", "/v1.11/nope")).toMatchObject(unknown);
  });
});

describe("what an engine does not know yet", () => {
  it("is a page that is not found, if it is an operation", async () => {
    const unknown = refusal(404, "page not found");
    await using old = new MockDaemon({ apiVersion: "1.41" });
    const answer = await wire(old, "PUT", "/volumes/cluster?version=1");
    expect(answer).toMatchObject(unknown);
    expect(answer.headers["api-version"]).toBe(undefined);
    expect(old.requests.at(-1)?.operation).toBe(undefined);
    await using newer = new MockDaemon({ apiVersion: "1.54" });
    expect(await wire(newer, "GET", "/images/x/attestations")).toMatchObject(unknown);
    await using newest = new MockDaemon({ apiVersion: "1.55" });
    expect(await wire(newest, "GET", "/images/x/attestations")).toMatchObject(
      refusal(501, "the mock daemon does not do ImageAttestations yet"),
    );
  });

  it("is ignored, if it is a parameter, and so it is for a client that speaks an older version", async () => {
    await using old = new MockDaemon({ apiVersion: "1.41" });
    expect((await wire(old, "GET", "/system/df?type=nope")).status).toBe(200);
    await using newer = new MockDaemon();
    expect((await wire(newer, "GET", "/v1.41/system/df?type=nope")).status).toBe(200);
    expect(newer.requests.at(-1)?.query).toEqual({ type: ["nope"] });
    expect(await wire(newer, "GET", "/v1.42/system/df?type=nope")).toMatchObject(
      refusal(400, "unknown object type: nope"),
    );
  });

  it("is not in the headers of a ping", async () => {
    await using old = new MockDaemon({ apiVersion: "1.41" });
    await using newer = new MockDaemon({ apiVersion: "1.42" });
    expect((await wire(old, "GET", "/_ping")).headers).not.toHaveProperty("swarm");
    expect((await wire(newer, "GET", "/_ping")).headers).toHaveProperty("swarm", "inactive");
  });
});
