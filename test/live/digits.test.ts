import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Docker, ensureImage, image } from "./engine.js";

beforeAll(async () => {
  await using docker = new Docker();
  await ensureImage(docker);
});

describe("integers of a real engine that JavaScript's numbers cannot hold", () => {
  it("come with all their digits in events", async () => {
    await using docker = new Docker();
    const label = `sdk=${randomUUID()}`;
    const { Id } = await docker.containers.create({
      Image: image,
      Labels: { sdk: label.slice(4) },
    });
    await docker.containers.remove(Id);
    const { SystemTime } = await docker.system.info();
    const query = {
      since: 1,
      until: Math.ceil(Date.parse(SystemTime) / 1000),
      filters: { label: [label] },
    };
    const seen: [string, string][] = [];
    for await (const { Action, timeNano } of docker.system.events(query))
      seen.push([Action, timeNano]);
    const raw = await docker.api.GET("/events", { params: { query }, parseAs: "arrayBuffer" });
    const wire = Buffer.from(raw.data ?? new ArrayBuffer(0)).toString();
    const sent = [...wire.matchAll(/"Action":"(\w+)".*"timeNano":(\d{19})/g)];
    expect(sent.map(([, action]) => action)).toEqual(["create", "destroy"]);
    expect(seen).toEqual(sent.map(([, ...event]) => event));
  });

  it("come with all their digits beside a sample of stats, and with nothing where all fit", async () => {
    await using docker = new Docker();
    for (const PidsLimit of [undefined, 50]) {
      const HostConfig = PidsLimit === undefined ? {} : { PidsLimit };
      const Cmd = ["sleep", "600"];
      const { Id } = await docker.containers.create({ Image: image, Cmd, HostConfig });
      try {
        await docker.containers.start(Id);
        const query = { stream: false, "one-shot": true } as const;
        const { data: wire = "" } = await docker.api.GET("/containers/{id}/stats", {
          params: { path: { id: Id }, query },
          parseAs: "text",
        });
        const [, limit = ""] = /"pids_stats":\{[^}]*"limit":(\d+)/.exec(String(wire)) ?? [];
        const sample = await docker.containers.stats(Id, query);
        const { exact, pids_stats } = sample;
        expect(exact?.["pids_stats.limit"] ?? String(pids_stats?.limit ?? "")).toBe(limit);
        if (PidsLimit) expect(exact?.["pids_stats.limit"]).toBeUndefined();
        for await (const streamed of docker.containers.stats(Id)) {
          expect(streamed.exact?.["pids_stats.limit"]).toBe(exact?.["pids_stats.limit"]);
          break;
        }
      } finally {
        await docker.containers.remove(Id, { force: true });
      }
    }
  });
});
