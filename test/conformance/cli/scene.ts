/**
 * One docker command line, without the `docker`. Quotes work as in a shell; and these words are replaced:
 * `NAME` by a unique name, `IMAGE` by an image with busybox's commands, `DIR` by an empty directory,
 * `START` and `NOW` by the times at which the scene started and the line starts.
 */
export type Line = string | { readonly line: string; readonly stdin: string };

/** What a user types, with the same answers at an engine and at the mock daemon. */
export interface CliScene {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Files in `DIR`; `NAME` is replaced in them, too. */
  readonly files?: Readonly<Record<string, string>>;
}
