import { parsePlatform } from "../containers/container-create.js";
import type { Engine } from "../engine.js";
import type { Call } from "../http/call.js";
import { badRequest, EngineError, systemError } from "../http/engine-error.js";
import { parseGoJson } from "../http/go-json.js";

/** Refuses the options that the engine refuses, and those that only it can do. */
export function checkOptions({ query }: Call, engine: Engine): void {
  // What engines before API 1.42 take for a mistake of their own.
  const refuse = (message: string): EngineError =>
    engine.atLeast(42) ? badRequest(message) : systemError(message);
  const version = query.text("version");
  if (!["", "1", "2"].includes(version)) {
    throw refuse(`invalid version ${JSON.stringify(version)}`);
  }
  const cannot = (what: string): EngineError =>
    new EngineError(501, `the mock daemon does not build ${what}`);
  if (version === "2") throw cannot("with BuildKit: leave out version=2");
  checkJson(query.text("cachefrom"), (reason) => refuse(`error reading cache-from: ${reason}`));
  checkJson(query.text("outputs"), (reason) => refuse(`invalid outputs specified: ${reason}`));
  checkJson(query.text("ulimits"), (reason) =>
    badRequest(`error reading ulimit settings: ${reason}`),
  );
  const memory = query.text("shmsize");
  if (memory !== "" && !/^[+-]?\d+$/.test(memory)) {
    throw systemError(`strconv.ParseInt: parsing ${JSON.stringify(memory)}: invalid syntax`);
  }
  parsePlatform(query.text("platform"));
  const isolation = query.text("isolation");
  if (!["", "default"].includes(isolation.toLowerCase())) {
    throw badRequest(`unsupported isolation: ${JSON.stringify(isolation)}`);
  }
  checkRemote(query.text("remote"), cannot);
  if (query.flag("squash")) throw badRequest("squash is only supported with experimental mode");
}

function checkJson(text: string, refuse: (reason: string) => EngineError): void {
  if (text === "") return;
  try {
    parseGoJson(text);
  } catch (error) {
    throw refuse((error as Error).message);
  }
}

function checkRemote(remote: string, cannot: (what: string) => EngineError): void {
  if (remote === "" || remote === "client-session") return;
  if (/^(https?|git):\/\/|^git@|^github\.com\/|\.git(#|$)/.test(remote)) {
    throw cannot(`from ${remote}: it has no network`);
  }
  throw systemError(`remoteURL (${remote}) could not be recognized as URL`);
}
