import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clients, DOCKERODE, type Route } from "../../scripts/bench/clients.js";
import { Programs } from "../../scripts/bench/programs.js";

/** A MiB of frames, each with a header of 8 bytes and a line of 120. */
const TEXT = (1024 * 1024 * 120) / 128;

let programs: Programs;
let socketPath: string;

beforeAll(async () => {
  programs = await Programs.compile("scripts/bench/stand-in.ts");
  socketPath = await programs.startStandIn();
}, 60_000);

afterAll(() => programs[Symbol.asyncDispose]());

const measured = Object.entries(clients).filter(([name]) => name !== DOCKERODE);

describe.each(measured)("what the benchmark measures as %s", (_, connect) => {
  it.each<[string, Route, string]>([
    ["logs", "logs", "1"],
    ["logs with a chunk a line", "logs", "1-by-line"],
    ["an attach", "attach", "1"],
  ])("reads all of %s", async (_, route, container) => {
    expect(await connect(socketPath)(route, container)).toBe(TEXT);
  });
});
