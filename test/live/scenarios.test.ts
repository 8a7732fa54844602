import { beforeAll, describe, it } from "vitest";
import { scenarios } from "../conformance/scenarios.js";
import { Docker, ensureImage, image, ways } from "./engine.js";

beforeAll(async () => {
  await using docker = new Docker();
  await ensureImage(docker);
});

describe.each(ways)("a real engine, %s", (_, options) => {
  it.each(scenarios)("$title", async ({ run }) => {
    await using docker = new Docker(options);
    await run(docker, image);
  });
});
