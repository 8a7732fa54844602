export type { OperationId } from "../types.js";
export type { Program, ProgramContext, TerminalSize } from "./containers/process.js";
export { Killed } from "./containers/signals.js";
export type { Fault } from "./http/faults.js";
export type { ListenOptions } from "./http/listen.js";
export type { RecordedRequest } from "./http/requests.js";
export type { ImageOptions, MockImageConfig } from "./images/image.js";
export type { Registry, RegistryCredentials } from "./images/registry.js";
export { MockDaemon, type MockDaemonOptions } from "./mock-daemon.js";
