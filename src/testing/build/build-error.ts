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
