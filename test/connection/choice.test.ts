import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localEngine } from "../../src/connection/local.js";
import { Docker, resolveEngine } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { createConfigDirectory } from "../support/docker-config.js";
import { temporaryDirectory } from "../support/files.js";
import { serve } from "../support/server.js";

const unix = (name: string): string => `unix:///${name}.sock`;

/** A config directory with contexts `option`, `variable` and `current`, the last one in use. */
async function createContexts(): Promise<Record<string, string>> {
  const config = await createConfigDirectory({ currentContext: "current" });
  for (const name of ["option", "variable", "current"]) {
    await config.addContext(name, { Host: unix(`${name}-context`), SkipTLSVerify: false });
  }
  return config.env;
}

describe("the engine that is chosen is that of", () => {
  it("the option host, whatever the environment and the docker config say", async () => {
    const env = {
      ...(await createContexts()),
      DOCKER_HOST: unix("variable"),
      DOCKER_CONTEXT: "variable",
    };
    expect(await resolveEngine({ host: unix("option"), env })).toMatchObject({
      host: unix("option"),
      source: "host",
      context: undefined,
    });
  });

  it("the option context, whatever the environment and the docker config say", async () => {
    const env = {
      ...(await createContexts()),
      DOCKER_HOST: unix("variable"),
      DOCKER_CONTEXT: "variable",
    };
    expect(await resolveEngine({ context: "option", env })).toMatchObject({
      host: unix("option-context"),
      source: "context",
      context: "option",
    });
  });

  it("DOCKER_HOST rather than DOCKER_CONTEXT and currentContext", async () => {
    const env = {
      ...(await createContexts()),
      DOCKER_HOST: ` ${unix("variable")} `,
      DOCKER_CONTEXT: "variable",
    };
    expect(await resolveEngine({ env })).toMatchObject({
      host: unix("variable"),
      source: "DOCKER_HOST",
    });
  });

  it("DOCKER_CONTEXT rather than currentContext", async () => {
    const env = { ...(await createContexts()), DOCKER_HOST: "", DOCKER_CONTEXT: "variable" };
    expect(await resolveEngine({ env })).toMatchObject({
      host: unix("variable-context"),
      source: "DOCKER_CONTEXT",
      context: "variable",
    });
  });

  it("currentContext where the environment names none", async () => {
    const env = { ...(await createContexts()), DOCKER_HOST: "", DOCKER_CONTEXT: "" };
    expect(await resolveEngine({ env })).toMatchObject({
      host: unix("current-context"),
      source: "currentContext",
      context: "current",
    });
  });

  it("the platform where nobody names one, empty variables and the default context included", async () => {
    const { env } = await createConfigDirectory({ currentContext: "default" });
    const empty = { DOCKER_HOST: " ", DOCKER_CONTEXT: "", DOCKER_CONFIG: "" };
    for (const environment of [{}, empty, env, { ...env, DOCKER_CONTEXT: "default" }]) {
      expect(await resolveEngine({ env: environment })).toMatchObject({
        source: "default",
        context: undefined,
      });
    }
  });

  it("what stands below it for the default context, which is in no store", async () => {
    const env = await createContexts();
    expect(await resolveEngine({ env: { ...env, DOCKER_CONTEXT: "default" } })).toMatchObject({
      source: "default",
    });
    expect(await resolveEngine({ context: "default", env })).toMatchObject({ source: "default" });
    const named = { ...env, DOCKER_HOST: unix("variable"), DOCKER_CONTEXT: "variable" };
    expect(await resolveEngine({ context: "default", env: named })).toMatchObject({
      source: "DOCKER_HOST",
    });
  });

  it("the dispatcher that is given, and nothing else is looked at", async () => {
    const { dispatcher } = new MockDaemon();
    const env = { DOCKER_HOST: "ftp://x", DOCKER_CONTEXT: "nowhere" };
    expect(await resolveEngine({ dispatcher, context: "nowhere", env })).toEqual({
      host: undefined,
      source: "dispatcher",
      context: undefined,
      tls: undefined,
      proxy: undefined,
      apiVersion: undefined,
    });
    expect(await resolveEngine({ dispatcher, host: "tcp://engine", env })).toMatchObject({
      host: "tcp://engine",
    });
  });
});

