import type { Container } from "../containers/container.js";

/** The network that a container's HostConfig names. */
export function networkMode(container: Pick<Container, "hostConfig">): string {
  const mode = container.hostConfig.NetworkMode || "bridge";
  return mode === "default" ? "bridge" : mode;
}

export const sharesNetwork = (container: Container): boolean =>
  networkMode(container).startsWith("container:");
