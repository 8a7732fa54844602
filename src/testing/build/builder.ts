import { commandNotFound } from "../containers/lifecycle.js";
import type { Engine } from "../engine.js";
import type { FileSystem } from "../files/file-system.js";
import type { Image } from "../images/image.js";
import type { ProgressMessage } from "../images/progress.js";
import { pullForBuild } from "../images/pull.js";
import { familiarReference, parseReference } from "../images/references.js";
import type { GivenCredentials } from "../images/registry.js";
import { shortId } from "../names.js";
import { BuildError, needsBuildKit } from "./build-error.js";
import { type CopyOrder, copyInto, findSources } from "./copy.js";
import { type Instruction, parseInstruction } from "./dockerfile.js";
import { parseUser } from "./owner.js";
import { applySetting } from "./settings.js";
import { Stage } from "./stage.js";
import { expandWord, splitWords, type Variables } from "./words.js";

export interface BuildOrder {
  readonly instructions: readonly Instruction[];
  readonly context: FileSystem;
  readonly buildArgs: Readonly<Record<string, string | null>>;
  /** Those that came with the build, for one registry. */
  readonly credentials: (host: string) => GivenCredentials;
  /** `linux/arm64`; any where it is "". */
  readonly platform: string;
  readonly useCache: boolean;
  readonly removeOnSuccess: boolean;
  readonly removeOnFailure: boolean;
  readonly send: (message: ProgressMessage) => Promise<void>;
  /** Sends what a command prints; a promise where it has to wait. */
  readonly print: (text: string) => Promise<void> | undefined;
  readonly signal: AbortSignal;
}

const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
const predefined = new Set([...proxies, ...proxies.map((name) => name.toLowerCase())]);

/** The classic builder: one image per step, and the words it says. */
export class Builder {
  readonly #engine: Engine;
  readonly #order: BuildOrder;
  readonly #stages: Stage[] = [];
  /** What `ARG` has declared: before the first `FROM`, and in this stage. */
  readonly #outer = new Map<string, string | undefined>();
  #args = new Map<string, string | undefined>();
  #consumed = new Set<string>();
  #caching: boolean;

  constructor(engine: Engine, order: BuildOrder) {
    this.#engine = engine;
    this.#order = order;
    this.#caching = order.useCache;
  }

  async build(): Promise<Image> {
    const { instructions, send, signal } = this.#order;
    for (const [index, instruction] of instructions.entries()) {
      signal.throwIfAborted();
      const next = instructions[index + 1];
      const step = `Step ${index + 1}/${instructions.length} : ${instruction.original}`;
      await this.#say(step);
      await this.#say("\n");
      await this.#step(instruction);
      const image = this.#stages.at(-1)?.image;
      if (next !== undefined && next.name !== "from") continue;
      if (image !== undefined) await send({ aux: { ID: image.id } });
    }
    const image = this.#stages.at(-1)?.image;
    if (image === undefined) {
      throw new BuildError("No image was generated. Is your Dockerfile empty?");
    }
    const unused = Object.keys(this.#order.buildArgs).filter(
      (name) => !this.#consumed.has(name) && !predefined.has(name),
    );
    if (unused.length > 0) {
      await this.#say(`[Warning] One or more build-args [${unused.join(" ")}] were not consumed\n`);
    }
    return image;
  }

