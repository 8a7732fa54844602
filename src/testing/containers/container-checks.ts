import type { Engine } from "../engine.js";
import { badRequest, type EngineError } from "../http/engine-error.js";
import type { GivenConfig, GivenHostConfig } from "./container.js";
import { checkMounts } from "./mounts.js";
import { parseSignal } from "./signals.js";

/** Refuses settings that no container can have, in the engine's words. */
export function checkSettings(config: GivenConfig, hostConfig: GivenHostConfig): void {
  checkConfig(config);
  checkHostConfig(hostConfig);
  checkMounts(hostConfig);
}

function checkConfig(config: GivenConfig): void {
  if (config.WorkingDir && !config.WorkingDir.startsWith("/")) {
    throw badRequest(
      `the working directory '${config.WorkingDir}' is invalid, it needs to be an absolute path`,
    );
  }
  if (config.StopSignal) {
    try {
      parseSignal(config.StopSignal);
    } catch (error) {
      throw badRequest((error as Error).message);
    }
  }
  for (const entry of config.Env ?? []) {
    if (entry === "" || entry?.startsWith("=")) {
      throw badRequest(`invalid environment variable: ${entry}`);
    }
  }
  const { Healthcheck: health } = config;
  for (const field of ["Interval", "Timeout", "StartPeriod", "StartInterval"] as const) {
    const value = health?.[field] ?? 0;
    if (value !== 0 && value < 1_000_000) {
      throw badRequest(`${field} in Healthcheck cannot be less than 1ms`);
    }
  }
  if ((health?.Retries ?? 0) < 0) throw badRequest("Retries in Healthcheck cannot be negative");
}

const capabilities: readonly string[] = (
  "AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE " +
  "DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE " +
  "MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID " +
  "SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO " +
  "SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM ALL"
).split(" ");

function checkCapabilities(hostConfig: GivenHostConfig): void {
  for (const field of ["CapAdd", "CapDrop"] as const) {
    for (const given of hostConfig[field] ?? []) {
      const name = given.toUpperCase().replace(/^CAP_/, "");
      if (capabilities.includes(name)) continue;
      throw badRequest(`invalid ${field}: unknown capability: "CAP_${name}"`);
    }
  }
}

function checkHostConfig(hostConfig: GivenHostConfig): void {
  checkCapabilities(hostConfig);
  checkRestartPolicy(hostConfig);
  checkResources(hostConfig);
  const { LogConfig: log, Runtime: runtime, IpcMode: ipc } = hostConfig;
  if (log?.Type && !["json-file", "local", "none", "journald", "syslog"].includes(log.Type)) {
    throw badRequest(`error looking up logging plugin ${log.Type}: plugin "${log.Type}" not found`);
  }
  if (runtime && !["runc", "io.containerd.runc.v2"].includes(runtime)) {
    throw badRequest(`unknown or invalid runtime name: ${runtime}`);
  }
  if (ipc && !/^(|none|private|shareable|host|container:.+)$/.test(ipc)) {
    throw badRequest(`invalid IPC mode: ${ipc}`);
  }
  for (const bindings of Object.values(hostConfig.PortBindings ?? {})) {
    for (const binding of bindings ?? []) {
      const port = binding?.HostPort ?? "";
      if (port !== "" && !/^\d+(-\d+)?$/.test(port)) throw invalidPort(port);
    }
  }
}

const invalidPort = (port: string): EngineError =>
  badRequest(`invalid port specification: ${JSON.stringify(port)}`);

/** Refuses the names of containers that are not there. */
export function checkOthers(
  engine: Engine,
  { VolumesFrom: sources, Links: links }: GivenHostConfig,
): void {
  const refuse = (error: unknown, doing = ""): EngineError =>
    badRequest(doing + (error as Error).message);
  for (const source of sources ?? []) {
    try {
      engine.containers.get(source.split(":")[0] ?? "");
    } catch (error) {
      throw refuse(error);
    }
  }
  for (const link of links ?? []) {
    const [name = ""] = link.split(":");
    try {
      engine.containers.get(name);
    } catch (error) {
      throw refuse(error, `could not get container for ${name}: `);
    }
  }
}

export function checkRestartPolicy(hostConfig: GivenHostConfig): void {
  const { Name: policy = "", MaximumRetryCount: most } = hostConfig.RestartPolicy ?? {};
  if (!["", "no", "always", "on-failure", "unless-stopped"].includes(policy ?? "")) {
    throw badRequest(
      `invalid restart policy: unknown policy '${policy}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    );
  }
  if (most && policy !== "on-failure") {
    throw badRequest(
      "invalid restart policy: maximum retry count can only be used with 'on-failure'",
    );
  }
  if (hostConfig.AutoRemove && policy && policy !== "no") {
    throw badRequest("can't create 'AutoRemove' container with restart policy");
  }
}

const smallestMemory = 6 * 1024 * 1024;

export function checkResources({
  Memory: memory,
  MemorySwap: swap,
  NanoCpus: cpus,
}: GivenHostConfig): void {
  if (memory && memory < smallestMemory) throw badRequest("Minimum memory limit allowed is 6MB");
  if (memory && swap && swap > 0 && swap < memory) {
    throw badRequest("Minimum memoryswap limit should be larger than memory limit, see usage");
  }
  if (!memory && swap && swap > 0) {
    throw badRequest(
      "You should always set the Memory limit when using Memoryswap limit, see usage",
    );
  }
  if (cpus && (cpus < 0 || cpus > 2e9)) {
    throw badRequest("range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available");
  }
}
