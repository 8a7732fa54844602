import type { Handlers } from "./call.js";
import { containerHandlers } from "./container-handlers.js";
import { imageHandlers } from "./image-handlers.js";
import { networkHandlers } from "./network-handlers.js";
import { systemHandlers } from "./system-handlers.js";
import { volumeHandlers } from "./volume-handlers.js";

/** Every operation that the mock daemon does. */
export const handlers: Handlers = {
  ...systemHandlers,
  ...containerHandlers,
  ...imageHandlers,
  ...networkHandlers,
  ...volumeHandlers,
};
