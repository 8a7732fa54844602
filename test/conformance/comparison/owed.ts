/**
 * Scenarios in which the mock daemon does not answer yet as an engine does, or has not been seen to: by the
 * oldest API version, 51 for 1.51, of the engines that it was found equal to. They are not played on older ones.
 */
const fromNewest: readonly string[] = [
  "a container needs a body that can be read",
  "a created, a running and an exited container tell all about themselves",
  "a container that runs is removed by force only",
  "containers are listed by their labels and images",
  "filters of lists are known ones",
  "a list tells about its containers",
  "logs have the streams and the lines that are asked for",
  "logs tell errors from output",
  "logs of a terminal are not framed",
  "a container without logs has none to show",
  "a container that did not run wrote nothing",
  "commands run in a container and end with their codes",
  "commands that are not there do not run in a container",
  "an exec needs a command and a container that runs",
  "an exec that is not there is not found",
  "an exec runs once, and its terminal lasts as long",
  "who attaches to a container that has ended gets what it wrote",
  "who attaches with keys that are none is refused",
  "processes are told of a container that runs",
  "a terminal is resized while its container runs",
  "what a container's command changed is told",
];

const from45: readonly string[] = [
  "what has no container is not found",
  "the end of a container is waited for",
  "a container that removes itself has no restarts",
];

const nowhere: readonly string[] = [
  "a container needs an image that is there",
  "ports of a container are ports",
  "mounts and binds of a container lead somewhere",
  "restart policies of a container are known ones",
  "resources of a container are within limits",
  "modes of a container are known ones",
  "settings of a container are checked",
  "a container has what it was made with",
  "a container is paused, and what cannot be done meanwhile is refused",
  "a container is killed by signals that are signals",
  "commands that are not there end containers with codes of their own",
  "exit codes are kept",
  "a container is updated within limits",
  "only a container with its label is pruned, and only when it does not run",
  "containers are listed by what they do",
  "containers are listed by their volumes, networks and ports",
  "logs have the times that are asked for",
  "statistics have a shape, also of a container that does not run",
];

/** Whether a scenario is still to be made equal on engines of this API version. */
export function isOwed(title: string, minor: number): boolean {
  if (nowhere.includes(title)) return true;
  if (fromNewest.includes(title)) return minor < 51;
  return from45.includes(title) && minor < 45;
}
