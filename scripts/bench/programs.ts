/**
 * Programs of the benchmark, compiled as a user's are and run in processes of their own. Run through
 * tsx they would be measured with its memory and with the code it adds to every function.
 */
import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

/** Compiled programs, until they are disposed of. */
export class Programs implements AsyncDisposable {
  /** Their folder, which is theirs to write to. */
  readonly directory: string;
  readonly #children: ChildProcess[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** @param sources - TypeScript files, from the project's root; their names differ */
  static async compile(...sources: string[]): Promise<Programs> {
    // Below node_modules, so that they find what they import.
    const cache = join(root, "node_modules/.cache");
    await mkdir(cache, { recursive: true });
    const directory = await mkdtemp(join(cache, "programs-"));
    await build({
      entryPoints: sources.map((source) => join(root, source)),
      outdir: directory,
      entryNames: "[name]",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format: "esm",
      logLevel: "error",
    });
    return new Programs(directory);
  }

  /** Runs a program to its end, and gives the JSON that it prints. */
  async run(source: string, args: string[], nodeOptions: string[] = []): Promise<unknown> {
    const { stdout } = await run(process.execPath, [
      ...nodeOptions,
      this.#compiled(source),
      ...args,
    ]);
    return JSON.parse(stdout);
  }

  /** Starts the stand-in engine, which ends with this; gives its socket. */
  async startStandIn(): Promise<string> {
    const socket = join(this.directory, "engine.sock");
    const child = fork(this.#compiled("stand-in.ts"), [socket]);
    this.#children.push(child);
    await once(child, "message");
    return socket;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#children) child.kill();
    await rm(this.directory, { recursive: true });
  }

  #compiled(source: string): string {
    return join(this.directory, basename(source).replace(/\.ts$/, ".mjs"));
  }
}
