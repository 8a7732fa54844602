/** A mistake of the test, said so that it can be seen at once. */
export function missing(kind: string, name: string, present: readonly string[]): Error {
  const there = present.length > 0 ? `there are ${present.join(", ")}` : "there are none";
  return new Error(`the mock daemon has no ${kind} ${JSON.stringify(name)}: ${there}`);
}
