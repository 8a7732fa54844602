import { expect, it } from "vitest";
import type { Followed } from "../../scripts/bench/followers.js";
import { Programs } from "../../scripts/bench/programs.js";

const STREAMS = 500;

// Heap is no time: it does not depend on how busy the machine is.
it("five hundred logs that are followed cost less than 15 KiB of heap each, and end with the client", async () => {
  await using programs = await Programs.compile(
    "scripts/bench/stand-in.ts",
    "scripts/bench/followers.ts",
  );
  const args = [await programs.startStandIn(), String(STREAMS)];
  const followed = (await programs.run("followers.ts", args, ["--expose-gc"])) as Followed;
  expect(followed.ends).toEqual({ CLOSED: STREAMS });
  expect(followed.heap).toBeLessThan(15 * 1024);
  // Less would be impossible for a socket, its parser and three promises: the measure is wrong then.
  expect(followed.heap).toBeGreaterThan(1024);
  if (followed.descriptors) {
    const { before, after } = followed.descriptors;
    expect(after).toBeLessThanOrEqual(before);
  }
}, 120_000);
