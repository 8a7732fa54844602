export type {
  ConnectionOptions,
  Pem,
  PemFile,
  Timeouts,
  TlsOptions,
} from "./connection/options.js";
export type { EngineSource } from "./connection/resolve.js";
export {
  type ResolvedEngine,
  type ResolvedTls,
  resolveEngine,
} from "./connection/resolve-engine.js";
export { Docker, type DockerOptions } from "./docker.js";
export { type Env, formatEnv } from "./env.js";
export * from "./errors.js";
export {
  formatPorts,
  type HostPort,
  type Port,
  type Ports,
  type PublishedPorts,
} from "./ports.js";
export type { Credentials } from "./registry/auth.js";
export { ClientCredentials, type ClientCredentialsOptions } from "./registry/client-credentials.js";
export type { CredentialResolver, RegistryAuth } from "./registry/resolver.js";
export { Checkpoints } from "./resources/checkpoints.js";
export { Configs } from "./resources/configs.js";
export {
  type ContainerArchive,
  type ContainerStats,
  Containers,
  type ExecOptions,
  type LogsQuery,
  type WaitOptions,
} from "./resources/containers.js";
export { Distribution, type DistributionInspectOptions } from "./resources/distribution.js";
export { Exec, type ExecStartBody } from "./resources/exec.js";
export {
  type BuildOptions,
  type BuildResult,
  Images,
  type ImportQuery,
  type LoadResult,
  type ProgressCallOptions,
  type PullResult,
  type PushResult,
  type RegistryOptions,
  type TransferOptions,
} from "./resources/images.js";
export { Networks } from "./resources/networks.js";
export { Nodes } from "./resources/nodes.js";
export {
  type PluginPullResult,
  type PluginPushResult,
  type PluginRegistryOptions,
  Plugins,
  type PluginTransferOptions,
} from "./resources/plugins.js";
export { Secrets } from "./resources/secrets.js";
export {
  type ServiceEditOptions,
  type ServiceRegistryOptions,
  Services,
} from "./resources/services.js";
export { Swarm, type SwarmEditOptions } from "./resources/swarm.js";
export {
  type EventsOptions,
  type EventsQuery,
  type PingResult,
  type SessionOptions,
  System,
} from "./resources/system.js";
export { Tasks } from "./resources/tasks.js";
export { Volumes } from "./resources/volumes.js";
export type { Attachment, TerminalSize } from "./streams/attachment.js";
export type { BuildContext } from "./streams/build-context.js";
export type { ExecResult, ExecSettings, StdinSource } from "./streams/exec.js";
export type { FileEntries, FileEntry } from "./streams/file-entries.js";
export type { OutputFrame } from "./streams/frames.js";
export type { OutputStream } from "./streams/output.js";
export type { PathStat, PathType } from "./streams/path-stat.js";
export type {
  LayerProgress,
  Progress,
  ProgressMessage,
  ProgressOptions,
} from "./streams/progress.js";
export type { ApiClient } from "./transport/api.js";
export type { SpecChange } from "./transport/edit.js";
export type { SwarmLogsQuery } from "./transport/swarm-logs.js";
export type {
  Answer,
  CallOptions,
  EngineRequest,
  RequestBody,
  Transport,
} from "./transport/transport.js";
export type * from "./types.js";
