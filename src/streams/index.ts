export { FrameDecoder, type OutputFrame } from "./frames.js";
export { readJsonLines } from "./json-lines.js";
export { type FailingBytes, type OutputSource, OutputStream } from "./output.js";
export {
  followProgress,
  type LayerProgress,
  type Progress,
  type ProgressMessage,
  type ProgressOptions,
} from "./progress.js";
