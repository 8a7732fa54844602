export type { OperationId } from "./call.js";
export type { Fault } from "./faults.js";
export type { ImageConfig, ImageOptions } from "./image.js";
export type { ListenOptions } from "./listen.js";
export { MockDaemon, type MockDaemonOptions } from "./mock-daemon.js";
export type { Program, ProgramContext } from "./process.js";
export type { Registry, RegistryCredentials } from "./registry.js";
export type { RecordedRequest } from "./requests.js";
export { Killed } from "./signals.js";
