import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { serve } from "../support/server.js";

/** The query of the one request that a call makes, as it is on the wire. */
async function queryOf(call: (docker: Docker) => Promise<unknown>): Promise<[string, string][]> {
  const seen: IncomingMessage[] = [];
  await using server = await serve((request, response) => {
    request.resume();
    seen.push(request);
    response.end("{}");
  });
  await using docker = new Docker({ host: server.host, registryAuth: "anonymous", env: {} });
  // Answers that are too short for their call are nothing to do with what was asked.
  await call(docker).catch(() => {});
  expect(seen).toHaveLength(1);
  return [...new URL(seen[0]?.url ?? "", "http://docker").searchParams];
}

const context = { Dockerfile: "FROM scratch" };

describe("what the engine takes in a query", () => {
  it.each([
    ["rm of a build", (d: Docker) => d.images.build(context, { rm: false }), "rm"],
    ["pause of a commit", (d: Docker) => d.containers.commit("web", {}, { pause: false }), "pause"],
  ])("is a default that is true and can be switched off: %s", async (_, call, name) => {
    expect(await queryOf(call)).toContainEqual([name, "false"]);
  });

  it("is quiet of a load, which is false only where its progress is asked for", async () => {
    const archive = new Uint8Array(512);
    expect(await queryOf((docker) => docker.images.load(archive))).toEqual([["quiet", "true"]]);
    const onProgress = (): void => {};
    expect(await queryOf((docker) => docker.images.load(archive, {}, { onProgress }))).toEqual([
      ["quiet", "false"],
    ]);
  });

  it("is stream of stats, one sample with it switched off, and at once with one-shot", async () => {
    const query = { stream: false, "one-shot": true } as const;
    expect(await queryOf((docker) => docker.containers.stats("web", query))).toEqual([
      ["stream", "false"],
      ["one-shot", "true"],
    ]);
  });

  it("is one JSON value each for buildargs, labels, cachefrom, ulimits and outputs", async () => {
    const query = await queryOf((docker) =>
      docker.images.build(context, {
        buildargs: { A: "1", FROM_ENVIRONMENT: null },
        labels: { a: "b" },
        cachefrom: ["a:1", "b:1"],
      }),
    );
    expect(query).toContainEqual(["buildargs", '{"A":"1","FROM_ENVIRONMENT":null}']);
    expect(query).toContainEqual(["labels", '{"a":"b"}']);
    expect(query).toContainEqual(["cachefrom", '["a:1","b:1"]']);
  });

  it.each([{ label: null }, { until: [new Date(Number.NaN)] }])(
    "is refused where a filter of %j would count as none",
    async (filters) => {
      await using docker = new Docker({ host: "tcp://127.0.0.1:1", env: {} });
      const call = docker.volumes.prune({ filters: filters as never });
      await expect(call).rejects.toThrow(/^filters: .+: null, or an invalid Date$/);
    },
  );

  it("is one JSON value for filters, in either of its forms", async () => {
    for (const filters of [{ label: ["a=b", "c"] }, { label: { "a=b": true } }]) {
      const query = await queryOf((docker) =>
        docker.containers.list({ filters: filters as never }),
      );
      expect(query).toEqual([["filters", JSON.stringify(filters)]]);
    }
  });

  it("is a repeated key for every other list", async () => {
    const built = await queryOf((docker) =>
      docker.images.build(context, { t: ["a:1", "a:2"], extrahosts: ["x:1.2.3.4", "y:1.2.3.5"] }),
    );
    expect(built.filter(([name]) => name === "t")).toEqual([
      ["t", "a:1"],
      ["t", "a:2"],
    ]);
    expect(built.filter(([name]) => name === "extrahosts")).toHaveLength(2);
    expect(await queryOf((docker) => docker.images.save(["a", "b"]))).toEqual([
      ["names", "a"],
      ["names", "b"],
    ]);
    const changes = ["CMD a", "ENV B=c"];
    const imported = await queryOf((docker) =>
      docker.images.import(new Uint8Array(1), { changes }),
    );
    expect(imported.filter(([name]) => name === "changes")).toHaveLength(2);
    expect(
      await queryOf((docker) => docker.system.dataUsage({ type: ["image", "volume"] })),
    ).toEqual([
      ["type", "image"],
      ["type", "volume"],
    ]);
  });

  it("is a platform as text for pull, build and create, and as JSON for push, inspect and history", async () => {
    const text = "linux/arm64/v8";
    for (const call of [
      (d: Docker) => d.images.pull("alpine", { platform: text }),
      (d: Docker) => d.images.build(context, { platform: text }),
      (d: Docker) => d.containers.create({ Image: "alpine" }, { platform: text }),
    ]) {
      expect(await queryOf(call)).toContainEqual(["platform", text]);
    }
    const platform = { os: "linux", architecture: "arm64" };
    for (const call of [
      (d: Docker) => d.images.push("alpine", { platform }),
      (d: Docker) => d.images.inspect("alpine", { platform }),
      (d: Docker) => d.images.history("alpine", { platform }),
    ]) {
      expect(await queryOf(call)).toContainEqual(["platform", JSON.stringify(platform)]);
    }
    const removed = await queryOf((d) => d.images.remove("alpine", { platforms: [platform] }));
    expect(removed).toEqual([["platforms", JSON.stringify(platform)]]);
  });
});
