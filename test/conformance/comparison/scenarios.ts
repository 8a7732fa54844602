import { ofArchives } from "./scenarios/archives.js";
import { ofAttach } from "./scenarios/attach.js";
import { ofBuild } from "./scenarios/build.js";
import { ofBuildRefusals } from "./scenarios/build-refusals.js";
import { ofContainerCreate } from "./scenarios/container-create.js";
import { ofLifeCycle } from "./scenarios/container-life-cycle.js";
import { ofContainerList } from "./scenarios/container-list.js";
import { ofExec } from "./scenarios/exec.js";
import { ofImageRemoval } from "./scenarios/image-removal.js";
import { ofImages } from "./scenarios/images.js";
import { ofLogs } from "./scenarios/logs.js";
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
  ...ofContainerCreate,
  ...ofLifeCycle,
  ...ofContainerList,
  ...ofLogs,
  ...ofExec,
  ...ofAttach,
  ...ofNetworks,
  ...ofNetworkEndpoints,
  ...ofVolumes,
];
