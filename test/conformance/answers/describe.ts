import { afterAll, expect, it } from "vitest";
import { type Asked, ask, mismatchesOf, succeededIn } from "./ask.js";
import type { AnswerScenario } from "./scenario.js";

/** Has an engine answer, and checks every answer on the way against the API document. */
export function describeAnswers(scenarios: readonly AnswerScenario[], asked: Asked): void {
  afterAll(() => asked.docker.close());

  it.each(scenarios)("$title", async (scenario) => {
    const { answers, error } = await ask(scenario, asked);
    if (error) throw error;
    expect(mismatchesOf(answers)).toEqual([]);
    expect(succeededIn(answers)).toEqual(expect.arrayContaining([...scenario.operations]));
  });
}
