import { ofArchives } from "./scenarios/archives.js";
import { ofBuild } from "./scenarios/build.js";
import { ofBuildRefusals } from "./scenarios/build-refusals.js";
import { ofImageRemoval } from "./scenarios/image-removal.js";
import { ofImages } from "./scenarios/images.js";
import { ofNetworkEndpoints } from "./scenarios/network-endpoints.js";
import { ofNetworks } from "./scenarios/networks.js";
import { ofSystem } from "./scenarios/system.js";
import { ofVolumes } from "./scenarios/volumes.js";
import type { ComparisonScenario } from "./setting.js";

export { ofRegistry } from "./scenarios/registry.js";

/** What every engine and the mock daemon are asked; those of a registry want one besides. */
export const comparisons: readonly ComparisonScenario[] = [
  ...ofImages,
  ...ofImageRemoval,
  ...ofBuild,
  ...ofBuildRefusals,
  ...ofArchives,
  ...ofSystem,
  ...ofNetworks,
  ...ofNetworkEndpoints,
  ...ofVolumes,
];
