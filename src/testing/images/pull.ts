import { parsePlatform } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import type { Handler } from "../http/call.js";
import { badRequest, EngineError, forbidden, notFound, systemError } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { storePulled } from "./image-store.js";
import { importImage } from "./import.js";
import type { Layer } from "./layer.js";
import { type ProgressMessage, progressBar, sendProgress } from "./progress.js";
import { familiarName, isDigest, isTag, parseReference, type Reference } from "./references.js";
import { decodeRegistryAuth, type RegistryCredentials } from "./registry.js";

/** `docker pull`: everything that can be wrong is said before the first message. */
export const pullImage: Handler<"ImageCreate"> = (call, engine) => {
  const { query, headers } = call;
  const from = query.text("fromImage");
  if (from === "" && query.has("fromSrc")) return importImage(call, engine);
  if (from === "") throw systemError('Get "http:": http: no Host in request URL');
  parsePlatform(query.text("platform"));
  const reference = withTag(parseReference(from), query.text("tag"));
  if (familiarName(reference) === "scratch") throw forbidden("'scratch' is a reserved name");

  const header = headers["x-registry-auth"];
  const credentials = decodeRegistryAuth(Array.isArray(header) ? header[0] : header);
  const found = lookUp(engine, reference, engine.registries.access(reference.domain, credentials));
  const platform = query.text("platform");
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
  access: ReturnType<Engine["registries"]["access"]>,
): [Reference, Image][] {
  const { domain, path, tag, digest } = reference;
  const name = familiarName(reference);
  if (!engine.registries.knows(domain)) {
    throw systemError(
      `Get "${urlOf(domain)}/v2/": dial tcp: lookup ${hostOf(domain)}: no such host`,
    );
  }
  const named = digest ?? tag;
  if (access === "anonymous") {
    const url = `${urlOf(domain)}/v2/${path}/${named === undefined ? "tags/list" : `manifests/${named}`}`;
    const method = named === undefined ? "Get" : "Head";
    throw systemError(`${method} "${url}": no basic auth credentials`);
  }
  if (access === "denied") throw new EngineError(401, "unauthorized: authentication required");

  const repository = engine.registries.repository(reference);
  if (repository.length === 0 && domain === "docker.io") {
    throw notFound(
      `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    );
  }
  if (named === undefined) {
    if (repository.length > 0) return repository;
    throw notFound(
      `repository ${name} not found: name unknown: repository name not known to registry`,
    );
  }
  const image = engine.registries.find(reference);
  if (image !== undefined) return [[reference, image]];
  const whole = digest === undefined ? `${name}:${tag}` : `${name}@${digest}`;
  throw notFound(`manifest for ${whole} not found: manifest unknown: manifest unknown`);
}

/** What a build does for an image that is not there. */
export function pullForBuild(
  engine: Engine,
  given: Reference,
  credentials: Partial<RegistryCredentials>,
): Generator<ProgressMessage> {
  const reference = given.digest === undefined ? { ...given, tag: given.tag ?? "latest" } : given;
  const access = engine.registries.access(reference.domain, credentials);
  return messages(engine, reference, lookUp(engine, reference, access), "");
}

/** Plain HTTP is for this machine alone. */
export const urlOf = (domain: string): string =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(domain)
    ? `http://${domain}`
    : `https://${domain === "docker.io" ? "registry-1.docker.io" : domain}`;

const hostOf = (domain: string): string => domain.replace(/:\d+$/, "");

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
  const [os, architecture = image?.architecture] = platform.split("/");
  if (platform === "" || (image?.os === os && image?.architecture === architecture)) return;
  yield {
    status: `WARNING: image with reference ${named} was found but its platform (${image?.os}/${image?.architecture}) does not match the specified platform (${platform})`,
  };
}

const referenceText = (reference: Reference): string =>
  familiarName(reference) +
  (reference.digest === undefined ? `:${reference.tag ?? "latest"}` : `@${reference.digest}`);

function* layerMessages(engine: Engine, layers: readonly Layer[]): Generator<ProgressMessage> {
  const present = new Set(
    engine.images.all().flatMap(({ image }) => image.layers.map(({ diffId }) => diffId)),
  );
  const id = (layer: Layer): string => layer.digest.slice(7, 19);
  const missing = layers.filter(({ diffId }) => !present.has(diffId));
  for (const layer of layers) {
    const known = !missing.includes(layer);
    yield known
      ? { status: "Already exists", progressDetail: {}, id: id(layer) }
      : { status: "Pulling fs layer", progressDetail: {}, id: id(layer) };
  }
  for (const layer of missing) {
    for (const part of [0.03, 0.5]) yield moving("Downloading", layer, part);
    yield { status: "Verifying Checksum", progressDetail: {}, id: id(layer) };
    yield { status: "Download complete", progressDetail: {}, id: id(layer) };
  }
  for (const layer of missing) {
    for (const part of [0.03, 1]) yield moving("Extracting", layer, part);
    yield { status: "Pull complete", progressDetail: {}, id: id(layer) };
  }
}

function moving(status: string, { size: total, digest }: Layer, part: number): ProgressMessage {
  const current = Math.round(total * part);
  const progress = progressBar(current, total);
  return { status, progressDetail: { current, total }, progress, id: digest.slice(7, 19) };
}
