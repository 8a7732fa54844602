import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Docker, type DockerOptions, NotFoundError } from "../../src/index.js";

/**
 * The engine of the live tests: that of `DOCKER_HOST` or the local one. `LIVE_TLS_HOST` and
 * `LIVE_CERT_PATH` name the same engine's mutual-TLS port, `LIVE_REGISTRY`, `LIVE_REGISTRY_USER` and
 * `LIVE_REGISTRY_PASSWORD` a registry that it can reach; without them those tests do not run.
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
