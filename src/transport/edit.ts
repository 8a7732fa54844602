import { setTimeout as delay } from "node:timers/promises";
import { ApiError, ConfigError, TimeoutError } from "../errors.js";
import { withSignal } from "./deadline.js";
import type { CallOptions } from "./transport.js";

/** How often an edit is tried when others keep changing the same object. */
const TRIES = 5;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** An object of a swarm: what it is to be, and the version that an update has to name. */
interface SwarmObject<Spec> {
  Version: { Index: number };
  Spec: Spec;
}

/**
 * Changes what an object of a swarm is to be: changes the spec that it is given, which is a copy, or
 * returns another. It is called anew for every try, so it must not keep what it was given before.
 */
export type SpecChange<Spec> = (
  spec: Spec,
  // biome-ignore lint/suspicious/noConfusingVoidType: whoever changes the copy returns nothing.
) => Spec | undefined | void | Promise<Spec | undefined | void>;

/** What an edit reads and sends; each is given options for its call. */
interface EditCalls<Spec, Answer> {
  read(options: CallOptions): Promise<SwarmObject<Spec>>;
  update(spec: Spec, version: number, options: CallOptions): Promise<Answer>;
}

/**
 * Reads an object of a swarm, changes its spec and sends it with the version that was read. When
 * somebody else was faster, all of that is done again, up to five times; `signal` and `timeout` are
 * for the whole.
 *
 * @param what - names the object, for the error
 */
export async function editSpec<Spec, Answer>(
  what: string,
  { read, update }: EditCalls<Spec, Answer>,
  change: SpecChange<Spec>,
  options: CallOptions = {},
): Promise<Answer> {
  const { timeout, signal } = options;
  const limit = new AbortController();
  const onTimeout = (): void => {
    limit.abort(new TimeoutError(`the edit of ${what} took longer than ${timeout} ms (timeout)`));
  };
  // What is no time limit is refused when the first call is sent.
  const timer =
    timeout && timeout > 0 && timeout < 2 ** 31 ? setTimeout(onTimeout, timeout) : undefined;
  const ended = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
  const call = { ...options, signal: ended };
  try {
    for (let tries = 1; ; tries++) {
      const begun = performance.now();
      const { Spec, Version } = await read(call);
      const copy = structuredClone(Spec);
      const spec = (await withSignal(change(copy), ended)) ?? copy;
      checkSpec(spec, copy);
      try {
        return await update(spec, Version.Index, call);
      } catch (error) {
        if (tries === TRIES || !isOutdated(error)) throw error;
      }
      await pause(tries, performance.now() - begun, ended);
    }
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A change that is one expression, as `(spec) => (spec.Labels = {})`, returns what it assigns. Some
 * of it would be taken for a spec that leaves out all the rest.
 */
function checkSpec(spec: unknown, copy: unknown): void {
  const isSpec = typeof spec === "object" && spec !== null && !Array.isArray(spec);
  if (isSpec && (spec === copy || !Object.values(copy ?? {}).includes(spec))) return;
  throw new ConfigError(
    "change",
    "must change the spec and return nothing, or return a whole spec",
  );
}

/** The engine has a status of its own for this in no version: it is a 500, and these are its words. */
function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.message.includes("update out of sequence");
}

/**
 * Of those who collided, one was faster; the others must not all come back at the same time. As an
 * engine makes one update at a time, the pause is measured by how long a try takes.
 */
async function pause(tries: number, took: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(took * 4 * 2 ** tries, LONGEST_PAUSE);
  await delay(Math.random() * longest, undefined, { signal }).catch(() => {
    throw signal.reason;
  });
}
