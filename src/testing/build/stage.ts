import { Readable } from "node:stream";
import { Process } from "../containers/process.js";
import type { Engine } from "../engine.js";
import { FileSystem } from "../files/file-system.js";
import { FileTree } from "../files/file-tree.js";
import { Mounts } from "../files/mounts.js";
import type { Node } from "../files/nodes.js";
import { userOf } from "../files/users.js";
import { completeImage, type Image, type MockImageConfig } from "../images/image.js";
import { type ImageOrigin, noOrigin, wholeConfig } from "../images/image-origin.js";
import { emptyDiffId, layerBetween } from "../images/layer.js";
import { BuildError } from "./build-error.js";

/** What did a step of a build. */
export interface StepContainer {
  readonly id: string;
  readonly argv: readonly string[];
}

/** An image that is being built, step by step. */
export class Stage {
  readonly name: string;
  config: MockImageConfig;
  author = "";
  cmdSet = false;
  /** Undefined as long as there is nothing: `FROM scratch`. */
  image: Image | undefined;
  readonly engine: Engine;
  readonly #platform: Pick<Image, "os" | "architecture">;

  constructor(engine: Engine, name: string, base: Image | undefined) {
    this.engine = engine;
    this.name = name;
    this.image = base;
    this.author = base?.author ?? "";
    const { Env: env, ...rest } = base?.config ?? {};
    const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    this.config = { ...rest, Env: env ?? (base === undefined ? [path] : []) };
    this.#platform = { os: base?.os ?? "linux", architecture: base?.architecture ?? "amd64" };
  }

  get shell(): readonly string[] {
    const shell = this.config.Shell?.map((word) => word ?? "") ?? [];
    return shell.length > 0 ? shell : ["/bin/sh", "-c"];
  }

  get environment(): Record<string, string> {
    return Object.fromEntries(
      (this.config.Env ?? []).map((entry) => {
        const [name = "", ...value] = (entry ?? "").split("=");
        return [name, value.join("=")];
      }),
    );
  }

  /** The files as a step may change them, and what they are when it is done. */
  open(): { files: FileSystem; tree: FileTree } {
    const tree = new FileTree(this.root);
    const now = (): bigint => this.engine.clock.now();
    const mounts = new Mounts({ path: "/", tree, writable: true });
    const workingDir = this.config.WorkingDir || "/";
    return { files: new FileSystem({ mounts, now, workingDir }), tree };
  }

  get root(): Node {
    return this.image?.files ?? emptyRoot;
  }

  /** An image that was built from this one by the same step. */
  cached(createdBy: string): Image | undefined {
    const parent = this.image?.id;
    if (parent === undefined) return undefined;
    return this.engine.images
      .children(parent)
      .find(({ image }) => image.history[0]?.createdBy === createdBy)?.image;
  }

  use(image: Image): void {
    this.image = image;
    this.config = image.config;
    this.author = image.author;
  }

  /**
   * Keeps what a step has done as an image.
   *
   * @param container - the id of the container that did it, and what that ran
   */
  commit(createdBy: string, root: Node = this.root, container?: StepContainer): Image {
    const created = this.engine.clock.now();
    const layer = layerBetween(this.root, root);
    const emptyLayer = layer.diffId === emptyDiffId;
    const base = this.image;
    const entry = { created, createdBy, comment: "", size: layer.size, emptyLayer };
    const image = completeImage({
      ...this.#platform,
      parent: base?.id ?? "",
      created,
      comment: "",
      author: this.author,
      config: this.config,
      files: root,
      origin: this.#origin(container),
      layers: emptyLayer ? (base?.layers ?? []) : [...(base?.layers ?? []), layer],
      history: [entry, ...(base?.history ?? [])],
    });
    this.engine.images.add(image);
    this.image = image;
    return image;
  }

  #origin(container: StepContainer | undefined): ImageOrigin {
    const { engineVersion } = this.engine.identity;
    const base = this.image?.id ?? "";
    const config = this.engine.atLeast(46) ? {} : { Image: base };
    if (container === undefined) return { ...noOrigin, engine: engineVersion, config };
    const { id, argv } = container;
    const containerConfig = wholeConfig({
      ...this.config,
      Hostname: id.slice(0, 12),
      Image: base,
      Cmd: argv,
    });
    return { engine: engineVersion, container: id, containerConfig, config };
  }

  /**
   * Runs a command on the files; answers its exit code, or undefined if there is no such command.
   *
   * @param output - answers a promise where the command has to wait
   */
  async run(
    argv: readonly string[],
    files: FileSystem,
    variables: Readonly<Record<string, string>>,
    output: (stream: "stdout" | "stderr", chunk: Buffer) => Promise<void> | undefined,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const id = this.image?.id ?? "";
    const program = this.engine.programFor(id || "scratch", id, argv[0] ?? "");
    if (program === undefined) return undefined;
    const user = this.config.User ?? "";
    checkUser(files, user);
    const hostname = this.engine.random.id().slice(0, 12);
    const process = new Process({
      program,
      argv,
      env: {
        HOSTNAME: hostname,
        HOME: user === "" || user === "root" ? "/root" : "/",
        ...this.environment,
        ...variables,
      },
      hostname,
      workingDir: this.config.WorkingDir || "/",
      files: user === "" ? files : files.as(userOf(files, user)),
      tty: false,
      user: user || "root",
      size: { columns: 0, rows: 0 },
      stdin: Readable.from([]),
      output,
    });
    const kill = (): void => process.kill("SIGKILL");
    signal.addEventListener("abort", kill, { once: true });
    const code = await process.exited;
    signal.removeEventListener("abort", kill);
    return code;
  }
}

/** Whom the image does not know nothing can run as. */
function checkUser(files: FileSystem, user: string): void {
  const [name = ""] = user.split(":");
  if (name === "" || name === "root" || /^\d+$/.test(name)) return;
  const lines = files.exists("/etc/passwd") ? files.readText("/etc/passwd").split("\n") : [];
  if (lines.some((line) => line.startsWith(`${name}:`))) return;
  throw new BuildError(`unable to find user ${name}: no matching entries in passwd file`);
}

const emptyRoot: Node = {
  kind: "directory",
  entries: new Map(),
  mode: 0o755,
  uid: 0,
  gid: 0,
  mtime: 0n,
};
