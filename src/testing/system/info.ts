import { timestamp } from "../clock.js";
import type { Engine } from "../engine.js";
import { type AnswerBody, type Call, speaksAtLeast } from "../http/call.js";
import { swarmInfo } from "../swarm/swarm-info.js";
import { containerd, kernel, runc } from "./version.js";

/** What `docker info` shows, with the fields that the engine has at its age and for this client. */
export function engineInfo(call: Call, engine: Engine): NonNullable<AnswerBody<"SystemInfo">> {
  const containers = engine.containers.all();
  const running = containers.filter((each) => each.running && !each.paused).length;
  const paused = containers.filter((each) => each.paused).length;
  return {
    ...olderFields(call, engine),
    ...newerFields(call, engine),
    ...commits(call, engine),
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
      ...(engine.atLeast(42) ? [["Using metacopy", "false"]] : []),
      ["Native Overlay Diff", "true"],
      ["userxattr", "false"],
    ],
    Plugins: {
      Volume: ["local"],
      Network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
      Authorization: null,
      Log: logDrivers(engine),
    },
    MemoryLimit: true,
    SwapLimit: true,
    CpuCfsPeriod: true,
    CpuCfsQuota: true,
    CPUShares: true,
    CPUSet: true,
    PidsLimit: true,
    OomKillDisable: false,
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
    RegistryConfig: registryConfig(call, engine),
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
    Runtimes: runtimes(engine),
    DefaultRuntime: "runc",
    Swarm: swarmInfo(engine),
    LiveRestoreEnabled: false,
    Isolation: "",
    InitBinary: "docker-init",
    SecurityOptions: [
      `name=seccomp,profile=${engine.atLeast(42) ? "builtin" : "default"}`,
      "name=cgroupns",
    ],
    Warnings: null,
  };
}

type Info = NonNullable<AnswerBody<"SystemInfo">>;

/** What is gone from newer API versions, and from the API document. */
function olderFields(call: Call, engine: Engine): object {
  return {
    KernelMemoryTCP: false,
    ...(!speaksAtLeast(call, 42) && { KernelMemory: !engine.atLeast(42) }),
    ...(!speaksAtLeast(call, 50) && { BridgeNfIptables: true, BridgeNfIp6tables: true }),
  };
}

function newerFields(call: Call, engine: Engine): Partial<Info> {
  return {
    ...(engine.atLeast(44) && {
      CDISpecDirs: engine.atLeast(50) ? ["/etc/cdi", "/var/run/cdi"] : [],
    }),
    ...(speaksAtLeast(call, 46) && {
      Containerd: {
        Address: "/run/containerd/containerd.sock",
        Namespaces: { Containers: "moby", Plugins: "plugins.moby" },
      },
    }),
    ...(speaksAtLeast(call, 49) && { FirewallBackend: { Driver: "iptables" } }),
  };
}

/** Before API 1.49 they were compared with what was expected, if that was known. */
function commits(
  call: Call,
  engine: Engine,
): Pick<Info, "RuncCommit" | "InitCommit" | "ContainerdCommit"> {
  const commit = (id: string): { ID: string } =>
    speaksAtLeast(call, 49) || (id === "" && engine.atLeast(46))
      ? { ID: id }
      : { ID: id, ...{ Expected: id } };
  return { RuncCommit: commit(runc), InitCommit: commit(""), ContainerdCommit: commit(containerd) };
}

function registryConfig(call: Call, engine: Engine): NonNullable<Info["RegistryConfig"]> {
  const none = engine.atLeast(42) ? null : [];
  const legacy = {
    AllowNondistributableArtifactsCIDRs: none,
    AllowNondistributableArtifactsHostnames: none,
  };
  const insecure = engine.registries.insecureHosts.map((host) => [
    host,
    { Mirrors: [], Name: host, Official: false, Secure: false },
  ]);
  return {
    ...(!speaksAtLeast(call, 47) && legacy),
    IndexConfigs: {
      "docker.io": { Mirrors: [], Name: "docker.io", Official: true, Secure: true },
      ...Object.fromEntries(insecure),
    },
    InsecureRegistryCIDRs: engine.atLeast(46) ? ["::1/128", "127.0.0.0/8"] : ["127.0.0.0/8"],
    Mirrors: none,
  };
}

function runtimes(engine: Engine): Info["Runtimes"] {
  const runtime = { path: "runc" };
  const legacy = { "io.containerd.runtime.v1.linux": runtime };
  return {
    "io.containerd.runc.v2": runtime,
    ...(!engine.atLeast(42) && legacy),
    runc: runtime,
  };
}

/** `logentries` and `gcplogs` went away with time. */
function logDrivers(engine: Engine): string[] {
  const drivers = "awslogs fluentd gcplogs gelf journald json-file local logentries splunk syslog";
  return drivers
    .split(" ")
    .filter((name) => name !== "logentries" || !engine.atLeast(44))
    .filter((name) => name !== "gcplogs" || !engine.atLeast(48));
}
