export type { OperationId } from "../types.js";
export type { Program, ProgramContext, TerminalSize } from "./containers/process.js";
export { Killed } from "./containers/signals.js";
export type { ContainerFiles, FileStat } from "./files/container-files.js";
export { FileError, type FileErrorCode } from "./files/file-error.js";
export type { ActiveFault, Drip, Fault, FaultKinds, FaultTarget } from "./http/faults.js";
export type {
  Listening,
  ListenOptions,
  PathListening,
  PathListenOptions,
  PortListening,
  PortListenOptions,
  TlsListenOptions,
} from "./http/listen.js";
export type { RecordedFile } from "./http/recorded-files.js";
export type { RecordedRequest } from "./http/requests.js";
export type { ImageOptions, LayerOptions, MockImageConfig } from "./images/image.js";
export type { ImageFile } from "./images/image-files.js";
export type {
  Registry,
  RegistryCredentials,
  RegistryImage,
  RepositoryDescription,
} from "./images/registry.js";
export { MockDaemon, type Outage } from "./mock-daemon.js";
export type { MockDaemonOptions } from "./mock-daemon-options.js";
export type { ContainerCondition, MockContainer } from "./state/container-state.js";
export type { MockContainers } from "./state/containers-state.js";
export type { MockExec, MockExecs } from "./state/execs-state.js";
export type { MockImage, MockImages } from "./state/images-state.js";
export type { MockNetwork, MockNetworks } from "./state/networks-state.js";
export type { MockVolume, MockVolumeOptions, MockVolumes } from "./state/volumes-state.js";
export type { ClientCertificates } from "./tls/certificates.js";
