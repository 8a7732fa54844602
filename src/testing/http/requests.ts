import type { IncomingHttpHeaders } from "node:http";
import type { OperationId } from "./call.js";
import type { RecordedFile } from "./recorded-files.js";

/** One request that the daemon received. */
export interface RecordedRequest {
  /** `ContainerCreate`; undefined for a path that the API does not have. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** Decoded, without version and query: `/containers/create`. */
  readonly path: string;
  /** What stands in the path's `{braces}`, by name: `{ id: "web" }`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `1.51`; undefined for a path without a version. */
  readonly version: string | undefined;
  /**
   * As the API has its parameters: booleans, numbers, JSON such as `filters`, and lists of those that
   * can be given repeatedly; anything else is text. A number that would lose digits is text, too.
   */
  readonly query: Readonly<Record<string, unknown>>;
  /** Lower-case names; credentials are replaced by `<redacted>`. */
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or text; undefined without a body and for uploads. Secrets are redacted. */
  readonly body: unknown;
  /**
   * The entries of an archive that was uploaded: a build's context, what was copied, images. Undefined
   * for any other body, and for archives of more than 64 MiB.
   *
   * @example
   * ```ts
   * const build = daemon.requests.find(({ operation }) => operation === "ImageBuild");
   * expect(build?.files).toContainEqual(expect.objectContaining({ name: "Dockerfile", text: "FROM a" }));
   * ```
   */
  readonly files: readonly RecordedFile[] | undefined;
  /** Undefined until it has been answered, and for ever if the client went away before. */
  readonly status: number | undefined;
}
