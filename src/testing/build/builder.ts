import { commandNotFound } from "../containers/lifecycle.js";
import type { Engine } from "../engine.js";
import type { FileSystem } from "../files/file-system.js";
import type { Image } from "../images/image.js";
import { shortId } from "../names.js";
import { findBaseImage } from "./base-image.js";
import { BuildError, needsBuildKit } from "./build-error.js";
import { type BuildOrder, predefined } from "./build-order.js";
import { type CopyOrder, copyInto, findSources } from "./copy.js";
import { type Instruction, parseInstruction } from "./dockerfile.js";
import { parseUser } from "./owner.js";
import { applySetting } from "./settings.js";
import { Stage } from "./stage.js";
import { expandWord, splitWords, type Variables } from "./words.js";

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
      if (this.#stages.length > 0) {
        await this.#say(` ---> ${image === undefined ? "" : shortId(image.id)}\n`);
      }
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
        const known = { ...Object.fromEntries(into), ...variables };
        const at = word.indexOf("=");
        const name = expandWord(at < 0 ? word : word.slice(0, at), known);
        const value = at < 0 ? undefined : expandWord(word.slice(at + 1), known);
        this.#consumed.add(name);
        into.set(name, this.#order.buildArgs[name] ?? value ?? this.#outer.get(name));
        return value === undefined ? name : `${name}=${value}`;
      })
      .join(" ");
  }

  async #from({ rest, flags }: Instruction): Promise<void> {
    const [name = "", , stageName = ""] = splitWords(rest);
    const outer = Object.fromEntries(this.#outer);
    const wanted = expandWord(name, outer);
    if (wanted === "") throw new BuildError(`base name (${name}) should not be blank`);
    const platform = expandWord(flags.get("platform") ?? "", outer);
    this.#args = new Map();
    this.#caching = this.#order.useCache;
    const earlier = this.#stages.find((each) => each.name === wanted.toLowerCase());
    const base =
      wanted === "scratch"
        ? undefined
        : (earlier?.image ?? (await findBaseImage(this.#order.baseImages, wanted, platform)));
    const stage = new Stage(this.#engine, stageName.toLowerCase(), base);
    this.#stages.push(stage);
    const triggers = base?.config.OnBuild?.map((line) => line ?? "") ?? [];
    if (triggers.length === 0) return;
    stage.config = { ...stage.config, OnBuild: null };
    await this.#say(`# Executing ${triggers.length} build trigger`);
    if (triggers.length > 1) await this.#say("s");
    await this.#say("\n");
    for (const trigger of triggers) await this.#step(parseInstruction(trigger, 0));
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
    return true;
  }

  /** Between the lines that tell of a step's container. */
  async #inContainer(work: (container: string) => Promise<unknown>): Promise<void> {
    const { removeOnSuccess, removeOnFailure } = this.#order;
    const container = this.#engine.random.id();
    await this.#say(` ---> Running in ${shortId(container)}\n`);
    const removed = this.#engine.atLeast(42)
      ? ` ---> Removed intermediate container ${shortId(container)}\n`
      : `Removing intermediate container ${shortId(container)}\n`;
    try {
      await work(container);
    } catch (error) {
      if (removeOnFailure) await this.#say(removed);
      throw error;
    }
    if (removeOnSuccess) await this.#say(removed);
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
      this.#joinNetwork();
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

  /** Of another container it has to be there. */
  #joinNetwork(): void {
    const [, name] = /^container:(.*)$/.exec(this.#order.networkMode) ?? [];
    if (name === undefined) return;
    try {
      this.#engine.containers.get(name);
    } catch (error) {
      throw new BuildError(`joining network namespace of container: ${(error as Error).message}`);
    }
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
    const { files, tree } = stage.open();
    if (files.exists(whole) && files.stat(whole).kind !== "directory") {
      throw new BuildError(`Cannot mkdir: ${whole} is not a directory`);
    }
    await this.#inContainer(async (id) => {
      stage.config = { ...stage.config, WorkingDir: whole };
      files.makeDirectory(whole, { parents: true });
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
      fromContext: flags.get("from") === undefined,
      owner: chown === "" ? { uid: 0, gid: 0 } : parseUser(files, chown),
      now: () => this.#engine.clock.now(),
    };
    const { found, label } = findSources(order);
    // Engines before API 1.42 forgot the space.
    const owner = chown === "" ? "" : `--chown=${chown}${this.#engine.atLeast(42) ? " " : ""}`;
    const createdBy = `${stage.shell.join(" ")} #(nop) ${command} ${owner}${label} in ${given} `;
    if (await this.#fromCache(stage, createdBy)) return;
    await copyInto(files, order, found);
    const argv = [...stage.shell, createdBy.slice(stage.shell.join(" ").length + 1)];
    stage.commit(createdBy, tree.freeze(), { id: "", argv });
  }

  async #copySource(from: string | undefined): Promise<FileSystem> {
    if (from === undefined) return this.#order.context;
    const stage =
      this.#stages.slice(0, -1).find(({ name }) => name !== "" && name === from.toLowerCase()) ??
      (/^\d+$/.test(from) ? this.#stages.slice(0, -1)[Number(from)] : undefined);
    if (stage !== undefined) return stage.open().files;
    const refuse = (why: string): BuildError =>
      new BuildError(`invalid from flag value ${from}: ${why}`);
    if (/^\d+$/.test(from)) throw refuse("index out of bounds");
    try {
      const image = await findBaseImage(this.#order.baseImages, from);
      return new Stage(this.#engine, "", image).open().files;
    } catch (error) {
      throw refuse((error as Error).message);
    }
  }
}
