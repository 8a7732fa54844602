import type { Engine } from "../engine.js";
import type { Container, MountPoint } from "./container.js";

/** What is told of a container's volumes and networks when it starts and ends. */

export function tellMounts(engine: Engine, container: Container): void {
  for (const { Name: name, Destination: destination, RW: writable } of volumesOf(container)) {
    engine.events.volume(name, "mount", {
      container: container.id,
      destination: destination ?? "",
      propagation: "",
      "read/write": String(writable ?? true),
    });
  }
}

export function tellUnmounts(engine: Engine, container: Container): void {
  for (const { Name: name } of volumesOf(container)) {
    engine.events.volume(name, "unmount", { container: container.id });
  }
}

const volumesOf = ({ mounts }: Container): (MountPoint & { readonly Name: string })[] =>
  mounts.flatMap((mount) =>
    mount.Type === "volume" && mount.Name ? [{ ...mount, Name: mount.Name }] : [],
  );

export function tellConnections(engine: Engine, container: Container): void {
  const ids = [...container.endpoints.values()].map(({ networkId }) => networkId);
  for (const network of engine.networks.all().filter(({ id }) => ids.includes(id))) {
    engine.events.network(network, "connect", { container: container.id });
  }
}

/** A container that was stopped says so first: engine 28 does, older ones after `die`. */
export function tellEnd(engine: Engine, container: Container): void {
  if (container.stopping) engine.events.container(container, "stop");
  const { startedAt = 0n, finishedAt = 0n, exitCode } = container;
  engine.events.container(container, "die", {
    execDuration: String((finishedAt - startedAt) / 1_000_000_000n),
    exitCode: String(exitCode),
  });
}
