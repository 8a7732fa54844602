import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { type OddServer, serve } from "../support/server.js";

let engine: OddServer;
let docker: Docker;
let heard: { call: string; body: string }[];
let answer: string;

beforeEach(async () => {
  heard = [];
  answer = "";
  engine = await serve(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    heard.push({
      call: `${request.method} ${(request.url ?? "").replace(/^\/v[\d.]+/, "")}`,
      body,
    });
    response.end(answer);
  });
  docker = new Docker({ host: engine.host, env: {} });
});

afterEach(async () => {
  await docker.close();
  await engine[Symbol.asyncDispose]();
});

describe("a checkpoint", () => {
  it("is made with its name and what is to become of the container", async () => {
    const body = { CheckpointID: "noon", CheckpointDir: "/var/checkpoints", Exit: true };
    await docker.checkpoints.create("web", body);
    expect(heard).toEqual([
      { call: "POST /containers/web/checkpoints", body: JSON.stringify(body) },
    ]);
  });

  it("is removed, also from a directory", async () => {
    await docker.checkpoints.remove("web", "noon");
    await docker.checkpoints.remove("web", "noon", { dir: "/var/checkpoints" });
    expect(heard.map(({ call }) => call)).toEqual([
      "DELETE /containers/web/checkpoints/noon",
      "DELETE /containers/web/checkpoints/noon?dir=%2Fvar%2Fcheckpoints",
    ]);
    await expect(docker.checkpoints.remove("web", "..")).rejects.toMatchObject({
      option: "checkpoint",
    });
  });

  it("is what a container can be started from", async () => {
    await docker.containers.start("web", { checkpoint: "noon" });
    expect(heard).toEqual([{ call: "POST /containers/web/start?checkpoint=noon", body: "" }]);
  });
});

describe("a list of checkpoints", () => {
  it("has their names", async () => {
    answer = '[{"Name":"noon"},{"Name":"night"}]';
    const found = await docker.checkpoints.list("web", { dir: "/var/checkpoints" });
    expect(found.map(({ Name }) => Name)).toEqual(["noon", "night"]);
    expect(heard[0]?.call).toBe("GET /containers/web/checkpoints?dir=%2Fvar%2Fcheckpoints");
  });

  it("is empty where an engine before 28 says null", async () => {
    answer = "null";
    expect(await docker.checkpoints.list("web")).toEqual([]);
  });
});

describe("the cancelling of a build", () => {
  it("names the build", async () => {
    await docker.images.cancelBuild("nightly 1");
    expect(heard).toEqual([{ call: "POST /build/cancel?id=nightly%201", body: "" }]);
  });
});
