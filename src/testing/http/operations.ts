import { containerHandlers } from "../containers/container-handlers.js";
import { eventHandlers } from "../events/event-handlers.js";
import { execHandlers } from "../exec/exec-handlers.js";
import { imageHandlers } from "../images/image-handlers.js";
import { networkHandlers } from "../networks/network-handlers.js";
import { pluginHandlers } from "../plugins/plugin-handlers.js";
import { dataHandlers } from "../swarm/data-handlers.js";
import { nodeHandlers } from "../swarm/node-handlers.js";
import { serviceHandlers } from "../swarm/service-handlers.js";
import { swarmHandlers } from "../swarm/swarm-handlers.js";
import { taskHandlers } from "../swarm/task-handlers.js";
import { systemHandlers } from "../system/system-handlers.js";
import { volumeHandlers } from "../volumes/volume-handlers.js";
import type { Handlers } from "./call.js";

/** Every operation that the mock daemon does. */
export const handlers: Handlers = {
  ...systemHandlers,
  ...eventHandlers,
  ...execHandlers,
  ...containerHandlers,
  ...imageHandlers,
  ...networkHandlers,
  ...volumeHandlers,
  ...pluginHandlers,
  ...swarmHandlers,
  ...nodeHandlers,
  ...serviceHandlers,
  ...taskHandlers,
  ...dataHandlers,
};
