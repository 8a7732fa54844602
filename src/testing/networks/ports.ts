import type { Container, PublishedPort } from "../containers/container.js";
import type { Engine } from "../engine.js";
import { type EngineError, systemError } from "../http/engine-error.js";
import { networkMode, sharesNetwork } from "./network-mode.js";

/** The ports a running container has on the host. */
export const publishedPorts = (container: Container): readonly PublishedPort[] =>
  container.running ? container.claimedPorts : [];

/** The container's own ports, as far as they can be reached: not those of a host or of nobody. */
export const openPorts = (container: Container): readonly string[] =>
  container.running && hasOwnPorts(container)
    ? Object.keys(container.config.ExposedPorts ?? {})
    : [];

const hasOwnPorts = (container: Container): boolean =>
  !["host", "none"].includes(networkMode(container)) && !sharesNetwork(container);

/** Takes the ports that a container that starts is to have on the host; throws when one is taken. */
export function claimPorts(engine: Engine, container: Container): void {
  container.claimedPorts = [];
  if (!hasOwnPorts(container)) return;
  const taken = new Set(
    engine.containers
      .all()
      .flatMap((other) =>
        publishedPorts(other).map(({ port, hostPort }) => onHost(port, hostPort)),
      ),
  );
  const claimed: PublishedPort[] = [];
  for (const [port, bindings] of Object.entries(wantedPorts(container))) {
    for (const { HostIp, HostPort } of bindings) {
      const hostPort = Number(HostPort) === 0 ? freePort(port, taken) : HostPort;
      if (taken.has(onHost(port, hostPort))) {
        throw portTaken(engine, container, HostIp || "0.0.0.0", hostPort);
      }
      taken.add(onHost(port, hostPort));
      const ips = HostIp ? [HostIp] : ["0.0.0.0", "::"];
      claimed.push(...ips.map((ip) => ({ port, ip, hostPort })));
    }
  }
  container.claimedPorts = claimed;
}

interface Binding {
  readonly HostIp: string;
  readonly HostPort: string;
}

/** What is to be published: bindings of exposed ports, and with PublishAllPorts every exposed port. */
function wantedPorts({ hostConfig, config }: Container): Record<string, Binding[]> {
  const wanted: Record<string, Binding[]> = {};
  for (const port of Object.keys(config.ExposedPorts ?? {})) {
    const bindings = hostConfig.PortBindings?.[port] ?? [];
    const given = bindings.map((each) => ({
      HostIp: each?.HostIp ?? "",
      HostPort: each?.HostPort ?? "",
    }));
    if (given.length > 0) wanted[port] = given;
    else if (hostConfig.PublishAllPorts) wanted[port] = [{ HostIp: "", HostPort: "" }];
  }
  return wanted;
}

/** A port of the host for a container's `80/tcp`: `8080/tcp`. */
const onHost = (port: string, hostPort: string): string =>
  `${hostPort}/${port.split("/")[1] ?? "tcp"}`;

function freePort(port: string, taken: ReadonlySet<string>): string {
  let number = 32_768;
  while (taken.has(onHost(port, String(number)))) number += 1;
  return String(number);
}

function portTaken(
  { random }: Engine,
  container: Container,
  ip: string,
  port: string,
): EngineError {
  return systemError(
    `driver failed programming external connectivity on endpoint ${container.name} (${random.id()}): Bind for ${ip}:${port} failed: port is already allocated`,
  );
}
