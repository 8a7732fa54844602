import type { Engine } from "../engine.js";
import type { Handler } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import type { Query } from "../http/query.js";
import { familiarReference, isTag, parseReference, type Reference } from "./references.js";

/** `docker tag` */
export const tagImage: Handler<"ImageTag"> = (call, engine) => {
  const { query, parameter } = call;
  if (query.text("repo") === "" && engine.atLeast(42)) {
    engine.images.get(parameter);
    return { status: 200 };
  }
  const name = familiarReference(newReference(engine, query));
  const stored = engine.images.get(parameter);
  engine.images.tag(stored, name);
  stored.tagged = engine.clock.now();
  engine.events.image(stored.image, "tag", name);
  return { status: 201 };
};

/** What `repo` and `tag` say that an image is to be called. */
export function newReference(engine: Engine, query: Query): Reference {
  const isOld = !engine.atLeast(42);
  try {
    return checkedReference(query.text("repo"), query.text("tag"), isOld);
  } catch (error) {
    throw isOld && !isRefused(error) ? systemError((error as Error).message) : error;
  }
}

const refusing = "refusing to create a";

/** Even old engines know it for the client's mistake. */
const isRefused = (error: unknown): boolean => (error as Error).message.startsWith(refusing);

function checkedReference(repository: string, tag: string, isOld: boolean): Reference {
  const given = parseReference(repository);
  if (given.digest !== undefined) {
    throw badRequest(
      isOld ? `${refusing} tag with a digest reference` : "cannot import digest reference",
    );
  }
  if (tag !== "" && !isTag(tag)) throw badRequest("invalid tag format");
  const reference = { ...given, tag: tag || given.tag || "latest" };
  if (/^sha\d+$/.test(familiarReference(reference).replace(/:.*/, ""))) {
    throw badRequest(`${refusing}n ambiguous tag using digest algorithm as name`);
  }
  return reference;
}
