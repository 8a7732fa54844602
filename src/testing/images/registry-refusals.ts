import type { Engine } from "../engine.js";
import { EngineError, systemError } from "../http/engine-error.js";
import type { Reference } from "./references.js";
import type { GivenCredentials } from "./registry.js";

/** What an engine says of a registry that its resolver does not know. */
export function noSuchHost({ registries }: Engine, domain: string): EngineError {
  const host = domain.replace(/:\d+$/, "");
  return systemError(`Get "${registries.url(domain)}/v2/": dial tcp: lookup ${host}: no such host`);
}

/** A question to a registry: `GET …/tags/list`. */
export interface RegistryQuestion {
  readonly reference: Reference;
  readonly method: "Get" | "Head";
  /** Below the repository: `manifests/3.20`. */
  readonly about: string;
}

/** Asks whether a registry answers a question, and repeats in the engine's words that it does not. */
export function enterRegistry(
  engine: Engine,
  { reference, method, about }: RegistryQuestion,
  credentials: GivenCredentials,
): void {
  const { domain, path } = reference;
  const { registries } = engine;
  if (!registries.knows(domain)) throw noSuchHost(engine, domain);
  const access = registries.access(domain, path, credentials);
  if (access === "anonymous") {
    const url = `${registries.url(domain)}/v2/${path}/${about}`;
    throw systemError(`${method} "${url}": no basic auth credentials`);
  }
  if (access === "denied") throw new EngineError(401, "unauthorized: authentication required");
}
