import type { DockerConfig } from "../docker-config.js";
import type { StoredContext } from "./contexts.js";
import { readEnvironment } from "./environment.js";
import { type EngineHost, parseHost } from "./host.js";
import { localEngine } from "./local.js";
import type { ConnectionOptions } from "./options.js";

/**
 * Who said which engine it is: an option, a variable, `currentContext` of the docker config, or
 * nobody. Then it is the platform's default one, or where that is not there a `rootless` one or
 * Docker Desktop's.
 */
export type EngineSource =
  | "host"
  | "context"
  | "DOCKER_HOST"
  | "DOCKER_CONTEXT"
  | "currentContext"
  | "default"
  | "rootless"
  | "desktop";

/** Which engine was chosen. */
export interface ResolvedHost {
  host: EngineHost;
  source: EngineSource;
  /** The stored context that it comes from. */
  context?: StoredContext;
}

/**
 * Decides which engine to talk to: an option, then `DOCKER_HOST`, then `DOCKER_CONTEXT`, then the
 * docker config's context, then this platform's own. Every rule about that order lives here.
 *
 * @param config - what config.json says
 * @throws {ConfigError} when what was named is not there: no other engine is taken in its place
 */
export async function resolveHost(
  { host, context, env }: ConnectionOptions,
  config: Pick<DockerConfig, "currentContext">,
): Promise<ResolvedHost> {
  if (host !== undefined) return { host: parseHost(host, "host"), source: "host" };
  const environment = readEnvironment(env);
  // The default context is none: what stands below it decides.
  if (context !== undefined && context !== "default") return named(context, "context", env);
  if (environment.host) {
    return { host: parseHost(environment.host, "DOCKER_HOST"), source: "DOCKER_HOST" };
  }
  const [name, source] = environment.context
    ? ([environment.context, "DOCKER_CONTEXT"] as const)
    : ([config.currentContext, "currentContext"] as const);
  if (context === undefined && name && name !== "default") return named(name, source, env);
  return localEngine(env);
}

async function named(
  name: string,
  source: "context" | "DOCKER_CONTEXT" | "currentContext",
  env: ConnectionOptions["env"],
): Promise<ResolvedHost> {
  const { readContext } = await import("./contexts.js");
  const context = await readContext(name, source, env);
  if (context.host === undefined) return { ...(await localEngine(env)), source, context };
  return { host: parseHost(context.host, context.source), source, context };
}
