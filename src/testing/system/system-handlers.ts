import { summarize } from "../containers/container-answers.js";
import type { Engine } from "../engine.js";
import { type AnswerBody, type Call, type Handlers, ok } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { looseJson } from "../http/json-body.js";
import { summarizeImage } from "../images/image-answers.js";
import { diskUse } from "../images/image-prune.js";
import type { GivenCredentials } from "../images/registry.js";
import { noSuchHost } from "../images/registry-refusals.js";
import { volumeUse } from "../volumes/volume-handlers.js";
import { engineInfo, versionInfo } from "./info.js";

export const systemHandlers: Handlers = {
  SystemPing: (call, engine) => ping(call, engine, "OK"),
  SystemPingHead: (call, engine) => ping(call, engine, ""),
  SystemVersion: (_call, engine) => ok(versionInfo(engine)),
  SystemInfo: (_call, engine) => ok(engineInfo(engine)),
  SystemAuth: (call, engine) => ok(logIn(call, engine)),
  SystemDataUsage: (call, engine) => ok(dataUsage(call, engine)),
};

function ping({ response }: Call, engine: Engine, body: string): undefined {
  response
    .writeHead(200, {
      ...(engine.atLeast(42) && { "Builder-Version": "2", Swarm: "inactive" }),
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

const kinds = ["container", "image", "volume", "build-cache"];

/** `docker system df` as engines answer it below API 1.52; the document has the newer form alone. */
function dataUsage(call: Call, engine: Engine): NonNullable<AnswerBody<"SystemDataUsage">> {
  const asked = call.query.all("type");
  const unknown = asked.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined) throw badRequest(`unknown object type: ${unknown}`);
  const wants = (kind: string): boolean => asked.length === 0 || asked.includes(kind);
  const images = engine.images.all().map((stored) => ({
    ...summarizeImage(call, engine, stored),
    RepoDigests: stored.digests.size > 0 ? [...stored.digests] : null,
    SharedSize: 0,
  }));
  const legacy = {
    LayersSize: wants("image") ? diskUse(engine) : 0,
    Images: wants("image") ? images : null,
    Containers: wants("container")
      ? engine.containers.all().map((container) => summarize(engine, container, true))
      : null,
    Volumes: wants("volume")
      ? engine.volumes
          .all()
          .filter(({ options }) => options === null)
          .map((volume) => volumeUse(engine, volume))
      : null,
    BuildCache: wants("build-cache") ? [] : null,
  };
  return legacy as NonNullable<AnswerBody<"SystemDataUsage">>;
}
