import type { Engine } from "../engine.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { mountpoint } from "../volumes/volumes.js";
import type { GivenHostConfig, HostConfig, MountPoint } from "./container.js";

/** What a container mounts: binds, mounts, the image's volumes; makes the volumes that are missing. */
export function makeMounts(
  engine: Engine,
  hostConfig: HostConfig,
  volumes: Readonly<Record<string, unknown>>,
): MountPoint[] {
  const mounts = new Map<string, MountPoint>();
  for (const source of hostConfig.VolumesFrom ?? []) {
    const [from = ""] = (source ?? "").split(":");
    for (const mount of engine.containers.get(from).mounts)
      mounts.set(mount.Destination ?? "", mount);
  }
  for (const bind of hostConfig.Binds ?? []) {
    const mount = fromBind(engine, bind ?? "");
    if (mounts.has(mount.Destination ?? "")) {
      throw badRequest(`Duplicate mount point: ${mount.Destination}`);
    }
    mounts.set(mount.Destination ?? "", mount);
  }
  for (const wanted of hostConfig.Mounts ?? []) {
    if (wanted !== null) mounts.set(wanted.Target ?? "", fromMount(engine, wanted));
  }
  for (const path of Object.keys(volumes)) {
    if (!mounts.has(path)) mounts.set(path, volumeMount(engine, { Destination: path, Mode: "" }));
  }
  return [...mounts.values()];
}

/** Refuses mounts that cannot be, before anything else of the container is looked at. */
export function checkMounts(hostConfig: GivenHostConfig): void {
  for (const mount of hostConfig.Mounts ?? []) {
    const type = mount?.Type ?? "";
    const refuse = (why: string): Error =>
      badRequest(`invalid mount config for type "${type}": ${why}`);
    if (!mount?.Target) throw refuse("field Target must not be empty");
    if (!["bind", "volume", "tmpfs", "npipe", "cluster", "image"].includes(type)) {
      throw refuse("mount type unknown");
    }
    if (type === "bind" && !mount.Source) throw refuse("field Source must not be empty");
    if (!mount.Target.startsWith("/")) {
      throw refuse(`invalid mount path: '${mount.Target}' mount path must be absolute`);
    }
  }
}

const modes = /^(ro|rw|z|Z|nocopy|consistent|cached|delegated|r?shared|r?slave|r?private)$/;

/** `source:/target:mode`, or only `/target`. */
function fromBind(engine: Engine, bind: string): MountPoint {
  const parts = bind.split(":");
  const [source, target = ""] = parts.length === 1 ? [undefined, parts[0]] : parts;
  const mode = parts[2] ?? "";
  if (!target.startsWith("/")) {
    throw systemError(
      `invalid volume specification: '${bind}': invalid mount config for type "volume": invalid mount path: '${target}' mount path must be absolute`,
    );
  }
  if (mode !== "" && !mode.split(",").every((flag) => modes.test(flag))) {
    throw systemError(`invalid mode: ${mode}`);
  }
  const writable = !mode.split(",").includes("ro");
  if (source?.startsWith("/")) {
    return {
      Type: "bind",
      Source: source,
      Destination: target,
      Mode: mode,
      RW: writable,
      Propagation: "rprivate",
    };
  }
  return volumeMount(engine, {
    ...(source === undefined ? {} : { Name: source }),
    Destination: target,
    Mode: mode || "z",
    RW: writable,
  });
}

type MountRequest = NonNullable<NonNullable<HostConfig["Mounts"]>[number]>;

function fromMount(engine: Engine, wanted: MountRequest): MountPoint {
  const { Type: type, Source: source, Target: target, ReadOnly: readOnly } = wanted;
  const writable = readOnly !== true;
  if (type === "volume") {
    return volumeMount(
      engine,
      { ...(source ? { Name: source } : {}), Destination: target ?? "", Mode: "z", RW: writable },
      wanted.VolumeOptions,
    );
  }
  return {
    Type: type ?? "bind",
    Source: source ?? "",
    Destination: target ?? "",
    Mode: "",
    RW: writable,
    Propagation: type === "bind" ? "rprivate" : "",
  };
}

function volumeMount(
  engine: Engine,
  mount: Partial<MountPoint>,
  options?: MountRequest["VolumeOptions"],
): MountPoint {
  const labels = options?.Labels as Readonly<Record<string, string>> | null | undefined;
  const given = options?.DriverConfig?.Options as
    | Readonly<Record<string, string>>
    | null
    | undefined;
  const { name } = engine.volumes.create(
    { ...(mount.Name ? { name: mount.Name } : {}), labels: labels ?? null, options: given ?? null },
    options?.DriverConfig?.Name ?? "local",
  );
  return {
    Type: "volume",
    Name: name,
    Source: mountpoint(name),
    Destination: mount.Destination ?? "",
    Driver: "local",
    Mode: mount.Mode ?? "",
    RW: mount.RW ?? true,
    Propagation: "",
  };
}
