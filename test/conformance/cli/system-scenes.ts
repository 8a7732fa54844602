import type { CliScene } from "./scene.js";

export const systemScenes: readonly CliScene[] = [
  {
    title: "version and info",
    lines: [
      "version",
      "version --format '{{.Server.APIVersion}} {{.Server.Os}}/{{.Server.Arch}}'",
      "info",
      "info --format '{{.OSType}} {{.Architecture}} {{.Swarm.LocalNodeState}}'",
    ],
  },
  {
    title: "events",
    lines: [
      "run --name NAME --label NAME IMAGE true",
      "rm NAME",
      "events --since START --until NOW --filter container=NAME --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.image}}'",
      "events --since START --until NOW --filter container=NAME --filter event=die --format '{{.Action}} {{.Actor.Attributes.exitCode}}'",
      "events --since START --until NOW --filter container=NAME --filter event=create",
      "events --since START --until NOW --filter label=NAME --filter event=destroy",
    ],
  },
  {
    title: "system df and system prune",
    lines: [
      "system df --format '{{.Type}}'",
      "create --name NAME --label NAME IMAGE true",
      "network create --label NAME NAME-net",
      "system prune --force --filter label=NAME",
      "ps -a --filter name=NAME",
      "network ls --filter name=NAME",
      "system prune --force --filter label=NAME",
      "system prune --force --volumes --filter until=1h",
    ],
  },
];
