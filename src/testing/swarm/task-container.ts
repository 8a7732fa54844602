import type { Container } from "../containers/container.js";
import { type CreateBody, createContainer } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import { contentOf } from "../files/content.js";
import { split } from "../files/mounts.js";
import { makeDirectory, makeFile } from "../files/nodes.js";
import { EngineError } from "../http/engine-error.js";
import { pullForBuild } from "../images/pull.js";
import { parseReference } from "../images/references.js";
import { decodeRegistryAuth } from "../images/registry-auth.js";
import type { GivenContainer, Service } from "./service.js";
import type { Swarm } from "./swarm.js";
import { ingressOf } from "./swarm-networks.js";
import type { Task } from "./task.js";

/** `web.1.ID`, or with the node where there is one of it on each. */
export const taskName = ({ spec }: Service, { slot, id, nodeId }: Task): string =>
  `${spec.Name}.${slot || nodeId}.${id}`;

/** Makes the container of a task, with its secrets and configs; pulls an image that is missing. */
export function makeTaskContainer(
  engine: Engine,
  swarm: Swarm,
  service: Service,
  task: Task,
): Container {
  const { ContainerSpec: spec } = task.spec;
  pull(engine, spec.Image ?? "", service.registryAuth);
  const fill = templates(engine, swarm, service, task);
  const { container } = createContainer(engine, bodyOf(engine, swarm, service, task, fill), {
    name: taskName(service, task),
    platform: "",
  });
  for (const { data, file } of readFiles(swarm, spec)) {
    const path = file.Name?.startsWith("/") ? file.Name : `${file.root}${file.Name}`;
    writeFile(engine, container, path, data, file);
  }
  return container;
}

/** It may be there without a registry: whoever fails to pull says so when the container is made. */
function pull(engine: Engine, image: string, header: string | undefined): void {
  if (engine.images.find(image) !== undefined) return;
  const credentials = decodeRegistryAuth({ headers: { "x-registry-auth": header ?? "" } });
  try {
    Array.from(pullForBuild(engine, parseReference(image), credentials, ""));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
}

function bodyOf(
  engine: Engine,
  swarm: Swarm,
  service: Service,
  task: Task,
  fill: (text: string) => string,
): CreateBody {
  const { ContainerSpec: spec, Resources: resources, LogDriver: log } = task.spec;
  const networks = (task.spec.Networks ?? []).flatMap((each) => {
    const network = engine.networks.all().find(({ id }) => id === each?.Target);
    return network === undefined ? [] : [{ network, aliases: each?.Aliases ?? [] }];
  });
  const ports = service.spec.EndpointSpec?.Ports ?? [];
  const published = ports.some((port) => port?.PublishMode === "ingress");
  const attached = [
    ...(published ? [{ network: ingressOf(engine), aliases: [] }] : []),
    ...networks,
  ];
  const bindings = ports
    .filter((port) => port?.PublishMode === "host")
    .map((port) => [
      `${port?.TargetPort ?? 0}/${port?.Protocol ?? "tcp"}`,
      [{ HostIp: "", HostPort: String(port?.PublishedPort ?? "") }],
    ]);
  const [first] = attached;
  const endpoints = attached.map(
    ({ network, aliases }) => [network.name, { Aliases: [...aliases] }] as const,
  );
  const body = {
    Image: spec.Image,
    Hostname: fill(spec.Hostname ?? ""),
    Env: spec.Env?.map((each) => fill(each ?? "")),
    User: spec.User,
    WorkingDir: spec.Dir,
    Tty: spec.TTY,
    OpenStdin: spec.OpenStdin,
    StopSignal: spec.StopSignal,
    Healthcheck: spec.Healthcheck,
    Entrypoint: spec.Command,
    Cmd: spec.Args,
    ExposedPorts: Object.fromEntries(bindings.map(([port]) => [port, {}])),
    Labels: {
      ...spec.Labels,
      "com.docker.swarm.node.id": swarm.node.id,
      "com.docker.swarm.service.id": service.id,
      "com.docker.swarm.service.name": service.spec.Name,
      "com.docker.swarm.task": "",
      "com.docker.swarm.task.id": task.id,
      "com.docker.swarm.task.name": taskName(service, task),
    },
    HostConfig: {
      NetworkMode: first?.network.name ?? "bridge",
      PortBindings: Object.fromEntries(bindings),
      Mounts: spec.Mounts?.map((mount) => ({ ...mount, Source: fill(mount?.Source ?? "") })),
      Memory: resources?.Limits?.MemoryBytes,
      NanoCpus: resources?.Limits?.NanoCPUs,
      ReadonlyRootfs: spec.ReadOnly,
      Init: spec.Init,
      CapAdd: spec.CapabilityAdd,
      CapDrop: spec.CapabilityDrop,
      Sysctls: spec.Sysctls,
      GroupAdd: spec.Groups,
      ExtraHosts: spec.Hosts,
      ...(log && { LogConfig: { Type: log.Name ?? "json-file", Config: log.Options ?? {} } }),
    },
    NetworkingConfig: { EndpointsConfig: Object.fromEntries(endpoints) },
  };
  return dropMissing(body) as CreateBody;
}

function dropMissing(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(kept.map(([name, item]) => [name, dropMissing(item)]));
}

/** `{{.Task.Slot}}` and the like, which a service may use in a few places. */
function templates(
  { identity }: Engine,
  { node }: Swarm,
  service: Service,
  task: Task,
): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    "Service.ID": service.id,
    "Service.Name": service.spec.Name,
    "Node.ID": node.id,
    "Node.Hostname": identity.name,
    "Node.Platform.Architecture": "x86_64",
    "Node.Platform.OS": "linux",
    "Task.ID": task.id,
    "Task.Name": taskName(service, task),
    "Task.Slot": String(task.slot || node.id),
  };
  return (text) =>
    text.replace(/\{\{\s*\.([\w.]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

interface WantedFile {
  readonly Name?: string | null;
  readonly UID?: string | null;
  readonly GID?: string | null;
  readonly Mode?: number | null;
  readonly root: string;
}

function readFiles(swarm: Swarm, spec: GivenContainer): { data: string; file: WantedFile }[] {
  const secrets = (spec.Secrets ?? []).map((each) => ({
    item: swarm.secrets.byId(each?.SecretID ?? ""),
    file: { ...each?.File, root: "/run/secrets/" } as WantedFile,
  }));
  const configs = (spec.Configs ?? []).map((each) => ({
    item: swarm.configs.byId(each?.ConfigID ?? ""),
    file: { ...each?.File, root: "/" } as WantedFile,
  }));
  return [...secrets, ...configs].flatMap(({ item, file }) =>
    item === undefined || !file.Name ? [] : [{ data: item.spec.Data ?? "", file }],
  );
}

function writeFile(
  { clock }: Engine,
  { files }: Container,
  path: string,
  data: string,
  { UID: uid, GID: gid, Mode: mode }: WantedFile,
): void {
  const names = split(path);
  const mtime = clock.now();
  for (let depth = 1; depth < names.length; depth += 1) {
    const parent = names.slice(0, depth);
    if (files.get(parent) === undefined) files.put(parent, makeDirectory({ mtime }), mtime);
  }
  const given = { mtime, mode: mode ?? 0o444, uid: Number(uid ?? 0), gid: Number(gid ?? 0) };
  files.put(names, makeFile(contentOf(Buffer.from(data, "base64")), given), mtime);
}
