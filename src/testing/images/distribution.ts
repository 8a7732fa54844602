import type { Engine } from "../engine.js";
import { type Call, type Handler, ok } from "../http/call.js";
import { notFound } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { manifestSize, manifestType } from "./manifest.js";
import { parseReference, type Reference } from "./references.js";
import { decodeRegistryAuth } from "./registry-auth.js";
import { enterRegistry } from "./registry-refusals.js";

/** What a registry says of an image, without a pull. */
export const inspectDistribution: Handler<"DistributionInspect"> = (call, engine) => {
  const images = imagesAt(call, engine, parseReference(call.parameter));
  const [image] = images;
  if (image === undefined) throw notFound("manifest unknown: manifest unknown");
  const { digest } = image;
  return ok({
    Descriptor: { mediaType: manifestType, digest, size: manifestSize(image) },
    Platforms: images.map(({ architecture, os }) => ({ architecture, os })),
  });
};

function imagesAt(call: Call, engine: Engine, given: Reference): readonly Image[] {
  const named = given.digest ?? given.tag ?? "latest";
  const question = { reference: given, method: "Head", about: `manifests/${named}` } as const;
  enterRegistry(engine, question, decodeRegistryAuth(call));
  return engine.registries.platforms(given);
}
