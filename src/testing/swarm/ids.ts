import type { Random } from "../random.js";

/** 25 digits of base 36, as everything in a swarm is called. */
export const swarmId = (random: Random): string => digits(random, 25);

/** So many digits of base 36. */
export function digits(random: Random, length: number): string {
  const text = BigInt(`0x${random.id()}`).toString(36).padStart(length, "0");
  return text.slice(-length);
}