  #say(stream: string): Promise<void> {
    return this.#order.send({ stream });
  }

  async #step(instruction: Instruction): Promise<void> {
    if (instruction.name === "from") return this.#from(instruction);
    const stage = this.#stages.at(-1);
    if (stage === undefined) {
      this.#declare(instruction, this.#outer, {});
      return;
    }
    if (instruction.name === "run") return this.#run(stage, instruction);
    if (instruction.name === "copy" || instruction.name === "add") {
      return this.#copy(stage, instruction);
    }
    if (instruction.name === "workdir") return this.#workdir(stage, instruction);
    const before = stage.config;
    const told =
      instruction.name === "arg"
        ? ` ARG ${this.#declare(instruction, this.#args, this.#variables(stage))}`
        : applySetting(stage, instruction, this.#variables(stage));
    const argv = [...stage.shell, "#(nop) ", told.trimStart()];
    const createdBy = `${stage.shell.join(" ")} #(nop) ${told}`;
    const [now, author] = [stage.config, stage.author];
    stage.config = before;
    if (await this.#fromCache(stage, createdBy)) return;
    stage.config = now;
    stage.author = author;
    await this.#inContainer(async (id) => stage.commit(createdBy, stage.root, { id, argv }));
  }

  /** What `$NAME` stands for: arguments, hidden by the environment. */
  #variables(stage: Stage): Variables {
    return { ...Object.fromEntries(this.#args), ...stage.environment };
  }

  #declare(
    { rest }: Instruction,
    into: Map<string, string | undefined>,
    variables: Variables,
  ): string {
    return splitWords(rest)
      .map((word) => {
        const expanded = expandWord(word, { ...Object.fromEntries(into), ...variables });
        const [name = "", ...value] = expanded.split("=");
        const given = this.#order.buildArgs[name];
        this.#consumed.add(name);
        const otherwise = expanded.includes("=") ? value.join("=") : this.#outer.get(name);
        into.set(name, given ?? otherwise);
        return expanded;
      })
      .join(" ");
  }

  async #from({ rest }: Instruction): Promise<void> {
    const [name = "", , stageName = ""] = splitWords(rest);
    const wanted = expandWord(name, Object.fromEntries(this.#outer));
    this.#args = new Map();
    this.#caching = this.#order.useCache;
    const earlier = this.#stages.find((each) => each.name === wanted.toLowerCase());
    const base =
      wanted === "scratch" ? undefined : (earlier?.image ?? (await this.#baseImage(wanted)));
    const stage = new Stage(this.#engine, stageName.toLowerCase(), base);
    this.#stages.push(stage);
    await this.#say(` ---> ${base === undefined ? "" : shortId(base.id)}\n`);
    const triggers = base?.config.OnBuild?.map((line) => line ?? "") ?? [];
    if (triggers.length === 0) return;
    stage.config = { ...stage.config, OnBuild: null };
    await this.#say(
      `# Executing ${triggers.length} build trigger${triggers.length > 1 ? "s" : ""}`,
    );
    await this.#say("\n");
    for (const trigger of triggers) await this.#step(parseInstruction(trigger, 0));
  }

  async #baseImage(name: string): Promise<Image> {
    try {
      const known = this.#engine.images.find(name);
      if (known !== undefined) return known.image;
      const reference = parseReference(name);
      const credentials = this.#order.credentials(reference.domain);
      const pull = pullForBuild(this.#engine, reference, credentials, this.#order.platform);
      for (const message of pull) {
        await this.#order.send(message);
      }
      return this.#engine.images.get(familiarReference(reference)).image;
    } catch (error) {
      throw new BuildError((error as Error).message);
    }
  }

  async #fromCache(stage: Stage, createdBy: string): Promise<boolean> {
    const image = this.#caching ? stage.cached(createdBy) : undefined;
    if (image === undefined) {
      // What comes after a step that was done anew is done anew.
      this.#caching = false;
      return false;
    }
    stage.use(image);
    await this.#say(" ---> Using cache\n");
    await this.#say(` ---> ${shortId(image.id)}\n`);
    return true;
  }

  /** Between the lines that tell of a step's container. */
  async #inContainer(work: (container: string) => Promise<Image>): Promise<void> {
    const { removeOnSuccess, removeOnFailure } = this.#order;
    const container = this.#engine.random.id();
    await this.#say(` ---> Running in ${shortId(container)}\n`);
    const removed = this.#engine.atLeast(42)
      ? ` ---> Removed intermediate container ${shortId(container)}\n`
      : `Removing intermediate container ${shortId(container)}\n`;
    let image: Image;
    try {
      image = await work(container);
    } catch (error) {
      if (removeOnFailure) await this.#say(removed);
      throw error;
    }
    if (removeOnSuccess) await this.#say(removed);
    await this.#say(` ---> ${shortId(image.id)}\n`);
  }

  async #run(stage: Stage, { rest, list, flags }: Instruction): Promise<void> {
    for (const flag of flags.keys()) throw needsBuildKit(flag);
    const argv = list ?? [...stage.shell, ...(rest === "" ? [] : [rest])];
    const variables = this.#runVariables(stage);
    const shown = Object.entries(variables)
      .filter(([name]) => !predefined.has(name))
      .map((pair) => pair.join("="))
      .sort();
    const prefix =
      Object.keys(variables).length > 0
        ? `|${shown.length} ${shown.map((each) => `${each} `).join("")}`
        : "";
    const createdBy = prefix + argv.join(" ");
    if (await this.#fromCache(stage, createdBy)) return;
    const { print, signal } = this.#order;
    await this.#inContainer(async (id) => {
      const { files, tree } = stage.open();
      const output = (stream: "stdout" | "stderr", chunk: Buffer): Promise<void> | undefined => {
        const text = chunk.toString("utf8");
        return print(stream === "stderr" ? `\u001b[91m${text}\u001b[0m` : text);
      };
      const code = await stage.run(argv, files, variables, output, signal);
      signal.throwIfAborted();
      if (code === undefined) throw new BuildError(commandNotFound(argv[0] ?? "").message);
      if (code !== 0) {
        throw new BuildError(
          `The command '${argv.join(" ")}' returned a non-zero code: ${code}`,
          code,
        );
      }
      return stage.commit(createdBy, tree.freeze(), { id, argv });
    });
  }

  #runVariables(stage: Stage): Record<string, string> {
    const variables: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.#order.buildArgs)) {
      if (predefined.has(name) && value !== null) variables[name] = value;
    }
    for (const [name, value] of this.#args) {
      if (value !== undefined && stage.environment[name] === undefined) variables[name] = value;
    }
    return variables;
  }

  async #workdir(stage: Stage, { rest }: Instruction): Promise<void> {
    const path = expandWord(rest, this.#variables(stage));
    const from = path.startsWith("/") ? "" : (stage.config.WorkingDir ?? "");
    const whole = `${from}/${path}`.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
    const createdBy = `${stage.shell.join(" ")} #(nop) WORKDIR ${whole}`;
    if (await this.#fromCache(stage, createdBy)) return;
    const argv = [...stage.shell, "#(nop) ", `WORKDIR ${whole}`];
    await this.#inContainer(async (id) => {
      stage.config = { ...stage.config, WorkingDir: whole };
      const { files, tree } = stage.open();
      if (!files.exists(whole)) files.makeDirectory(whole, { parents: true });
      return stage.commit(createdBy, tree.freeze(), { id, argv });
    });
  }

  async #copy(stage: Stage, instruction: Instruction): Promise<void> {
    const { name, flags, rest, list } = instruction;
    const command = name.toUpperCase();
    for (const flag of flags.keys()) {
      if (flag !== "chown" && !(flag === "from" && name === "copy")) throw needsBuildKit(flag);
    }
    const variables = this.#variables(stage);
    const words = (list ?? splitWords(rest)).map((word) => expandWord(word, variables));
    const given = words.at(-1) ?? "";
    const base = given.startsWith("/") ? "" : (stage.config.WorkingDir ?? "");
    const sources = words.slice(0, -1);
    if (sources.some((source) => /^(https?|git|ssh):\/\//.test(source))) {
      throw new BuildError("the mock daemon does not ADD what is elsewhere: it has no network");
    }
    const { files, tree } = stage.open();
    const chown = expandWord(flags.get("chown") ?? "", variables);
    const order: CopyOrder = {
      command,
      sources,
      target: `${base}/${given}`.replace(/\/(\.?\/)*\.?(?=\/)|\/\.$/g, (part) =>
        part === "/." ? "/" : "",
      ),
      from: await this.#copySource(flags.get("from")),
      owner: chown === "" ? { uid: 0, gid: 0 } : parseUser(files, chown),
      now: () => this.#engine.clock.now(),
    };
    const { found, label } = findSources(order);
    const owner = chown === "" ? "" : `--chown=${chown} `;
    const createdBy = `${stage.shell.join(" ")} #(nop) ${command} ${owner}${label} in ${given} `;
    if (await this.#fromCache(stage, createdBy)) return;
    await copyInto(files, order, found);
    const image = stage.commit(createdBy, tree.freeze());
    await this.#say(` ---> ${shortId(image.id)}\n`);
  }

  async #copySource(from: string | undefined): Promise<FileSystem> {
    if (from === undefined) return this.#order.context;
    const stage =
      this.#stages.slice(0, -1).find(({ name }) => name !== "" && name === from.toLowerCase()) ??
      (/^\d+$/.test(from) ? this.#stages.slice(0, -1)[Number(from)] : undefined);
    if (stage !== undefined) return stage.open().files;
    if (/^\d+$/.test(from)) throw new BuildError(`invalid from flag value ${from}: not found`);
    return new Stage(this.#engine, "", await this.#baseImage(from)).open().files;
  }
}
