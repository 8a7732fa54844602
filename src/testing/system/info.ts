import { timestamp } from "../clock.js";
import type { Engine } from "../engine.js";
import type { AnswerBody } from "../http/call.js";
import { oldestVersion } from "../http/versions.js";

const kernel = "6.12.0";
const commit = "f8215cc";
const buildTime = "2025-11-05T14:43:00.000000000+00:00";
const goVersion = "go1.24.9";
const runc = "1.3.3";
const containerd = "v1.7.29";

export function versionInfo({ identity }: Engine): NonNullable<AnswerBody<"SystemVersion">> {
  const { apiVersion, engineVersion } = identity;
  const details = {
    ApiVersion: apiVersion,
    Arch: "amd64",
    BuildTime: buildTime,
    Experimental: "false",
    GitCommit: commit,
    GoVersion: goVersion,
    KernelVersion: kernel,
    MinAPIVersion: oldestVersion(apiVersion),
    Os: "linux",
  };
  return {
    Platform: { Name: "" },
    Components: [
      { Name: "Engine", Version: engineVersion, Details: details },
      { Name: "containerd", Version: containerd, Details: { GitCommit: "" } },
      { Name: "runc", Version: runc, Details: { GitCommit: "" } },
      { Name: "docker-init", Version: "0.19.0", Details: { GitCommit: "" } },
    ],
    Version: engineVersion,
    ApiVersion: apiVersion,
    MinAPIVersion: oldestVersion(apiVersion),
    GitCommit: commit,
    GoVersion: goVersion,
    Os: "linux",
    Arch: "amd64",
    KernelVersion: kernel,
    BuildTime: buildTime,
  };
}

export function engineInfo(engine: Engine): NonNullable<AnswerBody<"SystemInfo">> {
  const containers = engine.containers.all();
  const running = containers.filter((each) => each.running && !each.paused).length;
  const paused = containers.filter((each) => each.paused).length;
  const runtime = { path: "runc" };
  // Not in the API document, but in every answer.
  const undocumented = {
    KernelMemoryTCP: false,
    OomKillDisable: false,
    RuncCommit: { ID: runc },
    InitCommit: { ID: "" },
    ContainerdCommit: { ID: containerd },
    Containerd: {
      Address: "/run/containerd/containerd.sock",
      Namespaces: { Containers: "moby", Plugins: "plugins.moby" },
    },
  };
  return {
    ...undocumented,
    ID: engine.id,
    Containers: containers.length,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: containers.length - running - paused,
    Images: engine.images.all().length,
    Driver: "overlay2",
    DriverStatus: [
      ["Backing Filesystem", "extfs"],
      ["Supports d_type", "true"],
      ["Using metacopy", "false"],
      ["Native Overlay Diff", "true"],
      ["userxattr", "false"],
    ],
    Plugins: {
      Volume: ["local"],
      Network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
      Authorization: null,
      Log: ["json-file", "local", "none"],
    },
    MemoryLimit: true,
    SwapLimit: true,
    CpuCfsPeriod: true,
    CpuCfsQuota: true,
    CPUShares: true,
    CPUSet: true,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: false,
    NFd: 20,
    NGoroutines: 40,
    SystemTime: timestamp(engine.clock.now()),
    LoggingDriver: "json-file",
    CgroupDriver: "systemd",
    CgroupVersion: "2",
    NEventsListener: engine.events.listeners,
    KernelVersion: kernel,
    OperatingSystem: "Mock Linux",
    OSVersion: "",
    OSType: "linux",
    Architecture: "x86_64",
    IndexServerAddress: "https://index.docker.io/v1/",
    RegistryConfig: {
      IndexConfigs: {
        "docker.io": { Mirrors: [], Name: "docker.io", Official: true, Secure: true },
      },
      InsecureRegistryCIDRs: ["::1/128", "127.0.0.0/8"],
      Mirrors: null,
    },
    NCPU: 2,
    MemTotal: 8_589_934_592,
    GenericResources: null,
    DockerRootDir: "/var/lib/docker",
    HttpProxy: "",
    HttpsProxy: "",
    NoProxy: "",
    Name: engine.identity.name,
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: engine.identity.engineVersion,
    Runtimes: { "io.containerd.runc.v2": runtime, runc: runtime },
    DefaultRuntime: "runc",
    Swarm: {
      NodeID: "",
      NodeAddr: "",
      LocalNodeState: "inactive",
      ControlAvailable: false,
      Error: "",
      RemoteManagers: null,
    },
    LiveRestoreEnabled: false,
    Isolation: "",
    InitBinary: "docker-init",
    SecurityOptions: ["name=seccomp,profile=builtin", "name=cgroupns"],
    FirewallBackend: { Driver: "iptables" },
    CDISpecDirs: ["/etc/cdi", "/var/run/cdi"],
    Warnings: null,
  };
}