describe("a context", () => {
  it("and a host, both given as options, contradict each other", async () => {
    const options = { host: unix("a"), context: "default" };
    expect(() => new Docker(options)).toThrow(/^context: names an engine, and so does host/);
    await expect(resolveEngine(options)).rejects.toMatchObject({ option: "context" });
  });

  it.each([
    ["context", { context: "missing" }, {}],
    ["DOCKER_CONTEXT", {}, { DOCKER_CONTEXT: "missing" }],
    ["currentContext", {}, {}],
  ])(
    "that %s names and is not there is an error, with those that are",
    async (option, options, variables) => {
      const config = await createConfigDirectory({ currentContext: "missing" });
      await config.addContext("production", { Host: unix("a") });
      await config.addContext("a-second", { Host: unix("a") });
      const all = { ...options, env: { ...config.env, ...variables } };
      const message = `${option}: there is no context "missing" in ${config.directory}/contexts; use default, a-second, production`;
      await expect(resolveEngine(all)).rejects.toMatchObject({ code: "CONFIG", option, message });
      // Never the local engine instead.
      await using docker = new Docker(all);
      await expect(docker.containers.list()).rejects.toMatchObject({ option, message });
    },
  );

  it("needs a name that the docker CLI would take", async () => {
    for (const context of ["", "a", "../x", "-a", "a b", ".."]) {
      expect(() => new Docker({ context })).toThrow(/^context: .* is no name of a context/);
    }
    const env = { HOME: "/nowhere", DOCKER_CONTEXT: "../../etc" };
    await expect(resolveEngine({ env })).rejects.toThrow(/^DOCKER_CONTEXT: .*no name of a context/);
  });

  it("needs a place for contexts to be in", async () => {
    await expect(resolveEngine({ context: "production", env: {} })).rejects.toThrow(
      /^HOME: is not set, and neither is DOCKER_CONFIG/,
    );
  });

  it("that cannot be used is told by its file", async () => {
    const config = await createConfigDirectory();
    const bad = await config.addContext("bad-host", { Host: "ftp://engine" });
    await expect(resolveEngine({ context: "bad-host", env: config.env })).rejects.toMatchObject({
      option: `context "bad-host" (${bad})`,
      message: expect.stringMatching(/ftp:\/\/ is no way to an engine; use unix:/),
    });
    const broken = await config.addContext("broken", {});
    await writeFile(broken, "{");
    const other = await config.addContext("kubernetes", {});
    await writeFile(other, '{"Name":"kubernetes","Endpoints":{"kubernetes":{"Host":"https://k"}}}');
    const text = await config.addContext("text", "tcp://10.0.0.5:2375");
    const list = await config.addContext("list", [{ Host: "tcp://10.0.0.5:2375" }]);
    const otherwise = "names no Docker Engine; it is a context of something else";
    for (const [context, file, message] of [
      ["broken", broken, "is not JSON"],
      ["kubernetes", `context "kubernetes" (${other})`, otherwise],
      ["text", `context "text" (${text})`, otherwise],
      ["list", `context "list" (${list})`, otherwise],
    ] as const) {
      await expect(resolveEngine({ context, env: config.env })).rejects.toMatchObject({
        option: file,
        message: `${file}: ${message}`,
      });
    }
  });

  it("may have its members in any case, as the docker CLI reads them", async () => {
    const config = await createConfigDirectory();
    const file = await config.addContext("lower", {});
    await writeFile(file, '{"name":"lower","endpoints":{"docker":{"host":"tcp://10.0.0.5:2375"}}}');
    expect(await resolveEngine({ context: "lower", env: config.env })).toMatchObject({
      host: "tcp://10.0.0.5:2375",
    });
    await expect(resolveEngine({ context: "missing", env: config.env })).rejects.toThrow("lower");
  });

  it("without a host is of this platform's engine", async () => {
    const config = await createConfigDirectory();
    await config.addContext("here", {});
    const chosen = await resolveEngine({ context: "here", env: config.env });
    expect(chosen).toMatchObject({ source: "context", context: "here" });
    expect(chosen.host).toBe((await resolveEngine({ env: {} })).host);
  });

  it("leads to its engine", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    const config = await createConfigDirectory();
    await config.addContext("served", { Host: server.host });
    await using docker = new Docker({ context: "served", env: config.env });
    expect(await docker.containers.list()).toEqual([]);
  });
});

describe("where the platform's socket is missing", () => {
  const nowhere = "unix:///nowhere/docker.sock";

  it("a rootless engine is taken, and then Docker Desktop's", async () => {
    const directory = await temporaryDirectory();
    const env = { HOME: directory, XDG_RUNTIME_DIR: join(directory, "user") };
    const add = async (...path: string[]): Promise<string> => {
      const file = join(directory, ...path);
      await mkdir(join(file, ".."), { recursive: true });
      await writeFile(file, "");
      return `unix://${file}`;
    };
    const choose = async (): Promise<string[]> => {
      const { source, host } = await localEngine(env, nowhere);
      return [source, host.href];
    };
    expect(await choose()).toEqual(["default", nowhere]);
    const onLinux = await add(".docker", "desktop", "docker.sock");
    expect(await choose()).toEqual(["desktop", onLinux]);
    const onMac = await add(".docker", "run", "docker.sock");
    expect(await choose()).toEqual(["desktop", onMac]);
    const rootless = await add("user", "docker.sock");
    expect(await choose()).toEqual(["rootless", rootless]);
    const there = await add("docker.sock");
    expect((await localEngine(env, there)).source).toBe("default");
  });

  it("a named pipe is not looked for", async () => {
    const pipe = "npipe:////./pipe/docker_engine";
    expect(await localEngine({}, pipe)).toMatchObject({ source: "default", host: { href: pipe } });
  });
});

describe("headers of the docker config", () => {
  it("come with every request, below those of the options and of the call", async () => {
    const seen: unknown[] = [];
    await using server = await serve(({ headers }, response) => {
      seen.push([headers["x-a"], headers["x-b"], headers["x-c"]]);
      response.end("[]");
    });
    const HttpHeaders = { "X-A": "config", "X-B": "config", "X-C": "config" };
    const { env } = await createConfigDirectory({ HttpHeaders });
    const options = { host: server.host, headers: { "x-b": "options", "x-c": "options" }, env };
    await using docker = new Docker(options);
    await docker.containers.list({}, { headers: { "X-C": "call" } });
    expect(seen).toEqual([["config", "options", "call"]]);
  });

  it("that no request may have are refused by their file, and not shown", async () => {
    const config = await createConfigDirectory({ HttpHeaders: { "X-A": "s3cret\n" } });
    await using docker = new Docker({ host: unix("a"), env: config.env });
    await expect(docker.system.ping()).rejects.toThrow(
      `${config.directory}/config.json: HttpHeaders.X-A: has a character that no header may have`,
    );
  });

  it("are not for a dispatcher of the caller's own", async () => {
    const { env } = await createConfigDirectory({ HttpHeaders: { "X-A": "config" } });
    await using daemon = new MockDaemon();
    await using docker = new Docker({ dispatcher: daemon.dispatcher, env });
    await docker.system.ping();
    expect(daemon.requests.at(-1)?.headers).not.toHaveProperty("x-a");
  });
});
