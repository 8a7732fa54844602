import { describe, expect, it } from "vitest";
import { apiVersion as newest } from "../../generated/version.js";
import { Docker } from "../../src/index.js";
import { compareApiVersions } from "../../src/transport/version.js";
import { serve } from "../support/server.js";

/** An engine of a version, and what it is asked. */
async function withEngine(
  version: string,
  use: (host: string, urls: string[]) => Promise<void>,
): Promise<void> {
  const urls: string[] = [];
  await using server = await serve(
    (request, response) => {
      urls.push(request.url ?? "");
      response.setHeader("Api-Version", version).end(request.url === "/_ping" ? "OK" : "[]");
    },
    { ping: false },
  );
  await use(server.host, urls);
}

describe("the API version", () => {
  it("is asked for once, however many calls come first", async () => {
    await withEngine("1.44", async (host, urls) => {
      await using docker = new Docker({ host, env: {} });
      await Promise.all([docker.containers.list(), docker.images.list(), docker.networks.list()]);
      expect(urls.filter((url) => url === "/_ping")).toHaveLength(1);
      expect(urls).toContain("/v1.44/containers/json");
      expect(await docker.apiVersion()).toBe("1.44");
    });
  });

  it("is never newer than what this SDK knows", async () => {
    await withEngine("1.99", async (host, urls) => {
      await using docker = new Docker({ host, env: {} });
      await docker.containers.list();
      expect(urls).toContain(`/v${newest}/containers/json`);
    });
  });

  it("of an engine that is too old is refused", async () => {
    await withEngine("1.9", async (host, urls) => {
      await using docker = new Docker({ host, env: {} });
      await expect(docker.containers.list()).rejects.toMatchObject({ code: "API_VERSION" });
      expect(urls).toEqual(["/_ping"]);
    });
  });

  it.each([
    [{ apiVersion: "1.43", env: { DOCKER_API_VERSION: "1.42" } }, "1.43"],
    [{ apiVersion: "v1.43", env: {} }, "1.43"],
    [{ env: { DOCKER_API_VERSION: " 1.42 " } }, "1.42"],
    [{ env: { DOCKER_API_VERSION: "" } }, "1.51"],
  ])("is pinned by %j", async (options, version) => {
    await withEngine("1.51", async (host, urls) => {
      await using docker = new Docker({ host, ...options });
      await docker.containers.list();
      expect(urls.at(-1)).toBe(`/v${version}/containers/json`);
      expect(urls.includes("/_ping")).toBe(version === "1.51");
    });
  });

  it("is asked for again after the question failed", async () => {
    let up = false;
    await using server = await serve(
      (_, response) => {
        if (up) response.setHeader("Api-Version", "1.51").end("[]");
        else response.writeHead(503).end('{"message":"starting"}');
      },
      { ping: false },
    );
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.list()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    up = true;
    await expect(docker.containers.list()).resolves.toEqual([]);
  });

  it.each([
    "client version 1.41 is too old. Minimum supported API version is 1.44",
    "client version 1.99 is too new. Maximum supported API version is 1.51",
    "POST /containers/web/start requires minimum API version 1.48",
  ])("that the engine refuses is an ApiVersionError with its words: %s", async (message) => {
    await using server = await serve((_, response) => {
      response.writeHead(400).end(JSON.stringify({ message }));
    });
    await using docker = new Docker({ host: server.host, apiVersion: "1.41", env: {} });
    await expect(docker.containers.list()).rejects.toMatchObject({ code: "API_VERSION", message });
  });

  it("is compared by number", () => {
    expect(compareApiVersions("1.9", "1.41")).toBeLessThan(0);
    expect(compareApiVersions("2.0", "1.99")).toBeGreaterThan(0);
    expect(compareApiVersions("1.41", "1.41")).toBe(0);
  });
});
