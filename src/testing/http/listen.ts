import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface ListenOptions {
  /**
   * The socket file (on Windows the pipe) to listen on; a fresh one unless given.
   *
   * @example
   * ```ts
   * await daemon.listen({ path: "/tmp/test-docker.sock" });
   * ```
   */
  path?: string;
}

export interface Listening {
  /** For `DOCKER_HOST`: `unix:///tmp/…/docker.sock` or `npipe:////./pipe/…`. */
  readonly host: string;
  readonly path: string;
  /** Takes the socket and its directory away. */
  remove(): Promise<void>;
}

/** A real socket for any client: a unix socket in a directory of its own, on Windows a named pipe. */
export async function listen(server: Server, options: ListenOptions): Promise<Listening> {
  const windows = process.platform === "win32";
  const path = options.path ?? (windows ? freshPipe() : await freshSocket());
  const fresh = options.path === undefined && !windows;
  const remove = async (): Promise<void> => {
    if (fresh) await rm(dirname(path), { recursive: true, force: true });
  };
  try {
    server.listen(path);
    await once(server, "listening");
  } catch (error) {
    await remove();
    throw error;
  }
  const host = windows ? `npipe://${path.replaceAll("\\", "/")}` : `unix://${path}`;
  return { host, path, remove };
}

const freshPipe = (): string => `\\\\.\\pipe\\docker-engine-sdk-${randomBytes(6).toString("hex")}`;

async function freshSocket(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "mock-docker-")), "docker.sock");
}
