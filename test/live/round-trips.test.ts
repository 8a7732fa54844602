import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Programs } from "../../scripts/bench/programs.js";
import { Docker, ensureImage, image, ways } from "./engine.js";
import type { RoundTrip } from "./round-trip.js";

/** `LIVE_SIZE` is how many MiB go through an exec; an archive is twice as large. */
const mib = Number(process.env.LIVE_SIZE ?? 256);
/** Of the whole process, a third of which is Node itself. */
const MEMORY_MIB = 150;

let programs: Programs;

beforeAll(async () => {
  await using docker = new Docker();
  await ensureImage(docker);
  programs = await Programs.compile("test/live/round-trip.ts");
});

afterAll(() => programs[Symbol.asyncDispose]());

async function roundTrip(...args: string[]): Promise<RoundTrip> {
  return (await programs.run("round-trip.ts", args)) as RoundTrip;
}

describe.each(ways)("bytes to a container and back, %s", (_, options) => {
  it.each([
    ["the stdin and the stdout of an exec", "exec", mib],
    ["an archive with one large file", "archive", 2 * mib],
  ])(
    "come through %s unchanged, and never all at once",
    async (_, way, size) => {
      const result = await roundTrip(JSON.stringify(options), image, way, String(size));
      expect(result).toMatchObject({ bytes: size * 1024 * 1024, equal: true });
      expect(result.peakMiB).toBeLessThan(MEMORY_MIB);
    },
    600_000,
  );
});
