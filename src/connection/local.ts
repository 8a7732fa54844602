import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Env, homeDirectory } from "../docker-config.js";
import { defaultHost, parseHost } from "./host.js";
import type { ResolvedHost } from "./resolve.js";

/**
 * The engine of this machine: that of the platform's default socket; where there is no such socket,
 * a rootless engine of this user's, then Docker Desktop's. With none of them it is the default one
 * again, for the error to name.
 *
 * @param host - the platform's default
 */
export async function localEngine(
  env: Env = process.env,
  host: string = defaultHost(),
): Promise<ResolvedHost> {
  const chosen: ResolvedHost = { host: parseHost(host, "default"), source: "default" };
  if (!host.startsWith("unix://") || (await exists(host.slice("unix://".length)))) return chosen;
  for (const [source, path] of otherSockets(env)) {
    if (await exists(path)) return { host: parseHost(`unix://${path}`, source), source };
  }
  return chosen;
}

function otherSockets(env: Env): ["rootless" | "desktop", string][] {
  const sockets: ["rootless" | "desktop", string][] = [];
  if (env.XDG_RUNTIME_DIR?.startsWith("/")) {
    sockets.push(["rootless", join(env.XDG_RUNTIME_DIR, "docker.sock")]);
  }
  // Desktop keeps its sockets in the home, wherever the config directory is.
  const home = homeDirectory(env);
  if (home) {
    for (const directory of ["run", "desktop"]) {
      sockets.push(["desktop", join(home, directory, "docker.sock")]);
    }
  }
  return sockets;
}

/** Only what is not there is passed over: a socket that this user may not open is to be told of. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}
