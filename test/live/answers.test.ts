import { afterAll, beforeAll, describe } from "vitest";
import { openEngine } from "../../src/connection/engine.js";
import { describeAnswers } from "../conformance/answers/describe.js";
import { ofRegistry } from "../conformance/answers/registry.js";
import { scenarios } from "../conformance/answers/scenarios.js";
import { AnswerRecorder } from "../support/recorded-answers.js";
import { Docker, ensureImage, image, registry } from "./engine.js";
import { podman } from "./podman-deviations.js";

describe("what a real engine answers fits api-spec.yaml", async () => {
  const engine = await openEngine({});
  afterAll(() => engine.close());
  const recorder = new AnswerRecorder(engine.dispatcher);
  const docker = new Docker({ dispatcher: recorder.dispatcher });
  const { Components } = await docker.system.version();
  const isPodman = Components?.some(({ Name }) => Name === "Podman Engine");
  beforeAll(async () => {
    await ensureImage(docker);
    await recorder.take();
  });
  const all = registry ? [...scenarios, ...ofRegistry(registry)] : scenarios;
  describeAnswers(all, { docker, recorder, image }, isPodman ? podman : undefined);
});
