import { createHash } from "node:crypto";
import { badRequest } from "./http/engine-error.js";
import type { Random } from "./random.js";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);

const adjectives = ["amber", "brisk", "calm", "deft", "eager", "fleet", "gentle", "humble", "keen"];
const surnames = [
  "ampere",
  "bohr",
  "curie",
  "darwin",
  "euler",
  "franklin",
  "gauss",
  "hopper",
  "noether",
];

/** A name for a container that was given none: `brisk_curie`, then `brisk_curie4`. */
export function randomName(random: Random, taken: (name: string) => boolean): string {
  let name = `${random.pick(adjectives)}_${random.pick(surnames)}`;
  while (taken(name)) name += String(random.below(10));
  return name;
}

const valid = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** Refuses what the engine does not take as a container's name; a leading slash is allowed. */
export function checkContainerName(name: string): void {
  if (valid.test(name.replace(/^\//, ""))) return;
  throw badRequest(`Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
}

export const isValidName = (name: string): boolean => valid.test(name);
