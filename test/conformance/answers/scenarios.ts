import { ofContainers } from "./containers.js";
import { ofImages } from "./images.js";
import { ofNetworks } from "./networks.js";
import type { AnswerScenario } from "./scenario.js";
import { ofSettings } from "./settings.js";
import { ofSystem } from "./system.js";

/** All that needs no more than an engine. */
export const scenarios: readonly AnswerScenario[] = [
  ...ofContainers,
  ...ofSettings,
  ...ofImages,
  ...ofNetworks,
  ...ofSystem,
];
