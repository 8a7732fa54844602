import { describe, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { scenarios } from "./scenarios.js";

const image = "busybox:local";

describe("the mock daemon in memory", () => {
  it.each(scenarios)("$title", async ({ run }) => {
    await using daemon = new MockDaemon({ images: [image] });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    await run(docker, image);
  });
});

describe("the mock daemon on a unix socket", () => {
  it.each(scenarios)("$title", async ({ run }) => {
    await using daemon = new MockDaemon({ images: [image] });
    const { host } = await daemon.listen();
    await using docker = new Docker({ host, env: {} });
    await run(docker, image);
  });
});
