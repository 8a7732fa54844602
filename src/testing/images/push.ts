import type { Engine } from "../engine.js";
import type { Handler } from "../http/call.js";
import { badRequest } from "../http/engine-error.js";
import { manifestSize } from "./distribution.js";
import type { Image } from "./image.js";
import { type ProgressMessage, progressBar, sendProgress } from "./progress.js";
import { urlOf } from "./pull.js";
import { familiarName, isTag, parseReference, type Reference } from "./references.js";
import { decodeRegistryAuth, type RegistryCredentials } from "./registry.js";

/** `docker push`: what goes wrong is said inside the stream, after a 200. */
export const pushImage: Handler<"ImagePush"> = (call, engine) => {
  const { query, parameter, headers } = call;
  const given = parseReference(parameter);
  const tag = query.text("tag") || given.tag;
  if (tag !== undefined && !isTag(tag)) throw badRequest("invalid tag format");
  checkPlatform(query.text("platform"));
  const header = headers["x-registry-auth"];
  const credentials = decodeRegistryAuth(Array.isArray(header) ? header[0] : header);
  return sendProgress(call, messages(engine, { ...given, tag }, credentials));
};

function checkPlatform(text: string): void {
  if (text === "") return;
  try {
    JSON.parse(text);
  } catch {
    throw badRequest(
      `failed to parse platform: invalid character '${text[0]}' looking for beginning of value`,
    );
  }
}

function* messages(
  engine: Engine,
  reference: Reference,
  credentials: Partial<RegistryCredentials>,
): Generator<ProgressMessage> {
  const name = familiarName(reference);
  yield { status: `The push refers to repository [${reference.domain}/${reference.path}]` };
  const images = localImages(engine, reference);
  if (images.length === 0) {
    return yield* failed(
      reference.tag === undefined
        ? `An image does not exist locally with the tag: ${name}`
        : `tag does not exist: ${name}:${reference.tag}`,
    );
  }
  for (const [tag, image] of images) {
    for (const { diffId } of image.layers) {
      yield { status: "Preparing", progressDetail: {}, id: diffId.slice(7, 19) };
    }
    const refused = whyNot(engine, reference.domain, credentials);
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
  domain: string,
  credentials: Partial<RegistryCredentials>,
): string | undefined {
  const access = engine.registries.access(domain, credentials);
  if (access === "anonymous") return "no basic auth credentials";
  if (access === "denied") return "unauthorized: authentication required";
  // Nobody pushes to Docker Hub without saying who they are.
  if (domain === "docker.io" && !credentials.username) {
    return "denied: requested access to the resource is denied";
  }
  return engine.registries.knows(domain)
    ? undefined
    : `Get "${urlOf(domain)}/v2/": dial tcp: lookup ${domain.replace(/:\d+$/, "")}: no such host`;
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
    for (const part of [0.02, 0.98]) {
      const current = Math.round(total * part);
      const progress = progressBar(current, total);
      yield { status: "Pushing", progressDetail: { current, total }, progress, id };
    }
    yield { status: "Pushed", progressDetail: {}, id };
  }
}
