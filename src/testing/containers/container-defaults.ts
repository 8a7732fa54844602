import { badRequest } from "../http/engine-error.js";
import type { MockImageConfig } from "../images/image.js";
import type { ContainerConfig, GivenConfig, GivenHostConfig, HostConfig } from "./container.js";

const maskedPaths = [
  "/proc/asound",
  "/proc/acpi",
  "/proc/interrupts",
  "/proc/kcore",
  "/proc/keys",
  "/proc/latency_stats",
  "/proc/timer_list",
  "/proc/timer_stats",
  "/proc/sched_debug",
  "/proc/scsi",
  "/sys/firmware",
  "/sys/devices/virtual/powercap",
];

const readonlyPaths = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

/** A HostConfig with everything the engine fills in. */
export function completeHostConfig(given: GivenHostConfig): HostConfig {
  const memory = given.Memory ?? 0;
  const confined = given.Privileged !== true;
  const defaults: HostConfig = {
    Binds: null,
    ContainerIDFile: "",
    LogConfig: { Type: "json-file", Config: {} },
    NetworkMode: "bridge",
    PortBindings: null,
    RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
    AutoRemove: false,
    VolumeDriver: "",
    VolumesFrom: null,
    ConsoleSize: [0, 0],
    CapAdd: null,
    CapDrop: null,
    CgroupnsMode: "private",
    Dns: null,
    DnsOptions: null,
    DnsSearch: null,
    ExtraHosts: null,
    GroupAdd: null,
    IpcMode: "private",
    Cgroup: "",
    Links: null,
    OomScoreAdj: 0,
    PidMode: "",
    Privileged: false,
    PublishAllPorts: false,
    ReadonlyRootfs: false,
    SecurityOpt: null,
    UTSMode: "",
    UsernsMode: "",
    ShmSize: 67_108_864,
    Runtime: "runc",
    Isolation: "",
    CpuShares: 0,
    Memory: 0,
    NanoCpus: 0,
    CgroupParent: "",
    BlkioWeight: 0,
    BlkioWeightDevice: null,
    BlkioDeviceReadBps: null,
    BlkioDeviceWriteBps: null,
    BlkioDeviceReadIOps: null,
    BlkioDeviceWriteIOps: null,
    CpuPeriod: 0,
    CpuQuota: 0,
    CpuRealtimePeriod: 0,
    CpuRealtimeRuntime: 0,
    CpusetCpus: "",
    CpusetMems: "",
    Devices: null,
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: 0,
    MemorySwap: memory > 0 ? memory * 2 : 0,
    MemorySwappiness: null,
    OomKillDisable: false,
    PidsLimit: null,
    Ulimits: null,
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    MaskedPaths: confined ? maskedPaths : null,
    ReadonlyPaths: confined ? readonlyPaths : null,
  };
  const set = withoutEmpty(given) as Partial<HostConfig>;
  return {
    ...defaults,
    ...set,
    // What the docker command sends for the host's own.
    ...(set.MemorySwappiness === -1 && { MemorySwappiness: null }),
    ...(set.LogConfig && {
      LogConfig: { Type: set.LogConfig.Type || "json-file", Config: set.LogConfig.Config ?? {} },
    }),
    ...(set.RestartPolicy && {
      RestartPolicy: completePolicy(set.RestartPolicy),
    }),
    ...(set.PortBindings && { PortBindings: completeBindings(set.PortBindings) }),
    NetworkMode: !set.NetworkMode || set.NetworkMode === "default" ? "bridge" : set.NetworkMode,
  };
}

export function completePolicy(
  given: NonNullable<GivenHostConfig["RestartPolicy"]>,
): NonNullable<HostConfig["RestartPolicy"]> {
  return { Name: given.Name || "no", MaximumRetryCount: given.MaximumRetryCount ?? 0 };
}

type Bindings = NonNullable<HostConfig["PortBindings"]>;

function completeBindings(given: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(given).map(([port, bindings]) => [
      port,
      (bindings ?? []).map((each) => ({
        HostIp: each?.HostIp ?? "",
        HostPort: each?.HostPort ?? "",
      })),
    ]),
  );
}

/** What was given as null, as an empty text or as nought was not given. */
export function withoutEmpty(given: object): object {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== "" && value !== 0),
  );
}

/** A container's Config: what was asked for, and where it is silent what the image says. */
export function mergeConfig(
  given: GivenConfig,
  image: MockImageConfig,
  id: string,
): ContainerConfig {
  const own = given.Entrypoint ?? null;
  const silent = (own?.length ?? 0) === 0;
  const cmd = silent && !given.Cmd?.length ? (image.Cmd ?? null) : (given.Cmd ?? null);
  const entrypoint = own ?? image.Entrypoint ?? null;
  if (!entrypoint?.some((word) => word !== "") && !cmd?.length) {
    throw badRequest("no command specified");
  }
  const exposed = { ...image.ExposedPorts, ...given.ExposedPorts };
  const volumes = { ...image.Volumes, ...given.Volumes };
  const health = (given.Healthcheck ?? image.Healthcheck) as ContainerConfig["Healthcheck"];
  const stopSignal = given.StopSignal || image.StopSignal;
  const shell = given.Shell?.length ? given.Shell : image.Shell;
  return {
    Hostname: given.Hostname || id.slice(0, 12),
    Domainname: given.Domainname ?? "",
    User: given.User || (image.User ?? ""),
    AttachStdin: given.AttachStdin ?? false,
    AttachStdout: given.AttachStdout ?? false,
    AttachStderr: given.AttachStderr ?? false,
    ...(Object.keys(exposed).length > 0 && { ExposedPorts: exposed }),
    Tty: given.Tty ?? false,
    OpenStdin: given.OpenStdin ?? false,
    StdinOnce: given.StdinOnce ?? false,
    Env: mergeEnv(given.Env ?? [], image.Env ?? []),
    Cmd: cmd,
    ...(health && { Healthcheck: health }),
    ...(given.ArgsEscaped && { ArgsEscaped: true }),
    Image: given.Image ?? "",
    Volumes: Object.keys(volumes).length > 0 ? volumes : null,
    WorkingDir: given.WorkingDir || (image.WorkingDir ?? ""),
    Entrypoint: entrypoint,
    ...(given.NetworkDisabled && { NetworkDisabled: true }),
    ...(given.MacAddress && { MacAddress: given.MacAddress }),
    OnBuild: given.OnBuild ?? null,
    Labels: { ...image.Labels, ...given.Labels },
    ...(stopSignal && { StopSignal: stopSignal }),
    ...(given.StopTimeout != null && { StopTimeout: given.StopTimeout }),
    ...(shell && { Shell: shell }),
  };
}

function mergeEnv(given: readonly string[], image: readonly string[]): string[] {
  const names = new Set(given.map((entry) => entry.split("=")[0]));
  return [...given, ...image.filter((entry) => !names.has(entry.split("=")[0]))];
}
