import { decoded } from "./docker-home.js";
import { type OddServer, serve } from "./server.js";

/** A request that came with registry credentials, and what they say. */
export interface HeardRequest {
  path: string;
  credentials: unknown;
}

/** An engine that does whatever it is asked, and hears the credentials that come with it. */
export interface ListeningEngine extends OddServer {
  heard: HeardRequest[];
  /** Paths that fail. */
  failing: Set<string>;
}

const ANSWERS: Record<string, object> = {
  "/images/create": { status: "Status: Image is up to date" },
  push: { aux: { Digest: "sha256:1", Size: 1 } },
  "/build": { aux: { ID: "sha256:2" } },
  "/images/search": [],
};

export async function listeningEngine(): Promise<ListeningEngine> {
  const heard: HeardRequest[] = [];
  const failing = new Set<string>();
  const server = await serve((request, response) => {
    const path = (request.url ?? "").replace(/^\/v[\d.]+/, "").replace(/\?.*/, "");
    const header = request.headers["x-registry-auth"] ?? request.headers["x-registry-config"];
    heard.push({ path, credentials: header === undefined ? undefined : decoded(header) });
    request.resume().on("end", () => {
      if (failing.has(path)) response.statusCode = 500;
      const answer = ANSWERS[path] ?? ANSWERS[path.split("/").at(-1) ?? ""] ?? {};
      response.end(JSON.stringify(failing.has(path) ? { message: "no" } : answer));
    });
  });
  return Object.assign(server, { heard, failing });
}
