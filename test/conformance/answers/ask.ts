import { randomUUID } from "node:crypto";
import type { Docker } from "../../../src/index.js";
import type { AnswerRecorder, RecordedAnswer } from "../../support/recorded-answers.js";
import type { AnswerScenario } from "./scenario.js";

export interface Asked {
  docker: Docker;
  /** What the docker client sends passes through it. */
  recorder: AnswerRecorder;
  image: string;
}

/** Lets a scenario run, and removes what it made. */
export async function ask(
  scenario: AnswerScenario,
  { docker, recorder, image }: Asked,
): Promise<{ answers: RecordedAnswer[]; error: unknown }> {
  const undos: (() => Promise<unknown>)[] = [];
  const name = `sdk-${randomUUID().slice(0, 8)}`;
  let error: unknown;
  try {
    await scenario.run({ docker, image, name, later: (undo) => undos.push(undo) });
  } catch (reason) {
    error = reason;
  }
  // What is gone already, or was never made, is refused.
  for (const undo of undos.reverse()) await undo().catch(() => {});
  return { answers: await recorder.take(), error };
}

export function succeededIn(answers: readonly RecordedAnswer[]): string[] {
  return answers.flatMap(({ operation, status }) => (status < 300 ? [operation] : []));
}
