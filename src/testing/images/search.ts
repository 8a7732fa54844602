import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import { type AnswerBody, type Handler, ok } from "../http/call.js";
import { badRequest, type EngineError, systemError } from "../http/engine-error.js";
import { parseBool, parseInteger } from "../http/query.js";

type Found = NonNullable<AnswerBody<"ImageSearch">>[number];

/** `docker search`: what the registry has, by name and description. */
export const searchImages: Handler<"ImageSearch"> = ({ query }, engine) => {
  const limit = readLimit(query.text("limit"), engine);
  const known = ["is-automated", "is-official", "stars"];
  const filters = Filters.parse(query.text("filters"), known, engine);
  const wanted = matcher(filters, engine);
  const { host, term } = takeApart(query.text("term"), engine);
  const found = engine.registries
    .repositories(host)
    .map(([name, { description = "", stars = 0, official = false }]): Found & { name: string } => ({
      star_count: stars,
      is_official: official,
      name,
      is_automated: false,
      description,
    }))
    .filter(({ name, description }) => `${name} ${description}`.includes(term))
    .filter(wanted);
  return ok(found.slice(0, limit));
};

function readLimit(text: string, engine: Engine): number {
  if (text === "") return usualLimit;
  const isOld = !engine.atLeast(42);
  const limit = parseInteger(text, (reason) =>
    isOld ? systemError(reason) : badRequest(`invalid limit specified: ${reason}`),
  );
  if (!isOld && limit < 1) return usualLimit;
  if (limit >= 1 && limit <= 100) return limit;
  throw badRequest(`${isOld ? "L" : "l"}imit ${limit} is outside the range of [1, 100]`);
}

const usualLimit = 25;

function matcher(filters: Filters, engine: Engine): (found: Found) => boolean {
  const automated = flag(filters, "is-automated");
  const official = flag(filters, "is-official");
  const stars = Math.max(0, ...filters.values("stars").map((text) => readStars(text, engine)));
  return (found) =>
    automated !== true &&
    (official === undefined || found.is_official === official) &&
    (found.star_count ?? 0) >= stars;
}

function flag(filters: Filters, name: string): boolean | undefined {
  const [value] = filters.values(name);
  if (value === undefined) return undefined;
  const parsed = parseBool(value);
  if (parsed === undefined) throw badRequest(`invalid filter '${name}=[${value}]'`);
  return parsed;
}

function readStars(text: string, engine: Engine): number {
  return parseInteger(
    text,
    (reason): EngineError =>
      badRequest(`invalid filter 'stars=${text}'${engine.atLeast(42) ? `: ${reason}` : ""}`),
  );
}

/** Where to search, and for what: `reg.example:5000/app`. */
function takeApart(text: string, engine: Engine): { host: string; term: string } {
  if (text.includes("://")) {
    throw engine.atLeast(42)
      ? badRequest(`invalid repository name: repository name (${text}) should not have a scheme`)
      : systemError('Invalid repository name (ex: "registry.domain.tld/myrepos")');
  }
  const [first = "", ...others] = text.split("/");
  const hasHost = others.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = hasHost && first !== "index.docker.io" ? first : "docker.io";
  const term = hasHost ? others.join("/") : text;
  return { host, term: host === "docker.io" ? term.replace(/^library\//, "") : term };
}
