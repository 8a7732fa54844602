/** What ends a build inside its stream. */
export class BuildError extends Error {
  /** The exit code of a command that failed. */
  readonly exitCode: number | undefined;

  constructor(message: string, exitCode?: number) {
    super(message);
    this.name = "BuildError";
    this.exitCode = exitCode;
  }
}

/** For what only the newer builder can do. */
export const needsBuildKit = (flag: string): BuildError =>
  new BuildError(
    `the --${flag} option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled`,
  );
