import { parsePlatform } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import type { Image } from "../images/image.js";
import type { ProgressMessage } from "../images/progress.js";
import { pullForBuild } from "../images/pull.js";
import { familiarReference, parseReference } from "../images/references.js";
import type { GivenCredentials } from "../images/registry.js";
import { BuildError } from "./build-error.js";

/** How a build finds the images that it begins with. */
export interface BaseImages {
  readonly engine: Engine;
  /** Those that came with the build, for one registry. */
  readonly credentials: (host: string) => GivenCredentials;
  /** `linux/arm64`; any where it is "". */
  readonly platform: string;
  /** Whether a registry is asked even for an image that is there. */
  readonly pull: boolean;
  readonly send: (message: ProgressMessage) => Promise<void>;
}

/**
 * The image that is there, or that is pulled.
 *
 * @param wanted - the platform that `FROM` wants, before that of the build
 */
export async function findBaseImage(
  { engine, credentials, pull, send, ...build }: BaseImages,
  name: string,
  wanted = "",
): Promise<Image> {
  const platform = checked(wanted) || build.platform;
  try {
    const known = engine.images.find(name)?.image;
    if (known !== undefined && !pull && suits(engine, known, platform)) return known;
    const reference = parseReference(name);
    const messages = pullForBuild(engine, reference, credentials(reference.domain), platform);
    for (const message of messages) await send(message);
    return engine.images.get(familiarReference(reference)).image;
  } catch (error) {
    throw new BuildError((error as Error).message);
  }
}

/** But for those in between, engines take an image for another platform, too, if it is there. */
function suits(engine: Engine, { os, architecture }: Image, platform: string): boolean {
  if (platform === "" || engine.atLeast(46) || !engine.atLeast(42)) return true;
  return `${os}/${architecture}`.startsWith(platform);
}

function checked(platform: string): string {
  try {
    parsePlatform(platform);
    return platform;
  } catch (error) {
    throw new BuildError(`failed to parse platform ${platform}: ${(error as Error).message}`);
  }
}
