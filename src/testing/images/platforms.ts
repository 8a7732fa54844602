import type { Engine } from "../engine.js";
import type { Call } from "../http/call.js";
import { badRequest, notFound } from "../http/engine-error.js";
import { parseGoJson } from "../http/go-json.js";
import type { Image } from "./image.js";
import { familiarReference, parseReference } from "./references.js";

/** A platform as newer API versions write it: `{"os":"linux","architecture":"arm64"}`. */
export interface Platform {
  readonly os?: string;
  readonly architecture?: string;
}

export function parsePlatformJson(text: string): Platform {
  try {
    return parseGoJson(text) as Platform;
  } catch (error) {
    throw badRequest(`failed to parse platform: ${(error as Error).message}`);
  }
}

/** The platforms that a save or a load is for: one, before API 1.52; any if there is none. */
export function platformsOf({ query }: Call, engine: Engine): Platform[] {
  const given = query.all("platform").filter((text) => text !== "");
  if (given.length > 1 && !engine.atLeast(52)) {
    throw badRequest("multiple platform parameters not supported");
  }
  return given.map(parsePlatformJson);
}

export const isOf = (image: Image, { os = image.os, architecture }: Platform): boolean =>
  image.os === os && (architecture ?? image.architecture) === image.architecture;

/** Refuses platforms that the image is not for. */
export function checkPlatforms(engine: Engine, name: string, given: readonly string[]): void {
  for (const text of given) {
    const platform = parsePlatformJson(text);
    const { image } = engine.images.get(name);
    if (!isOf(image, platform)) throw otherPlatform(name, image, platform);
  }
}

export const platformName = ({ os, architecture }: Platform): string =>
  [os, architecture].filter(Boolean).join("/");

export const otherPlatform = (name: string, image: Image, wanted: Platform): Error =>
  notFound(
    `image with reference ${nameOf(name)} was found but its platform (${image.os}/${image.architecture}) does not match the specified platform (${platformName(wanted)})`,
  );

const nameOf = (name: string): string =>
  /^(sha256:)?[0-9a-f]{12,64}$/.test(name) ? name : familiarReference(parseReference(name));
