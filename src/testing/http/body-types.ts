import type { GoStruct, GoType } from "./go-json.js";

const strings: GoType = { list: "string" };
const stringMap: GoType = { map: "string" };

const hostConfig: GoType = {
  name: "container.HostConfig",
  struct: {
    Binds: strings,
    NetworkMode: "string",
    AutoRemove: "bool",
    Privileged: "bool",
    PublishAllPorts: "bool",
    ReadonlyRootfs: "bool",
    Memory: "int64",
    MemorySwap: "int64",
    NanoCpus: "int64",
    CpuShares: "int64",
    ShmSize: "int64",
    CapAdd: strings,
    CapDrop: strings,
    Dns: strings,
    ExtraHosts: strings,
    GroupAdd: strings,
    Tmpfs: stringMap,
    Sysctls: stringMap,
    RestartPolicy: {
      name: "container.RestartPolicy",
      struct: { Name: "string", MaximumRetryCount: "int" },
    },
    LogConfig: { name: "container.LogConfig", struct: { Type: "string", Config: stringMap } },
  },
};

const config: Readonly<Record<string, GoType>> = {
  Hostname: "string",
  Domainname: "string",
  User: "string",
  AttachStdin: "bool",
  AttachStdout: "bool",
  AttachStderr: "bool",
  Tty: "bool",
  OpenStdin: "bool",
  StdinOnce: "bool",
  Env: strings,
  Cmd: "words",
  Entrypoint: "words",
  Image: "string",
  ExposedPorts: { map: { name: "struct {}", struct: {} }, name: "nat.PortSet" },
  WorkingDir: "string",
  Labels: stringMap,
  StopSignal: "string",
  StopTimeout: "int",
};

/** The bodies whose mistakes the daemon finds, with the names that the engine has for them. */
export const createContainerBody: GoStruct = {
  name: "container.CreateRequest",
  struct: { ...config, HostConfig: hostConfig },
};

export const execBody: GoStruct = {
  name: "container.ExecOptions",
  owner: "ExecOptions",
  struct: {
    User: "string",
    Privileged: "bool",
    Tty: "bool",
    AttachStdin: "bool",
    AttachStdout: "bool",
    AttachStderr: "bool",
    DetachKeys: "string",
    Env: strings,
    WorkingDir: "string",
    Cmd: strings,
  },
};

export const startExecBody: GoStruct = {
  name: "container.ExecStartOptions",
  owner: "ExecStartOptions",
  struct: { Detach: "bool", Tty: "bool" },
};

export const commitBody: GoStruct = { name: "container.Config", struct: config };

export const updateContainerBody: GoStruct = {
  name: "container.UpdateConfig",
  owner: "UpdateConfig",
  struct: { Memory: "int64", MemorySwap: "int64", NanoCpus: "int64", CpuShares: "int64" },
};

export const createNetworkBody: GoStruct = {
  name: "network.CreateRequest",
  owner: "CreateRequest",
  struct: {
    Name: "string",
    Driver: "string",
    Scope: "string",
    Internal: "bool",
    Attachable: "bool",
    Options: stringMap,
    Labels: stringMap,
  },
};

export const connectNetworkBody: GoStruct = {
  name: "network.ConnectOptions",
  owner: "ConnectOptions",
  struct: { Container: "string" },
};

export const disconnectNetworkBody: GoStruct = {
  name: "network.DisconnectOptions",
  owner: "DisconnectOptions",
  struct: { Container: "string", Force: "bool" },
};

export const createVolumeBody: GoStruct = {
  name: "volume.CreateOptions",
  owner: "CreateOptions",
  struct: { Name: "string", Driver: "string", DriverOpts: stringMap, Labels: stringMap },
};
