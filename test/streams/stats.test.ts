import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { parseStats } from "../../src/streams/stats.js";
import { serve } from "../support/server.js";

const UNLIMITED = "18446744073709551615";
const line = `{"id":"x","pids_stats":{"current":1,"limit":${UNLIMITED}},"read":"2026-01-02T03:04:05.123456789Z"}`;

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.constantFrom(UNLIMITED, `"a":${UNLIMITED}`, `\\"${UNLIMITED},`, `\\`, `"`, `:${UNLIMITED}}`),
);

/** JSON whose integers are written digit by digit, with strings that look like them. */
const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    fc.bigInt({ min: 2n ** 53n - 9n, max: 2n ** 53n + 9n }),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    text,
    fc.constantFrom(null, true, false),
    fc.array(tie("value")),
    fc.dictionary(text, tie("value")),
  ),
})).value;

function write(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(" ,")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${write(one)}`,
  );
  return `{${members.join(",")}}`;
}

/** The integers that JavaScript keeps or prints otherwise, by their paths. */
function lost(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === "bigint" || typeof value === "number") {
    const digits = write(value);
    if (!/^-?\d+$/.test(digits)) return [];
    const number = Number(digits);
    const kept = BigInt(number) === BigInt(digits) && String(number) === digits;
    return kept ? [] : [[path.join("."), digits]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => lost(one, [...path, key]));
}

describe("a sample of stats", () => {
  it("has the digits that its numbers cannot keep, by their paths", () => {
    const sample = parseStats(line);
    expect(sample.pids_stats?.limit).toBe(2 ** 64);
    expect(sample.exact).toEqual({ "pids_stats.limit": UNLIMITED });
  });

  it("has nothing beside its numbers where they are exact, however long its strings are", () => {
    const whole = `{"name":"12345678901234567890","pids_stats":{"limit":9007199254740991}}`;
    expect(parseStats(whole)).toEqual(JSON.parse(whole));
  });

  it("has the digits of a number that is printed as it was written, and is another", () => {
    const { exact } = parseStats(`{"memory_stats":{"limit":9223372036854776000}}`);
    expect(exact).toEqual({ "memory_stats.limit": "9223372036854776000" });
  });

  it("may have a string of any length", () => {
    const name = "x".repeat(20_000_000);
    const sample = parseStats(`{"name":"${name}","pids_stats":{"limit":${UNLIMITED}}}`);
    expect(sample.exact).toEqual({ "pids_stats.limit": UNLIMITED });
  });

  it("keeps every number as it is and every digit, whatever the JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(text, json), (members) => {
        // The member that is added would hide one of its name.
        delete members.exact;
        const source = write(members);
        const { exact, ...sample } = parseStats(source);
        expect(sample).toEqual(JSON.parse(source));
        expect(exact).toEqual(orNone(Object.fromEntries(lost(members))));
      }),
    );
  });

  it("comes so from a stream, and as the only one", async () => {
    await using server = await serve((_, response) => response.end(`${line}\n`));
    await using docker = new Docker({ host: server.host, apiVersion: "1.41", env: {} });
    const one = await docker.containers.stats("x", { stream: false });
    expect(one.exact).toEqual({ "pids_stats.limit": UNLIMITED });
    for await (const sample of docker.containers.stats("x")) expect(sample).toEqual(one);
  });

  it("is refused when it is not JSON", async () => {
    await using server = await serve((_, response) => response.end("{"));
    await using docker = new Docker({ host: server.host, apiVersion: "1.41", env: {} });
    await expect(docker.containers.stats("x", { stream: false })).rejects.toMatchObject({
      code: "PROTOCOL",
    });
  });
});

function orNone(record: Record<string, string>): Record<string, string> | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}
