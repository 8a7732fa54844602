import { afterAll, expect, it } from "vitest";
import { type Asked, ask, succeededIn } from "./ask.js";
import { type Deviations, linesOf, mismatchesOf, NONE } from "./deviations.js";
import type { AnswerScenario } from "./scenario.js";

/**
 * Has an engine answer, and checks every answer on the way against the API document.
 *
 * @param deviations - what may differ; each of them must be met
 */
export function describeAnswers(
  scenarios: readonly AnswerScenario[],
  asked: Asked,
  deviations: Deviations = NONE,
): void {
  const allowed = linesOf(deviations.answers);
  const met = new Set<string>();
  afterAll(() => asked.docker.close());

  it.each(scenarios)("$title", async (scenario) => {
    const failure = deviations.failures[scenario.title];
    const { answers, error } = await ask(scenario, asked);
    if (error && !failure) throw error;
    const found = mismatchesOf(answers);
    for (const line of found) met.add(line);
    expect(found.filter((line) => !allowed.includes(line))).toEqual([]);
    if (failure) expect(String(error)).toMatch(failure.error);
    else expect(succeededIn(answers)).toEqual(expect.arrayContaining([...scenario.operations]));
  });

  it.runIf(allowed.length > 0)("and every deviation that is listed occurs", () => {
    const steady = deviations.answers.filter(({ sometimes }) => sometimes === undefined);
    expect(linesOf(steady).filter((line) => !met.has(line))).toEqual([]);
    const titles = scenarios.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(Object.keys(deviations.failures)));
  });
}
