import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Place } from "./listen.js";

/** A real socket for any client: a unix socket in a directory of its own, on Windows a named pipe. */
export async function listenAtPath(server: Server, chosen: string | undefined): Promise<Place> {
  const windows = process.platform === "win32";
  const path = chosen ?? (windows ? freshPipe() : await freshSocket());
  const fresh = chosen === undefined && !windows;
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
  return {
    host: windows ? `npipe://${path.replaceAll("\\", "/")}` : `unix://${path}`,
    path,
    port: 0,
    pause: () => (windows ? void server.close() : leaveSocket(server, path)),
    resume() {
      if (!windows) rmSync(path, { force: true });
      server.listen(path);
    },
    async remove() {
      if (!windows && !fresh) await rm(path, { force: true });
      await remove();
    },
  };
}

/** An engine that is killed leaves its socket: to connect is refused then, and the file is there. */
function leaveSocket(server: Server, path: string): void {
  const aside = `${path}.left`;
  if (existsSync(path)) renameSync(path, aside);
  server.close();
  if (existsSync(aside)) renameSync(aside, path);
}

const freshPipe = (): string => `\\\\.\\pipe\\docker-engine-sdk-${randomBytes(6).toString("hex")}`;

async function freshSocket(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "mock-docker-")), "docker.sock");
}
