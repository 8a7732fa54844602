import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { routes } from "../../generated/routes.js";
import { allSince } from "../../generated/since-all.js";
import { ApiVersionError, ConfigError, Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { type OddServer, serve } from "../support/server.js";

/** An engine of API 1.41, which takes whatever it is asked. */
async function oldEngine(urls: string[]): Promise<OddServer> {
  return serve(
    (request, response) => {
      urls.push(request.url ?? "");
      response.setHeader("Api-Version", "1.41").end(request.url === "/_ping" ? "OK" : "{}");
    },
    { ping: false },
  );
}

describe("what is newer than the engine's API version is refused before anything is sent", () => {
  const calls: [string, string, (docker: Docker) => Promise<unknown>][] = [
    ["signal of ContainerStop", "1.42", (d) => d.containers.stop("web", { signal: "SIGINT" })],
    ["manifests of ImageList", "1.47", (d) => d.images.list({ manifests: true })],
    ["shared-size of ImageList", "1.42", (d) => d.images.list({ "shared-size": true })],
    [
      "reserved-space of BuildPrune",
      "1.48",
      (d) => d.images.pruneBuildCache({ "reserved-space": 1 }),
    ],
    ["ImageAttestations", "1.55", (d) => d.images.attestations("app")],
    ["VolumeUpdate", "1.42", (d) => d.volumes.update("data", {}, { version: 1 })],
    ["type of SystemDataUsage", "1.42", (d) => d.system.dataUsage({ type: ["volume"] })],
    [
      "signal of ContainerRestart",
      "1.42",
      (d) =>
        d.api.POST("/containers/{id}/restart", {
          params: { path: { id: "web" }, query: { signal: "SIGINT" } },
        }),
    ],
  ];

  it.each(calls)("%s", async (what, needed, call) => {
    const urls: string[] = [];
    await using server = await oldEngine(urls);
    await using docker = new Docker({ host: server.host, env: {} });
    const error = await call(docker).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiVersionError);
    expect(error).toMatchObject({ code: "API_VERSION" });
    expect(String(error)).toContain(`${what} needs API version ${needed}, and 1.41 is spoken`);
    expect(urls).toEqual(["/_ping"]);
  });

  it("and what is left out is not", async () => {
    const urls: string[] = [];
    await using server = await oldEngine(urls);
    await using docker = new Docker({ host: server.host, env: {} });
    await docker.containers.stop("web", { t: 1, signal: undefined });
    await docker.images.list({ manifests: false });
    expect(urls).toEqual([
      "/_ping",
      "/v1.41/containers/web/stop?t=1",
      "/v1.41/images/json?manifests=false",
    ]);
  });

  it("also with a version that is pinned", async () => {
    await using daemon = new MockDaemon();
    await using docker = new Docker({ dispatcher: daemon.dispatcher, apiVersion: "1.46", env: {} });
    await expect(docker.images.list({ manifests: true })).rejects.toThrow(
      /needs API version 1\.47/,
    );
    await docker.images.list({ "shared-size": true });
  });

  it("where an older parameter is fine", async () => {
    await using daemon = new MockDaemon();
    await using docker = new Docker({ dispatcher: daemon.dispatcher, env: {} });
    await docker.images.list({ manifests: true });
  });
});

describe("docker.supports", () => {
  it("tells in advance", async () => {
    await using daemon = new MockDaemon();
    const of = (apiVersion: string): Docker =>
      new Docker({ dispatcher: daemon.dispatcher, apiVersion, env: {} });
    expect(await of("1.41").supports("ContainerStop")).toBe(true);
    expect(await of("1.41").supports("ContainerStop", "t")).toBe(true);
    expect(await of("1.41").supports("ContainerStop", "signal")).toBe(false);
    expect(await of("1.42").supports("ContainerStop", "signal")).toBe(true);
    expect(await of("1.41").supports("ContainerCreate", "platform")).toBe(true);
    expect(await of("1.41").supports("VolumeUpdate")).toBe(false);
    expect(await of("1.41").supports("VolumeUpdate", "version")).toBe(false);
    expect(await of("1.42").supports("VolumeUpdate", "version")).toBe(true);
    expect(await of("1.54").supports("ImageAttestations", "type")).toBe(false);
  });

  it("does not know what no version has", async () => {
    await using daemon = new MockDaemon();
    await using docker = new Docker({ dispatcher: daemon.dispatcher, env: {} });
    // @ts-expect-error no such operation
    await expect(docker.supports("ContainerFly")).rejects.toThrow(ConfigError);
    // @ts-expect-error no such parameter
    await expect(docker.supports("ContainerStop", "signals")).rejects.toThrow(
      /which has: signal, t/,
    );
    for (const name of ["constructor", "__proto__", "toString"]) {
      const asked = docker.supports("ContainerStop", name as never);
      await expect(asked).rejects.toThrow(ConfigError);
    }
  });
});

describe("the table of what is newer", () => {
  it("has nothing that the oldest version has, and only operations that there are", () => {
    expect(Object.keys(allSince).filter((operation) => !(operation in routes))).toEqual([]);
    const versions = Object.values(allSince).flatMap((names) => Object.values(names));
    expect(versions.filter((version) => !/^1\.(4[2-9]|5\d)$/.test(version))).toEqual([]);
    expect(versions.length).toBeGreaterThan(15);
  });

  const folder = new URL("../../src/resources/", import.meta.url);
  it.each(readdirSync(folder))("is given to %s for every operation it calls", (file) => {
    const source = readFileSync(new URL(file, folder), "utf8");
    const called = Object.keys(allSince).filter((operation) => source.includes(`"${operation}"`));
    const [, table = "none"] = /generated\/(since-\w+)\.js/.exec(source) ?? [];
    const given = readFileSync(new URL(`../../generated/${table}.ts`, import.meta.url), "utf8");
    expect(called.filter((operation) => !given.includes(`  ${operation}: {`))).toEqual([]);
  });
});
