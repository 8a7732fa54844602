import type { Engine } from "../engine.js";
import { leaveNetworks } from "../networks/networking.js";
import { anonymousLabel } from "../volumes/volumes.js";
import type { Container } from "./container.js";

/** Takes a container that does not run away, with the volumes that nobody named when asked. */
export function removeContainer(
  engine: Engine,
  container: Container,
  { volumes }: { readonly volumes: boolean },
): void {
  clearTimeout(container.restartTimer);
  leaveNetworks(engine, container);
  engine.containers.delete(container);
  for (const exec of engine.execs.of(container)) engine.execs.delete(exec);
  container.log.close();
  if (volumes) {
    for (const { Name: name } of container.mounts) {
      const volume = name ? engine.volumes.find(name) : undefined;
      if (volume?.labels?.[anonymousLabel] === undefined) continue;
      if (volumeUsers(engine, volume.name).length === 0) engine.volumes.delete(volume.name);
    }
  }
  engine.events.container(container, "destroy");
  container.announceRemoval();
}

/** The containers that mount a volume. */
export const volumeUsers = (engine: Engine, name: string): Container[] =>
  engine.containers
    .all()
    .filter(({ mounts }) => mounts.some((mount) => mount.Type === "volume" && mount.Name === name));
