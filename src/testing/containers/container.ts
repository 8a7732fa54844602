import type { components } from "../../../generated/api.js";
import type { FileTree } from "../files/file-tree.js";
import type { Mounts } from "../files/mounts.js";
import type { Given, Sent } from "../http/call.js";
import type { Image } from "../images/image.js";
import type { Attachment } from "../networks/networks.js";
import type { Health } from "./health.js";
import type { LogBook } from "./log-book.js";
import type { Process } from "./process.js";
import { Processes } from "./processes.js";
import { Stdio } from "./stdio.js";

type Schemas = components["schemas"];
type Inspected = Schemas["ContainerInspectResponse"];
export type ContainerConfig = Sent<Inspected["Config"]>;
export type HostConfig = Sent<Inspected["HostConfig"]>;
export type GivenConfig = Given<Schemas["ContainerConfig"]>;
export type GivenHostConfig = Given<Schemas["HostConfig"]>;
export type EndpointSettings = Sent<Schemas["NetworkSettings"]["Networks"][string]>;
export type GivenEndpoint = Given<Schemas["EndpointSettings"]>;
export type MountPoint = Sent<Schemas["MountPoint"]>;

/** A container's end of a network: what was asked for, and what it has while it runs. */
export interface Endpoint {
  settings: GivenEndpoint;
  networkId: string;
  /** Whether the network knows it by names: the predefined ones do not. */
  named: boolean;
  attachment: Attachment | undefined;
}

/** One published port: `80/tcp` at `0.0.0.0:8080`. */
export interface PublishedPort {
  readonly port: string;
  readonly ip: string;
  readonly hostPort: string;
}

/** How a container ended. */
export interface ExitStatus {
  readonly code: number;
  readonly error: string;
}

export interface NewContainer {
  readonly id: string;
  readonly name: string;
  readonly created: bigint;
  readonly image: Image;
  /** The image as the request wrote it. */
  readonly imageName: string;
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  readonly endpoints: Map<string, Endpoint>;
  readonly mounts: readonly MountPoint[];
  readonly log: LogBook;
  readonly files: FileTree;
}

/** A container and the state it is in. */
export class Container {
  readonly id: string;
  /** Without a slash. */
  name: string;
  readonly created: bigint;
  readonly image: Image;
  readonly imageName: string;
  readonly config: ContainerConfig;
  hostConfig: HostConfig;
  readonly endpoints: Map<string, Endpoint>;
  readonly mounts: readonly MountPoint[];
  readonly log: LogBook;
  /** Its own files, without what is mounted. */
  readonly files: FileTree;

  process: Process | undefined = undefined;
  /** Of its present or last run, with those of its execs. */
  processes: Processes = new Processes();
  /** The mounts of its present or last run. */
  runMounts: Mounts | undefined = undefined;
  /** Of the process that runs, or of the next one. */
  stdio: Stdio = new Stdio();
  /** True while it restarts, too. */
  running = false;
  paused = false;
  restarting = false;
  removing = false;
  pid = 0;
  exitCode = 0;
  error = "";
  startedAt: bigint | undefined = undefined;
  finishedAt: bigint | undefined = undefined;
  restartCount = 0;
  /** Restarts since the last one after which it ran for a while: they grow the next one's delay. */
  restartStreak = 0;
  /** What its health checks found; undefined until it has been started with one. */
  health: Health | undefined = undefined;
  /** Stops the health checks that run now. */
  healthChecks: AbortController | undefined = undefined;
  /** Stopped by a call: the restart policy does not start it again. */
  manuallyStopped = false;
  restartTimer: NodeJS.Timeout | undefined = undefined;
  /** Between the stop and the start of a restart call: it is not removed when it stops. */
  startsAgain = false;
  /** While a stop call waits for its end. */
  stopping = false;
  claimedPorts: readonly PublishedPort[] = [];

  readonly #ownFiles = new Map<string, FileTree>();
  #stopWaiters = new Set<(status: ExitStatus) => void>();
  #removeWaiters = new Set<(status: ExitStatus) => void>();

  constructor(made: NewContainer) {
    this.id = made.id;
    this.name = made.name;
    this.created = made.created;
    this.image = made.image;
    this.imageName = made.imageName;
    this.config = made.config;
    this.hostConfig = made.hostConfig;
    this.endpoints = made.endpoints;
    this.mounts = made.mounts;
    this.log = made.log;
    this.files = made.files;
  }

  get status(): "created" | "running" | "paused" | "restarting" | "removing" | "exited" {
    if (this.removing) return "removing";
    if (this.restarting) return "restarting";
    if (this.paused) return "paused";
    if (this.running) return "running";
    return this.startedAt === undefined ? "created" : "exited";
  }

  get exitStatus(): ExitStatus {
    return { code: this.exitCode, error: this.error };
  }

  /** A file such as `/etc/hostname`, which the engine writes and no image keeps. */
  ownFile(path: string, make: () => FileTree): FileTree {
    const file = this.#ownFiles.get(path) ?? make();
    this.#ownFiles.set(path, file);
    return file;
  }

  /** The next time it stops, or when it is removed before. */
  nextStop(signal?: AbortSignal): Promise<ExitStatus> {
    return wait(this.#stopWaiters, signal);
  }

  removed(signal?: AbortSignal): Promise<ExitStatus> {
    return wait(this.#removeWaiters, signal);
  }

  announceStop(): void {
    for (const tell of this.#stopWaiters) tell(this.exitStatus);
  }

  announceRemoval(): void {
    this.announceStop();
    // With its removal an engine forgets why it could not be started.
    for (const tell of this.#removeWaiters) tell({ ...this.exitStatus, error: "" });
  }
}

function wait(
  waiters: Set<(status: ExitStatus) => void>,
  signal: AbortSignal | undefined,
): Promise<ExitStatus> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      waiters.delete(tell);
      signal?.removeEventListener("abort", abort);
    };
    const tell = (status: ExitStatus): void => {
      end();
      resolve(status);
    };
    const abort = (): void => {
      end();
      reject(signal?.reason);
    };
    if (signal?.aborted) return abort();
    waiters.add(tell);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
