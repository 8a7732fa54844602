import { ConfigError } from "../errors.js";

/** A time limit is a number of milliseconds that a timer can count. */
export function checkTimeout(option: string, ms: unknown): void {
  if (typeof ms === "number" && ms >= 0 && ms < 2 ** 31) return;
  throw new ConfigError(option, `${ms} is no time limit; give milliseconds, 0 for none`);
}
