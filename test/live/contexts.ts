import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Address } from "./addresses.js";

/** The docker command, `LIVE_DOCKER_CLI`. */
export const dockerCli: string | undefined = process.env.LIVE_DOCKER_CLI;

/** The settings of a docker command that are nobody's but a test's. */
export interface CliSettings extends AsyncDisposable {
  /** For `DOCKER_CONFIG`. */
  directory: string;
  docker(...args: string[]): Promise<string>;
  /** Has it write a context that leads to this address. */
  createContext(name: string, address: Address): Promise<void>;
}

export async function newCliSettings(): Promise<CliSettings> {
  const directory = await mkdtemp(join(tmpdir(), "sdk-docker-config-"));
  const env = { PATH: process.env.PATH, HOME: directory, DOCKER_CONFIG: directory };
  const docker = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)(dockerCli ?? "docker", args, { env, timeout: 30_000 })).stdout;
  return {
    directory,
    docker,
    async createContext(name, { host, certPath }) {
      const files = certPath
        ? ["ca", "cert", "key"].map((part) => `${part}=${join(certPath, `${part}.pem`)}`)
        : [];
      await docker("context", "create", name, "--docker", [`host=${host}`, ...files].join(","));
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}
