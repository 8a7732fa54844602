import type { FileSystem } from "../files/file-system.js";
import type { ProgressMessage } from "../images/progress.js";
import type { BaseImages } from "./base-image.js";
import type { Instruction } from "./dockerfile.js";

export interface BuildOrder {
  readonly instructions: readonly Instruction[];
  readonly context: FileSystem;
  readonly buildArgs: Readonly<Record<string, string | null>>;
  readonly baseImages: BaseImages;
  /** `container:web`, where commands run in another container's network. */
  readonly networkMode: string;
  readonly useCache: boolean;
  readonly removeOnSuccess: boolean;
  readonly removeOnFailure: boolean;
  readonly send: (message: ProgressMessage) => Promise<void>;
  /** Sends what a command prints; a promise where it has to wait. */
  readonly print: (text: string) => Promise<void> | undefined;
  readonly signal: AbortSignal;
}

const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
/** Arguments that need no `ARG`, and are not part of what a cache goes by. */
export const predefined: ReadonlySet<string> = new Set([
  ...proxies,
  ...proxies.map((name) => name.toLowerCase()),
]);
