import { type Handler, ok } from "../http/call.js";
import { EngineError, notFound, systemError } from "../http/engine-error.js";
import type { Image } from "./image.js";
import { urlOf } from "./pull.js";
import { parseReference } from "./references.js";
import { decodeRegistryAuth } from "./registry.js";

/** What a registry says of an image, without a pull. */
export const inspectDistribution: Handler<"DistributionInspect"> = (call, engine) => {
  const { parameter, headers } = call;
  const given = parseReference(parameter);
  const named = given.digest ?? given.tag ?? "latest";
  const { domain, path } = given;
  if (!engine.registries.knows(domain)) {
    const host = domain.replace(/:\d+$/, "");
    throw systemError(`Get "${urlOf(domain)}/v2/": dial tcp: lookup ${host}: no such host`);
  }
  const header = headers["x-registry-auth"];
  const credentials = decodeRegistryAuth(Array.isArray(header) ? header[0] : header);
  const access = engine.registries.access(domain, credentials);
  if (access === "anonymous") {
    const url = `${urlOf(domain)}/v2/${path}/manifests/${named}`;
    throw systemError(`Head "${url}": no basic auth credentials`);
  }
  if (access === "denied") throw new EngineError(401, "unauthorized: authentication required");
  const image = engine.registries.find(given);
  if (image === undefined) throw notFound("manifest unknown: manifest unknown");
  const { digest, architecture, os } = image;
  const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
  return ok({
    Descriptor: { mediaType, digest, size: manifestSize(image) },
    Platforms: [{ architecture, os }],
  });
};

/** In bytes; it grows with the layers. */
export const manifestSize = (image: Image): number => 367 + 160 * image.layers.length;
