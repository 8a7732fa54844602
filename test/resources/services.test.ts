import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker, type ServiceSpec } from "../../src/index.js";
import { frame } from "../support/frames.js";
import { type OddServer, serve } from "../support/server.js";
import { type SwarmEngine, swarmEngine } from "../support/swarm-engine.js";

const login = { username: "me", password: "s3cret", serveraddress: "reg.example" };
const other = { username: "you", password: "0ther" };

const specOf = (Image: string): ServiceSpec => ({ TaskTemplate: { ContainerSpec: { Image } } });
const web = specOf("reg.example/web:1");

describe("the credentials of a service's image", () => {
  let engine: SwarmEngine;
  let docker: Docker;

  beforeEach(async () => {
    engine = await swarmEngine();
    docker = new Docker({ host: engine.host, env: {}, registryAuth: login });
  });

  afterEach(async () => {
    await docker.close();
    await engine[Symbol.asyncDispose]();
  });

  const sent = (): unknown[] => engine.updates.map(({ credentials }) => credentials);

  it("are not sent unless that is asked for, as the swarm would keep them", async () => {
    await docker.services.create(web);
    await docker.services.create(web, { withRegistryAuth: false });
    await docker.services.update("web", web, { version: 10, registryAuthFrom: "previous-spec" });
    await docker.services.edit("web", () => web);
    expect(sent()).toEqual([undefined, undefined, undefined, undefined]);
    expect(engine.updates[2]?.url).toBe(
      "/services/web/update?version=10&registryAuthFrom=previous-spec",
    );
  });

  it("are the client's own where that is asked for, for the registry of the image alone", async () => {
    const options = { withRegistryAuth: true };
    await docker.services.create(web, options);
    await docker.services.update("web", web, { version: 10 }, options);
    await docker.services.edit(
      "web",
      () => specOf(`reg.example/web@sha256:${"1".repeat(64)}`),
      options,
    );
    await docker.services.create(specOf("busybox"), options);
    expect(sent()).toEqual([login, login, login, {}]);
  });

  it("are those of the call, fixed or from a function, where it has some", async () => {
    const asked: string[] = [];
    const registryAuth = (registry: string): typeof other => {
      asked.push(registry);
      return other;
    };
    await docker.services.create(web, { registryAuth: other });
    await docker.services.update("web", specOf("a/b"), { version: 10 }, { registryAuth });
    await docker.services.edit("web", () => web, { registryAuth, registryAuthFrom: "spec" });
    await docker.services.create(web, { registryAuth: "anonymous", withRegistryAuth: true });
    expect(sent()).toEqual([other, other, other, {}]);
    expect(asked).toEqual(["https://index.docker.io/v1/", "reg.example"]);
    expect(engine.updates[2]?.url).toBe("/services/web/update?version=11&registryAuthFrom=spec");
  });

  it("cannot be asked for where there is no image, and nothing is sent then", async () => {
    const spec = { TaskTemplate: { Runtime: "plugin", PluginSpec: { remote: "a/b" } } };
    for (const options of [{ withRegistryAuth: true }, { registryAuth: other }]) {
      const [option] = Object.keys(options);
      const create = docker.services.create(spec, options);
      await expect(create).rejects.toMatchObject({ code: "CONFIG", option });
    }
    expect(engine.updates).toEqual([]);
  });
});

describe("the logs of a service and of a task", () => {
  let engine: OddServer;
  let heard: string[];
  let type: string | undefined;
  let tty: boolean | undefined;
  let inspect: number;

  beforeEach(async () => {
    heard = [];
    [type, tty, inspect] = [undefined, undefined, 200];
    engine = await serve((request, response) => {
      heard.push((request.url ?? "").replace(/^\/v[\d.]+/, ""));
      if (request.url?.includes("/logs")) {
        if (type) response.setHeader("Content-Type", `application/vnd.docker.${type}-stream`);
        response.write(tty ? "out\r\n" : frame(1, "out\n"));
        if (inspect === 200) response.end();
        return;
      }
      const Spec = { ContainerSpec: { TTY: tty } };
      const answer = { Spec: request.url?.includes("/tasks") ? Spec : { TaskTemplate: Spec } };
      response.writeHead(inspect).end(JSON.stringify(answer));
    });
  });

  afterEach(() => engine[Symbol.asyncDispose]());

  const kinds = ["services", "tasks"] as const;

  it.each(kinds)("of %s are read as their media type says, if it does", async (kind) => {
    await using docker = new Docker({ host: engine.host, env: {} });
    const logs = docker[kind].logs("web", { stdout: true, tail: 3, since: new Date(1500) });
    [type, tty] = ["multiplexed", false];
    expect(await logs.text()).toBe("out\n");
    [type, tty] = ["raw", true];
    expect(await logs.text()).toBe("out\r\n");
    const url = `/${kind}/web/logs?stdout=true&tail=3&since=1.5`;
    expect(heard).toEqual([url, url]);
  });

  it.each(kinds)("of %s are read as the spec says where the media type does not", async (kind) => {
    await using docker = new Docker({ host: engine.host, env: {}, apiVersion: "1.41" });
    const logs = docker[kind].logs("web", { stdout: true });
    for (const answered of [undefined, "raw"]) {
      type = answered;
      tty = true;
      expect(await logs.text()).toBe("out\r\n");
      tty = undefined;
      expect(await logs.text()).toBe("out\n");
    }
    expect(heard.filter((url) => url === `/${kind}/web`)).toHaveLength(4);
  });

  it.each(kinds)("of %s are ended when the spec cannot be had", async (kind) => {
    await using docker = new Docker({ host: engine.host, env: {}, apiVersion: "1.41" });
    inspect = 404;
    const logs = docker[kind].logs("web", { stdout: true, follow: true });
    await expect(logs.text()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect.poll(() => engine.busy()).toBe(0);
  });
});
