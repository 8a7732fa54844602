import { containerHandlers } from "../containers/container-handlers.js";
import { eventHandlers } from "../events/event-handlers.js";
import { execHandlers } from "../exec/exec-handlers.js";
import { imageHandlers } from "../images/image-handlers.js";
import { networkHandlers } from "../networks/network-handlers.js";
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
};
