import type { Filters } from "../filters.js";
import type { EngineEvent } from "./events.js";

/** The filters of `GET /events`; a name that is none of them is not minded. */
export function eventFilter(filters: Filters): (event: EngineEvent) => boolean {
  return (event) =>
    matchesAction(filters, event.action) &&
    filters.is("type", event.type) &&
    filters.is("scope", event.scope) &&
    objects.every((type) => matchesName(filters, type, event)) &&
    matchesImage(filters, event) &&
    filters.labels(event.attributes);
}

/** Each of these is a filter for ids and names; the type of the event does not matter to it. */
const objects = [
  "daemon",
  "container",
  "plugin",
  "volume",
  "network",
  "node",
  "service",
  "secret",
  "config",
] as const;

/** Actions that carry details after a colon: the word alone finds them. */
const detailed = ["exec_create", "exec_start", "health_status"];

function matchesAction(filters: Filters, action: string): boolean {
  return filters.values("event").some((wanted) => detailed.includes(wanted))
    ? begins(filters, "event", action)
    : filters.is("event", action);
}

const matchesName = (filters: Filters, type: string, { id, attributes }: EngineEvent): boolean =>
  begins(filters, type, id) || begins(filters, type, attributes.name ?? "");

const begins = (filters: Filters, name: string, text: string): boolean =>
  !filters.has(name) || filters.values(name).some((wanted) => text.startsWith(wanted));

/** Of images their id and name, of everything else the image it was made from; with or without tag. */
function matchesImage(filters: Filters, { type, id, attributes }: EngineEvent): boolean {
  const name = (type === "image" ? attributes.name : attributes.image) ?? "";
  return [id, name, withoutTag(id), withoutTag(name)].some((each) => filters.is("image", each));
}

const withoutTag = (reference: string): string => reference.replace(/(@.*|:[^/:]*)$/, "");
