import type { Engine } from "../engine.js";
import { type AnswerBody, type Call, type Handlers, ok } from "../http/call.js";
import { systemError } from "../http/engine-error.js";
import { looseJson } from "../http/json-body.js";
import type { GivenCredentials } from "../images/registry.js";
import { noSuchHost } from "../images/registry-refusals.js";
import { dataUsage } from "./disk-usage.js";
import { engineInfo } from "./info.js";
import { versionInfo } from "./version.js";

export const systemHandlers: Handlers = {
  SystemPing: (call, engine) => ping(call, engine, "OK"),
  SystemPingHead: (call, engine) => ping(call, engine, ""),
  SystemVersion: (_call, engine) => ok(versionInfo(engine)),
  SystemInfo: (call, engine) => ok(engineInfo(call, engine)),
  SystemAuth: (call, engine) => ok(logIn(call, engine)),
  SystemDataUsage: (call, engine) => ok(dataUsage(call, engine)),
};

function ping({ response }: Call, engine: Engine, body: string): undefined {
  response
    .writeHead(200, {
      ...(engine.atLeast(42) && {
        "Builder-Version": "2",
        Swarm: engine.swarm ? "active/manager" : "inactive",
      }),
      "Cache-Control": "no-cache, no-store, must-revalidate",
      Pragma: "no-cache",
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": body.length,
    })
    .end(body);
}

interface Login extends GivenCredentials {
  readonly serveraddress?: string;
}

/** `docker login`: asks the registry whether it knows these credentials. */
function logIn(call: Call, engine: Engine): NonNullable<AnswerBody<"SystemAuth">> {
  const { registries } = engine;
  const given = (looseJson(call) ?? {}) as Login;
  const address = (given.serveraddress ?? "").replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  const hub = ["", "docker.io", "index.docker.io", "registry-1.docker.io"].includes(address);
  const host = hub ? "docker.io" : address;
  if (!registries.knows(host)) throw noSuchHost(engine, host);
  const url = `${registries.url(host)}/v2/`;
  const access = registries.access(host, "", given, "login");
  if (access === "anonymous") throw systemError(`Get "${url}": no basic auth credentials`);
  if (access === "denied") {
    throw systemError(`login attempt to ${url} failed with status: 401 Unauthorized`);
  }
  return { IdentityToken: registries.identityToken(host), Status: "Login Succeeded" };
}
