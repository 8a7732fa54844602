import type { Engine } from "../engine.js";
import type { ContainerFiles } from "../files/container-files.js";
import type { Container } from "./container.js";
import { containerFiles } from "./container-mounts.js";
import { environmentOf } from "./environment.js";
import type { Program } from "./process.js";

type Find = (command: string) => Program | undefined;

const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * The program for a file that says with `#!` what runs it, such as an image's `/entrypoint.sh`.
 * Answers `denied` for a file that is there and cannot be run, and undefined where there is none.
 */
export function findScript(
  files: ContainerFiles,
  command: string,
  find: Find,
  path: string = usualPath,
): Program | "denied" | undefined {
  const paths = command.includes("/")
    ? [command]
    : path.split(":").map((directory) => `${directory}/${command}`);
  const found = paths.find((each) => files.exists(each));
  if (found === undefined) return undefined;
  const { kind, mode } = files.stat(found);
  if (kind !== "file" || (mode & 0o111) === 0) return "denied";
  const [, interpreter = "", argument] =
    /^#! *(\S+)(?: +(\S.*?))? *(?:\n|$)/.exec(files.readText(found)) ?? [];
  const program = find(interpreter);
  if (program === undefined) return undefined;
  const words = argument === undefined ? [interpreter] : [interpreter, argument];
  return (context) => program({ ...context, argv: [...words, found, ...context.argv.slice(1)] });
}

/** The same for a command of a container or of an exec in it. */
export function scriptIn(
  engine: Engine,
  container: Container,
  command: string,
): Program | "denied" | undefined {
  const { imageName, image, config } = container;
  const files = containerFiles(engine, container).from(config.WorkingDir || "/");
  const find: Find = (name) => engine.commandFor(imageName, image.id, name);
  return findScript(files, command, find, environmentOf(container).PATH);
}
