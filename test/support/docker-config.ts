import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Identity } from "./certificates.js";
import { temporaryDirectory } from "./files.js";

/** A docker config directory of a test's own. */
export interface ConfigDirectory {
  directory: string;
  /** An environment that has it, and nothing else. */
  env: { DOCKER_CONFIG: string };
  /** Writes config.json. */
  write(config: object): Promise<void>;
  /** Adds a context as the docker CLI stores it; resolves with the path of its description. */
  addContext(
    name: string,
    endpoint: unknown,
    tls?: Partial<Identity & { ca: string }>,
  ): Promise<string>;
}

export async function createConfigDirectory(config?: object): Promise<ConfigDirectory> {
  const directory = await temporaryDirectory();
  const write = (content: object): Promise<void> =>
    writeFile(join(directory, "config.json"), JSON.stringify(content));
  if (config) await write(config);
  return {
    directory,
    env: { DOCKER_CONFIG: directory },
    write,
    async addContext(name, endpoint, tls = {}) {
      const id = createHash("sha256").update(name).digest("hex");
      const meta = join(directory, "contexts", "meta", id);
      const certificates = join(directory, "contexts", "tls", id, "docker");
      await mkdir(meta, { recursive: true });
      const file = join(meta, "meta.json");
      const description = { Name: name, Metadata: {}, Endpoints: { docker: endpoint } };
      await writeFile(file, JSON.stringify(description));
      if (Object.keys(tls).length > 0) await mkdir(certificates, { recursive: true });
      for (const [part, pem] of Object.entries(tls)) {
        await writeFile(join(certificates, `${part}.pem`), pem);
      }
      return file;
    },
  };
}
