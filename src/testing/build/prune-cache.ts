import type { Engine } from "../engine.js";
import { Filters, parseUntil } from "../filters.js";
import { type Handler, ok } from "../http/call.js";
import { badRequest, EngineError } from "../http/engine-error.js";
import { parseInteger } from "../http/query.js";

/** `docker builder prune`: the classic builder keeps no cache but images, so that there is none. */
export const pruneBuildCache: Handler<"BuildPrune"> = ({ query }, engine) => {
  const sizes = ["reserved-space", "max-used-space", "min-free-space"];
  for (const name of ["keep-storage", ...(engine.atLeast(48) ? sizes : [])]) {
    const given = query.text(name);
    parseInteger(given || "0", (reason) =>
      refuse(engine, `${name} is in bytes and expects an integer, got ${given}: ${reason}`),
    );
  }
  const filters = readFilters(query.text("filters"), engine);
  checkFilters(filters, engine);
  engine.events.prune("builder");
  return ok({ CachesDeleted: null, SpaceReclaimed: 0 });
};

/** Engines before API 1.42 take it for a mistake of their own. */
const refuse = (engine: Engine, message: string): EngineError =>
  new EngineError(engine.atLeast(42) ? 400 : 500, message);

const known =
  "until unused-for id parent type description inuse shared private mutable immutable label".split(
    " ",
  );

function readFilters(text: string, engine: Engine): Filters {
  try {
    return Filters.parse(text, undefined, engine);
  } catch (error) {
    const { status, message } = error as EngineError;
    throw engine.atLeast(42)
      ? error
      : new EngineError(status, `could not parse filters: ${message}`);
  }
}

function checkFilters(filters: Filters, engine: Engine): void {
  const unknown = filters.names().find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badRequest(`failed to prune build cache: invalid filter '${unknown}'`);
  }
  for (const text of filters.values("until")) {
    try {
      parseUntil(text, engine.clock.now());
    } catch (error) {
      throw refuse(
        engine,
        `failed to prune build cache: "until" filter expects a duration (e.g., '24h')${
          engine.atLeast(42)
            ? ` or a timestamp: ${(error as Error).message}`
            : `: time: invalid duration ${JSON.stringify(text)}`
        }`,
      );
    }
  }
}
