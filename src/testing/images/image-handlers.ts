import { buildImage } from "../build/build-handler.js";
import { pruneBuildCache } from "../build/prune-cache.js";
import { commitContainer } from "../containers/commit.js";
import type { Engine } from "../engine.js";
import { type Handlers, ok } from "../http/call.js";
import { badRequest, EngineError } from "../http/engine-error.js";
import { inspectDistribution } from "./distribution.js";
import { historyOf, inspectImage } from "./image-answers.js";
import { listImages } from "./image-list.js";
import { pruneImages } from "./image-prune.js";
import { removeImage } from "./image-removal.js";
import type { StoredImage } from "./images.js";
import { loadImages } from "./load.js";
import { checkPlatforms, parsePlatformJson } from "./platforms.js";
import { pullImage } from "./pull.js";
import { pushImage } from "./push.js";
import { saveImage, saveImages } from "./save.js";
import { searchImages } from "./search.js";
import { tagImage } from "./tag.js";

export const imageHandlers: Handlers = {
  ImageBuild: buildImage,
  ImageCommit: commitContainer,
  DistributionInspect: inspectDistribution,
  ImageCreate: pullImage,
  ImagePush: pushImage,
  ImageGet: saveImage,
  ImageGetAll: saveImages,
  ImageLoad: loadImages,

  ImageList: listImages,
  ImagePrune: pruneImages,
  ImageSearch: searchImages,
  ImageTag: tagImage,
  BuildPrune: pruneBuildCache,

  ImageInspect(call, engine) {
    const { query, parameter } = call;
    const platform = query.text("platform");
    if (platform !== "") parsePlatformJson(platform);
    if (query.flag("manifests") && platform !== "") {
      throw badRequest("conflicting options: manifests and platform options cannot both be set");
    }
    const stored = inspected(engine, parameter);
    checkPlatforms(engine, parameter, platform === "" ? [] : [platform]);
    return ok(inspectImage(call, engine, stored));
  },

  ImageHistory(call, engine) {
    const { query, parameter } = call;
    const platform = query.text("platform");
    checkPlatforms(engine, parameter, platform === "" ? [] : [platform]);
    return ok(historyOf(engine, engine.images.get(parameter)));
  },

  ImageDelete(call, engine) {
    const { query, parameter } = call;
    const prune = !query.flag("noprune");
    checkPlatforms(engine, parameter, query.all("platforms"));
    return ok(removeImage(engine, parameter, { force: query.flag("force"), prune }));
  },
};

/** Engines before API 1.42 say twice that there is none. */
function inspected(engine: Engine, name: string): StoredImage {
  try {
    return engine.images.get(name);
  } catch (error) {
    if (engine.atLeast(42) || !(error instanceof EngineError)) throw error;
    throw new EngineError(error.status, `no such image: ${name}: ${error.message}`);
  }
}
