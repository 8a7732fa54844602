import { parsePlatform } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import type { Handler } from "../http/call.js";
import { badRequest, forbidden, notFound, systemError } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { storePulled } from "./image-store.js";
import { importImage } from "./import.js";
import { layerMessages } from "./layer-progress.js";
import { type ProgressMessage, sendProgress } from "./progress.js";
import { familiarName, isDigest, isTag, parseReference, type Reference } from "./references.js";
import type { GivenCredentials } from "./registry.js";
import { decodeRegistryAuth } from "./registry-auth.js";
import { enterRegistry } from "./registry-refusals.js";

/** `docker pull`: everything that can be wrong is said before the first message. */
export const pullImage: Handler<"ImageCreate"> = (call, engine) => {
  const { query } = call;
  const from = query.text("fromImage");
  if (from === "" && query.has("fromSrc")) return importImage(call, engine);
  if (from === "") throw systemError('Get "http:": http: no Host in request URL');
  const platform = query.text("platform");
  parsePlatform(platform);
  const reference = withTag(parseReference(from), query.text("tag"));
  if (familiarName(reference) === "scratch") throw forbidden("'scratch' is a reserved name");
  const found = lookUp(engine, reference, decodeRegistryAuth(call), platform);
  return sendProgress(call, messages(engine, reference, found, platform));
};

function withTag(reference: Reference, tag: string): Reference {
  if (tag === "") return reference;
  if (isDigest(tag)) return { ...reference, tag: undefined, digest: tag };
  if (!isTag(tag)) throw badRequest("invalid tag format");
  return { ...reference, tag };
}

/** What is to be pulled: one image, or without a tag all of the repository's. */
function lookUp(
  engine: Engine,
  reference: Reference,
  credentials: GivenCredentials,
  platform: string,
): [Reference, Image][] {
  const { registries } = engine;
  const { domain, tag, digest } = reference;
  const name = familiarName(reference);
  const named = digest ?? tag;
  // Only of a tag it has to ask first what the digest is.
  const method = digest === undefined && tag !== undefined ? "Head" : "Get";
  const about = named === undefined ? "tags/list" : `manifests/${named}`;
  try {
    enterRegistry(engine, { reference, method, about }, credentials);
  } catch (error) {
    // Engines before API 1.46 take it for a mistake of their own, whatever it is.
    throw engine.atLeast(46) ? error : systemError((error as Error).message);
  }

  const repository = registries.repository(reference);
  if (repository.length === 0 && domain === "docker.io") {
    throw notFound(
      `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    );
  }
  if (named === undefined) {
    if (repository.length > 0) return allTags(repository, platform);
    throw notFound(
      `repository ${name} not found: name unknown: repository name not known to registry`,
    );
  }
  const image = registries.find(reference, platform);
  if (image !== undefined) return [[reference, image]];
  const whole = digest === undefined ? `${name}:${tag}` : `${name}@${digest}`;
  throw notFound(`manifest for ${whole} not found: manifest unknown: manifest unknown`);
}

/** Tag by tag in the order of the alphabet, each once: for the platform, if there is one for it. */
function allTags(
  repository: readonly [Reference, Image][],
  platform: string,
): [Reference, Image][] {
  const tags = new Map<string, [Reference, Image]>();
  for (const [reference, image] of repository) {
    const tag = reference.tag ?? "latest";
    const right = platform !== "" && `${image.os}/${image.architecture}`.startsWith(platform);
    if (right || !tags.has(tag)) tags.set(tag, [reference, image]);
  }
  return [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** What a build does for an image that is not there. */
export function pullForBuild(
  engine: Engine,
  given: Reference,
  credentials: GivenCredentials,
  platform: string,
): Generator<ProgressMessage> {
  const reference = given.digest === undefined ? { ...given, tag: given.tag ?? "latest" } : given;
  const found = lookUp(engine, reference, credentials, platform);
  return messages(engine, reference, found, platform);
}

function* messages(
  engine: Engine,
  asked: Reference,
  found: readonly (readonly [Reference, Image])[],
  platform: string,
): Generator<ProgressMessage> {
  const name = familiarName(asked);
  let isNew = false;
  for (const [reference, image] of found) {
    const whole = reference.digest === undefined ? reference.tag : `${name}@${reference.digest}`;
    yield { status: `Pulling from ${reference.path}`, id: whole ?? "latest" };
    if (engine.images.byId(image.id) === undefined) {
      isNew = true;
      yield* layerMessages(engine, image.layers);
    } else {
      isNew ||= engine.images.find(referenceText(reference))?.image.id !== image.id;
    }
    storePulled(engine, reference, image);
    yield { status: `Digest: ${image.digest}` };
  }
  const outcome = isNew ? "Downloaded newer image for" : "Image is up to date for";
  const named = asked.tag === undefined && asked.digest === undefined ? name : referenceText(asked);
  const [, image] = found[0] ?? [];
  engine.events.transfer("pull", named, name, named === name ? undefined : image);
  yield { status: `Status: ${outcome} ${named}` };
  yield* otherPlatform(engine, named, image, platform);
}

/** What an engine says of an image for another platform than the one it was asked for. */
function* otherPlatform(
  engine: Engine,
  named: string,
  image: Image | undefined,
  platform: string,
): Generator<ProgressMessage> {
  const [os, architecture = image?.architecture] = platform.split("/");
  if (platform === "" || (image?.os === os && image?.architecture === architecture)) return;
  const actual = `${image?.os}/${image?.architecture}`;
  const found = `image with reference ${named} was found but`;
  if (engine.atLeast(46)) {
    yield {
      status: `WARNING: ${found} its platform (${actual}) does not match the specified platform (${platform})`,
    };
  } else if (engine.atLeast(42)) {
    const message = `${found} does not match the specified platform: wanted ${platform}, actual: ${actual}`;
    yield { errorDetail: { message }, error: message };
  }
}

const referenceText = (reference: Reference): string =>
  familiarName(reference) +
  (reference.digest === undefined ? `:${reference.tag ?? "latest"}` : `@${reference.digest}`);
