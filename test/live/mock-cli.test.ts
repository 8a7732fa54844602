import { randomUUID } from "node:crypto";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../src/connection/engine.js";
import { MockDaemon } from "../../src/testing/index.js";
import { printedBy } from "../conformance/cli/printed.js";
import { cliScenes } from "../conformance/cli/scenes.js";
import { MOCK } from "../conformance/comparison/outcome.js";
import { dockerCli } from "./contexts.js";
import { Docker, ensureImage, image } from "./engine.js";

const cli = dockerCli ?? "";
const docker = new Docker();
const { ApiVersion = "", Version = "", Components } = await docker.system.version();
const isPodman = Components?.some(({ Name }) => Name === "Podman Engine") === true;
const isRecent = Number(ApiVersion.split(".")[1]) >= 51;

describe.runIf(cli !== "" && isRecent && !isPodman)(
  "the docker CLI prints at the mock daemon what it prints at the real engine:",
  () => {
    let saved: Buffer;
    beforeAll(async () => {
      await ensureImage(docker);
      const engine = await openEngine({});
      const { dispatcher } = engine;
      const { body } = await request(`http://docker/images/${image}/get`, { dispatcher });
      saved = Buffer.from(await body.arrayBuffer());
      await engine.close();
    });
    let same = 0;
    afterAll(async () => {
      await docker.close();
      console.log(
        `docker CLI: ${same} command lines printed the same at engine ${Version} and at the mock`,
      );
    });

    it.each(cliScenes)("$title", { retry: 0, timeout: 120_000 }, async (scene) => {
      await using daemon = new MockDaemon({ apiVersion: ApiVersion, engineVersion: Version });
      const { dispatcher } = daemon;
      const load = { dispatcher, method: "POST", body: saved } as const;
      await (await request(`${MOCK}/images/load`, load)).body.dump();
      const { host } = await daemon.listen();
      const name = `sdk-${randomUUID().slice(0, 8)}z`;
      const given = { cli, image, name };
      const [real, mock] = await Promise.all([
        printedBy(scene, { ...given, host: process.env.DOCKER_HOST ?? "" }),
        printedBy(scene, { ...given, host }),
      ]);
      expect(mock).toEqual(real);
      same += real.length;
    });
  },
);
