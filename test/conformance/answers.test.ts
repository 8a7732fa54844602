import { afterAll, describe } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { describeAnswers } from "./answers.js";

describe("what the mock daemon answers fits api-spec.yaml", () => {
  const daemon = new MockDaemon({ images: ["busybox:local"] });
  afterAll(() => daemon.close());
  describeAnswers(new Docker({ dispatcher: daemon.dispatcher }), "busybox:local");
});
