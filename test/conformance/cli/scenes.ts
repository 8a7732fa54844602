import { containerScenes } from "./container-scenes.js";
import { failureScenes } from "./failure-scenes.js";
import { imageScenes } from "./image-scenes.js";
import { resourceScenes } from "./resource-scenes.js";
import type { CliScene } from "./scene.js";
import { systemScenes } from "./system-scenes.js";

export const cliScenes: readonly CliScene[] = [
  ...systemScenes,
  ...containerScenes,
  ...failureScenes,
  ...imageScenes,
  ...resourceScenes,
];
