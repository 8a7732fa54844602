import { described, type SwarmObject } from "./objects.js";

export interface DataSpec {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>>;
  /** Base64. */
  readonly Data?: string;
  readonly Templating?: object;
}

/** A secret or a config. */
export type DataItem = SwarmObject<DataSpec>;

/** Nobody gets to see what a secret says. */
export function dataAnswer(kind: "secret" | "config", item: DataItem): object {
  const { Data: data, ...rest } = item.spec;
  const shown = kind === "config" && data !== undefined ? { ...rest, Data: data } : rest;
  return { ...described(item), Spec: shown };
}
