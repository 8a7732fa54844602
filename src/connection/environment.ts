import type { Env } from "../docker-config.js";

/** What the environment says about the engine. An empty variable counts as unset. */
export interface EngineEnvironment {
  host: string | undefined;
  context: string | undefined;
  apiVersion: string | undefined;
  /** TLS is asked for, with (`verify`) or without (`skip-verify`) checking the engine's certificate. */
  tls: "verify" | "skip-verify" | undefined;
  certPath: string | undefined;
}

export function readEnvironment(env: Env = process.env): EngineEnvironment {
  return {
    host: env.DOCKER_HOST?.trim() || undefined,
    context: env.DOCKER_CONTEXT || undefined,
    apiVersion: env.DOCKER_API_VERSION?.trim() || undefined,
    // Any value means yes, "0" too: so the docker CLI has it.
    tls: env.DOCKER_TLS_VERIFY ? "verify" : env.DOCKER_TLS ? "skip-verify" : undefined,
    certPath: env.DOCKER_CERT_PATH || undefined,
  };
}
