export type { ConnectionOptions, Pem, Timeouts, TlsOptions } from "./connection/options.js";
export { Docker, type DockerOptions } from "./docker.js";
export * from "./errors.js";
export type { Credentials } from "./registry/auth.js";
export type { CredentialResolver, RegistryAuth } from "./registry/resolver.js";
export type { Containers, LogsQuery, WaitOptions } from "./resources/containers.js";
export type {
  Images,
  ImagesOptions,
  PullResult,
  PushResult,
  TransferOptions,
} from "./resources/images.js";
export type { Networks } from "./resources/networks.js";
export type { PingResult, System } from "./resources/system.js";
export type { Volumes } from "./resources/volumes.js";
export type { OutputFrame } from "./streams/frames.js";
export type { OutputStream } from "./streams/output.js";
export type {
  LayerProgress,
  Progress,
  ProgressMessage,
  ProgressOptions,
} from "./streams/progress.js";
export type { ApiClient } from "./transport/api.js";
export type { Answer, CallOptions, EngineRequest, Transport } from "./transport/transport.js";
export type * from "./types.js";
