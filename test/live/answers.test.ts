import { beforeAll, describe } from "vitest";
import { describeAnswers } from "../conformance/answers.js";
import { Docker, ensureImage, image } from "./engine.js";

describe("what a real engine answers fits api-spec.yaml", () => {
  const docker = new Docker();
  beforeAll(() => ensureImage(docker));
  describeAnswers(docker, image);
});
