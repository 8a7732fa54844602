import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Docker, type DockerOptions, NotFoundError } from "../../src/index.js";

/**
 * The engine of the live tests: that of `DOCKER_HOST` or the local one. Without the rest of these, the
 * tests that need it do not run:
 * - `LIVE_TLS_HOST` and `LIVE_CERT_PATH`, the same engine's mutual-TLS port;
 * - `LIVE_REGISTRY`, `LIVE_REGISTRY_USER` and `LIVE_REGISTRY_PASSWORD`, a registry that it can reach;
 * - what `scripts/engine.sh sshd-start` prints, each with `LIVE_` before it;
 * - `LIVE_DOCKER_CLI`, the docker command of the machine;
 * - `LIVE_ENGINE_NAME`, what `scripts/engine.sh` knows the engine by, if it may be restarted;
 * - `LIVE_SWARM=1`, if it may become a swarm, which changes it for everybody: for no other tests at the
 *   same time; and `ENGINE_IP`, its address there, 127.0.0.1 unless given;
 * - `LIVE_SWARM_PEER`, the `DOCKER_HOST` of a second engine that may join, and can reach the first.
 */
const env = process.env;

export const image: string = env.LIVE_IMAGE ?? "busybox:local";

/** Every way to the engine that there is, by name. */
export const ways: [string, DockerOptions][] = [["the default way", {}]];

export interface LiveTls {
  host: string;
  certPath: string;
  ca: string;
  cert: string;
  key: string;
}

export const tls: LiveTls | undefined = readTls();
if (tls) ways.push(["mutual TLS", { host: tls.host, certPath: tls.certPath }]);

function readTls(): LiveTls | undefined {
  const { LIVE_TLS_HOST: host, LIVE_CERT_PATH: certPath } = env;
  if (!host || !certPath) return undefined;
  const read = (name: string): string => readFileSync(join(certPath, name), "utf8");
  return { host, certPath, ca: read("ca.pem"), cert: read("cert.pem"), key: read("key.pem") };
}

export interface LiveRegistry {
  address: string;
  username: string;
  password: string;
}

export const registry: LiveRegistry | undefined = env.LIVE_REGISTRY
  ? {
      address: env.LIVE_REGISTRY,
      username: env.LIVE_REGISTRY_USER ?? "",
      password: env.LIVE_REGISTRY_PASSWORD ?? "",
    }
  : undefined;

export interface LiveSwarm {
  /** The engine's address, for the other engines. */
  address: string;
  /** A second engine that may join. */
  peer: string | undefined;
  /** What `scripts/engine.sh` knows the engine by, if it may be restarted. */
  engineName: string | undefined;
}

export const swarm: LiveSwarm | undefined = env.LIVE_SWARM
  ? {
      address: env.ENGINE_IP || "127.0.0.1",
      peer: env.LIVE_SWARM_PEER || undefined,
      engineName: env.LIVE_ENGINE_NAME || undefined,
    }
  : undefined;

/** The engine's socket on this machine, if it has one. */
export const socketPath: string | undefined = /^unix:\/\/(.+)/.exec(
  env.DOCKER_HOST || "unix:///var/run/docker.sock",
)?.[1];

export interface LiveSsh {
  /** For `ssh://`: the machine that has the same files, where this user finds a docker command. */
  authority: string;
  /** Those of its users who find none, and whose commands never say a word. */
  bare: string;
  mute: string;
  /** For the PATH: an `ssh` that is let in, one that does not know the machine, one with a wrong key. */
  known: string;
  stranger: string;
  keyless: string;
}

export const ssh: LiveSsh | undefined = readSsh();

function readSsh(): LiveSsh | undefined {
  const { LIVE_SSH_HOST: host, LIVE_SSH_PORT: port = "22", LIVE_SSH_BIN_DIR: known } = env;
  if (!host || !known) return undefined;
  const as = (user = ""): string => `${user}@${host}:${port}`;
  return {
    authority: as(env.LIVE_SSH_USER),
    bare: as(env.LIVE_SSH_USER_BARE),
    mute: as(env.LIVE_SSH_USER_MUTE),
    known,
    stranger: env.LIVE_SSH_BIN_DIR_STRANGER ?? "",
    keyless: env.LIVE_SSH_BIN_DIR_KEYLESS ?? "",
  };
}

/** Makes sure that the image of the tests is there. */
export async function ensureImage(docker: Docker): Promise<void> {
  try {
    await docker.images.inspect(image);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await docker.images.pull("busybox:latest");
    const [repo = "", tag = "latest"] = image.split(":");
    await docker.images.tag("busybox:latest", { repo, tag });
  }
}

export { Docker };
