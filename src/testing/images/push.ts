import type { Engine } from "../engine.js";
import type { Call, Handler } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { manifestSize } from "./manifest.js";
import { checkPlatforms } from "./platforms.js";
import { type ProgressMessage, progressBar, sendProgress } from "./progress.js";
import {
  familiarName,
  familiarReference,
  isTag,
  parseReference,
  type Reference,
} from "./references.js";
import type { GivenCredentials } from "./registry.js";
import { decodeRegistryAuth } from "./registry-auth.js";
import { noSuchHost } from "./registry-refusals.js";

/** `docker push`: what goes wrong is said inside the stream, after a 200. */
export const pushImage: Handler<"ImagePush"> = (call, engine) => {
  const { query, parameter } = call;
  checkHeader(call, engine);
  const given = referenceOf(engine, parameter, query.text("tag"));
  const platform = query.text("platform");
  checkPlatforms(engine, familiarReference(given), platform === "" ? [] : [platform]);
  return sendProgress(call, messages(engine, given, decodeRegistryAuth(call)));
};

/** Engines before API 1.46 want it even of those who have no credentials. */
function checkHeader({ headers }: Call, engine: Engine): void {
  if (headers["x-registry-auth"] !== undefined || engine.atLeast(46)) return;
  throw badRequest(
    engine.atLeast(42)
      ? "bad parameters and missing X-Registry-Auth: invalid X-Registry-Auth header: EOF"
      : "Bad parameters and missing X-Registry-Auth: EOF",
  );
}

function referenceOf(engine: Engine, name: string, tagged: string): Reference {
  try {
    const given = parseReference(name);
    const tag = tagged || given.tag;
    if (tag !== undefined && !isTag(tag)) throw badRequest("invalid tag format");
    return { ...given, tag };
  } catch (error) {
    throw engine.atLeast(42) ? error : systemError((error as Error).message);
  }
}

function* messages(
  engine: Engine,
  reference: Reference,
  credentials: GivenCredentials,
): Generator<ProgressMessage> {
  const name = familiarName(reference);
  yield { status: `The push refers to repository [${reference.domain}/${reference.path}]` };
  const images = localImages(engine, reference);
  if (images.length === 0) {
    const others = localImages(engine, { ...reference, tag: undefined });
    return yield* failed(
      others.length === 0
        ? `An image does not exist locally with the tag: ${name}`
        : `tag does not exist: ${name}:${reference.tag}`,
    );
  }
  for (const [tag, image] of images) {
    for (const { diffId } of image.layers) {
      yield { status: "Preparing", progressDetail: {}, id: diffId.slice(7, 19) };
    }
    const refused = whyNot(engine, reference, credentials);
    if (refused !== undefined) return yield* failed(refused);
    yield* layerMessages(engine, reference, image);
    engine.registries.store({ ...reference, tag }, image);
    const size = manifestSize(image);
    yield { status: `${tag}: digest: ${image.digest} size: ${size}` };
    yield { progressDetail: {}, aux: { Tag: tag, Digest: image.digest, Size: size } };
    engine.images.byId(image.id)?.digests.add(`${name}@${image.digest}`);
  }
  const { tag } = reference;
  if (tag === undefined) engine.events.transfer("push", name, name);
  else engine.events.transfer("push", `${name}:${tag}`, name, images[0]?.[1]);
}

function* failed(message: string): Generator<ProgressMessage> {
  yield { errorDetail: { message }, error: message };
}

/** The tag that is asked for, or all tags of the repository. */
function localImages(engine: Engine, reference: Reference): [string, Image][] {
  const name = familiarName(reference);
  return engine.images.all().flatMap(({ image, tags }) =>
    [...tags]
      .map((each) => parseReference(each))
      .filter((each) => familiarName(each) === name)
      .map((each) => each.tag ?? "latest")
      .filter((tag) => reference.tag === undefined || reference.tag === tag)
      .map((tag): [string, Image] => [tag, image]),
  );
}

function whyNot(
  engine: Engine,
  { domain, path }: Reference,
  credentials: GivenCredentials,
): string | undefined {
  const { registries } = engine;
  if (!registries.knows(domain)) return noSuchHost(engine, domain).message;
  const access = registries.access(domain, path, credentials, "push");
  if (access === "anonymous") return "no basic auth credentials";
  if (access === "denied") return "unauthorized: authentication required";
  // Nobody pushes to Docker Hub without saying who they are.
  const hub = domain === "docker.io" && !credentials.username && !credentials.identitytoken;
  if (access === "forbidden" || hub) return "denied: requested access to the resource is denied";
  return undefined;
}

function* layerMessages(
  engine: Engine,
  reference: Reference,
  image: Image,
): Generator<ProgressMessage> {
  const there = new Set(
    engine.registries
      .repository(reference)
      .flatMap(([, each]) => each.layers.map(({ diffId }) => diffId)),
  );
  for (const { diffId, size: total } of image.layers) {
    const id = diffId.slice(7, 19);
    if (there.has(diffId)) {
      yield { status: "Layer already exists", progressDetail: {}, id };
      continue;
    }
    const elsewhere = engine.registries.holderOf(reference.domain, diffId);
    if (elsewhere !== undefined) {
      yield { status: `Mounted from ${elsewhere}`, progressDetail: {}, id };
      continue;
    }
    for (const part of [0.02, 0.98]) {
      const current = Math.ceil(total * part);
      const progress = progressBar(current, total);
      yield { status: "Pushing", progressDetail: { current, total }, progress, id };
    }
    yield { status: "Pushed", progressDetail: {}, id };
  }
}
