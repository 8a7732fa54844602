// Made by `npm run generate` from api-spec.yaml; do not edit.

import type { Since } from "../src/transport/since.js";
import { checkpointSince } from "./since-checkpoint.js";
import { configSince } from "./since-config.js";
import { containerSince } from "./since-container.js";
import { distributionSince } from "./since-distribution.js";
import { execSince } from "./since-exec.js";
import { imageSince } from "./since-image.js";
import { networkSince } from "./since-network.js";
import { nodeSince } from "./since-node.js";
import { pluginSince } from "./since-plugin.js";
import { secretSince } from "./since-secret.js";
import { serviceSince } from "./since-service.js";
import { sessionSince } from "./since-session.js";
import { swarmSince } from "./since-swarm.js";
import { systemSince } from "./since-system.js";
import { taskSince } from "./since-task.js";
import { volumeSince } from "./since-volume.js";

export const allSince: Since = {
  ...checkpointSince,
  ...configSince,
  ...containerSince,
  ...distributionSince,
  ...execSince,
  ...imageSince,
  ...networkSince,
  ...nodeSince,
  ...pluginSince,
  ...secretSince,
  ...serviceSince,
  ...sessionSince,
  ...swarmSince,
  ...systemSince,
  ...taskSince,
  ...volumeSince,
};
