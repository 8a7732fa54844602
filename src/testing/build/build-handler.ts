import { write } from "../containers/logs.js";
import type { Engine } from "../engine.js";
import { Extraction } from "../files/extract.js";
import { FileSystem } from "../files/file-system.js";
import { FileTree } from "../files/file-tree.js";
import { Mounts } from "../files/mounts.js";
import { makeDirectory } from "../files/nodes.js";
import { readTar } from "../files/tar-reader.js";
import { drain, uploaded } from "../files/uploads.js";
import type { Call, Handler } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { parseGoJson } from "../http/go-json.js";
import { inWordsOf } from "../http/older-words.js";
import type { ProgressMessage } from "../images/progress.js";
import { familiarReference, parseReference } from "../images/references.js";
import { decodeRegistryConfig } from "../images/registry-auth.js";
import { shortId } from "../names.js";
import { BuildError } from "./build-error.js";
import { checkOptions } from "./build-options.js";
import { Builder } from "./builder.js";
import { type Instruction, parseDockerfile, parseInstruction } from "./dockerfile.js";
import { checkInstructions } from "./instruction-checks.js";
import { splitWords } from "./words.js";

/** `docker build` with the classic builder. What can be seen to be wrong at once is no 200. */
export const buildImage: Handler<"ImageBuild"> = async (call, engine) => {
  const { query, request, response } = call;
  let prepared: Prepared;
  try {
    prepared = await prepare(call, engine);
  } finally {
    await drain(request);
  }
  const config = String(request.headers["x-registry-config"] ?? "");
  const quiet = query.flag("q");
  const held: ProgressMessage[] = [];
  response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
  const send = (message: ProgressMessage): Promise<void> =>
    write(response, `${JSON.stringify(message)}\r\n`, call.signal);
  const tell = async (message: ProgressMessage): Promise<void> =>
    quiet ? void held.push(message) : send(message);
  try {
    for (const text of prepared.warnings) await tell({ stream: `\u001b[91m${text}\u001b[0m` });
    const image = await new Builder(engine, {
      ...prepared,
      baseImages: {
        engine,
        credentials: (host) => decodeRegistryConfig(config, host),
        platform: query.text("platform"),
        pull: query.flag("pull"),
        send: tell,
      },
      networkMode: query.text("networkmode"),
      useCache: !query.flag("nocache"),
      removeOnSuccess: query.flag("rm", true) || query.flag("forcerm"),
      removeOnFailure: query.flag("forcerm"),
      send: tell,
      print: (stream) => {
        if (quiet) held.push({ stream });
        else if (!response.write(`${JSON.stringify({ stream })}\r\n`)) return drained(response);
        return undefined;
      },
      signal: call.signal,
    }).build();
    await tell({ stream: `Successfully built ${shortId(image.id)}\n` });
    for (const tag of prepared.tags) {
      const stored = engine.images.add(image);
      engine.images.tag(stored, tag);
      stored.tagged = engine.clock.now();
      engine.events.image(image, "tag", tag);
      await tell({ stream: `Successfully tagged ${tag}\n` });
    }
    if (quiet) await send({ stream: `${image.id}\n` });
  } catch (error) {
    if (call.signal.aborted) return undefined;
    // A quiet build that failed is not quiet any more.
    for (const message of held) await send(message);
    await send(failure(engine, error));
  }
  response.end();
  return undefined;
};

const drained = (response: Call["response"]): Promise<void> =>
  new Promise((resolve) => {
    response.once("drain", resolve).once("close", resolve);
  });

function failure(engine: Engine, error: unknown): ProgressMessage {
  const message = inWordsOf(engine, error instanceof Error ? error.message : String(error));
  const code = error instanceof BuildError ? error.exitCode : undefined;
  return { errorDetail: { ...(code !== undefined && { code }), message }, error: message };
}

interface Prepared {
  readonly warnings: readonly string[];
  readonly instructions: readonly Instruction[];
  readonly context: FileSystem;
  readonly buildArgs: Readonly<Record<string, string | null>>;
  readonly tags: readonly string[];
}

async function prepare(call: Call, engine: Engine): Promise<Prepared> {
  const { query, request } = call;
  checkOptions(call, engine);
  const buildArgs = readMap(query.text("buildargs"), "build args");
  const labels = readMap(query.text("labels"), "labels");
  const tags = [
    ...new Set(
      query
        .all("t")
        .filter((tag) => tag !== "")
        .map(readTag),
    ),
  ];
  const tree = new FileTree(makeDirectory());
  const now = (): bigint => engine.clock.now();
  const mounts = new Mounts({ path: "/", tree, writable: true });
  const context = new FileSystem({ mounts, now });
  await new Extraction(context, { into: "/", now }).all(readTar(uploaded(request)));
  const name = query.text("dockerfile") || "Dockerfile";
  if (/^(\.\/)*\.\.(\/|$)/.test(name)) {
    throw systemError(`forbidden path outside the build context: ${name} ()`);
  }
  if (!context.exists(`/${name}`) || context.stat(`/${name}`).kind === "directory") {
    throw systemError(`Cannot locate specified Dockerfile: ${name}`);
  }
  const text = context.readText(`/${name}`);
  if (text === "") throw badRequest(`the Dockerfile (${name}) cannot be empty`);
  const { instructions, warnings } = parseDockerfile(text);
  checkInstructions(instructions);
  const first = instructions.find((each) => each.name !== "arg");
  if (first?.name !== "from") throw badRequest("no build stage in current context");
  const wanted = untilTarget(instructions, query.text("target"));
  const added = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      ...parseInstruction(`LABEL ${JSON.stringify(`${key}=${value}`)}`, 0),
      original: `LABEL ${key}=${value}`,
    }));
  return {
    instructions: [...wanted, ...added],
    // Engines before API 1.42 say all that in one breath.
    warnings: engine.atLeast(42) || warnings.length === 0 ? warnings : [olderWarning(warnings)],
    context,
    buildArgs,
    tags,
  };
}

const olderWarning = (warnings: readonly string[]): string =>
  warnings.map((text) => text.replace(" found in: ", " found in:\n    ")).join("");

function readMap(text: string, what: string): Record<string, string | null> {
  if (text === "") return {};
  try {
    return (parseGoJson(text) ?? {}) as Record<string, string | null>;
  } catch (error) {
    throw badRequest(`error reading ${what}: ${(error as Error).message}`);
  }
}

function readTag(text: string): string {
  try {
    const reference = parseReference(text);
    if (reference.digest !== undefined) throw new Error("build tag cannot contain a digest");
    return familiarReference(reference);
  } catch (error) {
    throw systemError((error as Error).message);
  }
}

/** The instructions up to the end of the stage that is asked for. */
function untilTarget(instructions: readonly Instruction[], target: string): readonly Instruction[] {
  if (target === "") return instructions;
  const starts = instructions.flatMap(({ name }, index) => (name === "from" ? [index] : []));
  const stageName = (index: number): string =>
    splitWords(instructions[index]?.rest ?? "")[2]?.toLowerCase() ?? "";
  const wanted = starts.findIndex((start) => stageName(start) === target.toLowerCase());
  if (wanted < 0) throw badRequest(`target stage ${JSON.stringify(target)} could not be found`);
  return instructions.slice(0, starts[wanted + 1]);
}
