import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The project itself. */
export const root: string = resolve(import.meta.dirname, "../..");

/** A folder with nothing in it but the packed tarball, installed as a user would. */
export interface Consumer {
  directory: string;
  tarball: string;
  write(name: string, text: string): void;
  /** Runs a program there; rejects, with what it printed, when it fails or takes over a minute. */
  run(command: string, ...args: string[]): Promise<string>;
  remove(): void;
}

export async function createConsumer(): Promise<Consumer> {
  const directory = mkdtempSync(join(tmpdir(), "consumer-"));
  const exec = async (cwd: string, command: string, args: string[]): Promise<string> => {
    try {
      const { stdout } = await run(command, args, { cwd, timeout: 180_000, maxBuffer: 2 ** 26 });
      return stdout;
    } catch (error) {
      const { stdout, stderr, message } = error as {
        stdout: string;
        stderr: string;
        message: string;
      };
      throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}${message}`);
    }
  };
  // The build is there already; packing must not make it once more under the other tests.
  await exec(root, "npm", ["pack", "--ignore-scripts", "--pack-destination", directory]);
  const tarball = join(
    directory,
    readdirSync(directory).find((name) => name.endsWith(".tgz")) ?? "",
  );
  writeFileSync(join(directory, "package.json"), '{ "private": true, "type": "module" }');
  await exec(directory, "npm", ["install", "--no-audit", "--no-fund", tarball]);
  return {
    directory,
    tarball,
    write: (name, text) => writeFileSync(join(directory, name), text),
    run: (command, ...args) => exec(directory, command, args),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The entry points that package.json names: ".", "./containers", … */
export function entryPoints(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(exports).filter((name) => name !== "./package.json");
}
