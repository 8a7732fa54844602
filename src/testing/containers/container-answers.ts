import { elapsed, humanDuration, timestamp, unixSeconds } from "../clock.js";
import type { Engine } from "../engine.js";
import type { AnswerBody } from "../http/call.js";
import { imageSize } from "../images/image.js";
import { networkMode } from "../networks/network-mode.js";
import { endpointAnswer } from "../networks/networking.js";
import { openPorts, publishedPorts } from "../networks/ports.js";
import type { Container, EndpointSettings } from "./container.js";
import { healthAnswer } from "./health.js";

export type ContainerSummary = NonNullable<NonNullable<AnswerBody<"ContainerList">>[number]>;
export type ContainerInspect = NonNullable<AnswerBody<"ContainerInspect">>;

/** `Up 3 seconds`, `Exited (0) 2 seconds ago`: what `docker ps` prints. */
function statusText(container: Container, now: bigint): string {
  const since = (time: bigint | undefined): string => humanDuration(elapsed(time ?? now, now));
  if (container.restarting) {
    return `Restarting (${container.exitCode}) ${since(container.finishedAt)} ago`;
  }
  if (container.running) {
    const up = `Up ${since(container.startedAt)}`;
    if (container.paused) return `${up} (Paused)`;
    const { status } = container.health ?? {};
    return status ? `${up} (${status === "starting" ? "health: starting" : status})` : up;
  }
  if (container.removing) return "Removal In Progress";
  if (container.startedAt === undefined) return "Created";
  return `Exited (${container.exitCode}) ${since(container.finishedAt)} ago`;
}

export function summarize(engine: Engine, container: Container, size: boolean): ContainerSummary {
  const { config, hostConfig, image } = container;
  const annotations = hostConfig.Annotations;
  return {
    Id: container.id,
    Names: [`/${container.name}`],
    Image: imageColumn(engine, container),
    ImageID: image.id,
    Command: commandText([...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]),
    Created: unixSeconds(container.created),
    Ports: portSummaries(container),
    ...(size && { SizeRootFs: imageSize(image) }),
    Labels: config.Labels ?? {},
    State: container.status,
    Status: statusText(container, engine.clock.now()),
    HostConfig: {
      NetworkMode: hostConfig.NetworkMode ?? "",
      ...(annotations && { Annotations: annotations }),
    },
    NetworkSettings: { Networks: networksOf(engine, container) },
    Mounts: [...container.mounts].sort((a, b) =>
      (a.Destination ?? "").localeCompare(b.Destination ?? ""),
    ),
  };
}

/** The image as it was asked for, or its id once that name means another image. */
function imageColumn(engine: Engine, { imageName, image }: Container): string {
  return engine.images.find(imageName)?.image.id === image.id ? imageName : image.id;
}

/** The command on one line, words with spaces in quotes. */
function commandText(argv: readonly (string | null)[]): string {
  return argv.map((word) => (word && !/[\s'"]/.test(word) ? word : `'${word ?? ""}'`)).join(" ");
}

function portSummaries(container: Container): NonNullable<ContainerSummary["Ports"]> {
  const published = publishedPorts(container);
  const open = openPorts(container);
  return open.flatMap((port) => {
    const [number, type] = port.split("/");
    const common = {
      PrivatePort: Number(number),
      Type: type === "udp" || type === "sctp" ? type : "tcp",
    } as const;
    const bound = published.filter((each) => each.port === port);
    if (bound.length === 0) return [common];
    return bound.map(({ ip, hostPort }) => ({ IP: ip, ...common, PublicPort: Number(hostPort) }));
  });
}

function networksOf(engine: Engine, container: Container): Record<string, EndpointSettings> {
  return Object.fromEntries(
    [...container.endpoints].map(([name, endpoint]) => [
      name,
      endpointAnswer(engine, container, endpoint),
    ]),
  );
}

export function inspect(engine: Engine, container: Container, size: boolean): ContainerInspect {
  const { id, config, image } = container;
  const [path = "", ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
  const files = `/var/lib/docker/containers/${id}`;
  const execs = engine.execs.of(container).filter(({ exitCode }) => exitCode === null);
  const hasRun = container.startedAt !== undefined;
  const layer = `/var/lib/docker/overlay2/${id}`;
  return {
    Id: id,
    Created: timestamp(container.created),
    Path: path ?? "",
    Args: args,
    State: stateAnswer(container),
    Image: image.id,
    ResolvConfPath: hasRun ? `${files}/resolv.conf` : "",
    HostnamePath: hasRun ? `${files}/hostname` : "",
    HostsPath: hasRun ? `${files}/hosts` : "",
    LogPath: hasRun ? `${files}/${id}-json.log` : "",
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: "overlay2",
    Platform: image.os,
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs: execs.length > 0 ? execs.map((exec) => exec.id) : null,
    HostConfig: container.hostConfig,
    GraphDriver: {
      Data: {
        ID: id,
        LowerDir: `${layer}-init/diff`,
        MergedDir: `${layer}/merged`,
        UpperDir: `${layer}/diff`,
        WorkDir: `${layer}/work`,
      },
      Name: "overlay2",
    },
    ...(size && { SizeRw: 0, SizeRootFs: imageSize(image) }),
    Mounts: container.mounts,
    Config: config,
    NetworkSettings: networkSettings(engine, container),
  };
}

function stateAnswer(container: Container): ContainerInspect["State"] {
  return {
    Status: container.status,
    Running: container.running,
    Paused: container.paused,
    Restarting: container.restarting,
    OOMKilled: false,
    Dead: false,
    Pid: container.pid,
    ExitCode: container.exitCode,
    Error: container.error,
    StartedAt: timestamp(container.startedAt),
    FinishedAt: timestamp(container.finishedAt),
    ...(container.health && { Health: healthAnswer(container.health) }),
  };
}

function networkSettings(
  engine: Engine,
  container: Container,
): ContainerInspect["NetworkSettings"] {
  const networks = networksOf(engine, container);
  const first = networkMode(container) === "bridge" ? networks.bridge : undefined;
  // Engines drop these from API 1.52 on; this one is older.
  const legacy = {
    Bridge: "",
    HairpinMode: false,
    LinkLocalIPv6Address: "",
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: first?.EndpointID ?? "",
    Gateway: first?.Gateway ?? "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    IPAddress: first?.IPAddress ?? "",
    IPPrefixLen: first?.IPPrefixLen ?? 0,
    IPv6Gateway: "",
    MacAddress: first?.MacAddress ?? "",
  };
  const connected = container.running && container.endpoints.size > 0;
  return {
    ...legacy,
    SandboxID: connected ? [...container.id].reverse().join("") : "",
    SandboxKey: connected ? `/var/run/docker/netns/${container.id.slice(-12)}` : "",
    Ports: portMap(container),
    Networks: networks,
  };
}

function portMap(
  container: Container,
): NonNullable<NonNullable<ContainerInspect["NetworkSettings"]>["Ports"]> {
  const ports: Record<string, { HostIp: string; HostPort: string }[] | null> = {};
  for (const port of openPorts(container)) ports[port] = null;
  for (const { port, ip, hostPort } of publishedPorts(container)) {
    ports[port] = [...(ports[port] ?? []), { HostIp: ip, HostPort: hostPort }];
  }
  return ports;
}
