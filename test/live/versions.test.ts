import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allSince } from "../../generated/since-all.js";
import { createTransport } from "../../src/transport/create.js";
import { compareApiVersions } from "../../src/transport/version.js";
import { unique } from "../conformance/scenario.js";
import { Docker, ensureImage, image } from "./engine.js";

/** A value that an engine refuses wherever it reads the parameter at all. */
const nonsense: [string, string, (name: string) => [string, string]][] = [
  ["ContainerStop", "signal", (name) => ["POST", `/containers/${name}/stop?t=0&signal=NOSUCH`]],
  [
    "ContainerRestart",
    "signal",
    (name) => ["POST", `/containers/${name}/restart?t=0&signal=NOSUCH`],
  ],
  ["ImageInspect", "platform", () => ["GET", `/images/${image}/json?platform=x`]],
  ["ImageHistory", "platform", () => ["GET", `/images/${image}/history?platform=x`]],
  ["ImageGet", "platform", () => ["GET", `/images/${image}/get?platform=x`]],
  ["ImageGetAll", "platform", () => ["GET", `/images/get?names=${image}&platform=x`]],
  ["ImageLoad", "platform", () => ["POST", "/images/load?platform=x"]],
  ["ImagePush", "platform", (name) => ["POST", `/images/${name}/push?platform=x`]],
  ["ImageDelete", "platforms", (name) => ["DELETE", `/images/${name}?platforms=x`]],
  ["BuildPrune", "reserved-space", () => ["POST", prune("reserved-space")]],
  ["BuildPrune", "max-used-space", () => ["POST", prune("max-used-space")]],
  ["BuildPrune", "min-free-space", () => ["POST", prune("min-free-space")]],
  ["SystemDataUsage", "type", () => ["GET", "/system/df?type=x"]],
];

/** An unknown signal is 500 to engine 28. */
const refusals = [400, 500];

/** Removes nothing where the parameter is ignored. */
function prune(parameter: string): string {
  return `/build/prune?filters=${encodeURIComponent('{"id":["none"]}')}&${parameter}=x`;
}

/** Those of which an engine says nothing, whatever their value; they are documented so. */
const silent = [
  "ImageInspect.manifests",
  "ImageList.identity",
  "ImageList.manifests",
  "ImageList.shared-size",
  "SystemDataUsage.verbose",
];

describe("an engine reads a parameter from the API version on that the types name", () => {
  const docker = new Docker();
  const name = unique("sdk-versions");
  let newest = "";

  beforeAll(async () => {
    await ensureImage(docker);
    newest = await docker.apiVersion();
    const body = { Image: image, Cmd: ["sleep", "600"], HostConfig: { Init: true } };
    await docker.containers.create(body, { name });
  });

  afterAll(async () => {
    await docker.containers.remove(name, { force: true });
    await docker.close();
  });

  /** The status of a call as if only this API version was known. */
  async function statusAt(apiVersion: string, method: string, url: string): Promise<number> {
    const transport = createTransport({ apiVersion });
    try {
      const answer = await transport.send({ method, url, headers: { "x-registry-auth": "e30=" } });
      answer.destroy();
      return answer.status;
    } finally {
      await transport.close();
    }
  }

  it.each(nonsense)("%s: %s", async (operation, parameter, call) => {
    const since = allSince[operation]?.[parameter] ?? "";
    const [method, url] = call(name);
    if (operation.startsWith("Container")) await docker.containers.start(name);
    const before = `1.${Number(since.split(".")[1]) - 1}`;
    if (compareApiVersions(before, newest) <= 0) {
      expect(refusals).not.toContain(await statusAt(before, method, url));
    }
    if (operation.startsWith("Container")) await docker.containers.start(name);
    if (compareApiVersions(since, newest) <= 0) {
      expect(refusals).toContain(await statusAt(since, method, url));
    }
  });

  it("and every other one is known to be silent", () => {
    const tried = nonsense.map(([operation, parameter]) => `${operation}.${parameter}`);
    const all = Object.entries(allSince).flatMap(([operation, names]) =>
      "" in names ? [] : Object.keys(names).map((parameter) => `${operation}.${parameter}`),
    );
    expect(all.filter((one) => !tried.includes(one)).sort()).toEqual(silent);
  });
});
